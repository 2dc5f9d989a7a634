import { fromDigits, generalText, divide, negate, roundTo } from '../number/arithmetic.ts';
import { toNumber, type Num, isNumber } from '../number/decimal.ts';
import { anyDate, recordDate } from './date-texts.ts';
import { isError, raise, type Cell } from './value.ts';

/**
 * Digits with or without thousands signs, point, exponent and percent sign. Each alternative starts differently, so it
 * is linear.
 */
const NUMBER = /^([+-])?(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(e[+-]?\d{1,3})?(%)?$/i;

/** The number that `text` writes, as `VALUE` reads it: `" 1,200.5 "`, `"12%"`, `"1e3"`; `undefined` when it is none. */
export function numberOf(text: string): Num | undefined {
  if (text.length > 400) return undefined;
  const found = NUMBER.exec(text.trim());
  if (!found) return undefined;
  const [, sign, whole = '', fraction = '', power = '', percent] = found;
  if (whole === '' && fraction.length < 2) return undefined;
  const value = fromDigits(`${whole.replace(/,/g, '') || '0'}${fraction === '.' ? '' : fraction}${power}`);
  if (!Number.isFinite(toNumber(value))) return undefined;
  const signed = sign === '-' ? negate(value) : value;
  return percent ? divide(signed, 100) : signed;
}

/** The number or date serial that `text` writes. */
export function numberOrDateOf(text: string): Num | undefined {
  return numberOf(text) ?? anyDate(text.trim());
}

/** `cell` as a number: blank 0, TRUE 1, text that writes a number or a date; else `#VALUE!`. */
export function num(cell: Cell): Num {
  if (isNumber(cell)) return cell;
  if (cell === null) return 0;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (isError(cell)) throw cell;
  return numberOrDateOf(cell) ?? raise('#VALUE!', 'not-a-number', cell);
}

/** `cell` as a JavaScript integer, cut towards zero: places, positions, counts. */
export function integer(cell: Cell): number {
  return toNumber(roundTo(num(cell), 0, 'zero'));
}

/** `cell` as text: blank `""`, TRUE `"TRUE"`, numbers in the General format. */
export function text(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (isNumber(cell)) return generalText(cell);
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  throw cell;
}

/** `cell` as a truth value: numbers other than 0 are TRUE, of texts only `"TRUE"` and `"FALSE"` count. */
export function truth(cell: Cell): boolean {
  if (typeof cell === 'boolean') return cell;
  if (cell === null) return false;
  if (isNumber(cell)) return toNumber(cell) !== 0;
  if (isError(cell)) throw cell;
  const upper = cell.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  return raise('#VALUE!', 'not-a-truth-value', cell);
}

/**
 * The number in a cell of a list, where text and truth values do not count: a number or a record's date; else
 * `undefined`.
 */
export function numberIn(cell: Cell): Num | undefined {
  if (isNumber(cell)) return cell;
  return typeof cell === 'string' ? recordDate(cell) : undefined;
}
