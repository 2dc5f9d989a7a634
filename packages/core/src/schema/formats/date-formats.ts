import { daysInMonth } from '../../time/month.ts';
import type { Bilingual } from '../../text/problem.ts';
import type { Format } from '../keywords/keyword.ts';

/** Texts beyond this are in no format: it bounds the time of every test below. */
const LONGEST = 10_000;

function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return day >= 1 && day <= daysInMonth(year, month);
}

/** RFC 3339; a second 60 only where a leap second can be, at midnight UTC. */
function isTime(text: string): boolean {
  const found = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[zZ]|([+-])(\d\d):(\d\d))$/.exec(text);
  if (found === null) return false;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const [zoneHour, zoneMinute] = [Number(found[5] ?? 0), Number(found[6] ?? 0)];
  if (hour > 23 || minute > 59 || zoneHour > 23 || zoneMinute > 59) return false;
  if (second < 60) return true;
  const offset = (zoneHour * 60 + zoneMinute) * (found[4] === '-' ? -1 : 1);
  return second === 60 && (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

function isDateTime(text: string): boolean {
  return /^[tT]$/.test(text.charAt(10)) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** A format with its reason in both languages. */
export const format = (test: (text: string) => boolean, zh: string, en: string): Format => {
  const reason: Bilingual = { 'zh-CN': zh, en };
  return { test: (text) => text.length <= LONGEST && test(text), reason };
};

/**
 * The formats of fields that have widgets of their own. Their reasons continue a sentence that begins with the label of
 * the field.
 */
export const DATE_FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['date', format(isDate, '应为日期，例如 2024-07-01', 'must be a date such as 2024-07-01')],
  [
    'time',
    format(isTime, '应为带时区的时间，例如 09:30:00+08:00', 'must be a time with its zone, such as 09:30:00+08:00'),
  ],
  [
    'date-time',
    format(
      isDateTime,
      '应为日期和时间，例如 2024-07-01T09:30:00+08:00',
      'must be a date and time such as 2024-07-01T09:30:00+08:00',
    ),
  ],
]);
