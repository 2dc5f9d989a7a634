import { add, divide, floor, round15, subtract } from '../number/arithmetic.ts';
import { toNumber, type Num } from '../number/decimal.ts';

/** 9999-12-31, the last date. */
export const LAST_SERIAL = 2_958_465;

const SECONDS = 86_400;
/** A date-time with an offset is read as the time of this zone: 08:00 hours east of Greenwich. */
const ZONE_SECONDS = 8 * 3600;

const STRICT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;
const LOOSE = /^(\d{4})([-/.年])(\d{1,2})(?:[-/.月](\d{1,2}))?[月日]?(?: +(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

export interface Day {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  /** 1…31 */
  readonly day: number;
}

/** Excel's serial number of a day; months and days beyond their range carry over, as in `DATE(2026,13,1)`. */
export function toSerial(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const y = Math.floor(months / 12) - (months - Math.floor(months / 12) * 12 < 2 ? 1 : 0);
  const m = ((months % 12) + 12 + 10) % 12; // months since March: leap days fall at the end
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * m + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 693_899;
}

/** The day of a serial number; fractions (times) are ignored. */
export function toDay(serial: number): Day {
  const days = Math.floor(serial) + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  return toSerial(year, month + 1, 1) - toSerial(year, month, 1);
}

/** A serial number as `yyyy-mm-dd`, for a date field; `undefined` outside 1899-12-30 … 9999-12-31. */
export function toDateText(serial: number): string | undefined {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return undefined;
  const { year, month, day } = toDay(serial);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A serial number as `yyyy-mm-ddThh:mm:ss+08:00`, for a date-time field; `undefined` outside the calendar. */
export function toDateTimeText(serial: number): string | undefined {
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * SECONDS);
  const date = toDateText(seconds === SECONDS ? days + 1 : days);
  return date && `${date}T${clock(seconds % SECONDS)}+08:00`;
}

/** Seconds since midnight of a serial number, to the nearest second. */
export function secondsOfDay(serial: Num): number {
  const fraction = round15(subtract(serial, floor(serial)));
  return Math.round(fraction * SECONDS) % SECONDS;
}

/** The serial number of a record's date (`yyyy-mm-dd`, with or without time), or `undefined` when `text` is none. */
export function recordDate(text: string): Num | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.length > 40) return undefined;
  const found = STRICT.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, offset] = found;
  return serialOf(Number(year), Number(month), Number(day), hour, minute, second, offset);
}

/** The serial number of any date or time text that formulas read: also `2026/3/1`, `2026年3月1日`, `2026-3-1 9:30`, `9:30`. */
export function anyDate(text: string): Num | undefined {
  if (text.length > 40) return undefined;
  const time = TIME.exec(text);
  if (time) return Number(time[2]) < 60 && Number(time[3] ?? 0) < 60 ? fraction(time[1], time[2], time[3]) : undefined;
  const found = LOOSE.exec(text);
  if (!found) return recordDate(text);
  const [, year, mark, month, day, hour, minute, second] = found;
  if (day === undefined && mark === '.') return undefined; // 2026.5 is a number
  return serialOf(Number(year), Number(month), Number(day ?? 1), hour, minute, second);
}

function serialOf(year: number, month: number, day: number, hour?: string, minute?: string, second?: string, offset?: string): Num | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = toSerial(year, month, day);
  if (date < 0) return undefined;
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const time = fraction(hour, minute, second);
  if (offset === undefined || offset === '+08:00') return add(date, time);
  const shift = offset === 'Z' ? 0 : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(4)) * 60);
  return add(add(date, time), divide(ZONE_SECONDS - shift, SECONDS));
}

function fraction(hour = '0', minute = '0', second = '0'): Num {
  return divide(Number(hour) * 3600 + Number(minute) * 60 + Number(second), SECONDS);
}

/** Seconds since midnight as `hh:mm:ss`. */
export function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part, 2)).join(':');
}

/** 1 (Monday) … 7 (Sunday). */
export function isoWeekday(serial: number): number {
  return ((Math.floor(serial) + 5) % 7) + 1;
}

/** The whole days of a serial number. */
export function wholeDays(serial: Num): number {
  return toNumber(floor(serial));
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
