/** One change of a text: at `at` (UTF-16 units) `removed` stood and `inserted` stands now. */
export interface Splice {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/**
 * `text` after `splices`, one after the other. Throws a RangeError where a splice does not fit: the text is another
 * one.
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  let now = text;
  for (const { at, removed, inserted } of splices) {
    if (now.slice(at, at + removed.length) !== removed)
      throw new RangeError(`the text at ${at} is not what the change was made for`);
    now = now.slice(0, at) + inserted + now.slice(at + removed.length);
  }
  return now;
}

/** What takes `splices` back. */
export function inverse(splices: readonly Splice[]): Splice[] {
  return [...splices].reverse().map(({ at, removed, inserted }) => ({ at, removed: inserted, inserted: removed }));
}

/**
 * The one splice that makes `after` of `before`: what both have in common at either end is left out. No splice for
 * equal texts.
 */
export function spliceBetween(before: string, after: string): Splice | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    at: start,
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  };
}
