import vocabulary from './vocabulary.json' with { type: 'json' };
import { withoutSpaces } from './words.ts';

const OPEN = new Set(vocabulary.openDates);

/**
 * Whether a cell says in words why there is no date: it has no end (`长期`, `至今`), is to be done at once, or has not
 * come about (`未竣工`). It is neither a date nor a mistake, and means more than an empty cell.
 */
export function isOpenDate(text: string): boolean {
  const plain = withoutSpaces(text);
  return OPEN.has(plain) || /^(暂|尚)?未.{1,4}$/.test(plain);
}
