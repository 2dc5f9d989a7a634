import { matchesInitials } from './pinyin.ts';

/** Whether a source row is wanted. */
export type RowTest = (row: number) => boolean;

/** Row numbers 0 … count−1 that pass every test. */
export function filterRows(count: number, tests: readonly RowTest[]): Uint32Array {
  const rows = new Uint32Array(count);
  if (tests.length === 0) {
    for (let row = 0; row < count; row++) rows[row] = row;
    return rows;
  }
  let kept = 0;
  for (let row = 0; row < count; row++) if (passes(tests, row)) rows[kept++] = row;
  return rows.subarray(0, kept);
}

function passes(tests: readonly RowTest[], row: number): boolean {
  for (const test of tests) if (!test(row)) return false;
  return true;
}

/**
 * Texts that folding leaves as they are: no capital letter, nothing full width, nothing composed, no blank at an end.
 */
const FOLDED =
  /^(?:[\u0021-\u0040\u005b-\u007e\u3001-\u303d\u4e00-\u9fff](?:[\u0020-\u0040\u005b-\u007e\u3001-\u303d\u4e00-\u9fff\n]*[\u0021-\u0040\u005b-\u007e\u3001-\u303d\u4e00-\u9fff])?)?$/;

/** Text as searching sees it: no case, no difference between full and half width, no blanks at the ends. */
export function foldText(text: string): string {
  return FOLDED.test(text) ? text : text.normalize('NFKC').toLowerCase().trim();
}

/** Whether folding leaves a text as it is. */
export const isFolded = (text: string): boolean => FOLDED.test(text);

/** The words of a search, folded; blanks separate them. */
export function searchWords(search: string): string[] {
  return foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * Whether a folded text contains a folded word. Two letters and more also find what the pinyin of neighbouring
 * characters begins with.
 */
export function wordTest(word: string): (folded: string) => boolean {
  if (!/^[a-z][a-z0-9]+$/.test(word)) return (folded) => folded.includes(word);
  return (folded) => folded.includes(word) || matchesInitials(folded, word);
}

/** A test that the value is one of `wanted`; `undefined` when nothing is wanted in particular. */
export function oneOfTest(
  wanted: ReadonlySet<string>,
  value: (row: number) => string | readonly string[],
): RowTest | undefined {
  if (wanted.size === 0) return undefined;
  return (row) => {
    const found = value(row);
    return typeof found === 'string' ? wanted.has(found) : found.some((each) => wanted.has(each));
  };
}

/**
 * A test that a date or other sortable text lies between two bounds, inclusive; either may be `''`. Rows without a
 * value fail it.
 */
export function betweenTest(from: string, to: string, value: (row: number) => string): RowTest | undefined {
  if (from === '' && to === '') return undefined;
  return (row) => {
    const found = value(row);
    return found !== '' && (from === '' || found >= from) && (to === '' || found.slice(0, to.length) <= to);
  };
}

/** The same for numbers; `null` is no bound. */
export function amountTest(
  from: number | null,
  to: number | null,
  value: (row: number) => number | null,
): RowTest | undefined {
  if (from === null && to === null) return undefined;
  return (row) => {
    const found = value(row);
    return found !== null && (from === null || found >= from) && (to === null || found <= to);
  };
}
