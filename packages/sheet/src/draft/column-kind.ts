import { round15 } from '@jiceng/core/number/arithmetic.js';
import { halfWidth, readNumber } from '@jiceng/core/typed/typed-number.js';
import { guess, type ColumnKind, type Guess } from './guess.ts';
import type { Heading } from './headings.ts';
import type { Term } from './names.ts';
import { isNothing, type Found } from './column-values.ts';
import { dateOf } from './read-date.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { endsIn, isSameUnit, MEASURE, plainHeading, withoutSpaces } from './words.ts';

/** What a column was found to hold, and what it takes to read its values. */
export interface KindGuess extends Guess<ColumnKind> {
  readonly unit?: string | undefined;
  /** Words of choices, in their order. */
  readonly options?: readonly string[];
  /** What a date column knows at most. */
  readonly precision?: 'day' | 'month';
}

const DATE_WORDS = new RegExp(`${endsIn(vocabulary.dateEndings).source}|^(时间|日期)`);
const CODE_WORDS = new RegExp(vocabulary.codeWords.join('|'), 'i');
const LONG_WORDS = endsIn(vocabulary.descriptionEndings);
const PERSON_WORDS = endsIn(vocabulary.personEndings);
const NAME_WORDS = endsIn(vocabulary.nameEndings);
const CHOICE_WORDS = endsIn(vocabulary.choiceEndings);
const COUNT_WORDS = endsIn(vocabulary.countEndings);
const AMOUNT_WORDS = endsIn(vocabulary.amountEndings);
/**
 * `2023-2025`, `50至80人`, `2019.03—至今`, `100人左右`: how much or from when to when; what comes next is another one, so that
 * a list would not hold it.
 */
const RANGE = /^约?\d[\d.,]*\D{0,3}[-—–~～至到]\D{0,2}(\d|今|长期)|^约?\d[\d.,]*\D{0,4}(左右|余|多)/;
/** Descriptions that in some ledgers are a word about how far things are. */
const STATE_WORDS = /(情况|进展|意见|结果|原因)$/;
const WEEKDAY = /^(星期|周)[一二三四五六日]$/;
const YES = new Set(['是', '√', '✓', '✔', '☑', 'Y', 'y', 'YES', 'Yes', 'TRUE', '对']),
  NO = new Set(['否', '×', '✗', '✘', '☐', 'N', 'n', 'NO', 'No', 'FALSE', '不是', '错', '□', '']);
/** `☑是 □否`: both words with a box before each. */
const TICKED = /^([☑☒■√✓✔]|[□☐○])\s*(?:是|有)\s*([☑☒■√✓✔]|[□☐○])\s*(?:否|无)$/;

export function truthOf(text: string): boolean | undefined {
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  const [, yes = '', no = ''] = TICKED.exec(text) ?? [];
  const isYes = /[^□☐○]/.test(yes);
  return yes === '' || isYes === /[^□☐○]/.test(no) ? undefined : isYes;
}

/** A number with the unit behind it. */
interface Measure {
  readonly number: number;
  readonly unit: string | undefined;
}

/**
 * A number with its unit out of a cell, without what computing left behind its fifteenth digit; nothing for what is
 * none.
 */
export function numberOf(found: Pick<Found, 'value' | 'text'>): Measure | undefined {
  if (typeof found.value === 'number') return { number: round15(found.value), unit: undefined };
  if (typeof found.value !== 'string') return;
  const match = MEASURE.exec(halfWidth(found.text).replace(/\s/g, ''));
  const read = match && readNumber(match[1]!);
  return read && read.ok && read.value !== undefined ? { number: read.value, unit: match[2] } : undefined;
}

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

