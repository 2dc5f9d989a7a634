import { ParseFailure } from './failure.ts';
import type { Place } from './tree.ts';

export type TokenType = 'number' | 'text' | 'name' | 'cell' | 'mark' | 'end';

export interface Token {
  readonly type: TokenType;
  /** The number's digits, the text without quotes, the name, or the mark in its half-width form. */
  readonly text: string;
  /** Whether a name was written in brackets: then it is never a function or TRUE. */
  readonly quoted: boolean;
  readonly at: Place;
}

/** Marks that Chinese input methods type, and what they mean. Full-width ASCII (（ ， ＋ …) is shifted by rule. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '<>'],
  ['、', ','],
  ['【', '['],
  ['】', ']'],
  ['〔', '['],
  ['〕', ']'],
  ['。', '.'],
]);
const LETTER = /[\p{L}\p{M}\p{Nl}_]/u;
const WORD = /[\p{L}\p{M}\p{N}_]/u;
const SPACE = /\s/;
const DIGIT = /[0-9]/;
/** Opening quotation marks, and what may close each. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”“'],
  ['”', '”“'],
  ['＂', '＂'],
]);

/** One character with full-width punctuation, digits and Latin letters in their half-width form. */
function plain(character: string): string {
  const spoken = SPOKEN.get(character);
  if (spoken !== undefined) return spoken;
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** The tokens of `text`, the last one of type `end`. Throws a ParseFailure. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const peek = (): string => (at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : '');
  const push = (type: TokenType, value: string, start: number, quoted = false): void => {
    tokens.push({ type, text: value, quoted, at: { start, end: at } });
  };

  while (at < text.length) {
    const start = at;
    const raw = peek();
    const character = plain(raw);
    if (SPACE.test(character)) at += raw.length;
    else if (QUOTES.has(raw)) push('text', readText(), start);
    else if (DIGIT.test(character) || (character === '.' && DIGIT.test(plain(text[at + 1] ?? ''))))
      push('number', readNumber(), start);
    else if (LETTER.test(character)) push('name', readWord(), start);
    else if (character === '[') readBracket();
    else if ('!:$#'.includes(character)) throw new ParseFailure('formula-cell-reference', { start, end: at + 1 }, raw);
    else if ('+-*/^&%=<>(),;{}.'.includes(character[0] as string)) {
      at += raw.length;
      let mark = character;
      const next = plain(peek());
      if ((mark === '<' && (next === '=' || next === '>')) || (mark === '>' && next === '=')) {
        mark += next;
        at += 1;
      }
      push('mark', mark === ';' ? ',' : mark, start);
    } else throw new ParseFailure('formula-character', { start, end: at + raw.length }, raw);
  }
  push('end', '', text.length);
  return tokens;

  function readText(): string {
    const start = at;
    const closing = QUOTES.get(text[at] as string) as string;
    let value = '';
    at += 1;
    for (;;) {
      const character = text[at];
      if (character === undefined) throw new ParseFailure('formula-missing-quote', { start, end: text.length });
      at += 1;
      if (!closing.includes(character)) value += character;
      else if (closing.length === 1 && text[at] === closing) {
        value += character;
        at += 1;
      } else return value;
    }
  }

  function readNumber(): string {
    let value = '';
    const take = (): void => {
      value += plain(peek());
      at += 1;
    };
    const digits = (): void => {
      while (DIGIT.test(plain(peek()))) take();
    };
    digits();
    if (plain(peek()) === '.') {
      take();
      digits();
    }
    if (/e/i.test(plain(peek()))) {
      const signed = '+-'.includes(plain(text[at + 1] ?? ' ')) ? 1 : 0;
      if (DIGIT.test(plain(text[at + 1 + signed] ?? ''))) {
        take();
        if (signed) take();
        digits();
      }
    }
    return value;
  }

  function readWord(): string {
    let value = '';
    for (let raw = peek(); raw !== '' && WORD.test(raw); raw = peek()) {
      value += plain(raw);
      at += raw.length;
    }
    return value;
  }

  /** `['a b']` is a name, `[@score]` a cell of this row; a quote inside a quoted name is doubled. */
  function readBracket(): void {
    const start = at;
    at += 1;
    const cell = plain(peek()) === '@';
    if (cell) at += 1;
    let value = '';
    if (text[at] === "'") {
      at += 1;
      for (;;) {
        const character = text[at];
        if (character === undefined)
          throw new ParseFailure('formula-missing-bracket', { start, end: text.length }, '', "']");
        at += 1;
        if (character !== "'") value += character;
        else if (text[at] === "'") {
          value += character;
          at += 1;
        } else break;
      }
    } else if (cell) {
      while (at < text.length && plain(peek()) !== ']') {
        value += peek();
        at += peek().length;
      }
      value = value.trim();
    } else throw new ParseFailure('formula-name', { start, end: at });
    if (plain(peek()) !== ']') throw new ParseFailure('formula-missing-bracket', { start, end: at }, '', ']');
    at += 1;
    if (value === '') throw new ParseFailure('formula-name', { start, end: at });
    push(cell ? 'cell' : 'name', value, start, true);
  }
}
