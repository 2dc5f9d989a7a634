import type { Found } from './column-values.ts';
import type { Column } from './column.ts';
import { guess, type ColumnKind, type KindGuess } from './guess.ts';
import { isOpenDate } from './open-date.ts';
import { dateOf, type FoundDate } from './read-date.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { endsIn } from './words.ts';

const DATE_WORDS = new RegExp(`${endsIn(vocabulary.dateEndings).source}|^(时间|日期)`);

/** Whether a heading asks for a day or a time. */
export const asksForDate = (plain: string): boolean => DATE_WORDS.test(plain);

/** A column of dates, of months, or of days with times. */
export function asDates(column: Column): KindGuess | undefined {
  const { isCode } = column;
  const found = column.found.filter(({ text }) => !isOpenDate(text));
  const count = found.length,
    open = column.found.length - count;
  const isLikely = isLikelyDate(column);
  const dates = datesOf(column);
  const years = dates.filter(({ precision }) => precision === 'year').length;
  if (years === count && open === 0 && isLikely && !isCode) return asYears(column);
  const areDates = dates.length - years >= Math.max(count * 0.7, open * 0.5) && years <= count * 0.3;
  if (isCode || !areDates || !(isLikely || found.filter(isMarked).length >= count * 0.5)) return undefined;
  if (dates.filter(({ time }) => time !== undefined).length >= count * 0.5)
    return guess<ColumnKind>('dateTime', 0.9, '值是日期和时间', 'values are days with times');
  const months = dates.filter(({ precision }) => precision !== 'day').length;
  const precision = months > dates.length * 0.5 ? 'month' : 'day';
  const all = column.found.length,
    word = column.found.find(({ text }) => isOpenDate(text))?.text;
  return {
    ...guess<ColumnKind>(
      'date',
      Math.min(word === undefined ? 1 : 0.9, 0.6 + 0.38 * (dates.length / count)), // words are to be looked at
      `${dates.length}/${all} 个值是${precision === 'month' ? '年月' : '日期'}${word === undefined ? '' : `，“${word}”之类的文字另存说明栏`}`,
      `${dates.length} of ${all} values are ${precision === 'month' ? 'months' : 'dates'}${word === undefined ? '' : `; words such as “${word}” stand beside it`}`,
    ),
    precision,
  };
}

/** A column of years alone. */
export function asYears(column: Column): KindGuess | undefined {
  const years = datesOf(column).filter(({ precision }) => precision === 'year');
  if (years.length < column.found.length) return undefined;
  return { ...guess<ColumnKind>('integer', 0.9, '值是年份', 'values are years'), unit: column.heading.unit };
}

function datesOf(column: Column): readonly FoundDate[] {
  const isLikely = isLikelyDate(column);
  return column.found.map((one) => dateOf(one.value, one.style, isLikely)).filter((date) => date !== undefined);
}

/** Whether a cell says itself that it is a date: by its format, or as `2024.` at the beginning. */
function isMarked({ value, style }: Found): boolean {
  if (typeof value === 'number') return style.kind === 'date' || style.kind === 'dateTime';
  return typeof value === 'string' && /^\s*[\d０-９]{4}\s*[-/.年．]/.test(value);
}

function isLikelyDate({ heading, plain, term, found, isCode }: Column): boolean {
  if (term?.kind === 'date' || asksForDate(plain)) return true;
  return !isCode && term === undefined && heading.unit === undefined && looksLikeMonths(found);
}

/** Bare numbers that can hardly be anything but months or days: 1998.07, 199807, 19980715 in nearly every row. */
function looksLikeMonths(found: readonly Found[]): boolean {
  const dated = found.filter(
    ({ value, text }) =>
      typeof value === 'number' &&
      /^(19[3-9]\d|20[0-4]\d)(\.(0?[1-9]|1[0-2])|(0[1-9]|1[0-2])([0-2]\d|3[01])?)$/.test(text),
  );
  return found.length >= 3 && dated.length >= found.length * 0.9;
}
