import { halfWidth } from '@jiceng/core/typed/typed-number.js';
import { numberOf, splitChoices, truthOf, type Measure } from './cell-values.ts';
import { choiceOr } from './choice-kind.ts';
import { guess, type ColumnKind, type KindGuess } from './guess.ts';
import type { Heading } from './headings.ts';
import type { Term } from './names.ts';
import { isNothing, type Found } from './column-values.ts';
import { dateOf } from './read-date.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { AMOUNT_WORDS, COUNT_WORDS, endsIn, isSameUnit, plainHeading } from './words.ts';

const DATE_WORDS = new RegExp(`${endsIn(vocabulary.dateEndings).source}|^(时间|日期)`);
const CODE_WORDS = new RegExp(vocabulary.codeWords.join('|'), 'i');
const LONG_WORDS = endsIn(vocabulary.descriptionEndings);
/** Guesses what a column holds: from its limits of input, its values, its heading, in this order. */
export function columnKind(
  heading: Heading,
  all: readonly Found[],
  term: Term | undefined,
  list: readonly string[] | undefined,
): KindGuess {
  const plain = plainHeading(heading.title);
  if (
    !list &&
    all.length > 0 &&
    all.every(({ text }) => text === '有' || text === '无') &&
    (/有无|是否有/.test(plain) || new Set(all.map(({ text }) => text)).size === 2)
  )
    return {
      ...guess<ColumnKind>('choice', 0.95, '值是有、无', 'values say whether there is one'),
      options: ['有', '无'],
    };
  const found = all.filter(({ text }) => !isNothing(text));
  const count = found.length;
  if (list) {
    if (list.length === 2 && list.every((value) => value === '是' || value === '否'))
      return {
        ...guess<ColumnKind>('boolean', 0.97, '下拉列表是“是、否”', 'its drop-down list is yes and no'),
        options: list,
      };
    const off = found.filter(({ text }) => !list.includes(text));
    const several = off.filter(
      ({ text }) => splitChoices(text).length > 1 && splitChoices(text).every((part) => list.includes(part)),
    );
    if (off.length > 0 && several.length === off.length)
      return {
        ...guess<ColumnKind>(
          'choices',
          0.9,
          '下拉列表，一格里有几个值',
          'a drop-down list with several values in a cell',
        ),
        options: list,
      };
    if (count === 0 || off.length <= count * 0.3)
      return {
        ...guess<ColumnKind>(
          'choice',
          0.98,
          `单元格有下拉列表（${list.length} 项）`,
          `its cells have a drop-down list of ${list.length}`,
        ),
        options: list,
      };
  }
  if (count === 0) return byHeading(plain, heading, term);
  const isCode = CODE_WORDS.test(plain) && term?.kind !== 'date';
  const isLikelyDate =
    term?.kind === 'date' ||
    DATE_WORDS.test(plain) ||
    (!isCode && term === undefined && heading.unit === undefined && looksLikeMonths(found));

  const truths = found.filter(({ value, text }) => typeof value === 'boolean' || truthOf(text) !== undefined);
  if (
    truths.length === count &&
    (found.some(({ value, text }) => value === true || truthOf(text) === true) ||
      term?.kind === 'boolean' ||
      plain.startsWith('是否'))
  )
    return guess<ColumnKind>('boolean', 0.95, '值都是“是、否”或打勾', 'all values say yes or no');

  const dates = found.map((one) => dateOf(one.value, one.style, isLikelyDate)).filter((date) => date !== undefined);
  const years = dates.filter(({ precision }) => precision === 'year').length;
  const styled = found.filter(
    ({ value, style }) => typeof value === 'number' && (style.kind === 'date' || style.kind === 'dateTime'),
  ).length;
  const marked = found.filter(
    ({ value }) => typeof value === 'string' && /^\s*[\d０-９]{4}\s*[-/.年．]/.test(value),
  ).length;
  if (
    !isCode &&
    dates.length - years >= count * 0.7 &&
    (isLikelyDate || styled + marked >= count * 0.5) &&
    years <= count * 0.3
  ) {
    if (
      dates.some(({ time }) => time !== undefined) &&
      dates.filter(({ time }) => time !== undefined).length >= count * 0.5
    )
      return guess<ColumnKind>('dateTime', 0.9, '值是日期和时间', 'values are days with times');
    const months = dates.filter(({ precision }) => precision !== 'day').length;
    const precision = months > dates.length * 0.5 ? ('month' as const) : ('day' as const);
    return {
      ...guess<ColumnKind>(
        'date',
        0.6 + 0.38 * (dates.length / count),
        precision === 'month' ? `${dates.length}/${count} 个值是年月` : `${dates.length}/${count} 个值是日期`,
        `${dates.length} of ${count} values are ${precision === 'month' ? 'months' : 'dates'}`,
      ),
      precision,
    };
  }
  if (found.every(({ value, style }) => typeof value === 'number' && style.kind === 'time' && value < 1))
    return guess<ColumnKind>('time', 0.9, '值是时刻', 'values are times');

  if (
    isCode ||
    found.some(({ value }) => typeof value === 'string' && /^0\d+$/.test(value)) ||
    found.filter(({ text }) => /^\d{11,}[\dXx]?$/.test(halfWidth(text))).length > count * 0.5
  )
    return choiceOr(
      plain,
      found,
      term,
      guess<ColumnKind>('text', 0.95, '是号码，按文字保存', 'a number that names something is kept as text'),
      isCode,
    );

  const numbers = found
    .map(numberOf)
    .filter((number) => number !== undefined)
    .filter(({ unit }) => heading.unit === undefined || unit === undefined || isSameUnit(heading.unit, unit));
  if (numbers.length >= count * 0.8 && isOneMeasure(numbers, count) && !(years === count && isLikelyDate))
    return numeric(heading, found, numbers, term);
  if (years === count)
    return { ...guess<ColumnKind>('integer', 0.9, '值是年份', 'values are years'), unit: heading.unit };
  const longest = found.reduce((most, { text }) => Math.max(most, text.length), 0);
  const isLong =
    longest > 60 || found.some(({ text }) => text.includes('\n') || (text.length > 20 && /[。；]/.test(text)));
  const text =
    isLong || term?.kind === 'longText' || LONG_WORDS.test(plain)
      ? guess<ColumnKind>(
          'longText',
          isLong ? 0.95 : 0.8,
          isLong ? `最长 ${longest} 个字` : '列名表示一段说明',
          isLong ? `up to ${longest} characters` : 'its heading asks for a description',
        )
      : guess<ColumnKind>('text', 0.9, '值是短文字', 'values are short texts');
  return choiceOr(plain, found, term, text, isLong);
}

