import { daysInMonth } from '@jiceng/core/time/month.js';
import { toDateText, toDay } from '@jiceng/core/time/serial.js';
import { halfWidth } from '@jiceng/core/typed/typed-number.js';
import type { CellStyle, CellValue } from '../book/workbook.ts';

/** A date as offices write it; `month` and `year` where no more was given, then the first day stands for the rest. */
export interface FoundDate {
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly time?: string;
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** Years that ledgers speak of. */
const isYear = (year: number): boolean => year >= 1900 && year <= 2100;

function made(year: number, month: number, day: number, precision: FoundDate['precision']): FoundDate | undefined {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return;
  return { date: `${year}-${pad(month)}-${pad(day)}`, precision };
}

const NUMERALS = '〇一二三四五六七八九';

/** 二〇二四年五月十日 in digits. */
function withDigits(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(/[○零]/g, '〇')
    .replace(
      /([一二三])?十([一二三四五六七八九])?/g,
      (_, tens: string | undefined, ones: string | undefined) =>
        `${tens ? NUMERALS.indexOf(tens) : 1}${ones ? NUMERALS.indexOf(ones) : 0}`,
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(NUMERALS.indexOf(digit)));
}

/**
 * Reads `2024.5`, `2024年5月`, `202405`, `20240501`, `2024/5/1`, `2024-05-01 09:30`, `2024年11月底前`, full-width digits;
 * nothing for what is no date.
 */
export function dateInText(text: string): FoundDate | undefined {
  let plain = withDigits(halfWidth(text).replace(/\s+/g, ' ').trim());
  plain = plain.replace(/^(公元)|[,，.。]$|\.$/g, '').replace(/(之?前|以前|止)$/, '');
  const found =
    /^(\d{4}) ?(?:([-/.年,·]) ?(\d{1,2}) ?(?:([-/.月,·]) ?(?:(\d{1,2}) ?[日号]?)?)?)(?:[ T]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?)?$/.exec(
      plain,
    );
  if (found) {
    const [, year, , month, , day, hour, minute, second = '00'] = found;
    const date = made(
      Number(year),
      Number(month),
      day === undefined ? 1 : Number(day),
      day === undefined ? 'month' : 'day',
    );
    return date && hour !== undefined && Number(hour) < 24
      ? { ...date, time: `${pad(Number(hour))}:${minute}:${second}` }
      : date;
  }
  const end = /^(\d{4}) ?年 ?(?:(\d{1,2}) ?月 ?)?[底末]$/.exec(plain);
  if (end) return made(Number(end[1]), Number(end[2] ?? 12), daysInMonth(Number(end[1]), Number(end[2] ?? 12)), 'day');
  const digits = /^(\d{4})(\d{2})(\d{2})?$/.exec(plain);
  if (digits)
    return made(
      Number(digits[1]),
      Number(digits[2]),
      digits[3] === undefined ? 1 : Number(digits[3]),
      digits[3] === undefined ? 'month' : 'day',
    );
  const year = /^(\d{4}) ?年?$/.exec(plain);
  return year ? made(Number(year[1]), 1, 1, 'year') : undefined;
}

/** `24.3.8`, `85年7月`: the century as Excel reads it, 00 to 29 in this one. Only where the heading asks for a date. */
function withCentury(text: string): string {
  const plain = halfWidth(text).trim();
  if (!/^\d{2}(年\d{1,2}月(\d{1,2}日?)?|([-/.])\d{1,2}\3\d{1,2})$/.test(plain)) return text;
  return `${plain < '30' ? '20' : '19'}${plain}`;
}

/** The same for any cell. `isLikely`: the heading speaks of a date, so that bare numbers may be dates. */
export function dateOf(value: CellValue, style: CellStyle, isLikely: boolean): FoundDate | undefined {
  // a text file of bare day numbers
  if (typeof value === 'string')
    return (
      dateInText(isLikely ? withCentury(value) : value) ??
      (isLikely && /^[2-5]\d{4}$/.test(value) ? dateOf(Number(value), style, true) : undefined)
    );
  if (typeof value !== 'number') return;
  if (style.kind === 'date' || style.kind === 'dateTime') {
    const date = toDateText(value);
    if (date === undefined || value < 1) return;
    const { day } = toDay(value);
    const hasDay = /d/i.test(style.format.replace(/"[^"]*"/g, '')) || day !== 1;
    const seconds = Math.round((value - Math.floor(value)) * 86_400);
    const time =
      seconds > 0 && seconds < 86_400
        ? { time: [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => pad(Math.floor(part))).join(':') }
        : {};
    return { date, precision: hasDay ? 'day' : 'month', ...time };
  }
  if (!isLikely) return;
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) return dateInText(String(value));
  if (Number.isInteger(value) && value >= 190_001 && value <= 210_012) return dateInText(String(value));
  if (value > 1900 && value < 2101 && !Number.isInteger(value)) {
    // 2024.1 may have been 2024.10 before Excel took it for a number.
    const [year, month = ''] = String(Math.round(value * 100) / 100).split('.');
    return made(Number(year), Number(month), 1, 'month');
  }
  if (Number.isInteger(value) && isYear(value)) return made(value, 1, 1, 'year');
  if (value > 10_000 && value < 80_000) {
    const date = toDateText(value);
    return date === undefined ? undefined : { date, precision: 'day' };
  }
  return;
}
