/** A line without the number in front of it. */
export interface Numbered {
  readonly rest: string;
  /** The number as it is written, without its punctuation; `''` without one. */
  readonly code: string;
  /**
   * Which kind of number: outer kinds are smaller, `undefined` without one. Of two lines with one kind neither stands
   * inside the other.
   */
  readonly level: number | undefined;
}

const HAN = '[一二三四五六七八九十百]{1,4}';

/** Kinds of numbers from the outermost to the innermost, as official documents use them. */
const KINDS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [0, new RegExp(`^(第${HAN}[章编部])[、.．:：\\s]*`)],
  [1, new RegExp(`^(第${HAN}[条节项])[、.．:：\\s]*`)],
  [1, new RegExp(`^(${HAN})[、.．]\\s*`)],
  [2, new RegExp(`^[（(]\\s*(${HAN})\\s*[)）][、.．]?\\s*`)],
  [4, /^(\d{1,2}(?:[.．]\d{1,2})+)[、.．)）]?\s*(?=[^\d%分次])/],
  [3, /^(\d{1,3})\s*[、)）:：]\s*/],
  [3, /^(\d{1,3})\s*[.．]\s*(?=\D)/],
  [3, /^(\d{1,2})\s+(?=[\u4e00-\u9fff])/],
  [5, /^[（(]\s*(\d{1,3})\s*[)）][、.．]?\s*/],
  [6, /^([①-⑳⑴-⒇❶-❿])\s*[、.．]?\s*/],
  [3, /^([A-Z]\d{1,2})[、.．:：\s]\s*/],
  [7, /^([a-zA-Z])[、.．)）]\s*/],
  [3, /^([●○◆◇■□▪•·*＊\-–—])\s+/],
  [3, /^([●○◆◇■▪•])\s*/],
];

/** Full-width digits, letters and brackets as people's keyboards leave them, half-width; Chinese punctuation stays. */
export const plainDigits = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ．％＋－／]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2010-\u2013\ufe63]/g, '-');

/** Takes the number off the front of a line. */
export function numbered(line: string): Numbered {
  const plain = plainDigits(line).trim();
  for (const [level, pattern] of KINDS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const rest = plain.slice(match[0].length).trim();
    if (rest === '') continue;
    const code = match[1] ?? '';
    return {
      rest,
      code: /^[A-Za-z\d①-⑳]/.test(code) ? code : '',
      level: level === 4 ? 2 + code.split(/[.．]/).length : level,
    };
  }
  return { rest: plain, code: '', level: undefined };
}
