import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import type { Result } from '@jiceng/core/text/problem.js';
import type kit from '@jiceng/elements/bundle/jiceng.js';
import type { TemplateInput } from '@jiceng/sheet/ledger/template.js';
import { addressOf, button, download, make } from './page-parts.ts';
import type { Portal } from './shell.ts';

declare const Jiceng: typeof kit;

/** Rows to fill in below the records of a template. */
const EMPTY_ROWS = 50;

/** The ways between a ledger and Excel: out as it looks, out to be filled in, and back in. */
export function excelTools(portal: Portal, records: () => readonly StoredRecord[]): HTMLElement {
  const { definition } = portal;
  const title = definition.ledger?.title ?? definition.title;
  return make(
    'p',
    { className: 'pick excel' },
    button(
      '导出 Excel',
      () =>
        void save(portal, `${title}-${portal.source.now().slice(0, 10)}.xlsx`, (tools) =>
          tools.exportLedger(inputOf(portal, records())),
        ),
      'plain',
    ),
    ' ',
    button(
      '下载填报模板',
      () =>
        void save(portal, `${title}-填报模板.xlsx`, (tools) =>
          tools.exportTemplate({ ...inputOf(portal, records()), emptyRows: EMPTY_ROWS }),
        ),
      'plain',
    ),
    ' ',
    make('a', { className: 'button', href: addressOf('import.html', { definition: definition.id }) }, '导入 Excel'),
  );
}

function inputOf(
  { definition, source, organisations, people }: Portal,
  records: readonly StoredRecord[],
): TemplateInput {
  const { mirror } = source;
  const compiled = mirror.definition(definition.id)!;
  const byId = new Map(organisations.map((organisation) => [organisation.orgId, organisation]));
  const names = new Map(people.map(({ personId, personName }) => [personId, personName]));
  return {
    definition,
    records,
    now: source.now(),
    organisation: (id) => byId.get(id),
    person: (id) => names.get(id),
    scope: (record) =>
      recordScope({
        compiled,
        record,
        organisation: byId.get(record.orgId),
        facts: mirror.facts,
        now: source.now(),
        isWorkday: mirror.isWorkday,
      }),
  };
}

type Tools = Awaited<ReturnType<typeof kit.load<'sheet'>>>;

async function save(
  { notes }: Portal,
  name: string,
  write: (tools: Tools) => Promise<Result<Uint8Array[]>>,
): Promise<void> {
  try {
    const tools = await Jiceng.load('sheet');
    const file = await write(tools);
    if (!file.ok) return notes.say(`没有导出：${file.problems[0]?.reason['zh-CN'] ?? ''}`, true);
    download(new Blob(file.value as BlobPart[], { type: tools.XLSX_TYPE }), name);
    notes.say(`已导出“${name}”。`);
  } catch {
    notes.say('没有导出：程序没有加载成功，请刷新页面后重试。', true);
  }
}
