import { LAST_SERIAL } from '../../time/serial.ts';
import { num } from '../coerce.ts';
import { wholeDays } from '../date-texts.ts';
import { raise, type Cell } from '../value.ts';

/**
 * `cell` as the serial number of a day within the calendar: `#VALUE!` for what is no date, `#NUM!` before 1899-12-30 or
 * after 9999.
 */
export function dateSerial(cell: Cell): number {
  if (typeof cell === 'boolean') return raise('#VALUE!', 'not-a-date', cell ? 'TRUE' : 'FALSE');
  return inCalendar(wholeDays(num(cell)));
}

/** `serial`, or `#NUM!` when it is outside the calendar. */
export function inCalendar(serial: number): number {
  return serial >= 0 && serial <= LAST_SERIAL ? serial : raise('#NUM!', 'out-of-range', String(serial));
}
