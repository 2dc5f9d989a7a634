/** How alike two short texts are, 0 to 1, by the characters and the pairs of characters that they share. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return (shared([...left], [...right]) + shared(pairsOf(left), pairsOf(right))) / 2;
}

function shared(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  for (const each of left) {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
  }
  return (2 * (right.length - rest.length)) / (left.length + right.length);
}

/** The best pairs of two lists: the likest first, each entry once, none below `least`. */
export function bestPairs<A, B>(
  as: readonly A[],
  bs: readonly B[],
  alike: (a: A, b: B) => number,
  least: number,
): readonly (readonly [A, B])[] {
  const all = as
    .flatMap((a) => bs.map((b) => ({ a, b, score: alike(a, b) })))
    .filter(({ score }) => score >= least)
    .sort((x, y) => y.score - x.score);
  const used = new Set<A | B>();
  return all.flatMap(({ a, b }) => {
    if (used.has(a) || used.has(b)) return [];
    used.add(a).add(b);
    return [[a, b] as const];
  });
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
