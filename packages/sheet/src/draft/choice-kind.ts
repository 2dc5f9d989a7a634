import type { Found } from './column-values.ts';
import { guess, type ColumnKind, type Guess, type KindGuess } from './guess.ts';
import type { Term } from './names.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { AMOUNT_WORDS, COUNT_WORDS, endsIn, withoutSpaces } from './words.ts';

const PERSON_WORDS = endsIn(vocabulary.personEndings);
const NAME_WORDS = endsIn(vocabulary.nameEndings);
const CHOICE_WORDS = endsIn(vocabulary.choiceEndings);
/**
 * `2023-2025`, `50至80人`, `2019.03—至今`, `100人左右`: how much or from when to when; what comes next is another one, so that
 * a list would not hold it.
 */
const RANGE = /^约?\d[\d.,]*\D{0,3}[-—–~～至到]\D{0,2}(\d|今|长期)|^约?\d[\d.,]*\D{0,4}(左右|余|多)/;
/** Descriptions that in some ledgers are a word about how far things are. */
const STATE_WORDS = /(情况|进展|意见|结果|原因)$/;
const WEEKDAY = /^(星期|周)[一二三四五六日]$/;

/** A choice where the same few values come again and again; otherwise what else it is. */
export function choiceOr(
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
