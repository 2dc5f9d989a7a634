import type { Found } from './column-values.ts';
import { guess, type ColumnKind, type Guess, type KindGuess } from './guess.ts';
import type { Term } from './names.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { AMOUNT_WORDS, COUNT_WORDS, endsIn, withoutSpaces } from './words.ts';

const PERSON_WORDS = endsIn(vocabulary.personEndings);
const NAME_WORDS = endsIn(vocabulary.nameEndings);
/** Ends of headings that ask for a choice. */
export const CHOICE_WORDS = endsIn(vocabulary.choiceEndings);
/**
 * `2023-2025`, `50至80人`, `2019.03—至今`, `100人左右`: how much or from when to when; what comes next is another one, so that
 * a list would not hold it.
 */
const RANGE = /^约?\d[\d.,]*\D{0,3}[-—–~～至到]\D{0,2}(\d|今|长期)|^约?\d[\d.,]*\D{0,4}(左右|余|多)/;
/** Descriptions that in some ledgers are a word about how far things are. */
const STATE_WORDS = /(情况|进展|意见|结果|原因)$/;
const WEEKDAY = /^(星期|周)[一二三四五六日]$/;

/** What stands in a column, as a choice is looked for. */
interface Values {
  readonly plain: string;
  readonly term: Term | undefined;
  readonly found: readonly Found[];
  /** Each value once. */
  readonly values: readonly string[];
  readonly longest: number;
  /** How often a value stands there on average. */
  readonly repeats: number;
  /** The heading asks for a choice. */
  readonly wantsList: boolean;
  readonly isPerson: boolean;
}

/** A choice where the same few values come again and again; otherwise what else it is. */
export function choiceOr(
  plain: string,
  all: readonly Found[],
  term: Term | undefined,
  other: Guess<ColumnKind>,
  isFree: boolean,
): KindGuess {
  if (isFree) return other;
  const column = valuesOf(plain, all, term);
  const known = ofKnownWords(column);
  if (known) return known;
  if (areAmounts(column)) return other;
  if (other.value === 'longText') return asState(column) ?? other;
  const parts = several(column);
  if (parts && parts.options!.length <= column.values.length) return parts;
  const weak = term?.kind === 'choice' && other.value === 'text';
  return asFew(column) ?? parts ?? (weak ? { ...other, confidence: 0.6 } : other);
}

function valuesOf(plain: string, all: readonly Found[], term: Term | undefined): Values {
  const found = all.filter(({ isOwn }) => isOwn); // a merged cell says it once
  const values = [...new Set(found.map(({ text }) => text))];
  const isNamed = term !== undefined && /Name$|^responsiblePerson$|Leader$|^leaderInCharge$/.test(term.name);
  return {
    plain,
    term,
    found,
    values,
    longest: Math.max(...values.map((value) => withoutSpaces(value).length)),
    repeats: found.length / values.length,
    wantsList: term?.kind === 'choice' || CHOICE_WORDS.test(plain) || /^(是否|有无)/.test(plain),
    isPerson: isNamed || PERSON_WORDS.test(plain),
  };
}

const asChoice = (confidence: number, zh: string, en: string, options: readonly string[]): KindGuess => ({
  ...guess<ColumnKind>('choice', confidence, zh, en),
  options,
});

/** Words of a list that everybody knows: of the term, man and woman, days of the week. */
function ofKnownWords({ term, values }: Values): KindGuess | undefined {
  const listed = term?.kind === 'choice' || term?.kind === 'choices' ? term.options.map(([, word]) => word) : undefined;
  if (listed && values.every((value) => listed.includes(value))) {
    const options = listed.filter((word) => values.length < 2 || values.includes(word));
    return asChoice(0.95, '值都在标准选项里', 'all values are options of the standard list', options);
  }
  if (values.every((value) => value === '男' || value === '女'))
    return asChoice(0.95, '值是男、女', 'values are man and woman', ['男', '女']);
  if (values.length < 2 || !values.every((value) => WEEKDAY.test(value))) return undefined;
  const week = [...'一二三四五六日'].map((day) => values[0]!.replace(/.$/, day));
  return asChoice(0.9, '值是星期几', 'values are days of the week', week);
}

/** Ranges, and amounts with words behind them: what comes next is another one. */
function areAmounts({ plain, term, values }: Values): boolean {
  const isCount = COUNT_WORDS.test(plain) || AMOUNT_WORDS.test(plain);
  return term?.kind !== 'choice' && values.every((value) => RANGE.test(value) || (isCount && /\d/.test(value)));
}

/** `已完成`, `整改中` again and again are no description. */
function asState({ plain, found, values, longest, repeats }: Values): KindGuess | undefined {
  const isState = STATE_WORDS.test(plain) && longest <= 6 && values.length > 1;
  return isState && repeats >= 2 && found.length >= 5 ? ofFewKinds(found.length, values) : undefined;
}

function asFew({ plain, found, values, longest, repeats, wantsList, isPerson }: Values): KindGuess | undefined {
  const count = found.length;
  if (longest > 20 || isPerson || !(values.length > 1 || wantsList)) return undefined;
  if (wantsList && values.length <= 15 && (repeats >= 2 || (count <= 8 && repeats >= 1.5)))
    return asChoice(
      0.85,
      `列名像选项，只有 ${values.length} 种值`,
      `its heading asks for a choice, and there are ${values.length} values`,
      values,
    );
  if (wantsList && count <= 8 && values.length <= 8 && longest <= 8)
    return asChoice(0.5, '列名像选项，数据很少', 'its heading asks for a choice; there are few values', values);
  const isFree = NAME_WORDS.test(plain) || /(备注|说明|地址|住址|地点|地|及职务)$/.test(plain);
  return !isFree && values.length <= 12 && count >= 8 && repeats >= 3 ? ofFewKinds(count, values) : undefined;
}

function ofFewKinds(count: number, values: readonly string[]): KindGuess {
  const kinds = values.length;
  return asChoice(0.7, `${count} 个值只有 ${kinds} 种`, `${count} values are of ${kinds} kinds only`, values);
}

/** Several choices in a cell, where parts come again and again although their combinations do not. */
function several({ found, values: combinations, wantsList, isPerson }: Values): KindGuess | undefined {
  if (combinations.length < 2) return;
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
