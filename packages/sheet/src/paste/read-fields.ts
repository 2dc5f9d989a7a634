import type { Bilingual } from '@jiceng/core/text/problem.js';
import { halfWidth } from '@jiceng/core/typed/typed-number.js';
import { columnKind } from '../draft/column-kind.ts';
import type { KindGuess } from '../draft/guess.ts';
import type { Found } from '../draft/column-values.ts';
import { draftDefinition } from '../draft/draft.ts';
import type { Heading } from '../draft/headings.ts';
import { generatedName, termOf } from '../draft/names.ts';
import { isFooter, isNote, isTotals, readHeading } from '../draft/words.ts';
import { BOOK_NAME, bookOfRows } from './book.ts';
import { numbered, plainDigits } from './numbering.ts';
import { ownKey } from './own-key.ts';
import type { PastedField, PastedRest } from './result.ts';

const PLAIN = { format: 'General', kind: 'text', bold: false, red: false, filled: false } as const;
const BLANK = /[_＿﹍]{2,}|\.{4,}|…{2,}/g;
const BOX = /[□☐○◯⬜☑√✓]\s*/;
/** Where answers to choose from begin in a line: at a box, or at `A.` where a `B.` follows. */
const FIRST_ANSWER = /[□☐○◯⬜☑√✓]|(?:^|[^A-Za-z])A[.．、)）](?=.*[^A-Za-z]B[.．、)）])/;
/** A line of answers to the question above it. */
const ANSWERS = /^(?:[□☐○◯⬜☑√✓]|[A-H][.．、)）])/;

/** Fields out of a table with headings; `undefined` where no headings are found. */
export function fieldsOfTable(
  rows: readonly (readonly string[])[],
): { fields: PastedField[]; rest: PastedRest[]; title: string } | undefined {
  const draft = draftDefinition(bookOfRows(rows));
  const [sheet] = draft.sheets;
  if (!sheet) return undefined;
  const samples = new Map(
    sheet.columns.map(({ name, column }) => [
      name.value,
      rows
        .slice(sheet.headerRows.value[1] + 1)
        .map((row) => row[column] ?? '')
        .find((cell) => cell !== '') ?? '',
    ]),
  );
  return {
    title: sheet.title.value === BOOK_NAME ? '' : sheet.title.value,
    fields: distinct(
      sheet.columns
        .filter(({ kind, skipped, title }) => !skipped && kind.value !== 'rowNumber' && title.value !== '')
        .map(({ name, title, kind, options, unit, help, required }) => ({
          key: ownKey(name.value, title.value),
          title: title.value,
          kind: kind.value,
          options: options.value,
          required: required.value,
          sample: samples.get(name.value) ?? '',
          reason: kind.reason,
          ...(unit === undefined ? {} : { unit }),
          ...(help === undefined ? {} : { help }),
        })),
    ),
    rest: sheet.leftOut.filter(({ code }) => code !== 'title').map(({ text, reason }) => ({ text, reason })),
  };
}

/** Fields out of lines, one for each, or several labels in a line with room to write behind each. */
export function fieldsOfLines(lines: readonly (readonly string[])[]): {
  fields: PastedField[];
  rest: PastedRest[];
  title: string;
} {
  const rest: PastedRest[] = [];
  const fields: PastedField[] = [];
  let title = '';
  const all = withAnswers(lines).flatMap((cells) =>
    cells.filter((cell) => cell !== '').length > 1
      ? [cells.filter((cell) => cell !== '')]
      : labelsIn(cells.find((cell) => cell !== '') ?? '').map((label) => [label]),
  );
  all.slice(MOST_FIELDS).forEach(([first = '']) => rest.push({ text: first, reason: MANY }));
  all.slice(0, MOST_FIELDS).forEach(([first = '', ...values], at) => {
    const { rest: words } = numbered(first);
    if (isNote(words) || (isFooter(words) && !/[:：]/.test(words)))
      return void rest.push({ text: first, reason: NOTE });
    if (isTotals(words) && all.length > 1) return void rest.push({ text: first, reason: TOTALS });
    if (at === 0 && all.length > 2 && isTitle(first, all[1]?.[0] ?? '')) return void (title = words);
    const question = words.slice(0, answersAt(words) || words.length);
    if (question.replace(/\s/g, '').length > 60) return void rest.push({ text: first, reason: LONG });
    const field = fieldOf(words, values.join(' '));
    if (field.title === '') return void rest.push({ text: first, reason: NOTE });
    fields.push(field);
  });
  return { fields: distinct(fields), rest, title };
}

