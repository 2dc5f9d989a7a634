import { textRanks } from '@jiceng/core/table/text-ranks.js';
import type { ColumnOption, LedgerColumn } from './column.ts';
import type { LedgerTable } from './table.ts';

/** One of the values by which a column is filtered. */
export interface Choice extends ColumnOption {
  /** Records that have it; absent in tables that are large or read page by page. */
  readonly count?: number;
}

/** Texts of which there are so many different ones are chosen from a list, when each stands in several records. */
const FEW = 20;
const TIMES = 3;
/** So many records are counted for every list. */
const COUNTED = 20_000;

const known = new WeakMap<LedgerTable, Map<string, readonly Choice[] | undefined>>();

/** The values from which a column's filter is chosen, `''` for blank ones last; `undefined`: a text is looked for. */
export function choicesOf(table: LedgerTable, column: LedgerColumn, blank: string): readonly Choice[] | undefined {
  let lists = known.get(table);
  if (lists === undefined) known.set(table, (lists = new Map()));
  if (!lists.has(column.id)) {
    const counts = countsOf(table, column);
    const options = optionsOf(table, column, counts);
    const count = counts && ((value: string) => counts.get(value) ?? 0);
    lists.set(
      column.id,
      options && [...options, { value: '', title: blank }].map((each) => ({ ...each, count: count?.(each.value) })),
    );
  }
  return lists.get(column.id);
}

function optionsOf(
  table: LedgerTable,
  column: LedgerColumn,
  counts: ReadonlyMap<string, number> | undefined,
): readonly ColumnOption[] | undefined {
  const { options, members, kind } = column;
  if (options.length > 0) return options;
  if (members) return members.options;
  if (kind === 'period' || kind === 'person') return table.occurring(column);
  if (kind !== 'text' || !counts || counts.size * TIMES > table.records.length) return undefined;
  const values = [...counts.keys()].filter((value) => value !== '');
  const ranks = textRanks(values, table.sight.locale);
  return [...values.keys()]
    .sort((a, b) => ranks[a]! - ranks[b]!)
    .map((at) => ({ value: values[at]!, title: values[at]! }));
}

/** Records by value; `undefined` where they are not counted, or hold too many different texts. */
function countsOf(table: LedgerTable, column: LedgerColumn): ReadonlyMap<string, number> | undefined {
  const { records } = table;
  // Pages that have not been read hold nothing to count.
  if (table.loaded !== records || (column.kind !== 'text' && records.length > COUNTED)) return undefined;
  const counts = new Map<string, number>();
  for (let row = 0; row < records.length; row++) {
    const found = table.chosenBy(column, row);
    for (const value of typeof found === 'string' ? [found] : found) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (column.kind === 'text' && counts.size > FEW) return undefined;
  }
  return counts;
}
