import type { Definition } from '@jiceng/core/generated/definition.js';
import type { ColumnFilter } from './row-tests.ts';

/** What people ask of the table. */
export interface LedgerWish {
  readonly search: string;
  /** Places of the definition's counters that are switched on. */
  readonly counters: ReadonlySet<number>;
  /** By column id. */
  readonly filters: ReadonlyMap<string, ColumnFilter>;
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** Column ids, the outermost group first. */
  readonly groupBy: readonly string[];
  readonly folded: ReadonlySet<string>;
  /** Chinese texts in the order of strokes in place of pinyin. */
  readonly stroke?: boolean;
}

/** All rows as they come. */
export const NOTHING: LedgerWish = {
  search: '',
  counters: new Set(),
  filters: new Map(),
  sort: [],
  groupBy: [],
  folded: new Set(),
};

/** The order and groups that a definition starts with. */
export function startingWish({ ledger, statusName = 'itemStatus' }: Definition): LedgerWish {
  const idOf = (name: string) => (name === statusName ? 'state' : name === 'submissionStatus' ? 'filing' : name);
  const sort = (ledger?.sort ?? []).flatMap(({ field, name, descending = false }) =>
    field !== undefined
      ? [{ column: field, descending }]
      : name !== undefined
        ? [{ column: idOf(name), descending }]
        : [],
  );
  return { ...NOTHING, sort, groupBy: ledger?.groupBy === undefined ? [] : [idOf(ledger.groupBy)] };
}

/**
 * After a click on a heading: upwards, downwards, then the default order again. `add`: the other sorted columns stay,
 * and this one comes behind them.
 */
export function sortedBy(wish: LedgerWish, column: string, add = false): LedgerWish {
  const own = wish.sort.find((key) => key.column === column);
  const next =
    own === undefined ? [{ column, descending: false }] : own.descending ? [] : [{ column, descending: true }];
  if (column === '') return { ...wish, sort: [] };
  if (!add) return { ...wish, sort: wish.sort[0]?.column === column ? next : [{ column, descending: false }] };
  return {
    ...wish,
    sort: own === undefined ? [...wish.sort, ...next] : wish.sort.flatMap((key) => (key === own ? next : [key])),
  };
}

/** Grouped by another column at a depth; `''`: no deeper than that. A column groups once. */
export function groupedBy(
  { groupBy }: LedgerWish,
  level: number,
  column: string,
): Pick<LedgerWish, 'groupBy' | 'folded'> {
  const next =
    column === ''
      ? groupBy.slice(0, level)
      : [...groupBy.slice(0, level), column, ...groupBy.slice(level + 1).filter((id) => id !== column)];
  return { groupBy: next, folded: new Set() };
}

/** With a group folded, or open again. */
export function withGroupToggled(wish: LedgerWish, key: string): LedgerWish {
  const folded = new Set(wish.folded);
  if (!folded.delete(key)) folded.add(key);
  return { ...wish, folded };
}