/** Parts of a cell that names several choices. */
export const splitChoices = (text: string): string[] =>
  text
    .split(/[、;；,，/\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A choice where the same few values come again and again; otherwise what else it is. */
function choiceOr(
  plain: string,
  all: readonly Found[],
  term: Term | undefined,
  other: Guess<ColumnKind>,
  isFree: boolean,
): KindGuess {
  if (isFree) return other;
  const found = all.filter(({ isOwn }) => isOwn); // a merged cell says it once
  const counts = new Map<string, number>();
  for (const { text } of found) counts.set(text, (counts.get(text) ?? 0) + 1);
  const values = [...counts.keys()],
    count = found.length;
  const isTermList =
    (term?.kind === 'choice' || term?.kind === 'choices') &&
    values.every((value) => term.options.some(([, word]) => word === value));
  const asChoice = (confidence: number, zh: string, en: string, options: readonly string[]): KindGuess => ({
    ...guess<ColumnKind>('choice', confidence, zh, en),
    options,
  });
  if (isTermList)
    return asChoice(
      0.95,
      '值都在标准选项里',
      'all values are options of the standard list',
      term.options.map(([, word]) => word).filter((word) => values.length < 2 || values.includes(word)),
    );
  if (values.every((value) => value === '男' || value === '女'))
    return asChoice(0.95, '值是男、女', 'values are man and woman', ['男', '女']);
  if (values.every((value) => WEEKDAY.test(value)) && values.length > 1)
    return asChoice(
      0.9,
      '值是星期几',
      'values are days of the week',
      [...'一二三四五六日'].map((day) => values[0]!.replace(/.$/, day)),
    );
  const isCount = COUNT_WORDS.test(plain) || AMOUNT_WORDS.test(plain);
  if (term?.kind !== 'choice' && values.every((value) => RANGE.test(value) || (isCount && /\d/.test(value))))
    return other;
  const longest = Math.max(...values.map((value) => withoutSpaces(value).length));
  const isPerson =
    PERSON_WORDS.test(plain) ||
    (term !== undefined && /Name$|^responsiblePerson$|Leader$|^leaderInCharge$/.test(term.name));
  const wantsList = term?.kind === 'choice' || CHOICE_WORDS.test(plain) || /^(是否|有无)/.test(plain);
  const repeats = count / values.length;
  if (other.value === 'longText') {
    // `已完成`, `整改中` again and again are no description
    const isState = STATE_WORDS.test(plain) && longest <= 6 && values.length > 1 && repeats >= 2 && count >= 5;
    return isState
      ? asChoice(
          0.7,
          `${count} 个值只有 ${values.length} 种`,
          `${count} values are of ${values.length} kinds only`,
          values,
        )
      : other;
  }
  const parts = several(found, wantsList, isPerson);
  if (parts && parts.options!.length <= values.length) return parts;
  if (longest <= 20 && !isPerson && (values.length > 1 || wantsList)) {
    if (wantsList && values.length <= 15 && (repeats >= 2 || (count <= 8 && repeats >= 1.5)))
      return asChoice(
        0.85,
        `列名像选项，只有 ${values.length} 种值`,
        `its heading asks for a choice, and there are ${values.length} values`,
        values,
      );
    if (wantsList && count <= 8 && values.length <= 8 && longest <= 8)
      return asChoice(0.5, '列名像选项，数据很少', 'its heading asks for a choice; there are few values', values);
    if (
      values.length <= 12 &&
      count >= 8 &&
      repeats >= 3 &&
      !NAME_WORDS.test(plain) &&
      !/(备注|说明|地址|住址|地点|地)$/.test(plain)
    )
      return asChoice(
        0.7,
        `${count} 个值只有 ${values.length} 种`,
        `${count} values are of ${values.length} kinds only`,
        values,
      );
  }
  return parts ?? (term?.kind === 'choice' && other.value === 'text' ? { ...other, confidence: 0.6 } : other);
}

/** Several choices in a cell, where parts come again and again although their combinations do not. */
function several(found: readonly Found[], wantsList: boolean, isPerson: boolean): KindGuess | undefined {
  const parts = found.map(({ text }) =>
    text
      .split(/[、;；/\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  if (isPerson || parts.filter((list) => list.length > 1).length < found.length * 0.2) return;
  const values = new Set(parts.flat());
  const all = parts.reduce((sum, list) => sum + list.length, 0);
  if (values.size > 12 || all / values.size < (wantsList ? 2.5 : 4) || [...values].some((value) => value.length > 12))
    return;
  return {
    ...guess<ColumnKind>(
      'choices',
      0.7,
      `一格里有几个值，共 ${values.size} 种`,
      `cells hold several of ${values.size} values`,
    ),
    options: [...values],
  };
}
