import type { HeaderArea } from './find-header.ts';
import { headCells } from './head-cells.ts';
import type { Heading } from './headings.ts';
import type { SheetView } from './view.ts';
import type { Steps } from '../read/pace.ts';
import { fateOf, type RowFate } from './row-fate.ts';

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

/** What stands in a row, as one line. */
export function textOf(view: SheetView, header: HeaderArea, row: number): string {
  const texts: string[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const value = view.ownValue(row, column);
    if (value !== null) texts.push(String(value).trim());
  }
  return texts.join(' ').slice(0, 500);
}
