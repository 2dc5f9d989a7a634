import { compile } from '@jiceng/core/definition/compile.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { violationReason } from '@jiceng/core/schema/messages.js';
import { cellName } from '../book/address.ts';
import type { Steps } from '../read/pace.ts';
import { convert } from './convert.ts';
import type { ColumnWork } from './draft-columns.ts';
import { codesOf } from './fields.ts';
import { isOpenDate } from './open-date.ts';
import type { DraftRow, LeftOut, SheetDraft } from './result.ts';

/** The records, and a line in `leftOut` for every cell that does not fit its column. */
export function* readRows(
  works: readonly ColumnWork[],
  data: readonly number[],
  leftOut: LeftOut[],
): Steps<DraftRow[]> {
  const records = new Map<number, Record<string, Json>>(
    data.map((row) => [row, Object.create(null) as Record<string, Json>]),
  );
  for (const [at, { draft, found }] of works.entries()) {
    yield at / works.length;
    if (draft.skipped) continue;
    const target = {
      kind: draft.kind.value,
      codes: codesOf(draft.kind.value, draft.options.value, draft.title.value),
      unit: draft.unit,
    };
    for (const one of found) {
      const converted = convert(one, target);
      if (!converted.ok && draft.words && isOpenDate(one.text)) records.get(one.row)![draft.words.name] = one.text;
      else if (!converted.ok)
        leftOut.push({
          code: 'unfit',
          place: cellName(one.row, draft.column),
          text: one.text.slice(0, 200),
          reason: converted.reason,
        });
      else if (converted.value !== undefined) records.get(one.row)![draft.name.value] = converted.value;
      if (
        draft.kind.value === 'text' &&
        (typeof one.value === 'number' ? Math.abs(one.value) >= 1e15 : /^\d(\.\d+)?E\+1\d$/i.test(one.text))
      )
        leftOut.push({
          code: 'rounded',
          place: cellName(one.row, draft.column),
          text: one.text,
          reason: {
            'zh-CN': '号码在 Excel 里存成了数字，15 位以后已经失真，请核对',
            en: 'Excel stored this as a number and lost the digits behind the fifteenth; check it',
          },
        });
    }
  }
  return [...records]
    .map(([row, values]) => ({ row: row + 1, data: { ...values } as JsonObject }))
    .filter(({ data: values }) => Object.keys(values).length > 0);
}

/** Rows that lack, or break, what the definition demands, with the reasons. */
export function* incompleteRows(
  definition: SheetDraft['definition'],
  rows: readonly DraftRow[],
): Steps<SheetDraft['incomplete']> {
  const compiled = compile(definition);
  const validator = compiled.validator();
  const incomplete: SheetDraft['incomplete'][number][] = [];
  for (const [at, { row, data }] of rows.entries()) {
    if (at % 200 === 0) yield at / rows.length;
    const problems = validator
      .validate(data)
      .slice(0, 10)
      .map((violation) => violationReason(violation, compiled.field(violation.pointer)?.title ?? ''));
    if (problems.length > 0) incomplete.push({ row, problems });
  }
  return incomplete;
}
