/** Significant digits that a calculation carries, as in IEEE 754 decimal128. */
export const DIGITS = 34;

const ZERO = BigInt(0);
const ONE = BigInt(1);
const TWO = BigInt(2);
const TEN = BigInt(10);
const powers: bigint[] = [ONE];

/** 10 to the power `n` (n ≥ 0); every power is multiplied out only once. */
export function powerOfTen(n: number): bigint {
  for (let at = powers.length; at <= n; at++) powers.push((powers[at - 1] as bigint) * TEN);
  return powers[n] as bigint;
}

const DIGITS_LIMIT = powerOfTen(DIGITS);
const NUMBER_LIMIT = powerOfTen(15);

/** An exact decimal with more digits than a JavaScript number can stand for: `coefficient` × 10^`exponent`. */
export class Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;

  constructor(coefficient: bigint, exponent: number) {
    this.coefficient = coefficient;
    this.exponent = exponent;
  }
}

/**
 * A number of the formula language. A JavaScript number stands for the decimal that JavaScript writes for it, so `0.1`
 * is one tenth; anything that needs 16 digits or more is a `Decimal`. Too large is ±Infinity, which callers turn into
 * `#NUM!`.
 */
export type Num = number | Decimal;

export function isNumber(value: unknown): value is Num {
  return typeof value === 'number' || value instanceof Decimal;
}

/** `num` as coefficient and exponent. `num` must be finite. */
export function toDecimal(num: Num): Decimal {
  if (typeof num !== 'number') return num;
  if (Number.isSafeInteger(num)) return new Decimal(BigInt(num), 0);
  const text = String(num);
  const power = text.indexOf('e');
  const end = power < 0 ? text.length : power;
  const point = text.indexOf('.');
  const exponent = power < 0 ? 0 : Number(text.slice(power + 1));
  if (point < 0) return new Decimal(BigInt(text.slice(0, end)), exponent);
  return new Decimal(BigInt(text.slice(0, point) + text.slice(point + 1, end)), exponent - (end - point - 1));
}

/** The JavaScript number nearest to `num`. */
export function toNumber(num: Num): number {
  return typeof num === 'number' ? num : Number(`${num.coefficient}e${num.exponent}`);
}

/**
 * `coefficient` × 10^`exponent`, rounded to `digits` and in the smallest form: a number wherever one says it exactly.
 */
export function fromParts(coefficient: bigint, exponent: number, digits = DIGITS): Num {
  if (coefficient === ZERO) return 0;
  let c = coefficient;
  let e = exponent;
  const limit = digits === DIGITS ? DIGITS_LIMIT : powerOfTen(digits);
  if (c >= limit || -c >= limit) {
    const surplus = digitCount(c) - digits;
    c = divideRounded(c, powerOfTen(surplus));
    e += surplus;
  }
  if ((c >= NUMBER_LIMIT || -c >= NUMBER_LIMIT) && c % TEN === ZERO) {
    for (let zeros = 16; zeros > 0; zeros >>= 1) {
      while (c % powerOfTen(zeros) === ZERO) {
        c /= powerOfTen(zeros);
        e += zeros;
      }
    }
  }
  const magnitude = e > 300 || e < -300 ? digitCount(c) + e : e;
  if (magnitude > 309) return c > ZERO ? Infinity : -Infinity;
  if (magnitude < -307) return 0;
  if (c >= NUMBER_LIMIT || -c >= NUMBER_LIMIT) return new Decimal(c, e);
  const small = Number(c);
  if (e >= -22 && e <= 0) return small / 10 ** -e; // both exact, so the quotient is the nearest double
  return Number(`${small}e${e}`);
}

/** How many decimal digits `c` has. */
export function digitCount(c: bigint): number {
  return String(c < ZERO ? -c : c).length;
}

/** `a` ÷ `b` (b > 0) as an integer, half away from zero. */
export function divideRounded(a: bigint, b: bigint): bigint {
  const half = b / TWO; // powers of ten: even, or 1
  return a < ZERO ? (a - half) / b : (a + half) / b;
}

/** Exact sum, rounded to 34 digits. */
export function addDecimals(a: Decimal, b: Decimal): Num {
  if (a.coefficient === ZERO) return fromParts(b.coefficient, b.exponent);
  if (b.coefficient === ZERO) return fromParts(a.coefficient, a.exponent);
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  const gap = high.exponent - low.exponent;
  // So far apart that the lower one can no longer reach a kept digit.
  if (gap > 2 * DIGITS + digitCount(low.coefficient)) return fromParts(high.coefficient, high.exponent);
  return fromParts(high.coefficient * powerOfTen(gap) + low.coefficient, low.exponent);
}

/** Exact product, rounded to 34 digits. */
export function multiplyDecimals(a: Decimal, b: Decimal): Num {
  return fromParts(a.coefficient * b.coefficient, a.exponent + b.exponent);
}

/** Quotient to 34 digits; `b` must not be zero. */
export function divideDecimals(a: Decimal, b: Decimal): Num {
  const shift = Math.max(0, DIGITS + 2 + digitCount(b.coefficient) - digitCount(a.coefficient));
  return fromParts((a.coefficient * powerOfTen(shift)) / b.coefficient, a.exponent - b.exponent - shift);
}
