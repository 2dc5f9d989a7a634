import { isoWeekday, recordMoment, toDateText, toSerial } from './serial.ts';

/**
 * A calendar day as text, `yyyy-mm-dd`. Days are never read through `Date`, whose answers depend on the reader's clock.
 */
export type DateText = string;

/** The present moment, always an argument: `2025-09-15T09:30:00+08:00`. Its first ten characters are today. */
export type Now = string;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether `value` is a day that exists, written `yyyy-mm-dd`. */
export function isDate(value: unknown): value is DateText {
  return typeof value === 'string' && DAY.test(value) && recordMoment(value) !== undefined;
}

/** Days since 1899-12-30 of a date or of a moment's day in China; `undefined` where `text` is neither. */
export function serialOf(text: string): number | undefined {
  return recordMoment(text)?.day;
}

/** The day `days` after `date` (before it, when negative); `date` itself where the calendar ends. */
export function addDays(date: DateText, days: number): DateText {
  const serial = serialOf(date);
  return (serial === undefined ? undefined : toDateText(serial + days)) ?? date;
}

/** Days from `from` to `to`: 1 for the next day, negative when `to` is earlier; 0 where one of them is no date. */
export function daysBetween(from: DateText, to: DateText): number {
  const start = serialOf(from);
  const end = serialOf(to);
  return start === undefined || end === undefined ? 0 : end - start;
}

/** 1 (Monday) … 7 (Sunday). */
export function weekdayOf(date: DateText): number {
  return isoWeekday(serialOf(date) ?? 0);
}

/** The last day of a month. */
export function endOfMonth(year: number, month: number): DateText {
  return toDateText(toSerial(year, month + 1, 1) - 1) ?? `${year}-${month}-28`;
}

/** Today in China at the moment `now`. */
export function today(now: Now): DateText {
  const serial = serialOf(now);
  return (serial === undefined ? undefined : toDateText(serial)) ?? now.slice(0, 10);
}
