import { headCells, type HeadCell } from './head-cells.ts';
import { grown } from './header-rows.ts';
import { columnsOf } from './table-columns.ts';
import type { SheetView } from './view.ts';
import { isFooter, isNote, isTotals, withoutSpaces } from './words.ts';

/** Where the headings of a table stand; all ends belong to it. */
export interface HeaderArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly confidence: number;
}

/** Rows in which headings are looked for. */
const DEPTH = 60;
/** Rows with less than this hold no headings. */
const LEAST = 2.4;

/** The headings of the sheet's main table; nothing where there is no table. */
export function findHeader(view: SheetView): HeaderArea | undefined {
  let best = -1,
    most = 0;
  const depth = Math.min(view.height, DEPTH);
  for (let row = 0; row < depth; row += 1) {
    const score = scoreOf(view, row);
    // A later row must be clearly better: headings come first, and what comes later may repeat them, or begin another
    // table.
    const isBetter = score > most * 1.15 + (best < 0 ? 0 : 0.5);
    if (isBetter && (score > most * 2.5 || !hasRecords(view, best, row))) [best, most] = [row, score];
  }
  if (best < 0 || most < LEAST) best = firstOfTexts(view);
  if (best < 0) return;
  const { top, bottom } = grown(view, best);
  const { left, right } = columnsOf(view, top, bottom);
  if (right <= left) return;
  return {
    top,
    bottom,
    left,
    right,
    confidence: most < LEAST ? 0.3 : Math.min(0.99, 0.5 + most / 40 + (bottom === top ? 0.1 : 0.05)),
  };
}

/** Whether what may be headings in `row` has records below it already, before `end`. */
function hasRecords(view: SheetView, row: number, end: number): boolean {
  if (row < 0 || scoreOf(view, row) < LEAST) return false;
  const heads = headCells(view, row);
  let count = 0;
  for (let below = row + 1; below < end && count < 3; below += 1) {
    const cells = headCells(view, below);
    const isFull =
      heads.filter(({ column }) => view.value(below, column) !== null).length >= Math.max(3, heads.length * 0.6);
    if (isFull && cells.some(({ likeness }) => likeness < 0.3)) count += 1;
  }
  return count >= 3;
}

/** The first row of nothing but different texts with values below most of them: headings in words that nobody knows. */
function firstOfTexts(view: SheetView): number {
  for (let row = 0; row < Math.min(view.height - 1, DEPTH); row += 1) {
    const cells = headCells(view, row);
    const isPlain = cells.every(
      ({ column, text }) =>
        typeof view.value(row, column) === 'string' &&
        text.length <= 40 &&
        !isFooter(text) &&
        !isNote(text) &&
        !/^[\d.,%\-/]+$/.test(text),
    );
    if (
      cells.length >= 2 &&
      isPlain &&
      new Set(cells.map(({ text }) => text)).size >= cells.length * 0.6 &&
      filledBelow(view, row, cells) >= 0.8
    )
      return row;
  }
  return -1;
}

/** How much a row looks like headings: more is more, nothing is none. */
function scoreOf(view: SheetView, row: number): number {
  const cells = headCells(view, row);
  if (cells.length < 2) return 0;
  const texts = new Set(cells.map(({ text }) => withoutSpaces(text)));
  let score = cells.reduce((sum, { likeness }) => sum + likeness, 0);
  if (score <= 0) return 0;
  const good = cells.filter(({ likeness }) => likeness > 0.2).length;
  score *= (good / cells.length) * (texts.size / cells.length);
  score *= 0.6 + 0.4 * filledBelow(view, row, cells);
  if (cells.some(({ text }) => isTotals(text)) && cells.filter(({ likeness }) => likeness < 0).length > 1) score *= 0.3;
  const { filter, frozenRows } = view.sheet;
  if (filter?.top === row) score += 2;
  if (frozenRows === row + 1) score += 1.5;
  const next =
    view.height > row + 1 ? cells.filter(({ column }) => differs(view, row, column)).length / cells.length : 0;
  return score + next;
}

/** Whether a cell stands out from the one below it. */
function differs(view: SheetView, row: number, column: number): boolean {
  const here = view.style(row, column),
    below = view.style(row + 1, column);
  return (here.bold && !below.bold) || (here.filled && !below.filled);
}

/** Share of the cells that have something below them in the next rows. */
function filledBelow(view: SheetView, row: number, cells: readonly HeadCell[]): number {
  if (row >= view.height - 1) return 0.5; // an empty form still has headings
  const filled = cells.filter(({ column, span }) => {
    for (let below = row + 1; below <= Math.min(view.height - 1, row + 8); below += 1)
      for (let at = column; at < column + span; at += 1) if (view.value(below, at) !== null) return true;
    return false;
  });
  return filled.length / cells.length;
}
