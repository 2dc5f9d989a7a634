import type { Validation, Workbook } from '../book/workbook.ts';
import { columnKind } from './column-kind.ts';
import { columnValues, type Found } from './column-values.ts';
import { withFamilies, type Member } from './families.ts';
import { guess, type ColumnKind, type Guess, type KindGuess } from './guess.ts';
import type { HeaderArea } from './find-header.ts';
import type { Heading } from './headings.ts';
import { isOpenDate } from './open-date.ts';
import { listValues, validationsOf } from './lists.ts';
import { generatedName, termOf, type Term } from './names.ts';
import type { Steps } from '../read/pace.ts';
import type { ColumnChoice, ColumnDraft } from './result.ts';
import type { SheetView } from './view.ts';
import { plainHeading } from './words.ts';

/** A column's draft with what is needed to read its values. */
export interface ColumnWork {
  readonly draft: ColumnDraft;
  readonly found: readonly Found[];
  readonly precision: 'day' | 'month' | undefined;
}

/** The column of running numbers, known by its heading and, where there are values, by their rising. */
export function runningNumberColumn(
  view: SheetView,
  header: HeaderArea,
  headings: readonly Heading[],
): number | undefined {
  const named =
    headings.find(({ title }) => /^(序号|序|顺序号|行号|行次|项次|No\.?|NO\.?|№|编号)$/i.test(plainHeading(title))) ??
    (headings[0]?.title === '' ? headings[0] : undefined);
  if (!named) return;
  const numbers: number[] = [];
  let others = 0;
  for (let row = header.bottom + 1; row < view.height && numbers.length + others < 50; row += 1) {
    const value = view.ownValue(row, named.column);
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && /^\d+$/.test(value.trim())
          ? Number(value)
          : undefined;
    if (number !== undefined) numbers.push(number);
    else if (value !== null) others += 1;
  }
  const rising = numbers.filter((number, at) => at === 0 || number === numbers[at - 1]! + 1 || number === 1).length;
  const isRising = numbers.length > 0 && rising >= numbers.length * 0.7 && numbers[0]! <= 1;
  if (/编号|^$/.test(named.title)) return isRising ? named.column : undefined;
  return numbers.length === 0 || isRising || numbers.length >= others ? named.column : undefined;
}

const NUMBER_KINDS: ReadonlySet<ColumnKind> = new Set(['integer', 'number', 'percent']);
const TEXT_KINDS: ReadonlySet<ColumnKind> = new Set(['text', 'longText', 'choice', 'choices', 'time']);

/** Whether what a column holds is what the term means. */
function suits(term: Term, kind: ColumnKind): boolean {
  switch (term.kind) {
    case 'number':
    case 'integer':
    case 'money':
    case 'percent':
      return NUMBER_KINDS.has(kind);
    case 'date':
      return kind === 'date' || kind === 'dateTime';
    case 'boolean':
      return kind === 'boolean' || kind === 'choice';
    default:
      return TEXT_KINDS.has(kind) || kind === 'boolean';
  }
}

/** A column before its name is settled. */
interface Candidate extends Member {
  readonly found: readonly Found[];
  /** Its title with that of its group. */
  readonly full: string;
  readonly isTwice: boolean;
  readonly grouped: Term | undefined;
  readonly term: Term | undefined;
  readonly validations: readonly Validation[];
}

/** Guesses of all columns, names not twice. */
export function* draftColumns(
  book: Workbook,
  view: SheetView,
  header: HeaderArea,
  headings: readonly Heading[],
  rows: readonly number[],
  running: number | undefined,
  choices: ReadonlyMap<number, ColumnChoice>,
): Steps<ColumnWork[]> {
  const counts = new Map<string, number>();
  for (const { title, offset } of headings)
    if (offset === 0) counts.set(plainHeading(title), (counts.get(plainHeading(title)) ?? 0) + 1);
  const columns: Candidate[] = [];
  for (const [at, own] of headings.entries()) {
    yield at / headings.length;
    // One heading over several columns of values: they are numbered.
    const heading = own.offset > 0 ? { ...own, title: `${own.title}${own.offset + 1}` } : own;
    const isTwice = (counts.get(plainHeading(heading.title)) ?? 0) > 1;
    const validations = validationsOf(view.sheet, heading.column, header.bottom + 1);
    const list = validations
      .filter(({ type }) => type === 'list')
      .map((validation) => listValues(book, view.sheet, validation))
      .find((values) => values !== undefined);
    const found = columnValues(view, heading.column, rows);
    columns.push(candidateOf(heading, found, isTwice, validations, list, heading.column === running));
  }
  const kinds = withFamilies(columns);
  const taken = new Set<string>();
  return columns.map((candidate, at) => {
    const { heading, found } = candidate;
    const choice = choices.get(heading.column) ?? {};
    const isSkipped = choice.skipped ?? isNoColumn(view, heading, found, rows.length);
    return workOf(candidate, kinds[at]!, choice, heading.column === running, isSkipped, taken);
  });
}

