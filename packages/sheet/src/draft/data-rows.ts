import type { HeaderArea } from './find-header.ts';
import { headCells } from './head-cells.ts';
import type { Heading } from './headings.ts';
import type { SheetView } from './view.ts';
import type { Steps } from '../read/pace.ts';
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

/** A row that is left out, with what stands in it. */
export interface LeftRow {
  readonly row: number;
  readonly fate: Exclude<RowFate, 'data' | 'empty'>;
  readonly text: string;
}

/**
 * Sorts the rows below the headings into records and the rest. `trusting`: a row of one cell at the end is a record, as
 * in templates.
 */
export function* sortRows(
  view: SheetView,
  header: HeaderArea,
  headings: readonly Heading[],
  runningNumber: number | undefined,
  trusting = false,
): Steps<{ data: number[]; left: LeftRow[] }> {
  const data: number[] = [],
    left: LeftRow[] = [];
  let isOver = false; // after notes or signatures, lines with few cells belong to them
  for (let row = header.bottom + 1; row < view.height; row += 1) {
    const fate = fateOf(view, header, headings, runningNumber, row, isOver);
    if (fate === 'data' && data.length > 0 && beginsAnother(view, header, row, data)) {
      for (let rest = row; rest < view.height; rest += 1)
        if (countCells(view, header, rest) > 0)
          left.push({ row: rest, fate: 'another', text: textOf(view, header, rest) });
      break;
    }
    if (fate === 'data') data.push(row);
    else if (fate !== 'empty') left.push({ row, fate, text: textOf(view, header, row) });
    if (fate === 'footer' || fate === 'note') isOver = true;
    else if (fate === 'data') isOver = false;
    if (row % 200 === 0) yield row / view.height;
  }
  // Who signs and when, without a word that says so: single cells below the last full row.
  const width = header.right - header.left + 1;
  while (
    !trusting &&
    width >= 4 &&
    data.length > 1 &&
    countCells(view, header, data[data.length - 1]!) === 1 &&
    countCells(view, header, data[0]!) > 2
  ) {
    const row = data.pop()!;
    left.push({ row, fate: 'footer', text: textOf(view, header, row) });
  }
  return { data, left: left.sort((a, b) => a.row - b.row) };
}

/** Whether other headings stand in a row: what follows is another table. */
function beginsAnother(view: SheetView, header: HeaderArea, row: number, data: readonly number[]): boolean {
  const cells = headCells(view, row).filter(({ column }) => column >= header.left && column <= header.right);
  const isHeading =
    cells.length >= 3 &&
    cells.every(({ likeness }) => likeness >= 0.3) &&
    cells.filter(({ likeness }) => likeness >= 1.5).length >= Math.max(3, cells.length * 0.7);
  // Posts read like headings: a word that stands in its column further up is a value.
  const isValue = (column: number, text: string): boolean =>
    data.slice(-200).some((above) => view.text(above, column) === text);
  return isHeading && headCells(view, row - 1).length <= 1 && !cells.some(({ column, text }) => isValue(column, text));
}

function countCells(view: SheetView, header: HeaderArea, row: number): number {
  let count = 0;
  for (let column = header.left; column <= header.right; column += 1) if (view.value(row, column) !== null) count += 1;
  return count;
}

function fateOf(
  view: SheetView,
  header: HeaderArea,
  headings: readonly Heading[],
  runningNumber: number | undefined,
  row: number,
  isOver: boolean,
): RowFate {
  const cells: { column: number; text: string; span: number; isOwn: boolean }[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const area = view.areaAt(row, column);
    if (area && area.left !== column && area.left >= header.left) continue;
    const text = view.text(row, column);
    if (text !== '')
      cells.push({
        column,
        text,
        span: area ? Math.min(area.right, header.right) - Math.max(area.left, header.left) + 1 : 1,
        isOwn: !area || area.top === row,
      });
  }
  const own = cells.filter(({ isOwn }) => isOwn);
  if (own.length === 0) return 'empty';
  const first = own[0]!,
    width = header.right - header.left + 1;
  const texts = own.filter(({ column }) => column !== runningNumber);
  if (texts.length === 0)
    return isTotals(first.text)
      ? 'totals'
      : isFooter(first.text)
        ? 'footer'
        : isNote(first.text)
          ? 'note'
          : /^[\d.、…]+$/.test(first.text)
            ? 'empty'
            : first.text.length > 30
              ? 'note'
              : 'section';
  if (texts.every(({ text }) => /^(…+|\.{3,}|—+)$/.test(text))) return 'empty';
  if (isRepeated(headings, own)) return 'repeated';
  if (row <= header.bottom + 2 && isColumnNumbers(own.map(({ text }) => text))) return 'numbers';
  if (own.slice(0, 3).some(({ text }) => isTotals(text))) return 'totals';
  if (own.some(({ text }) => isSample(text)) && row <= header.bottom + 4) return 'sample';
  const wide = own.find(({ span }) => span >= Math.max(3, width * 0.5));
  if (isNote(first.text) && (own.length <= 2 || wide)) return 'note';
  if (own.length === 2 && width >= 4 && /^(说明|备注|注)$/.test(first.text) && own[1]!.text.length > 10) return 'note';
  if (isSigning(own.map(({ text }) => text))) return 'footer';
  if (isFooter(first.text) || (own.length <= 3 && own.every(({ text }) => isFooter(text) || isNote(text))))
    return 'footer';
  if (wide && own.length <= 2)
    return /^[一二三四五六七八九十（(][、.一二三四五六七八九十)）]/.test(wide.text) && wide.text.length <= 40
      ? 'section'
      : isFooter(wide.text)
        ? 'footer'
        : wide.text.length <= 20 && row < view.height - 3 && !isOver
          ? 'section'
          : 'note';
  if (own.length === 1 && width >= 4) {
    if (/^[一二三四五六七八九十（(]{1,3}[、.)）]/.test(first.text)) return 'section';
    if (isOver || first.text.length > 30 || /^\d+[、.．]\s*\D/.test(first.text)) return 'note';
    if (
      !view.areaAt(row, first.column) &&
      cells.length === 1 &&
      first.column === header.left &&
      runningNumber === header.left
    )
      return 'empty';
  }
  if (isOver && own.length <= 2 && width >= 5) return 'note';
  return 'data';
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

/** What stands in a row, as one line. */
export function textOf(view: SheetView, header: HeaderArea, row: number): string {
  const texts: string[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const value = view.ownValue(row, column);
    if (value !== null) texts.push(String(value).trim());
  }
  return texts.join(' ').slice(0, 500);
}
