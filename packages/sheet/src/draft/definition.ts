import type { Definition, LedgerColumn } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { Sheet } from '../book/workbook.ts';
import type { LeftRow } from './data-rows.ts';
import type { ColumnWork } from './draft-columns.ts';
import { codesOf, fieldSchema } from './fields.ts';
import { generatedId } from './names.ts';
import type { ColumnDraft } from './result.ts';
import { totalOf } from './totals.ts';

/** What a definition is made of. */
export interface Parts {
  readonly title: string;
  readonly id: string | undefined;
  readonly sheet: Sheet;
  readonly works: readonly ColumnWork[];
  readonly parameters: Readonly<Record<string, JsonObject>>;
  readonly left: readonly LeftRow[];
}

/** Columns that a ledger shows at most. */
const MOST_COLUMNS = 200;

/** The definition of a ledger: its fields, its columns under their groups, its formulas as rules. */
export function makeDefinition({ title, id, sheet, works, parameters, left }: Parts): Definition {
  const shown = works.filter(({ draft }) => !draft.skipped);
  const fields = shown.filter(({ draft }) => draft.kind.value !== 'rowNumber');
  const properties: Record<string, JsonObject> = {};
  for (const { draft, found, precision } of fields) {
    const longest = found.reduce((most, { text }) => Math.max(most, text.length), 0);
    properties[draft.name.value] = fieldSchema(
      draft,
      codesOf(draft.kind.value, draft.options.value, draft.title.value),
      longest,
      precision,
    );
    if (draft.words)
      properties[draft.words.name] = {
        type: 'string',
        title: draft.words.title,
        description: '没有日期时填写，如：长期',
        maxLength: 60,
      };
  }
  const required = fields
    .filter(({ draft }) => draft.required.value && !draft.formula)
    .map(({ draft }) => draft.name.value);
  const rules = fields
    .filter(({ draft }) => draft.formula)
    .map(({ draft }) => ({ field: `/${draft.name.value}`, value: draft.formula!.value }));
  const columns = grouped(
    shown
      .flatMap(({ draft, found }): Placed[] => {
        const isMerged = found.some(({ isOwn }) => !isOwn);
        const own = { groups: draft.groups, column: ledgerColumn(draft, sheet, left, isMerged) };
        return draft.words ? [own, { groups: draft.groups, column: { field: `/${draft.words.name}` } }] : [own];
      })
      .slice(0, MOST_COLUMNS),
    0,
  );
  const definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: id ?? generatedId(title),
    version: '1.0.0',
    title: title.slice(0, 60),
    description: `由 Excel 表格“${sheet.name}”生成。`.slice(0, 500),
    purpose: { readBy: 'township', decision: '由 Excel 台账生成，请写明这份台账服务的决策。' },
    subject: 'item',
    record: { type: 'object', ...(required.length > 0 ? { required } : {}), properties },
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(rules.length > 0 ? { rules } : {}),
    ...(columns.length > 0 ? { ledger: { title: title.slice(0, 60), columns } } : {}),
  };
  return definition as unknown as Definition;
}

function ledgerColumn(draft: ColumnDraft, sheet: Sheet, left: readonly LeftRow[], isMerged: boolean): LedgerColumn {
  const width = sheet.widths.get(draft.column);
  const size = width === undefined ? {} : { width: Math.max(40, Math.min(800, Math.round(width * 7 + 5))) };
  if (draft.kind.value === 'rowNumber') return { name: 'itemNo', title: draft.title.value.slice(0, 30), ...size };
  const total = totalOf(sheet, draft.column, left);
  const group = draft.groups[draft.groups.length - 1];
  const heading =
    group !== undefined && draft.title.value.startsWith(group) && draft.title.value.length > group.length
      ? draft.title.value.slice(group.length)
      : undefined;
  return {
    field: `/${draft.name.value}`,
    ...(heading === undefined ? {} : { title: heading.slice(0, 30) }),
    ...size,
    ...(total ? { total } : {}),
    ...(isMerged ? { merge: true } : {}),
  };
}

interface Placed {
  readonly groups: readonly string[];
  readonly column: LedgerColumn;
}

/** Neighbours under the same group stand together. */
function grouped(list: readonly Placed[], level: number): LedgerColumn[] {
  const result: LedgerColumn[] = [];
  for (let at = 0; at < list.length;) {
    const group = list[at]!.groups[level];
    if (group === undefined) {
      result.push(list[at]!.column);
      at += 1;
      continue;
    }
    let end = at;
    while (end < list.length && list[end]!.groups[level] === group && end - at < 50) end += 1;
    result.push({
      title: group.slice(0, 30),
      columns: grouped(list.slice(at, end), level + 1) as [LedgerColumn, ...LedgerColumn[]],
    });
    at = end;
  }
  return result;
}
