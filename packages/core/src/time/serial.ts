import { daysInMonth } from './month.ts';

/** 9999-12-31, the last date. */
export const LAST_SERIAL = 2_958_465;

/** Seconds in a day. */
export const SECONDS = 86_400;

/** A moment with an offset is read as the time of this zone: 08:00 hours east of Greenwich. */
const ZONE_SECONDS = 8 * 3600;

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

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
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 693_899
  );
}

/** The day of a serial number; fractions (times) are ignored. */
export function toDay(serial: number): Day {
  const days = Math.floor(serial) + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
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

/** Serial number of a day, and whole seconds since its midnight where there is a time. */
export interface Moment {
  readonly day: number;
  readonly seconds?: number;
}

/** The moment of a record's date (`yyyy-mm-dd`, with or without time), or `undefined` when `text` is none. */
export function recordMoment(text: string): Moment | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.length > 40) return undefined;
  const found = MOMENT.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, offset] = found;
  return momentOf(Number(year), Number(month), Number(day), hour, minute, second, offset);
}

/** The moment of numbers that were read from a text, or `undefined` where calendar or clock have none such. */
export function momentOf(
  year: number,
  month: number,
  day: number,
  hour?: string,
  minute?: string,
  second = '0',
  offset = '+08:00',
): Moment | undefined {
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = toSerial(year, month, day);
  if (date < 0) return undefined;
  if (hour === undefined) return { day: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const east =
    offset === 'Z'
      ? 0
      : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(4)) * 60);
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + ZONE_SECONDS - east;
  const days = Math.floor(seconds / SECONDS);
  return { day: date + days, seconds: seconds - days * SECONDS };
}

/** Seconds since midnight as `hh:mm:ss`. */
export function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => pad(part, 2))
    .join(':');
}

/** 1 (Monday) … 7 (Sunday). */
export function isoWeekday(serial: number): number {
  return ((Math.floor(serial) + 5) % 7) + 1;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
