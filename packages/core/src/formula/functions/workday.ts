import { isoWeekday, toDateText } from '../../time/serial.ts';
import { num } from '../coerce.ts';
import { wholeDays } from '../date-texts.ts';
import type { Run } from '../run.ts';
import { isError, type Argument } from '../value.ts';
import { inCalendar } from './serial.ts';
import { define, listOf } from './signature.ts';

/** Days off that the formula names itself; they win over the calendar. */
function holidaysOf(list: Argument | undefined, run: Run): ReadonlySet<number> {
  const days = new Set<number>();
  for (const cell of list === undefined ? [] : listOf(list, run)) {
    if (isError(cell)) throw cell;
    if (cell !== null && cell !== '') days.add(wholeDays(num(cell)));
  }
  return days;
}

/** Whether `serial` is a working day: not among `holidays`, by the office's calendar, or else Monday to Friday. */
function isWorking(serial: number, holidays: ReadonlySet<number>, run: Run): boolean {
  run.charge(1);
  if (holidays.has(serial)) return false;
  const known = run.scope.isWorkday?.(toDateText(serial) as string);
  return typeof known === 'boolean' ? known : isoWeekday(serial) <= 5;
}

/** Working days from `from` to `to`, both counted; negative when `to` is earlier. */
function workdaysBetween(run: Run, from: number, to: number, list?: Argument): number {
  const holidays = holidaysOf(list, run);
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  let count = 0;
  let day = first;
  if (!run.scope.isWorkday && last - first >= 7) {
    const weeks = Math.floor((last - first) / 7); // without a calendar, every week has five
    count = weeks * 5;
    day += weeks * 7;
    for (const holiday of holidays) if (holiday >= first && holiday < day && isoWeekday(holiday) <= 5) count -= 1;
  }
  for (; day <= last; day++) if (isWorking(day, holidays, run)) count += 1;
  return from <= to ? count : count && -count;
}

/** The day `count` working days after `from` (before, when negative); `from` itself is never counted. */
function workdayAfter(run: Run, from: number, count: number, list?: Argument): number {
  const holidays = holidaysOf(list, run);
  const step = count < 0 ? -1 : 1;
  let day = from;
  let left = Math.abs(count);
  if (!run.scope.isWorkday && holidays.size === 0 && left > 10) {
    const weeks = Math.floor(left / 5) - 1;
    day = inCalendar(day + step * weeks * 7);
    left -= weeks * 5;
  }
  while (left > 0) {
    day = inCalendar(day + step);
    if (isWorking(day, holidays, run)) left -= 1;
  }
  return day;
}

/** Working days, by the scope's calendar. */
export const days = [define('NETWORKDAYS', 'd d l?', workdaysBetween), define('WORKDAY', 'd i l?', workdayAfter)];
