import { addDays, daysBetween, isDate, weekdayOf, type DateText } from './date.ts';

/** Whether a date (`yyyy-mm-dd`) is a working day; rows `{date, working}` of the calendar data override weekends. */
export type WorkdayTest = (date: string) => boolean;

/** One row of the calendar data: a holiday on a weekday, or a weekend that is worked. */
export interface CalendarDay {
  readonly date: DateText;
  readonly working: boolean;
}

/** No run of holidays is longer; a calendar that says so is wrong, and the search for a working day ends. */
const LONGEST_HOLIDAY = 60;

/** The working days of `rows`; days without a row work from Monday to Friday. The last row of a day counts. */
export function workdayTest(rows: Iterable<CalendarDay> = []): WorkdayTest {
  const known = new Map<string, boolean>();
  for (const { date, working } of rows) known.set(date, working);
  return (date) => known.get(date) ?? weekdayOf(date) <= 5;
}

/** `date` where it is a working day, otherwise the next one. */
export function nextWorkday(date: DateText, isWorkday: WorkdayTest): DateText {
  let day = date;
  for (let tries = 0; tries < LONGEST_HOLIDAY && !isWorkday(day); tries++) day = addDays(day, 1);
  return isWorkday(day) ? day : date;
}

/** The working day `count` working days after `date` (before it, when negative); 0 gives `date` itself. */
export function addWorkdays(date: DateText, count: number, isWorkday: WorkdayTest): DateText {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(Math.trunc(count)), idle = 0; left > 0 && idle < LONGEST_HOLIDAY;) {
    day = addDays(day, step);
    if (isWorkday(day)) {
      left--;
      idle = 0;
    } else idle++;
  }
  return day;
}

/** Working days from `from` to `to`, both included as in Excel's NETWORKDAYS; negative when `to` is earlier. */
export function workdaysBetween(from: DateText, to: DateText, isWorkday: WorkdayTest): number {
  if (!isDate(from) || !isDate(to)) return 0;
  if (to < from) return -workdaysBetween(to, from, isWorkday);
  let count = 0;
  for (let day = from, left = daysBetween(from, to); left >= 0; day = addDays(day, 1), left--)
    if (isWorkday(day)) count++;
  return count;
}
