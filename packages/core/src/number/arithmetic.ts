import {
  addDecimals,
  Decimal,
  divideDecimals,
  divideRounded,
  fromParts,
  multiplyDecimals,
  powerOfTen,
  toDecimal,
  toNumber,
  type Num,
} from './decimal.ts';

// Scores, counts and money have few places. Scaled to integers below 10^15 they are added and multiplied exactly as
// plain
// numbers; only what does not fit goes through BigInt.
const SCALE = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;
const EXACT = 1e15;

/** How many decimal places `n` has (0…6), or -1 when it has more, or too many digits for the short way. */
function places(n: number): number {
  if (Number.isInteger(n)) return n < EXACT && n > -EXACT ? 0 : -1;
  for (let k = 1; k < SCALE.length; k++) {
    const scaled = Math.round(n * (SCALE[k] as number));
    if (scaled / (SCALE[k] as number) === n) return scaled < EXACT && scaled > -EXACT ? k : -1;
  }
  return -1;
}

/** Whether `num` is added and multiplied as a plain number; others take about thirty times as long. */
export function isShort(num: Num): boolean {
  return typeof num === 'number' && places(num) >= 0;
}

export function add(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(sum)) return sum;
    const ka = places(a);
    const kb = ka < 0 ? -1 : places(b);
    if (kb >= 0) {
      const scale = SCALE[Math.max(ka, kb)] as number;
      const scaled = Math.round(a * scale) + Math.round(b * scale);
      if (Math.abs(a * scale) < EXACT && Math.abs(b * scale) < EXACT && Math.abs(scaled) < EXACT)
        return clean(scaled / scale);
    }
    if (!Number.isFinite(sum)) return sum;
  }
  return finite(a) && finite(b) ? addDecimals(toDecimal(a), toDecimal(b)) : NaN;
}

/**
 * The sum of `list`. Long numbers are gathered exactly in one coefficient and rounded once, which is also twice as
 * fast.
 */
export function sumOf(list: readonly Num[]): Num {
  let total: Num = 0;
  let coefficient = BigInt(0);
  let exponent = 0;
  for (const n of list) {
    if (isShort(n) || !finite(n)) total = add(total, n);
    else {
      const long = toDecimal(n);
      if (long.exponent < exponent) {
        coefficient *= powerOfTen(exponent - long.exponent);
        exponent = long.exponent;
      }
      coefficient +=
        long.exponent === exponent ? long.coefficient : long.coefficient * powerOfTen(long.exponent - exponent);
    }
  }
  return add(total, fromParts(coefficient, exponent));
}

export function negate(a: Num): Num {
  return typeof a === 'number' ? clean(-a) : new Decimal(-a.coefficient, a.exponent);
}

export function subtract(a: Num, b: Num): Num {
  return add(a, negate(b));
}

export function multiply(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(product)) return clean(product);
    const ka = places(a);
    const kb = ka < 0 ? -1 : places(b);
    if (kb >= 0) {
      const scaled = Math.round(a * (SCALE[ka] as number)) * Math.round(b * (SCALE[kb] as number));
      if (Math.abs(scaled) < EXACT) return clean(scaled / ((SCALE[ka] as number) * (SCALE[kb] as number)));
    }
  }
  return finite(a) && finite(b) ? multiplyDecimals(toDecimal(a), toDecimal(b)) : NaN;
}

/** `a` ÷ `b`; callers answer a zero `b` with `#DIV/0!` first. */
export function divide(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const ka = places(a);
    const kb = ka < 0 ? -1 : places(b);
    if (kb >= 0) {
      const scale = SCALE[Math.max(ka, kb)] as number;
      const over = Math.round(a * scale);
      const under = Math.round(b * scale);
      const quotient = over / under;
      const kq = places(quotient);
      if (kq >= 0) {
        const back = Math.round(quotient * (SCALE[kq] as number)) * under;
        const whole = over * (SCALE[kq] as number);
        if (back === whole && Number.isSafeInteger(back)) return clean(quotient);
      }
    }
  }
  return finite(a) && finite(b) ? divideDecimals(toDecimal(a), toDecimal(b)) : NaN;
}

/** `num` rounded to 15 significant digits, as Excel shows and compares numbers; fits a JavaScript number. */
export function round15(num: Num): number {
  if (typeof num === 'number') return places(num) >= 0 || !Number.isFinite(num) ? num : Number(num.toPrecision(15));
  return toNumber(fromParts(num.coefficient, num.exponent, 15));
}

/** Negative, zero or positive, after both are rounded to 15 digits: `0.1+0.2` equals `0.3`, `1/3*3` equals `1`. */
export function compare(a: Num, b: Num): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') {
    const gap = a - b;
    if (Math.abs(gap) > 1e-12 * Math.max(Math.abs(a), Math.abs(b))) return gap;
  }
  return round15(a) - round15(b);
}

