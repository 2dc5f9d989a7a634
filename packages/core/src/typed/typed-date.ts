import type { Bilingual } from '../text/problem.ts';
import { daysInMonth } from '../time/month.ts';
import { halfWidth, refused, type Typed } from './typed-number.ts';

/** Whether dates of this schema say their month alone. They are stored as its first day. */
export const isMonthly = (schema: { readonly [keyword: string]: unknown }): boolean =>
  schema['x-precision'] === 'month';

/**
 * Reads a date as people type it: 2025-9-1, 2025/9/1, 2025.9.1, 2025年9月1日, 20250901, in full-width or half-width
 * digits; where the month is enough, also 2025-9, 2025年9月, 202509, but not 20251, which may be January or half of
 * October. The result is `yyyy-mm-dd`; days that the calendar does not have are refused.
 */
export function readDate(text: string, monthly = false): Typed<string> {
  const plain = halfWidth(text).replace(/\s/g, '');
  if (plain === '') return { ok: true, value: undefined };
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain) ??
    (monthly ? (/^(\d{4})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})月?$/.exec(plain)) : null);
  if (!found) return refused('typed-date', monthly ? NOT_A_MONTH : NOT_A_DATE);
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)];
  if (year < 1900 || day < 1 || day > daysInMonth(year, month)) return refused('typed-date-calendar', NO_SUCH_DAY);
  return { ok: true, value: `${found[1]}-${pad(month)}-${pad(day)}` };
}

/** Reads a time of day with its date: `2025-9-1 9:30`. The result has seconds and the offset of the office, +08:00. */
export function readDateTime(text: string): Typed<string> {
  const plain = halfWidth(text);
  const split = /^(.{4,30}?)[\sT]+(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(plain);
  const date = readDate(split?.[1] ?? plain);
  if (!date.ok || date.value === undefined) return date;
  const [hour = 0, minute = 0, second = 0] = split?.slice(2).map((digits) => Number(digits ?? 0)) ?? [];
  if (hour > 23 || minute > 59 || second > 59) return refused('typed-time', NO_SUCH_TIME);
  return { ok: true, value: `${date.value}T${pad(hour)}:${pad(minute)}:${pad(second)}+08:00` };
}

const pad = (n: number): string => String(n).padStart(2, '0');

const NOT_A_DATE: Bilingual = { 'zh-CN': '请按“2025-09-01”的样子填写日期', en: 'Enter a date like 2025-09-01' };
const NOT_A_MONTH: Bilingual = { 'zh-CN': '请按“2025-09”的样子填写年月', en: 'Enter a month like 2025-09' };
const NO_SUCH_DAY: Bilingual = {
  'zh-CN': '没有这一天，请检查年月日',
  en: 'There is no such day; check year, month and day',
};
const NO_SUCH_TIME: Bilingual = {
  'zh-CN': '没有这个时刻，请按“09:30”的样子填写',
  en: 'There is no such time; write it like 09:30',
};