function candidateOf(
  heading: Heading,
  found: readonly Found[],
  isTwice: boolean,
  validations: readonly Validation[],
  list: readonly string[] | undefined,
  isNumbering: boolean,
): Candidate {
  const { groups } = heading;
  const full = `${groups[groups.length - 1] ?? ''}${heading.title}`;
  const grouped = groups.length > 0 ? termOf(full) : undefined;
  const term = grouped ?? (isTwice && groups.length > 0 ? undefined : termOf(heading.title));
  const kind = isNumbering
    ? guess<ColumnKind>('rowNumber', 0.97, '序号列，由系统自动编号', 'running numbers, counted by the system')
    : columnKind(heading, found, term ?? termOf(heading.title), list);
  return { heading, found, isFilled: found.length > 0, full, isTwice, grouped, term, validations, kind };
}

/** A column with its guesses, or what people chose in their place. `taken`: names of the columns before it. */
function workOf(
  candidate: Candidate,
  kind: KindGuess,
  choice: ColumnChoice,
  isNumbering: boolean,
  skipped: boolean,
  taken: Set<string>,
): ColumnWork {
  const { heading, found, validations } = candidate;
  const kindValue = choice.kind ?? kind.value;
  const words = choice.options ?? optionsFor(kindValue, kind, found);
  const prompts = validations.map(({ prompt }) => prompt).filter((prompt) => prompt !== '');
  const name = nameOf(candidate, kindValue, choice, isNumbering, taken),
    title = titleOf(candidate, choice, isNumbering);
  const hasWords = kindValue === 'date' && found.some(({ text }) => isOpenDate(text));
  const help = [...heading.help, ...new Set(prompts)].join('；');
  return {
    found,
    precision: kind.precision,
    draft: {
      column: heading.column,
      groups: heading.groups,
      name,
      title,
      kind: choice.kind !== undefined ? chosen(choice.kind) : kind,
      required: choice.required !== undefined ? chosen(choice.required) : requiredBy(heading),
      options:
        choice.options !== undefined
          ? chosen(words)
          : guess(words, kind.confidence, kind.reason['zh-CN'], kind.reason.en),
      unit: NUMBER_KINDS.has(kindValue) ? (kind.unit ?? heading.unit) : undefined,
      help: help === '' ? undefined : help,
      formula: undefined,
      words: hasWords ? wordsBeside(name.value, title.value, taken) : undefined,
      skipped,
    },
  };
}

/** The field for what stands in a column of dates in words. */
function wordsBeside(date: string, title: string, taken: Set<string>): ColumnDraft['words'] {
  const name = unique(`${date.startsWith('x_') ? '' : 'x_'}${date}Words`, taken);
  taken.add(name);
  return { name, title: `${title}说明` };
}

function nameOf(
  { heading, full, isTwice, grouped, term }: Candidate,
  kind: ColumnKind,
  choice: ColumnChoice,
  isNumbering: boolean,
  taken: Set<string>,
): Guess<string> {
  if (isNumbering)
    return choice.name !== undefined ? chosen('itemNo') : guess('itemNo', 0.97, '序号', 'running number');
  const isTerm = term !== undefined && term.name !== 'itemNo' && suits(term, kind) && !taken.has(term.name);
  const words = isTwice && heading.groups.length > 0 ? full : heading.title;
  const name = choice.name ?? unique(isTerm ? term.name : generatedName(words), taken);
  taken.add(name);
  if (choice.name !== undefined) return chosen(name);
  return isTerm
    ? guess(name, grouped ? 0.85 : 0.95, '标准名称', 'a standard term')
    : guess(name, 0.6, '没有对应的标准名称，按拼音生成', 'no standard term, so by its pinyin');
}

function titleOf(
  { heading: { title, column, groups }, isTwice, full }: Candidate,
  choice: ColumnChoice,
  isNumbering: boolean,
): Guess<string> {
  if (choice.title !== undefined) return chosen(choice.title);
  if (title === '') return guess(isNumbering ? '序号' : `第 ${column + 1} 列`, 0.2, '没有表头', 'it has no heading');
  return guess(isTwice && groups.length > 0 ? full : title, 0.95, '表头文字', 'its heading');
}

function requiredBy({ required }: Heading): Guess<boolean> {
  return required
    ? guess(true, 0.9, '表头有星号、红字或“必填”', 'its heading has a star, red letters or says so')
    : guess(false, 0.6, '没有必填标记', 'nothing marks it');
}

function optionsFor(kind: ColumnKind, { options }: KindGuess, found: readonly Found[]): readonly string[] {
  if (kind !== 'choice' && kind !== 'choices') return [];
  return options ?? [...new Set(found.map(({ text }) => text))].slice(0, 200);
}

/** A column without heading and values, or one that is a single block of notes. */
function isNoColumn(
  view: SheetView,
  { title, column, offset }: Heading,
  found: readonly Found[],
  rows: number,
): boolean {
  // merged like its heading
  if (offset > 0 && found.every(({ row }) => (view.areaAt(row, column)?.left ?? column) < column)) return true;
  if (found.length === 0) return title === '';
  const areas = new Set(found.map(({ row }) => view.areaAt(row, column)));
  const isBlock = areas.size === 1 && !areas.has(undefined) && found.length > 1;
  if (title === '') return isBlock || found.length <= rows * 0.1;
  return isBlock && found.length >= rows * 0.6 && found[0]!.text.length > 15 && /说明|须知|要求|注/.test(title);
}

const chosen = <T>(value: T) => guess(value, 1, '由您指定', 'chosen by you');

function unique(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? name : `${name.startsWith('x_') ? '' : 'x_'}${name}${copy}`;
    if (!taken.has(candidate)) return candidate;
  }
}