export function sign(a: Num): -1 | 0 | 1 {
  const n = toNumber(a);
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/** Where the dropped digits go: half away from zero, away from zero, towards zero, down, up. */
export type Rounding = 'half' | 'away' | 'zero' | 'down' | 'up';

/** `num`, first rounded to 15 digits, then to `digits` places (negative: tens, hundreds …). */
export function roundTo(num: Num, digits: number, rounding: Rounding): Num {
  const value = round15(num);
  const n = Math.max(-310, Math.min(310, digits));
  const k = places(value);
  if (k >= 0 && n >= k) return value;
  if (k >= 0 && n >= 0) {
    const step = SCALE[k - n] as number;
    const scaled = Math.round(value * (SCALE[k] as number));
    const rest = scaled % step;
    return clean(
      ((scaled - rest) / step + carry(rounding, scaled < 0, rest !== 0, Math.abs(rest) * 2 >= step)) /
        (SCALE[n] as number),
    );
  }
  if (!Number.isFinite(value)) return value;
  const { coefficient, exponent } = toDecimal(value);
  const drop = -exponent - n;
  if (drop <= 0) return value;
  const step = powerOfTen(Math.min(drop, 700));
  const rest = coefficient % step;
  const negative = coefficient < BigInt(0);
  const half = (negative ? -rest : rest) * BigInt(2) >= step;
  return fromParts((coefficient - rest) / step + BigInt(carry(rounding, negative, rest !== BigInt(0), half)), -n);
}

function carry(rounding: Rounding, negative: boolean, inexact: boolean, half: boolean): number {
  if (!inexact) return 0;
  const away = negative ? -1 : 1;
  switch (rounding) {
    case 'half':
      return half ? away : 0;
    case 'away':
      return away;
    case 'zero':
      return 0;
    case 'down':
      return negative ? -1 : 0;
    case 'up':
      return negative ? 0 : 1;
  }
}

/** The largest integer not above `num`, after rounding to 15 digits. */
export function floor(num: Num): Num {
  return roundTo(num, 0, 'down');
}

/**
 * `base` to `exponent`: exact to 34 digits for integer exponents, to 15 digits otherwise; NaN where there is no real
 * answer.
 */
export function power(base: Num, exponent: Num): Num {
  const n = toNumber(exponent);
  if (!Number.isInteger(n) || Math.abs(n) > 1024) return viaDouble(Math.pow(toNumber(base), n));
  let result: Num = 1;
  let square = base;
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    if (!finite(result)) return n > 0 ? result : 0;
    if (left > 1) square = multiply(square, square);
    if (!finite(square)) return n > 0 ? square : 0;
  }
  if (n >= 0) return result;
  return sign(result) === 0 ? Infinity : divide(1, result);
}

/** A double out of a transcendental function: only its first 15 digits are meant. */
export function viaDouble(n: number): number {
  return Number.isFinite(n) ? clean(Number(n.toPrecision(15))) : n;
}

/** Text of an unsigned decimal number in plain digits as a `Num`: `"0.10"`, `"12e3"`. */
export function fromDigits(text: string): Num {
  const n = Number(text);
  if (text.length <= 15 || !Number.isFinite(n)) return clean(n);
  const [digits = '0', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  return fromParts(BigInt(whole + fraction), Number(power) - fraction.length);
}

/** `num` as Excel's General format writes it: 15 digits, `1E+21` from 10^21 on, `1E-10` below 10^-9. */
export function generalText(num: Num): string {
  const value = round15(num);
  const text = String(value);
  const at = text.indexOf('e');
  if (at < 0) return text;
  const power = Number(text.slice(at + 1));
  if (power < 0 && power >= -9)
    return value.toFixed(Math.min(100, text.slice(0, at).replace(/[-.]/g, '').length - 1 - power));
  return `${text.slice(0, at)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** `num` with exactly `digits` places (0…30), half away from zero, no thousands signs: `"-1.50"`. */
export function fixedText(num: Num, digits: number): string {
  const { coefficient, exponent } = toDecimal(roundTo(num, digits, 'half'));
  const shift = digits + exponent;
  const scaled = shift >= 0 ? coefficient * powerOfTen(shift) : divideRounded(coefficient, powerOfTen(-shift));
  const negative = scaled < BigInt(0);
  const text = String(negative ? -scaled : scaled).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${negative ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(text.length - digits)}` : ''}`;
}

function finite(num: Num): boolean {
  return typeof num !== 'number' || Number.isFinite(num);
}

/** Zero has no sign here. */
function clean(n: number): number {
  return n === 0 ? 0 : n;
}
