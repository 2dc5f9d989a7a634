import type { Definition } from '@jiceng/core/generated/definition.js';
import { NOTHING, type LedgerWish } from './table.ts';

/** The order and groups that a definition starts with. */
export function startingWish({ ledger, statusName = 'itemStatus' }: Definition): LedgerWish {
  const idOf = (name: string) => (name === statusName ? 'state' : name === 'submissionStatus' ? 'filing' : name);
  const sort = (ledger?.sort ?? []).flatMap(({ field, name, descending = false }) => (field !== undefined ? [{ column: field, descending }] : name !== undefined ? [{ column: idOf(name), descending }] : []));
  return { ...NOTHING, sort, groupBy: ledger?.groupBy === undefined ? undefined : idOf(ledger.groupBy) };
}

/** After a click on a heading: upwards, downwards, then the default order again. */
export function sortedBy(wish: LedgerWish, column: string): LedgerWish {
  const first = wish.sort[0];
  const sort = column === '' || (first?.column === column && first.descending) ? [] : [{ column, descending: first?.column === column }];
  return { ...wish, sort };
}

/** With a group folded, or open again. */
export function withGroupToggled(wish: LedgerWish, key: string): LedgerWish {
  const folded = new Set(wish.folded);
  if (!folded.delete(key)) folded.add(key);
  return { ...wish, folded };
}
