import type { HeaderArea } from './find-header.ts';
import type { Heading } from './headings.ts';
import type { SheetView } from './view.ts';
import { isFooter, isNote, isSample, isSigning, isTotals, withoutSpaces } from './words.ts';

/** Why a row is not taken as a record. */
export type RowFate =
  | 'data'
  | 'empty'
  | 'totals'
  | 'footer'
  | 'note'
  | 'sample'
  | 'repeated'
  | 'numbers'
  | 'section'
  | 'unwanted'
  | 'another';

/** One filled cell of a row. */
interface LineCell {
  readonly column: number;
  readonly text: string;
  /** Columns of the table that it covers. */
  readonly span: number;
  /** It begins in this row, and is not a merged cell of a row above. */
  readonly isOwn: boolean;
}

/** A row below the headings. */
interface Line {
  readonly view: SheetView;
  readonly header: HeaderArea;
  readonly headings: readonly Heading[];
  readonly runningNumber: number | undefined;
  readonly row: number;
  /** Notes or signatures have begun: lines with few cells belong to them. */
  readonly isOver: boolean;
  readonly cells: readonly LineCell[];
  readonly own: readonly LineCell[];
  /** The first cell that begins here. */
  readonly first: LineCell;
  /** A cell over at least half of the table. */
  readonly wide: LineCell | undefined;
  readonly width: number;
}

/** What a row may be besides a record, in the order in which it is asked. */
const RULES: readonly ((line: Line) => RowFate | undefined)[] = [
  numberedOnly,
  dotted,
  repeated,
  columnNumbers,
  totals,
  sample,
  notes,
  signatures,
  overTheTable,
  singleCell,
  behindTheEnd,
];

/** What becomes of a row. `isOver`: notes or signatures stand above it. */
export function fateOf(
  view: SheetView,
  header: HeaderArea,
  headings: readonly Heading[],
  runningNumber: number | undefined,
  row: number,
  isOver: boolean,
): RowFate {
  const cells = cellsOf(view, header, row);
  const own = cells.filter(({ isOwn }) => isOwn);
  const [first] = own;
  if (!first) return 'empty';
  const width = header.right - header.left + 1;
  const wide = own.find(({ span }) => span >= Math.max(3, width * 0.5));
  const line: Line = { view, header, headings, runningNumber, row, isOver, cells, own, first, wide, width };
  for (const rule of RULES) {
    const fate = rule(line);
    if (fate) return fate;
  }
  return 'data';
}

function cellsOf(view: SheetView, header: HeaderArea, row: number): readonly LineCell[] {
  const cells: LineCell[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const area = view.areaAt(row, column);
    if (area && area.left !== column && area.left >= header.left) continue;
    const text = view.text(row, column);
    const span = area ? Math.min(area.right, header.right) - Math.max(area.left, header.left) + 1 : 1;
    if (text !== '') cells.push({ column, text, span, isOwn: !area || area.top === row });
  }
  return cells;
}

/** Nothing but what stands in the column of running numbers. */
function numberedOnly({ own, first, runningNumber }: Line): RowFate | undefined {
  if (own.some(({ column }) => column !== runningNumber)) return undefined;
  if (isTotals(first.text)) return 'totals';
  if (isFooter(first.text)) return 'footer';
  if (isNote(first.text)) return 'note';
  if (/^[\d.、…]+$/.test(first.text)) return 'empty';
  return first.text.length > 30 ? 'note' : 'section';
}

function dotted({ own, runningNumber }: Line): RowFate | undefined {
  const texts = own.filter(({ column }) => column !== runningNumber);
  return texts.every(({ text }) => /^(…+|\.{3,}|—+)$/.test(text)) ? 'empty' : undefined;
}

function repeated({ headings, own }: Line): RowFate | undefined {
  return isRepeated(headings, own) ? 'repeated' : undefined;
}

function columnNumbers({ row, header, own }: Line): RowFate | undefined {
  return row <= header.bottom + 2 && isColumnNumbers(own.map(({ text }) => text)) ? 'numbers' : undefined;
}

