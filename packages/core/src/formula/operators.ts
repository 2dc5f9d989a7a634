import { add, compare, divide, multiply, negate, power, subtract } from '../number/arithmetic.ts';
import { toNumber, type Num, isNumber } from '../number/decimal.ts';
import { num, text } from './coerce.ts';
import { anyDate, recordDate } from './date-texts.ts';
import type { Run } from './run.ts';
import type { Operator } from './tree.ts';
import { FormulaError, isError, isList, raise, type Argument, type Cell } from './value.ts';

type Binary = (a: Cell, b: Cell, run: Run) => Cell;

/** `n`, or `#NUM!` when the calculation left the range of numbers. */
export function checked(n: Num): Num {
  return typeof n === 'number' && !Number.isFinite(n) ? raise('#NUM!', 'too-large') : n;
}

export function quotient(a: Num, b: Num): Num {
  return toNumber(b) === 0 ? raise('#DIV/0!', 'division-by-zero') : checked(divide(a, b));
}

/** `base` to `exponent`, with Excel's errors for 0^0, 0^-1 and roots of negative numbers. */
export function powerOf(base: Num, exponent: Num): Num {
  const [b, e] = [toNumber(base), toNumber(exponent)];
  if (b === 0 && e === 0) return raise('#NUM!', 'too-large');
  if (b === 0 && e < 0) return raise('#DIV/0!', 'division-by-zero');
  return checked(power(base, exponent));
}

/** Blank, number and date are one kind, then text, then truth values: the order in which Excel sorts kinds. */
function kind(cell: Cell): 0 | 1 | 2 {
  return typeof cell === 'string' ? 1 : typeof cell === 'boolean' ? 2 : 0;
}

/**
 * Negative, zero or positive as Excel compares: numbers < texts < truth values, texts without regard to case, numbers
 * by 15 digits, a blank as the other side's zero, `""` or FALSE. A record's date compares with numbers and dates as a
 * date.
 */
export function compareCells(a: Cell, b: Cell): number {
  if (isNumber(a) && isNumber(b)) return compare(a, b);
  if (isError(a)) throw a;
  if (isError(b)) throw b;
  if (a === null) return b === null ? 0 : -compareCells(b, null);
  if (b === null) return compareSame(a, typeof a === 'string' ? '' : typeof a === 'boolean' ? false : 0);
  if (typeof a === 'string' || typeof b === 'string') {
    const [left, right] = [dateBeside(a, b), dateBeside(b, a)];
    if (left !== undefined && right !== undefined) return compare(left, right);
  }
  return kind(a) === kind(b) ? compareSame(a, b) : kind(a) - kind(b);
}

/**
 * `cell` as a date or number, when it stands beside a number or date and at least one of the two is a record's date.
 */
function dateBeside(cell: Cell, other: Cell): Num | undefined {
  if (isNumber(cell)) return cell;
  if (typeof cell !== 'string') return undefined;
  return recordDate(cell) ?? (typeof other === 'string' && recordDate(other) !== undefined ? anyDate(cell) : undefined);
}

function compareSame(a: Cell, b: Cell): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return isNumber(a) && isNumber(b) ? compare(a, b) : 0;
}

/**
 * Without regard to case, by code unit: Chinese texts are ordered by code, not by pinyin. Looks no further than the
 * first difference, so that a long text among many short ones costs nothing.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(at) === b.charCodeAt(at)) continue;
    const [left, right] = [a.charAt(at).toLowerCase(), b.charAt(at).toLowerCase()];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

export const OPERATORS: Readonly<Record<Operator, Binary>> = {
  '+': (a, b) => checked(add(num(a), num(b))),
  '-': (a, b) => checked(subtract(num(a), num(b))),
  '*': (a, b) => checked(multiply(num(a), num(b))),
  '/': (a, b) => quotient(num(a), num(b)),
  '^': (a, b) => powerOf(num(a), num(b)),
  '&': (a, b, run) => {
    const [left, right] = [text(a), text(b)];
    run.chargeText(left.length + right.length);
    return left + right;
  },
  '=': (a, b) => compareCells(a, b) === 0,
  '<>': (a, b) => compareCells(a, b) !== 0,
  '<': (a, b) => compareCells(a, b) < 0,
  '>': (a, b) => compareCells(a, b) > 0,
  '<=': (a, b) => compareCells(a, b) <= 0,
  '>=': (a, b) => compareCells(a, b) >= 0,
};

export const minus = (cell: Cell): Cell => negate(num(cell));
/** A leading `+` changes nothing, not even text, as in Excel. */
export const plus = (cell: Cell): Cell => cell;
export const percent = (cell: Cell): Cell => divide(num(cell), 100);

/** Applies `apply` to one value, or to each of a list; an error in a list stays in its place. */
export function eachOf(argument: Argument, run: Run, apply: (cell: Cell) => Cell): Argument {
  if (!isList(argument)) return apply(argument);
  return overList(argument.length, run, (at) => apply(argument[at] as Cell));
}

/**
 * Applies `apply` to two values; a single value is paired with each of a list, and what a shorter list lacks is `#N/A`.
 */
export function pairOf(a: Argument, b: Argument, run: Run, apply: Binary): Argument {
  if (!isList(a) && !isList(b)) return apply(a, b, run);
  const length = Math.max(isList(a) ? a.length : 0, isList(b) ? b.length : 0);
  return overList(length, run, (at) => apply(elementOf(a, at), elementOf(b, at), run));
}

/** Element `at` of a list; a value by itself, and a list of one, stand for every element. */
export function elementOf(argument: Argument, at: number): Cell {
  if (!isList(argument)) return argument;
  const cell = argument.length === 1 ? argument[0] : argument[at];
  return cell === undefined ? new FormulaError('#N/A', 'list-length') : cell;
}

/** A list made element by element, each of which counts as a step and may be an error of its own. */
export function overList(length: number, run: Run, make: (at: number) => Cell): Cell[] {
  run.chargeList(length);
  const list: Cell[] = [];
  for (let at = 0; at < length; at++) {
    run.charge(1);
    try {
      list.push(make(at));
    } catch (error) {
      if (!(error instanceof FormulaError) || error.code === 'over-budget') throw error;
      list.push(error);
    }
  }
  return list;
}
