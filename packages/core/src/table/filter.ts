/** Whether a source row is wanted. */
export type RowTest = (row: number) => boolean;

/** Row numbers 0 … count−1 that pass every test. */
export function filterRows(count: number, tests: readonly RowTest[]): Uint32Array {
  const rows = new Uint32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (tests.every((test) => test(row))) rows[kept++] = row;
  return rows.subarray(0, kept);
}

/** Text as searching sees it: no case, no difference between full and half width, no blanks at the ends. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** A test that every word of `search` (separated by blanks) is part of the row's text, given as `foldText` makes it; `undefined` for an empty search. */
export function searchTest(search: string, folded: (row: number) => string): RowTest | undefined {
  const words = foldText(search).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return (row) => { const text = folded(row); return words.every((word) => text.includes(word)); };
}

/** A test that the value is one of `wanted`; `undefined` when nothing is wanted in particular. */
export function oneOfTest(wanted: ReadonlySet<string>, value: (row: number) => string | readonly string[]): RowTest | undefined {
  if (wanted.size === 0) return undefined;
  return (row) => { const found = value(row); return typeof found === 'string' ? wanted.has(found) : found.some((each) => wanted.has(each)); };
}

/** A test that a date or other sortable text lies between two bounds, inclusive; either may be `''`. Rows without a value fail it. */
export function betweenTest(from: string, to: string, value: (row: number) => string): RowTest | undefined {
  if (from === '' && to === '') return undefined;
  return (row) => { const found = value(row); return found !== '' && (from === '' || found >= from) && (to === '' || found.slice(0, to.length) <= to); };
}