function totals({ own }: Line): RowFate | undefined {
  return own.slice(0, 3).some(({ text }) => isTotals(text)) ? 'totals' : undefined;
}

function sample({ own, row, header }: Line): RowFate | undefined {
  return row <= header.bottom + 4 && own.some(({ text }) => isSample(text)) ? 'sample' : undefined;
}

function notes({ own, first, wide, width }: Line): RowFate | undefined {
  if (isNote(first.text) && (own.length <= 2 || wide)) return 'note';
  const isLabelled = own.length === 2 && width >= 4 && /^(说明|备注|注)$/.test(first.text);
  return isLabelled && own[1]!.text.length > 10 ? 'note' : undefined;
}

function signatures({ own, first }: Line): RowFate | undefined {
  const isSigned =
    isSigning(own.map(({ text }) => text)) ||
    isFooter(first.text) ||
    (own.length <= 3 && own.every(({ text }) => isFooter(text) || isNote(text)));
  return isSigned ? 'footer' : undefined;
}

/** A text over half of the table: the title of a section, or words below the table. */
function overTheTable({ wide, own, row, view, isOver }: Line): RowFate | undefined {
  if (!wide || own.length > 2) return undefined;
  const { text } = wide;
  if (/^[一二三四五六七八九十（(][、.一二三四五六七八九十)）]/.test(text) && text.length <= 40) return 'section';
  if (isFooter(text)) return 'footer';
  return text.length <= 20 && row < view.height - 3 && !isOver ? 'section' : 'note';
}

/** `一、村干部`, `第一党小组（3人）`: whose rows follow. */
const SECTION = /^[一二三四五六七八九十（(]{1,3}[、.)）]|[（(]共?\s*\d+\s*[人名户个件家][)）]$/;

function singleCell({ own, first, width, isOver, view, row, cells, header, runningNumber }: Line): RowFate | undefined {
  if (own.length > 1 || width < 4) return undefined;
  if (SECTION.test(first.text)) return 'section';
  if (isOver || first.text.length > 30 || /^\d+[、.．]\s*\D/.test(first.text)) return 'note';
  const isNumber = first.column === header.left && runningNumber === header.left;
  return isNumber && cells.length === 1 && !view.areaAt(row, first.column) ? 'empty' : undefined;
}

function behindTheEnd({ isOver, own, width }: Line): RowFate | undefined {
  return isOver && own.length <= 2 && width >= 5 ? 'note' : undefined;
}

/** Headings that stand again further down, as for every printed page. */
function isRepeated(headings: readonly Heading[], cells: readonly { column: number; text: string }[]): boolean {
  const same = cells.filter(({ column, text }) =>
    headings.some(
      (heading) =>
        heading.column === column && heading.title !== '' && withoutSpaces(heading.raw) === withoutSpaces(text),
    ),
  );
  return same.length >= 2 && same.length >= cells.length * 0.6;
}

/** `1 2 3 …`, `(1) (2) …`, `甲 乙 1 2`, `A B C`, `org_code org_name …` below the headings. */
function isColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const plain = texts.map((text) => withoutSpaces(text).replace(/^[（(①-⑳]?|[)）]$/g, ''));
  if (plain.every((text) => /^[a-z][a-zA-Z0-9]*(_[a-zA-Z0-9]+)*$/.test(text))) return true;
  const numbers = plain.filter((text) => /^\d{1,2}(=.*)?$/.test(text)).map((text) => parseInt(text, 10));
  const least = plain.some((text) => /^[甲乙丙丁]$/.test(text)) ? 1 : 3;
  if (plain.every((text) => /^[A-Z]$|^[甲乙丙丁戊己庚辛]$/.test(text))) return true;
  const rising = numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
  return (
    rising &&
    numbers.length >= least &&
    numbers[0]! <= 2 &&
    plain.every((text) => /^\d{1,2}(=.*)?$|^[甲乙丙丁A-Z]$|^(栏|行|列)[次号]?$/.test(text))
  );
}
