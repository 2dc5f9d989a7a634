import type { Period } from '../generated/definition.ts';
import { endOfMonth, isDate, type DateText } from './date.ts';

/** Kind of a period: how often something is asked for. */
export type PeriodKind = Period;

/** A period read from its code. Both days belong to it. */
export interface PeriodSpan {
  readonly kind: PeriodKind;
  readonly code: string;
  readonly startOn: DateText;
  readonly endOn: DateText;
}

/** Kinds that divide the year, with their length in months and the mark in their codes. */
const CALENDAR = {
  month: { months: 1, mark: '' },
  quarter: { months: 3, mark: 'Q' },
  halfYear: { months: 6, mark: 'H' },
  year: { months: 12, mark: '' },
} as const;
type CalendarKind = keyof typeof CALENDAR;

const CODE =
  /^(?:(\d{4})-(0[1-9]|1[0-2])|(\d{4})-Q([1-4])|(\d{4})-H([12])|(\d{4})|(\d{4})-(\d{4})|T(\d{4})-(\d{4})|E(\d{4})(\d\d)(\d\d)-\d{3})$/;

const isCalendar = (kind: PeriodKind): kind is CalendarKind => Object.prototype.hasOwnProperty.call(CALENDAR, kind);
const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/**
 * The period that `code` stands for, or `undefined` where it stands for none. Several years and terms run from the
 * first day of the first year to the last day of the last; an event's period is its day.
 */
export function parsePeriod(code: string): PeriodSpan | undefined {
  if (code === '' || code.length > 20) return undefined;
  const found = known.get(code);
  if (found) return found;
  const period = readPeriod(code);
  if (period) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(code, period);
  }
  return period;
}

/** Periods read before: a store has few of them and asks for them a million times. */
const known = new Map<string, PeriodSpan>();
const MOST_KNOWN = 5000;

function readPeriod(code: string): PeriodSpan | undefined {
  const part = CODE.exec(code);
  if (!part) return undefined;
  const [
    ,
    month,
    monthNo,
    quarter,
    quarterNo,
    half,
    halfNo,
    year,
    from,
    to,
    termFrom,
    termTo,
    eventYear,
    eventMonth,
    eventDay,
  ] = part;
  if (month !== undefined) return calendarPeriod('month', Number(month), Number(monthNo) - 1);
  if (quarter !== undefined) return calendarPeriod('quarter', Number(quarter), Number(quarterNo) - 1);
  if (half !== undefined) return calendarPeriod('halfYear', Number(half), Number(halfNo) - 1);
  if (year !== undefined) return calendarPeriod('year', Number(year), 0);
  if (from !== undefined) return years('multiYear', code, from, to);
  if (termFrom !== undefined) return years('term', code, termFrom, termTo);
  const day = `${eventYear}-${eventMonth}-${eventDay}`;
  return isDate(day) ? { kind: 'adHoc', code, startOn: day, endOn: day } : undefined;
}

function calendarPeriod(kind: CalendarKind, year: number, index: number): PeriodSpan {
  const { months } = CALENDAR[kind];
  const first = index * months + 1;
  return {
    kind,
    code: calendarCode(kind, year, index),
    startOn: `${pad(year, 4)}-${pad(first, 2)}-01`,
    endOn: endOfMonth(year, first + months - 1),
  };
}

function calendarCode(kind: CalendarKind, year: number, index: number): string {
  return (
    pad(year, 4) +
    (kind === 'year' ? '' : kind === 'month' ? `-${pad(index + 1, 2)}` : `-${CALENDAR[kind].mark}${index + 1}`)
  );
}

function years(kind: 'multiYear' | 'term', code: string, from: string, to = from): PeriodSpan | undefined {
  return from <= to ? { kind, code, startOn: `${from}-01-01`, endOn: `${to}-12-31` } : undefined;
}

/**
 * Code of the month, quarter, half-year or year in which `date` lies; `undefined` for other kinds, which no date
 * decides.
 */
export function periodOf(date: DateText, kind: PeriodKind): string | undefined {
  if (!isCalendar(kind)) return undefined;
  const day = date.length > 10 ? date.slice(0, 10) : date;
  const codes = (codesOfDays[kind] ??= new Map<string, string>());
  let code = codes.get(day);
  if (code === undefined && isDate(day)) {
    if (codes.size >= MOST_KNOWN) codes.clear();
    codes.set(day, (code = codeOfDay(kind, day)));
  }
  return code;
}

/** As `known`, for the periods of days. */
const codesOfDays: Partial<Record<CalendarKind, Map<string, string>>> = {};

function codeOfDay(kind: CalendarKind, day: DateText): string {
  return calendarCode(kind, Number(day.slice(0, 4)), Math.floor((Number(day.slice(5, 7)) - 1) / CALENDAR[kind].months));
}

/**
 * Code of the period `by` periods later (earlier when negative) than `code`. Several years move by their length, terms
 * by theirs (the last year of one is the first of the next). `undefined` for events, which have no neighbours, and for
 * no period.
 */
export function offsetPeriod(code: string, by: number): string | undefined {
  const period = parsePeriod(code);
  if (!period || !Number.isInteger(by)) return undefined;
  if (by === 0) return code;
  const from = Number(period.startOn.slice(0, 4));
  if (isCalendar(period.kind)) {
    const { months } = CALENDAR[period.kind];
    const month = from * 12 + Number(period.startOn.slice(5, 7)) - 1 + by * months;
    const year = Math.floor(month / 12);
    return isYear(year) ? calendarCode(period.kind, year, (month - year * 12) / months) : undefined;
  }
  if (period.kind === 'adHoc') return undefined;
  const to = Number(period.endOn.slice(0, 4));
  const shift = by * Math.max(1, period.kind === 'term' ? to - from : to - from + 1);
  if (!isYear(from + shift) || !isYear(to + shift)) return undefined;
  return `${period.kind === 'term' ? 'T' : ''}${pad(from + shift, 4)}-${pad(to + shift, 4)}`;
}

const isYear = (year: number): boolean => year >= 1900 && year <= 9999;

/**
 * Codes of the periods of `kind` (month, quarter, half-year, year) that lie in `code` as a whole, in order; empty where
 * none do.
 */
export function childPeriods(code: string, kind: PeriodKind): readonly string[] {
  const period = parsePeriod(code);
  const found: string[] = [];
  if (!period || !isCalendar(kind)) return found;
  let child = periodOf(period.startOn, kind);
  while (child !== undefined) {
    const span = parsePeriod(child);
    if (!span || span.endOn > period.endOn) break;
    if (span.startOn >= period.startOn) found.push(child);
    child = offsetPeriod(child, 1);
  }
  return found;
}

/** The moment at which a day set as a deadline is over: its office hours end at 18:00. */
export function deadlineOf(date: DateText): string {
  return `${date}T18:00:00+08:00`;
}
