import {
  add,
  compare,
  floor,
  isShort,
  multiply,
  negate,
  power,
  roundTo,
  sign,
  subtract,
  viaDouble,
  type Rounding,
} from '../../number/arithmetic.ts';
import { toNumber, type Num, isNumber } from '../../number/decimal.ts';
import { checked, powerOf, quotient } from '../operators.ts';
import type { Run } from '../run.ts';
import { isError, raise, type Argument } from '../value.ts';
import { define, listOf, notNegative } from './signature.ts';
import { numbers, sum } from './numbers.ts';

/** A function that goes through doubles; its result is meant to 15 digits. */
const real = (name: string, apply: (x: number) => number) =>
  define(name, 'n', (_, x) => checked(viaDouble(apply(toNumber(x)))));

/** A rounding function with places, by default 0. */
const rounder = (name: string, rounding: Rounding, signature: 'n i' | 'n i?' = 'n i?') =>
  define(name, signature, (_, x, digits = 0) => checked(roundTo(x, digits, rounding)));

/** `x` to a multiple of `step`, counted by whole steps so that 0.1 steps are exact. */
const toMultiple = (x: Num, step: Num, rounding: Rounding): Num =>
  checked(multiply(roundTo(quotient(x, step), 0, rounding), step));

function ceiling(x: Num, step: Num): Num {
  if (sign(step) === 0 || sign(x) === 0) return 0;
  if (sign(x) > 0 && sign(step) < 0) return raise('#NUM!', 'bad-argument');
  return toMultiple(x, step, 'up');
}

function floorTo(x: Num, step: Num): Num {
  if (sign(x) === 0) return 0;
  if (sign(step) === 0) return raise('#DIV/0!', 'division-by-zero');
  if (sign(x) > 0 && sign(step) < 0) return raise('#NUM!', 'bad-argument');
  return toMultiple(x, step, 'down');
}

function mround(x: Num, step: Num): Num {
  if (sign(step) === 0 || sign(x) === 0) return 0;
  return sign(x) !== sign(step) ? raise('#NUM!', 'bad-argument') : toMultiple(x, step, 'half');
}

/** Even, or odd, away from zero. */
function toParity(x: Num, odd: 0 | 1): Num {
  if (sign(x) === 0) return odd;
  const half = toNumber(roundTo(quotient(add(multiply(x, sign(x)), odd), 2), 0, 'up'));
  return (2 * half - odd) * sign(x);
}

/** Non-negative integers for GCD and LCM. */
function wholes(args: readonly Argument[], run: Run): number[] {
  return numbers(args, run)
    .map((n) => notNegative(toNumber(floor(n))))
    .map((n) => (Number.isSafeInteger(n) ? n : raise('#NUM!', 'too-large')));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function combinations(n: number, k: number): Num {
  if (n < 0 || k < 0 || k > n) return raise('#NUM!', 'out-of-range');
  let result: Num = 1;
  for (let at = 1; at <= Math.min(k, n - k); at++) {
    result = checked(roundTo(quotient(multiply(result, n - Math.min(k, n - k) + at), at), 0, 'half'));
    if (at > 2000) return raise('#NUM!', 'too-large');
  }
  return result;
}

/** Products of elements at the same place; what is no number counts as 0, lists must be equally long. */
function sumProduct(run: Run, ...args: Argument[]): Num {
  const lists = args.map((argument) => listOf(argument, run));
  const length = (lists[0] as readonly unknown[]).length;
  if (lists.some((list) => list.length !== length)) return raise('#VALUE!', 'list-length');
  let total: Num = 0;
  for (let at = 0; at < length; at++) {
    if (!isShort(total)) run.charge(1);
    let product: Num = 1;
    for (const list of lists) {
      const cell = list[at];
      if (isError(cell)) throw cell;
      product = multiply(product, cell !== undefined && isNumber(cell) ? cell : 0);
    }
    total = add(total, product);
  }
  return checked(total);
}

const log = (x: Num): number => (toNumber(x) > 0 ? Math.log(toNumber(x)) : raise('#NUM!', 'too-large'));

/** The logarithm, exact for whole powers: `LOG(8,2)` is 3, not 2.9999…96. */
function logarithm(x: Num, base: Num): number {
  const rough = viaDouble(log(x) / (log(base) || raise('#DIV/0!', 'division-by-zero')));
  const whole = Math.round(rough);
  return Math.abs(rough - whole) < 1e-9 && compare(power(base, whole), x) === 0 ? whole : rough;
}

export const maths = [
  define('SUM', 'l+', (run, ...args) => sum(numbers(args, run))),
  define('PRODUCT', 'l+', (run, ...args) => {
    const factors = numbers(args, run);
    return factors.length === 0 ? 0 : checked(factors.reduce((product, n) => checked(multiply(product, n)), 1));
  }),
  define('SUMSQ', 'l+', (run, ...args) => sum(numbers(args, run).map((n) => multiply(n, n)))),
  define('SUMPRODUCT', 'l+', sumProduct),
  rounder('ROUND', 'half', 'n i'),
  rounder('ROUNDUP', 'away', 'n i'),
  rounder('ROUNDDOWN', 'zero', 'n i'),
  rounder('TRUNC', 'zero'),
  define('INT', 'n', (_, x) => floor(x)),
  define('CEILING', 'n n?', (_, x, step = 1) => ceiling(x, step)),
  define('FLOOR', 'n n?', (_, x, step = 1) => floorTo(x, step)),
  define('MROUND', 'n n', (_, x, step) => mround(x, step)),
  define('EVEN', 'n', (_, x) => toParity(x, 0)),
  define('ODD', 'n', (_, x) => toParity(x, 1)),
  define('ABS', 'n', (_, x) => (sign(x) < 0 ? negate(x) : x)),
  define('SIGN', 'n', (_, x) => sign(x)),
  define('MOD', 'n n', (_, x, by) => checked(subtract(x, multiply(by, floor(quotient(x, by)))))),
  define('QUOTIENT', 'n n', (_, x, by) => roundTo(quotient(x, by), 0, 'zero')),
  define('POWER', 'n n', (_, base, exponent) => powerOf(base, exponent)),
  define('SQRT', 'n', (_, x) => viaDouble(Math.sqrt(notNegative(toNumber(x))))),
  real('EXP', Math.exp),
  real('LN', log),
  define('LOG10', 'n', (_, x) => logarithm(x, 10)),
  define('LOG', 'n n?', (_, x, base = 10) => logarithm(x, base)),
  define('PI', '', () => Math.PI),
  define('COMBIN', 'i i', (_, n, k) => combinations(n, k)),
  define('GCD', 'l+', (run, ...args) => wholes(args, run).reduce(gcd, 0)),
  define('LCM', 'l+', (run, ...args) =>
    wholes(args, run).reduce(
      (least: Num, n) => (n === 0 || least === 0 ? 0 : checked(multiply(n / gcd(toNumber(least), n), least))),
      1,
    ),
  ),
];
