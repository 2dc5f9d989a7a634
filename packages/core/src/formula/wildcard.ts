import type { Run } from './run.ts';
import { raise } from './value.ts';

/** Excel's own limit for a text with wildcards. */
const LONGEST = 255;

/** One element of a pattern: a character, `?` (any one character) or `*` (any characters). */
type Element = { readonly any: 'one' | 'many' } | { readonly character: string };

/** Whether `pattern` uses `?`, `*` or `~`. */
export function hasWildcards(pattern: string): boolean {
  return /[?*~]/.test(pattern);
}

function elementsOf(pattern: string): Element[] {
  if (pattern.length > LONGEST) raise('#VALUE!', 'too-large', pattern);
  const elements: Element[] = [];
  const characters = Array.from(pattern.toLowerCase());
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const next = characters[at + 1];
    if (character === '~' && (next === '?' || next === '*' || next === '~'))
      elements.push({ character: characters[++at] as string });
    else if (character === '?') elements.push({ any: 'one' });
    else if (character === '*') elements.push({ any: 'many' });
    else elements.push({ character });
  }
  return elements;
}

/**
 * A test of whole texts against `pattern`, without regard to case. Goes back only to the last `*`, and counts its work.
 */
export function wildcardTest(pattern: string, run: Run): (text: string) => boolean {
  const elements = elementsOf(pattern);
  return (text) => {
    run.charge(text.length >> 6);
    return matches(elements, Array.from(text.toLowerCase()), 0, run, true) >= 0;
  };
}

/** Where `pattern` first occurs in `text` from code point `from` on (0-based), or -1. */
export function wildcardSearch(pattern: string, text: string, from: number, run: Run): number {
  const elements = elementsOf(pattern);
  const characters = Array.from(text.toLowerCase());
  for (let at = from; at <= characters.length; at++) {
    if (matches(elements, characters, at, run, false) >= 0) return at;
  }
  return -1;
}

/** The end of the match at `start`, or -1; `whole` asks that it reaches the end of the text. */
function matches(
  elements: readonly Element[],
  text: readonly string[],
  start: number,
  run: Run,
  whole: boolean,
): number {
  let at = start;
  let element = 0;
  let star = -1; // the last `*` passed, and where its rest was last tried
  let tried = start;
  let work = 0;
  for (;;) {
    if (++work === 64) {
      run.charge(1);
      work = 0;
    }
    const wanted = elements[element];
    if (wanted === undefined && (!whole || at === text.length)) return at;
    if (wanted && 'any' in wanted && wanted.any === 'many') {
      star = element++;
      tried = at;
    } else if (at < text.length && wanted && ('any' in wanted || wanted.character === text[at])) {
      at += 1;
      element += 1;
    } else if (star >= 0 && tried < text.length) {
      element = star + 1;
      at = ++tried;
    } else return -1;
  }
}