/** Answers on lines of their own, as in a questionnaire, come to the question above them. */
function withAnswers(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const joined: string[][] = [];
  for (const cells of lines) {
    const [text, ...more] = cells.filter((cell) => cell !== '');
    const above = joined[joined.length - 1];
    if (text !== undefined && more.length === 0 && above?.length === 1 && ANSWERS.test(plainDigits(text)))
      above[0] = `${above[0]} ${plainDigits(text)}`;
    else joined.push([...cells]);
  }
  return joined;
}

/** Where the answers to a question begin in its line; 0 where it has none. */
function answersAt(line: string): number {
  const answers = line.length > LONGEST_LINE ? null : FIRST_ANSWER.exec(line);
  return answers ? answers.index + answers[0].search(/[□☐○◯⬜☑√✓A]/) : 0;
}

/** What a paper is called: by its last word, or as the only line above numbered ones that has no number. */
function isTitle(line: string, next: string): boolean {
  return (
    /((登记|统计|汇总|情况|信息|采集|申请|审批|调查|花名|报告|测评)(表|册|单)|问卷)(（.*）)?$/.test(line) ||
    (numbered(line).level === undefined && numbered(next).level !== undefined && !/[:：?？]/.test(line))
  );
}

/** Two fields of one name get a number. */
function distinct(fields: readonly PastedField[]): PastedField[] {
  const keys = new Set<string>();
  return fields.map((field) => {
    let { key } = field;
    for (let copy = 2; keys.has(key); copy++) key = `${field.key}${copy}`;
    keys.add(key);
    return { ...field, key };
  });
}

const NOTE: Bilingual = { 'zh-CN': '说明或落款', en: 'a note or signature line' };
const TOTALS: Bilingual = { 'zh-CN': '合计行，由系统计算', en: 'totals, which the system computes' };
const MANY: Bilingual = { 'zh-CN': '一次最多读 300 个字段', en: 'at most 300 fields are read at one time' };
const LONG: Bilingual = { 'zh-CN': '句子太长，不像字段名', en: 'too long for the name of a field' };

/** Lines that are longer hold no labels. */
const LONGEST_LINE = 400;
/** Most fields of one text. */
const MOST_FIELDS = 300;

const labelsIn = (line: string): string[] => (line.length > LONGEST_LINE ? [line] : labelsOf(line));

/** The labels of one line: `姓名：____ 电话：____`, `姓名 / 电话 / 住址`, `姓名、电话、住址`. */
function labelsOf(line: string): string[] {
  const blanks = line
    .split(BLANK)
    .map((part) => part.replace(/^[\s，,；;。]+|[\s，,；;。]+$/g, ''))
    .filter((part) => part !== '');
  if (blanks.length > 1 && blanks.every((part) => part.length <= 20)) return blanks;
  if (line.includes('：') || line.includes(':') || FIRST_ANSWER.test(line)) return [line.replace(BLANK, '')];
  for (const mark of [/\s+\/\s+/, /[、]/, /[，,；;|｜]/, /\//, /\s{2,}|\t/, /\s/]) {
    const parts = line
      .replace(/[（(][^）)]*[）)]/g, (inside) => inside.replace(/[、，,；;/|\s]/g, '\u0001'))
      .split(mark)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isList =
      mark.source === '\\s'
        ? parts.length >= 3 && parts.every((part) => /^[\u4e00-\u9fff（）()]{2,8}$/.test(part))
        : parts.length >= 2 && parts.every((part) => part.length <= 16);
    if (isList && !/^\d/.test(line)) return parts.map((part) => part.replace(/\u0001/g, '、'));
  }
  return [line.replace(BLANK, '')];
}