/**
 * Whether numbers can stand without what is written behind them: `3万元` above `800元`, or `5年` above `长期`, cannot.
 * `count`: values of the column.
 */
function isOneMeasure(numbers: readonly Measure[], count: number): boolean {
  const units = numbers.map(({ unit }) => unit).filter((unit) => unit !== undefined);
  return units.every((unit) => isSameUnit(units[0]!, unit)) && (numbers.length === count || units.length < count * 0.5);
}

function numeric(
  heading: Heading,
  found: readonly Found[],
  numbers: readonly Measure[],
  term: Term | undefined,
): KindGuess {
  const share = numbers.length / found.length;
  const units = new Set(numbers.map(({ unit }) => unit).filter((unit) => unit !== undefined));
  const unit = heading.unit ?? (units.size === 1 ? [...units][0] : undefined);
  const percents = found.filter(
    ({ value, style, text }) => (typeof value === 'number' && style.kind === 'percent') || /[%％]$/.test(text),
  ).length;
  if (unit === '%' || percents > found.length * 0.5)
    return { ...guess<ColumnKind>('percent', 0.6 + 0.35 * share, '值是百分比', 'values are percentages'), unit: '%' };
  const isMoney = found.some(({ value, style, text }) =>
    typeof value === 'number' ? /0\.0|[¥￥]/.test(style.format) : /^[¥￥]|\d\.\d/.test(text),
  );
  const whole =
    !isMoney &&
    numbers.every(({ number }) => Number.isInteger(number)) &&
    term?.kind !== 'money' &&
    term?.kind !== 'number';
  return {
    ...guess<ColumnKind>(
      whole ? 'integer' : 'number',
      0.6 + 0.35 * share,
      whole ? '值都是整数' : '值是数字',
      whole ? 'values are whole numbers' : 'values are numbers',
    ),
    unit,
  };
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

/** A column without values: its term or its words decide. */
function byHeading(plain: string, heading: Heading, term: Term | undefined): KindGuess {
  const reason = (kind: ColumnKind, confidence: number): KindGuess => ({
    ...guess(kind, confidence, '没有数据，按列名判断', 'without values, by its heading'),
    unit: heading.unit,
  });
  if (term) {
    const kind: ColumnKind =
      term.kind === 'money'
        ? 'number'
        : (term.kind === 'choice' || term.kind === 'choices') && term.options.length === 0
          ? 'text'
          : term.kind;
    return {
      ...reason(kind, 0.75),
      ...(kind === 'choice' || kind === 'choices' ? { options: term.options.map(([, word]) => word) } : {}),
      ...(kind === 'percent' ? { unit: '%' } : {}),
    };
  }
  if (heading.unit === '%') return reason('percent', 0.7);
  if (/^是否|^有无/.test(plain)) return reason('boolean', 0.7);
  if (CODE_WORDS.test(plain)) return reason('text', 0.7);
  if (DATE_WORDS.test(plain)) return reason('date', 0.7);
  if (heading.unit !== undefined)
    return reason(/元|平方米|亩|公里|米|吨/.test(heading.unit) ? 'number' : 'integer', 0.7);
  if (COUNT_WORDS.test(plain)) return reason('integer', 0.65);
  if (AMOUNT_WORDS.test(plain)) return reason('number', 0.6);
  return reason(LONG_WORDS.test(plain) ? 'longText' : 'text', 0.5);
}
