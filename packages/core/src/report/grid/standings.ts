import { compare } from '../../number/arithmetic.ts';

/** Where one stands among others: equal values share a rank and the next is skipped. */
export interface Standing {
  readonly rank: number;
  readonly value: number;
  readonly others: number;
  /** Others with an equal or worse value. */
  readonly notBetter: number;
}

/** Ranks by value; `way` 1: the highest is the best. */
export function standingsOf(
  ranked: readonly { readonly node: number; readonly value: number }[],
  way: 1 | -1,
): ReadonlyMap<number, Standing> {
  const sorted = [...ranked].sort((a, b) => way * compare(b.value, a.value));
  const found = new Map<number, Standing>();
  sorted.forEach(({ node, value }, at) => {
    const before = at > 0 ? (sorted[at - 1] as { node: number; value: number }) : undefined;
    const rank = before && compare(before.value, value) === 0 ? (found.get(before.node) as Standing).rank : at + 1;
    found.set(node, { rank, value, others: sorted.length - 1, notBetter: sorted.length - rank });
  });
  return found;
}