/** One label with what stands behind it: a sample, or the words to choose from. */
function fieldOf(line: string, beside: string): PastedField {
  const colon = line.replace(/[（(][^）)]*[）)]/g, (inside) => '\u0001'.repeat(inside.length)).search(/[：:]/);
  let label = (colon < 1 ? line : line.slice(0, colon)).trim();
  let behind = (beside !== '' ? beside : colon < 1 ? '' : line.slice(colon + 1)).replace(BLANK, '').trim();
  const start = answersAt(label);
  if (start > 0) {
    behind = `${label.slice(start).replace(/([^\sA-Za-z])(?=[A-H][.．、)）])/g, '$1 ')} ${behind}`.trim();
    label = label.slice(0, start).trim();
  }
  const several = /多选/.test(label);
  label = label.replace(/[（(](可?多选|单选|可选多项)[^）)]{0,6}[）)]/, '').trim();
  const inside = /^(.*?)[（(]([^）)]*)[）)]\s*$/.exec(label);
  const listed = optionsIn(behind) ?? (inside ? optionsIn(inside[2] ?? '', true) : undefined);
  if (listed && inside && !optionsIn(behind)) label = inside[1] ?? label;
  const notes = readHeading(label);
  const term = termOf(notes.title);
  const heading: Heading = {
    column: 0,
    groups: [],
    title: notes.title,
    unit: notes.unit,
    help: notes.help,
    required: notes.required,
    raw: label,
    offset: 0,
  };
  const sample = listed ? '' : behind;
  const found: Found[] =
    sample === '' ? [] : [{ row: 0, value: numeric(sample) ?? sample, style: PLAIN, text: sample, isOwn: true }];
  const guessed: KindGuess = columnKind(heading, found, term, listed?.words);
  const kind = listed && (several || listed.several) && guessed.value === 'choice' ? 'choices' : guessed.value;
  return {
    key: ownKey(term?.name ?? generatedName(notes.title), notes.title),
    title: notes.title,
    kind,
    options: kind === 'choice' || kind === 'choices' ? (listed?.words ?? guessed.options ?? []) : [],
    required: notes.required,
    sample,
    reason: guessed.reason,
    ...((guessed.unit ?? notes.unit) ? { unit: (guessed.unit ?? notes.unit) as string } : {}),
    ...(notes.help.length > 0 ? { help: notes.help.join('；') } : {}),
  };
}

const numeric = (text: string): number | undefined =>
  /^[-+]?\d{1,9}(\.\d+)?$/.test(halfWidth(text)) && !/^0\d/.test(halfWidth(text)) ? Number(halfWidth(text)) : undefined;

/** Words to choose from: `男/女`, `□是 □否`, `①小学②初中`, `A.优 B.良`. In brackets a single word is no list. */
function optionsIn(
  text: string,
  inBrackets = false,
): { readonly words: readonly string[]; readonly several: boolean } | undefined {
  const several = /多选|可多选|可选多项/.test(text);
  const plain = text.replace(/[（(](可?多选|单选|可选多项)[)）]|^(可?多选|单选|下拉|选项?)[:：]?/g, '').trim();
  if (plain === '' || plain.length > 200) return undefined;
  const marks = [BOX, /[①-⑳]\s*/, /(?:^|\s)[A-Ha-h][.、．)）]\s*/];
  for (const mark of marks) if (mark.test(plain)) return listOf(plain.split(new RegExp(mark.source, 'g')), several);
  if (/^[^/／|]{1,12}([/／|][^/／|]{1,12})+$/.test(plain) && !/\d{2,}/.test(plain))
    return listOf(plain.split(/[/／|]/), several);
  return inBrackets && /^[^、]{1,8}(、[^、]{1,8})+$/.test(plain) && !/等|如|例|填|至|\d{2,}/.test(plain)
    ? listOf(plain.split('、'), several)
    : undefined;
}

function listOf(
  parts: readonly string[],
  several: boolean,
): { readonly words: readonly string[]; readonly several: boolean } | undefined {
  const words = [
    ...new Set(parts.map((part) => part.replace(/[_＿\s，,；;、。]+$/g, '').trim()).filter((part) => part !== '')),
  ];
  return words.length >= 2 && words.every((word) => word.length <= 20) ? { words, several } : undefined;
}
