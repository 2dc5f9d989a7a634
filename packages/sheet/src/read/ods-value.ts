import { SECONDS, toSerial } from '@jiceng/core/time/serial.js';
import type { CellValue } from '../book/workbook.ts';

/** What a cell holds by its attributes; `text` is what it shows. Days and times become numbers as in Excel. */
export function odsValue(attributes: ReadonlyMap<string, string>, text: string): CellValue {
  switch (attributes.get('value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = Number(attributes.get('value') ?? '');
      return Number.isFinite(number) && attributes.has('value') ? number : text;
    }
    case 'date': {
      const day = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/.exec(attributes.get('date-value') ?? '');
      if (!day) return text;
      const [year, month, date, hours = 0, minutes = 0, seconds = 0] = day
        .slice(1)
        .map((part) => (part === undefined ? undefined : Number(part))) as [number, number, number];
      return toSerial(year, month, date) + fractionOf(hours, minutes, seconds);
    }
    case 'time': {
      const time = /^PT(\d+)H(\d+)M(\d+)/.exec(attributes.get('time-value') ?? '');
      return time ? fractionOf(Number(time[1]), Number(time[2]), Number(time[3])) : text;
    }
    case 'boolean':
      return attributes.get('boolean-value') === 'true';
    default:
      return attributes.get('string-value') ?? text;
  }
}

const fractionOf = (hours: number, minutes: number, seconds: number): number =>
  (hours * 3600 + minutes * 60 + seconds) / SECONDS;
