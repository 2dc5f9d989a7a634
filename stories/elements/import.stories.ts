import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@jiceng/elements/import/define.js';
import type { Import } from '@jiceng/elements/import/import.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { problemList } from '../data/definitions.ts';
import { returnedTemplate, visitsLedger } from '../data/excel-files.ts';
import { organisations } from '../data/organisations.ts';
import { people, personOf } from '../data/people.ts';
import { problems } from '../data/problems.ts';
import { NOW } from '../data/record.ts';
import { panels } from '../support/states.ts';

type Act = (element: Import) => unknown;
const done = new WeakSet<Element>();
const after =
  (...acts: Act[]) =>
  (element: Element | undefined) => {
    if (!element || done.has(element)) return;
    done.add(element);
    const importer = element as Import;
    void acts.reduce(
      (before, act) => before.then(() => importer.updateComplete).then(() => act(importer)),
      Promise.resolve<unknown>(undefined),
    );
  };

interface Shown {
  readonly definition?: unknown;
  readonly records?: readonly StoredRecord[] | undefined;
  readonly readonly?: boolean;
  readonly theme?: string;
  readonly size?: string;
}
const importer = ({ definition, records, readonly: fixed = false, theme, size }: Shown, ...acts: Act[]) => html`
  <jc-import .definition=${definition as Definition} .records=${records} .organisations=${organisations}
    .people=${people} .person=${personOf('p-0347')} now=${NOW} ?readonly=${fixed} theme=${theme ?? nothing}
    size=${size ?? nothing} ${ref(after(...acts))}></jc-import>`;
const problemImport = (shown: Partial<Shown>, ...acts: Act[]) =>
  importer({ definition: problemList, records: problems, ...shown }, ...acts);

const visits: Act = async (element) => element.take(await visitsLedger());
/** Two rows changed, one with a date that is none, a row of its own; somebody else was faster with one cell. */
const returned: Act = async (element) => {
  const sent = problems.slice(0, 6);
  const file = await returnedTemplate(problemList as unknown as Definition, sent, [
    { row: 3, title: '问题', value: '党员活动室屋面渗漏，雨天不能使用（已联系施工）' },
    { row: 4, title: '完成时限', value: '月底前' },
    { row: 5, title: '进展情况', value: '已完成' },
    { row: 9, title: '问题', value: '档案柜未分类' },
  ]);
  element.records = element.records!.map((record) =>
    record.id === sent[2]!.id
      ? { ...record, revision: record.revision + 1, data: { ...record.data, progressNote: '施工队已进场' } }
      : record,
  );
  await element.updateComplete;
  await element.take(file);
};
const broken: Act = (element) => element.take(new File([new Uint8Array([80, 75, 3, 4, 20, 0, 0, 0])], '台账.xlsx'));
const stored =
  (at?: number): Act =>
  async (element) => {
    element.addEventListener(
      'jc-adopt',
      () =>
        element.showOutcome(
          at === undefined
            ? {
                ok: true,
                records: [],
                removed: [],
                warnings: [],
                undo: [{ kind: 'withdraw', recordId: 'x', revision: 0 }],
              }
            : {
                ok: false,
                at,
                refusal: {
                  code: 'invalid',
                  problems: [
                    {
                      pointer: '/amount',
                      code: 'check',
                      reason: { 'zh-CN': '慰问金额超过本年度标准。', en: 'The amount is above this year’s limit.' },
                    },
                  ],
                },
              },
        ),
      { once: true },
    );
    element.renderRoot.querySelector<HTMLButtonElement>('.foot .button')?.click();
    await element.updateComplete;
  };

export default { title: '元素/导入 jc-import', component: 'jc-import' } satisfies Meta;
type Story = StoryObj;

/** An Excel ledger becomes a definition: nothing chosen yet. */
export const Start: Story = { name: '用 Excel 台账建表', render: () => importer({}) };
/** Everything that was guessed, with how sure and why. */
export const Guessed: Story = { name: '核对表头和栏目', render: () => importer({}, visits) };
export const FormPreview: Story = {
  name: '预览填写表单',
  tags: ['!autodocs'],
  render: () =>
    importer({}, visits, (element) =>
      [...element.renderRoot.querySelectorAll<HTMLElement>('.tabs .button')]
        .find(({ textContent }) => textContent === '填写表单')
        ?.click(),
    ),
};
/** A filled-in template comes back. */
export const Returned: Story = { name: '模板回收：逐格核对', render: () => problemImport({}, returned) };
export const States: Story = {
  name: '各种状态',
  tags: ['!autodocs'],
  render: () =>
    panels([
      ['读取台账 · Loading', problemImport({ records: undefined })],
      ['未选文件 · Empty', problemImport({})],
      ['文件有误 · Error', problemImport({}, broken)],
      ['定义有误 · Broken', importer({ definition: { id: 'broken', title: '问题清单' }, records: [] }, visits)],
      ['只读 · Read-only', problemImport({ readonly: true }, returned)],
    ]),
};
export const Done: Story = { name: '导入完成', tags: ['!autodocs'], render: () => importer({}, visits, stored()) };
export const Refused: Story = { name: '未能保存', tags: ['!autodocs'], render: () => importer({}, visits, stored(3)) };
export const Narrow: Story = {
  name: '窄屏',
  tags: ['!autodocs'],
  render: () => html`<div class="state-place narrow">${problemImport({}, returned)}</div>`,
};
export const Large: Story = {
  name: '大字号',
  tags: ['!autodocs'],
  render: () => problemImport({ size: 'elder' }, returned),
};
export const Contrast: Story = {
  name: '高对比',
  tags: ['!autodocs'],
  render: () => problemImport({ theme: 'contrast' }, returned),
};
