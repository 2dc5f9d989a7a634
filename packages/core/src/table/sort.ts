import { BLANK } from './text-ranks.ts';

/** One sorting key: the rank of every source row, `BLANK` where it has no value. */
export interface SortKey {
  readonly ranks: Uint32Array;
  readonly descending?: boolean;
}

/** The place of every number in order; `null` and NaN are blank. */
export function numberRanks(numbers: readonly (number | null)[]): Uint32Array {
  const distinct = Float64Array.from(
    new Set(numbers.filter((value): value is number => value !== null && !Number.isNaN(value))),
  ).sort();
  const rank = new Map<number, number>();
  distinct.forEach((value, at) => rank.set(value, at));
  return Uint32Array.from(numbers, (value) => (value === null ? BLANK : (rank.get(value) ?? BLANK)));
}

/** The place of every value in a fixed list, such as the options of a choice; values outside it come after it. */
export function listRanks(values: readonly (string | null)[], list: readonly string[]): Uint32Array {
  const rank = new Map(list.map((value, at) => [value, at]));
  return Uint32Array.from(values, (value) =>
    value === null || value === '' ? BLANK : (rank.get(value) ?? list.length),
  );
}

/** `rows` sorted by all keys, the first being the most important. Stable; blank values come last in both directions. */
export function sortRows(rows: Uint32Array, keys: readonly SortKey[]): Uint32Array {
  let order = rows;
  for (let at = keys.length - 1; at >= 0; at--) order = countingSort(order, keys[at]!);
  return order;
}

function countingSort(rows: Uint32Array, { ranks, descending = false }: SortKey): Uint32Array {
  const count = rows.length;
  let top = 0;
  for (let at = 0; at < count; at++) {
    const rank = ranks[rows[at]!] ?? BLANK;
    if (rank !== BLANK && rank > top) top = rank;
  }
  const places = new Uint32Array(count);
  const starts = new Uint32Array(top + 3);
  for (let at = 0; at < count; at++) {
    const rank = ranks[rows[at]!] ?? BLANK;
    const place = rank === BLANK ? top + 1 : descending ? top - rank : rank;
    places[at] = place;
    starts[place + 1]! += 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const sorted = new Uint32Array(count);
  for (let at = 0; at < count; at++) sorted[starts[places[at]!]!++] = rows[at]!;
  return sorted;
}
