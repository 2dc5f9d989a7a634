import { add, divide, floor, round15, subtract } from '../number/arithmetic.ts';
import { toNumber, type Num } from '../number/decimal.ts';
import { momentOf, recordMoment, SECONDS, type Moment } from '../time/serial.ts';

const LOOSE = /^(\d{4})([-/.年])(\d{1,2})(?:[-/.月](\d{1,2}))?[月日]?(?: +(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/** Seconds since midnight of a serial number, to the nearest second. */
export function secondsOfDay(serial: Num): number {
  const fraction = round15(subtract(serial, floor(serial)));
  return Math.round(fraction * SECONDS) % SECONDS;
}

/** The whole days of a serial number. */
export function wholeDays(serial: Num): number {
  return toNumber(floor(serial));
}

/** The serial number of a record's date (`yyyy-mm-dd`, with or without time), or `undefined` when `text` is none. */
export function recordDate(text: string): Num | undefined {
  return serialOf(recordMoment(text));
}

/**
 * The serial number of any date or time text that formulas read: also `2026/3/1`, `2026年3月1日`, `2026-3-1 9:30`, `9:30`.
 */
export function anyDate(text: string): Num | undefined {
  if (text.length > 40) return undefined;
  const time = TIME.exec(text);
  if (time) {
    const [, hour, minute, second = '0'] = time;
    return Number(minute) < 60 && Number(second) < 60
      ? divide(Number(hour) * 3600 + Number(minute) * 60 + Number(second), SECONDS)
      : undefined;
  }
  const found = LOOSE.exec(text);
  if (!found) return recordDate(text);
  const [, year, mark, month, day, hour, minute, second] = found;
  if (day === undefined && mark === '.') return undefined; // 2026.5 is a number
  return serialOf(momentOf(Number(year), Number(month), Number(day ?? 1), hour, minute, second));
}

function serialOf(moment: Moment | undefined): Num | undefined {
  return moment && (moment.seconds === undefined ? moment.day : add(moment.day, divide(moment.seconds, SECONDS)));
}
