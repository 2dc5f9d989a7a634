import { fixedText } from '../../number/arithmetic.ts';
import { isNumber } from '../../number/decimal.ts';
import { numberOrDateOf, text } from '../coerce.ts';
import { recordDate } from '../date-texts.ts';
import type { Run } from '../run.ts';
import { raise, type Argument } from '../value.ts';
import { wildcardSearch } from '../wildcard.ts';
import { formatText, grouped } from './format.ts';
import { alias, define, listOf } from './signature.ts';

const SURROGATE = /[\ud800-\udfff]/;

/** Code points of `value`: a rare character (U+20000 and up) is one, though Excel counts it as two. */
function lengthOf(value: string): number {
  return SURROGATE.test(value) ? Array.from(value).length : value.length;
}

/** From code point `start` (0-based) to `end`. */
function part(value: string, start: number, end: number): string {
  return SURROGATE.test(value) ? Array.from(value).slice(start, end).join('') : value.slice(start, end);
}

const position = (at: number, least: 0 | 1): number =>
  at >= least ? at : raise('#VALUE!', 'out-of-range', String(at));

/** Where `wanted` begins in `value` from code point `from` (1-based) on, or `#VALUE!`. */
function find(wanted: string, value: string, from: number): number {
  if (position(from, 1) > lengthOf(value) + 1) return raise('#VALUE!', 'out-of-range', String(from));
  const at = value.indexOf(wanted, part(value, 0, from - 1).length);
  return at < 0 ? raise('#VALUE!', 'no-match', wanted) : lengthOf(value.slice(0, at)) + 1;
}

function search(run: Run, wanted: string, value: string, from = 1): number {
  if (position(from, 1) > lengthOf(value) + 1) return raise('#VALUE!', 'out-of-range', String(from));
  const at = wildcardSearch(wanted, value, from - 1, run);
  return at < 0 ? raise('#VALUE!', 'no-match', wanted) : at + 1;
}

/** `pieces` put together with `between`, measured before it is made. */
function join(pieces: readonly string[], between: string, run: Run): string {
  run.chargeText(pieces.reduce((total, piece) => total + piece.length + between.length, 0));
  return pieces.join(between);
}

/** Every text in `args`, in order. */
function piecesOf(args: readonly Argument[], run: Run): string[] {
  const pieces: string[] = [];
  for (const argument of args) for (const cell of listOf(argument, run)) pieces.push(text(cell));
  return pieces;
}

function substitute(run: Run, value: string, old: string, replacement: string, which?: number): string {
  if (which !== undefined && which < 1) return raise('#VALUE!', 'out-of-range', String(which));
  if (old === '') return value;
  const pieces = value.split(old);
  if (which === undefined) return join(pieces, replacement, run);
  if (which >= pieces.length) return value;
  run.chargeText(value.length + replacement.length);
  return pieces.slice(0, which).join(old) + replacement + pieces.slice(which).join(old);
}

/** First letter of each word in capitals; Chinese characters have no case and are left alone. */
function proper(value: string): string {
  return value.toLowerCase().replace(/\p{L}+/gu, (word) => part(word, 0, 1).toUpperCase() + part(word, 1, word.length));
}

/** Full-width ASCII to half-width and back; an office's forms mix both. */
const narrow = (value: string): string =>
  value.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
const wide = (value: string): string =>
  value.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');

function character(code: number, last: number): string {
  if (code < 1 || code > last || (code >= 0xd800 && code <= 0xdfff))
    return raise('#VALUE!', 'out-of-range', String(code));
  return String.fromCodePoint(code);
}

function codeOf(value: string): number {
  return value.codePointAt(0) ?? raise('#VALUE!', 'bad-argument');
}

const concat = define('CONCAT', 'l+', (run, ...args) => join(piecesOf(args, run), '', run));

export const texts = [
  define('LEN', 't', (_, value) => lengthOf(value)),
  define('LEFT', 't i?', (_, value, count = 1) => part(value, 0, position(count, 0))),
  define('RIGHT', 't i?', (_, value, count = 1) =>
    part(value, Math.max(0, lengthOf(value) - position(count, 0)), Infinity),
  ),
  define('MID', 't i i', (_, value, from, count) => part(value, position(from, 1) - 1, from - 1 + position(count, 0))),
  define('FIND', 't t i?', (_, wanted, value, from = 1) => find(wanted, value, from)),
  define('SEARCH', 't t i?', search),
  define('SUBSTITUTE', 't t t i?', substitute),
  define('REPLACE', 't i i t', (run, value, from, count, replacement) =>
    join(
      [part(value, 0, position(from, 1) - 1), replacement, part(value, from - 1 + position(count, 0), Infinity)],
      '',
      run,
    ),
  ),
  define('TRIM', 't', (_, value) => value.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  define('CLEAN', 't', (_, value) => value.replace(/[\u0000-\u001f]/g, '')),
  define('UPPER', 't', (_, value) => value.toUpperCase()),
  define('LOWER', 't', (_, value) => value.toLowerCase()),
  define('PROPER', 't', (_, value) => proper(value)),
  define('ASC', 't', (_, value) => narrow(value)),
  define('DBCS', 't', (_, value) => wide(value)),
  concat,
  alias('CONCATENATE', concat),
  define('TEXTJOIN', 't b l+', (run, between, skipBlank, ...args) => {
    const pieces = piecesOf(args, run);
    return join(skipBlank ? pieces.filter((piece) => piece !== '') : pieces, between, run);
  }),
  define('EXACT', 't t', (_, a, b) => a === b),
  define('REPT', 't i', (run, value, times) => {
    run.chargeText(value.length * position(times, 0));
    return value.repeat(times);
  }),
  define('T', 'v', (_, cell) => (typeof cell === 'string' ? cell : '')),
  define('N', 'v', (_, cell) => {
    if (isNumber(cell)) return cell;
    return typeof cell === 'boolean' ? Number(cell) : typeof cell === 'string' ? (recordDate(cell) ?? 0) : 0;
  }),
  define('VALUE', 'v', (_, cell) => {
    if (isNumber(cell)) return cell;
    return cell === null
      ? 0
      : typeof cell === 'string'
        ? (numberOrDateOf(cell) ?? raise('#VALUE!', 'not-a-number', cell))
        : raise('#VALUE!', 'not-a-number');
  }),
  define('TEXT', 'v t', (run, cell, format) => formatText(cell, format, run)),
  define('FIXED', 'n i? b?', (_, n, digits = 2, plain = false) => {
    const shown = fixedText(n, Math.max(0, Math.min(30, digits)));
    return plain ? shown : grouped(shown);
  }),
  define('CHAR', 'i', (_, code) => character(code, 127)),
  define('CODE', 't', (_, value) => codeOf(value)),
  define('UNICHAR', 'i', (_, code) => character(code, 0x10ffff)),
  define('UNICODE', 't', (_, value) => codeOf(value)),
];
