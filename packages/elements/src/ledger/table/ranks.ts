import { listRanks, numberRanks } from '@jiceng/core/table/sort.js';
import { textRanks } from '@jiceng/core/table/text-ranks.js';
import type { Sight } from '../../record/sight.ts';
import type { LedgerColumn } from './column.ts';
import type { Cells } from './row-tests.ts';

/**
 * The order of rows by one column: options as they are listed, numbers by size, Chinese texts by pinyin, or, with
 * `stroke`, by strokes.
 */
export function ranksOf(cells: Cells, rows: number, column: LedgerColumn, sight: Sight, stroke: boolean): Uint32Array {
  const texts = (): Uint32Array =>
    textRanks(
      listed(rows, (row) => cells.text(column, row)),
      stroke && /^zh/i.test(sight.locale) ? 'zh-u-co-stroke' : sight.locale,
    );
  if (column.direct) return texts();
  const values = listed(rows, (row) => cells.value(column, row));
  if (column.kind === 'organisation') return organisationRanks(values, sight);
  if (column.options.length > 0)
    return listRanks(
      values.map((value) => (value === null ? null : String(value))),
      column.options.map(({ value }) => value),
    );
  if (values.every((value) => value === null || typeof value === 'number'))
    return numberRanks(values as (number | null)[]);
  if (column.kind === 'date' || column.kind === 'period')
    return textRanks(
      values.map((value) => String(value ?? '')),
      'en',
    );
  return texts();
}

/** A plain loop: `Array.from` takes three times as long, which millions of rows feel. */
function listed<T>(rows: number, of: (row: number) => T): T[] {
  const list = new Array<T>(rows);
  for (let row = 0; row < rows; row++) list[row] = of(row);
  return list;
}

/** Organisations stand in the order of their codes, which is that of the tree. */
function organisationRanks(ids: readonly (string | number | null)[], sight: Sight): Uint32Array {
  const codes = new Map<string, string>();
  for (const id of ids) if (id !== null) codes.set(String(id), sight.organisation(String(id))?.orgCode ?? `~${id}`);
  const order = [...codes].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id);
  return listRanks(
    ids.map((id) => (id === null ? null : String(id))),
    order,
  );
}
