import { divide } from '../../number/arithmetic.ts';
import { toNumber, type Num } from '../../number/decimal.ts';
import { num } from '../coerce.ts';
import { anyDate, recordDate, secondsOfDay, wholeDays } from '../date-texts.ts';
import { daysInMonth } from '../../time/month.ts';
import { isoWeekday, toDay, toSerial } from '../../time/serial.ts';
import { raise, type Cell } from '../value.ts';
import { define } from './signature.ts';
import { inCalendar } from './serial.ts';

/** Years 0…1899 mean 1900 and later, as in Excel. */
function date(year: number, month: number, day: number): number {
  if (year < 0 || year > 9999 || Math.abs(month) > 120_000 || Math.abs(day) > 4_000_000)
    return raise('#NUM!', 'out-of-range', String(year));
  return inCalendar(toSerial(year < 1900 ? year + 1900 : year, month, day));
}

/** The same day `months` later, or the last day of a month that is too short. */
export function monthsLater(serial: number, months: number): number {
  const { year, month, day } = toDay(serial);
  if (Math.abs(months) > 120_000) return raise('#NUM!', 'out-of-range', String(months));
  const first = toSerial(year, month + months, 1);
  const { year: y, month: m } = toDay(first);
  return inCalendar(first + Math.min(day, daysInMonth(y, m)) - 1);
}

function monthEnd(serial: number, months: number): number {
  const { year, month } = toDay(serial);
  if (Math.abs(months) > 120_000) return raise('#NUM!', 'out-of-range', String(months));
  return inCalendar(toSerial(year, month + months + 1, 0));
}

/**
 * Whole years (Y), months (M), days (D), and the rest: months of the year (YM), days of the month (MD), days of the
 * year (YD).
 */
function dateDif(from: number, to: number, unit: string): number {
  if (from > to) return raise('#NUM!', 'out-of-range');
  const [a, b] = [toDay(from), toDay(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return to - from;
    case 'YM':
      return months % 12;
    case 'MD':
      return b.day >= a.day ? b.day - a.day : to - toSerial(b.year, b.month - 1, a.day);
    case 'YD': {
      const anniversary = toSerial(b.year, a.month, a.day);
      return to - (anniversary <= to ? anniversary : toSerial(b.year - 1, a.month, a.day));
    }
    default:
      return raise('#NUM!', 'bad-argument', unit);
  }
}

/** Weekday by Excel's numbering `type`: 1 Sunday = 1, 2 Monday = 1, 3 Monday = 0, 11…17 Monday … Sunday = 1. */
function weekday(serial: number, type: number): number {
  const day = isoWeekday(serial);
  if (type === 3) return day - 1;
  const first =
    type === 1
      ? 7
      : type === 2
        ? 1
        : type >= 11 && type <= 17
          ? type - 10
          : raise('#NUM!', 'bad-argument', String(type));
  return ((day - first + 7) % 7) + 1;
}

/** Week of the year whose first week holds 1 January; `type` says with which day weeks begin, 21 means ISO weeks. */
function weekNumber(serial: number, type: number): number {
  if (type === 21) return isoWeek(serial);
  const january = toSerial(toDay(serial).year, 1, 1);
  return (
    Math.floor((serial - january + weekday(january, type === 3 ? raise('#NUM!', 'bad-argument', '3') : type) - 1) / 7) +
    1
  );
}

/** Week of the year whose first week holds the first Thursday. */
function isoWeek(serial: number): number {
  const thursday = serial - isoWeekday(serial) + 4;
  return Math.floor((thursday - toSerial(toDay(thursday).year, 1, 1)) / 7) + 1;
}

/** A date, with time if it has one, or `#VALUE!` for numbers and other texts: DATEVALUE takes text only. */
function dateText(cell: Cell): Num {
  return (
    (typeof cell === 'string' ? anyDate(cell.trim()) : undefined) ??
    raise('#VALUE!', 'not-a-date', typeof cell === 'string' ? cell : '')
  );
}

/** Seconds since midnight of anything that is a date, a time or a number. */
const secondsOf = (cell: Cell): number => {
  const n = num(cell);
  return toNumber(n) < 0 ? raise('#NUM!', 'out-of-range') : secondsOfDay(n);
};

export const dates = [
  define('TODAY', '', (run) => recordDate(run.scope.today) ?? raise('#N/A', 'not-available', 'TODAY')),
  define('NOW', '', (run) => recordDate(run.scope.now ?? '') ?? raise('#N/A', 'not-available', 'NOW')),
  define('DATE', 'i i i', (_, year, month, day) => date(year, month, day)),
  define('DATEVALUE', 'v', (_, cell) => wholeDays(dateText(cell))),
  define('YEAR', 'd', (_, serial) => toDay(serial).year),
  define('MONTH', 'd', (_, serial) => toDay(serial).month),
  define('DAY', 'd', (_, serial) => toDay(serial).day),
  define('QUARTER', 'd', (_, serial) => Math.ceil(toDay(serial).month / 3)),
  define('WEEKDAY', 'd i?', (_, serial, type = 1) => weekday(serial, type)),
  define('WEEKNUM', 'd i?', (_, serial, type = 1) => weekNumber(serial, type)),
  define('ISOWEEKNUM', 'd', (_, serial) => isoWeek(serial)),
  define('EDATE', 'd i', (_, serial, months) => monthsLater(serial, months)),
  define('EOMONTH', 'd i', (_, serial, months) => monthEnd(serial, months)),
  define('DATEDIF', 'd d t', (_, from, to, unit) => dateDif(from, to, unit)),
  define('DAYS', 'd d', (_, to, from) => to - from),
  define('TIME', 'i i i', (_, hour, minute, second) => {
    const seconds = hour * 3600 + minute * 60 + second;
    return seconds < 0 ? raise('#NUM!', 'out-of-range') : divide(seconds % 86_400, 86_400);
  }),
  define('TIMEVALUE', 'v', (_, cell) => divide(secondsOfDay(dateText(cell)), 86_400)),
  define('HOUR', 'v', (_, cell) => Math.floor(secondsOf(cell) / 3600)),
  define('MINUTE', 'v', (_, cell) => Math.floor(secondsOf(cell) / 60) % 60),
  define('SECOND', 'v', (_, cell) => secondsOf(cell) % 60),
];
