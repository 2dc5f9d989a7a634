import { halfWidth } from '@jiceng/core/typed/typed-number.js';
import { splitChoices, truthOf } from './cell-values.ts';
import { CHOICE_WORDS, choiceOr } from './choice-kind.ts';
import type { Column } from './column.ts';
import { isNothing, type Found } from './column-values.ts';
import { asDates, asksForDate, asYears } from './date-kind.ts';
import { guess, type ColumnKind, type KindGuess } from './guess.ts';
import { wordsAbove, type Heading } from './headings.ts';
import type { Term } from './names.ts';
import { asNumbers } from './number-kind.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { AMOUNT_WORDS, COUNT_WORDS, endsIn, plainHeading } from './words.ts';

const CODE_WORDS = new RegExp(vocabulary.codeWords.join('|'), 'i');
const LONG_WORDS = endsIn(vocabulary.descriptionEndings);

/** What a column may hold, in the order in which it is asked; texts come last, since everything is one. */
const RULES: readonly ((column: Column) => KindGuess | undefined)[] = [
  asListed,
  asListedAbove,
  asHeaded,
  asTruths,
  asDates,
  asTimes,
  asCodes,
  asNumbers,
  asYears,
  asTexts,
];

/** Guesses what a column holds: from its limits of input, its values, its heading, in this order. */
export function columnKind(
  heading: Heading,
  all: readonly Found[],
  term: Term | undefined,
  list: readonly string[] | undefined,
): KindGuess {
  const whole = plainHeading(heading.title);
  const plain = whole.replace(/（[^）]*）/g, '') || whole;
  if (!list && saysPresence(plain, all))
    return {
      ...guess<ColumnKind>('choice', 0.95, '值是有、无', 'values say whether there is one'),
      options: ['有', '无'],
    };
  const found = all.filter(({ text }) => !isNothing(text));
  const isCode = CODE_WORDS.test(plain) && term?.kind !== 'date';
  const column: Column = { heading, plain, term, list, found, isCode };
  for (const rule of RULES) {
    const kind = rule(column);
    if (kind) return kind;
  }
  return guess<ColumnKind>('text', 0.5, '值是文字', 'values are texts');
}

/** `有`, `无` and nothing else; 无 is a value then, and not that nothing is known. */
function saysPresence(plain: string, all: readonly Found[]): boolean {
  const values = new Set(all.map(({ text }) => text));
  if (![...values].every((text) => text === '有' || text === '无')) return false;
  // 无 alone is how a cell is left empty; 有 alone says something when it comes again.
  return (
    values.size === 2 || (values.size === 1 && (/有无|是否有/.test(plain) || (values.has('有') && all.length >= 3)))
  );
}

function asListed({ list, found }: Column): KindGuess | undefined {
  if (!list) return undefined;
  const listed = (kind: ColumnKind, confidence: number, zh: string, en: string): KindGuess => ({
    ...guess(kind, confidence, zh, en),
    options: list,
  });
  if (list.length === 2 && list.every((value) => value === '是' || value === '否'))
    return listed('boolean', 0.97, '下拉列表是“是、否”', 'its drop-down list is yes and no');
  const off = found.filter(({ text }) => !list.includes(text));
  const isSeveral = (text: string): boolean => {
    const parts = splitChoices(text);
    return parts.length > 1 && parts.every((part) => list.includes(part));
  };
  if (off.length > 0 && off.every(({ text }) => isSeveral(text)))
    return listed('choices', 0.9, '下拉列表，一格里有几个值', 'a drop-down list with several values in a cell');
  return off.length <= found.length * 0.3
    ? listed(
        'choice',
        0.98,
        `单元格有下拉列表（${list.length} 项）`,
        `its cells have a drop-down list of ${list.length}`,
      )
    : undefined;
}

/** What the heading offers in brackets, where every value is one of it: `等次（优秀/合格/不合格）`. */
function asListedAbove({ heading, plain, term, found }: Column): KindGuess | undefined {
  const words = wordsAbove(heading);
  const isAsked = found.length > 0 || term?.kind === 'choice' || CHOICE_WORDS.test(plain);
  if (!words || !isAsked || !found.every(({ text }) => words.includes(text))) return undefined;
  if (words.length === 2 && words.every((word) => truthOf(word) !== undefined)) return undefined; // yes and no
  return {
    ...guess<ColumnKind>('choice', 0.95, '列名的括号里写着选项', 'its heading offers the choices'),
    options: words,
  };
}

function asTruths({ plain, term, found }: Column): KindGuess | undefined {
  const truths = found.map(({ value, text }) => (typeof value === 'boolean' ? value : truthOf(text)));
  const isAsked = term?.kind === 'boolean' || plain.startsWith('是否');
  return !truths.includes(undefined) && (truths.includes(true) || isAsked)
    ? guess<ColumnKind>('boolean', 0.95, '值都是“是、否”或打勾', 'all values say yes or no')
    : undefined;
}

function asTimes({ found }: Column): KindGuess | undefined {
  return found.every(({ value, style }) => typeof value === 'number' && style.kind === 'time' && value < 1)
    ? guess<ColumnKind>('time', 0.9, '值是时刻', 'values are times')
    : undefined;
}

/** Numbers that name something keep their zeros and digits: they are texts. */
function asCodes({ plain, term, found, isCode }: Column): KindGuess | undefined {
  const isLong = ({ text }: Found): boolean => /^\d{11,}[\dXx]?$/.test(halfWidth(text));
  if (
    !isCode &&
    !found.some(({ value }) => typeof value === 'string' && /^0\d+$/.test(value)) &&
    found.filter(isLong).length <= found.length * 0.5
  )
    return undefined;
  const text = guess<ColumnKind>('text', 0.95, '是号码，按文字保存', 'a number that names something is kept as text');
  return choiceOr(plain, found, term, text, isCode);
}

/** A short text, a description, or a choice where the same words come again and again. */
function asTexts({ plain, term, found }: Column): KindGuess {
  const longest = found.reduce((most, { text }) => Math.max(most, text.length), 0);
  const isLong =
    longest > 60 || found.some(({ text }) => text.includes('\n') || (text.length > 20 && /[。；]/.test(text)));
  const isDescription = isLong || term?.kind === 'longText' || LONG_WORDS.test(plain);
  const text = !isDescription
    ? guess<ColumnKind>('text', 0.9, '值是短文字', 'values are short texts')
    : isLong
      ? guess<ColumnKind>('longText', 0.95, `最长 ${longest} 个字`, `up to ${longest} characters`)
      : guess<ColumnKind>('longText', 0.8, '列名表示一段说明', 'its heading asks for a description');
  return choiceOr(plain, found, term, text, isLong);
}

/** A column without values: its term or its words decide. */
function asHeaded({ plain, heading, term, found }: Column): KindGuess | undefined {
  if (found.length > 0) return undefined;
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
  if (asksForDate(plain)) return reason('date', 0.7);
  if (heading.unit !== undefined)
    return reason(/元|平方米|亩|公里|米|吨/.test(heading.unit) ? 'number' : 'integer', 0.7);
  if (COUNT_WORDS.test(plain)) return reason('integer', 0.65);
  if (AMOUNT_WORDS.test(plain)) return reason('number', 0.6);
  return reason(LONG_WORDS.test(plain) ? 'longText' : 'text', 0.5);
}
