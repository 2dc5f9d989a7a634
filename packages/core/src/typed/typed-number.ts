import type { Bilingual, Problem } from '../text/problem.ts';

/** What typed text was read as: a value (`undefined` for nothing typed), or the reason why it was refused. */
export type Typed<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly problem: Problem };

export function refused(code: string, reason: Bilingual): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { pointer: '', code, reason } };
}

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/**
 * Full-width digits, signs and punctuation as half-width; every form of minus as `-`; invisible characters and blanks
 * around removed.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2010-\u2015\ufe63\u30fc\u2500]/g, '-')
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/\u3001/g, ',')
    .replace(INVISIBLE, '')
    .trim();
}

/**
 * Reads a number as people type it: full-width digits, thousands separators in groups of three, any form of minus, a
 * `%` where `percent`. Nothing else: no exponents, no words, no fractions. More digits than a number can carry are
 * refused, not rounded.
 */
export function readNumber(text: string, { percent = false } = {}): Typed<number> {
  let plain = halfWidth(text);
  if (plain === '') return { ok: true, value: undefined };
  if (percent && plain.endsWith('%')) plain = plain.slice(0, -1);
  if (plain.includes(',')) {
    if (!/^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) return refused('typed-number', NOT_A_NUMBER);
    plain = plain.replace(/,/g, '');
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return refused('typed-number', NOT_A_NUMBER);
  const digits = plain
    .replace(/^[-+]?0*/, '')
    .replace(/\.(?=\d*$)/, '')
    .replace(/^0+/, '');
  const value = Number(plain);
  if (digits.length > 15 && !exact(plain, value)) return refused('typed-number-digits', TOO_MANY_DIGITS);
  return { ok: true, value: value === 0 ? 0 : value };
}

function exact(plain: string, value: number): boolean {
  return (
    Number.isSafeInteger(value) &&
    String(value) ===
      plain
        .replace(/^\+/, '')
        .replace(/\.0*$/, '')
        .replace(/^(-?)0+(?=\d)/, '$1')
  );
}

/** A number for showing in an input: plain digits, never an exponent. */
export function numberText(value: number): string {
  const text = String(value);
  if (!/e/i.test(text)) return text;
  const [, sign = '', whole = '0', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/i.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}

const NOT_A_NUMBER: Bilingual = {
  'zh-CN': '请填写数字，例如 1200 或 3.5',
  en: 'Enter a number, for example 1200 or 3.5',
};
const TOO_MANY_DIGITS: Bilingual = {
  'zh-CN': '数字超过 15 位，无法准确保存',
  en: 'More than 15 digits cannot be kept exactly',
};
