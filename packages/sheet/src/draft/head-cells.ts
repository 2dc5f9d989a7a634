import { termOf } from './names.ts';
import { HIGHEST } from './table-columns.ts';
import type { SheetView } from './view.ts';
import { headingLikeness, isFooter, isNote } from './words.ts';

/** A cell that may be a heading. */
export interface HeadCell {
  readonly column: number;
  readonly span: number;
  readonly text: string;
  readonly likeness: number;
}

/** Cells of a row that may be headings; titles across the sheet, notes and `Unit: …` lines are none. */
export function headCells(view: SheetView, row: number): HeadCell[] {
  const cells: HeadCell[] = [];
  for (let column = 0; column < view.width; column += 1) {
    const area = view.areaAt(row, column);
    if (area && (area.left !== column || area.top !== row)) continue;
    const text = view.text(row, column);
    if (text === '') continue;
    const span = area ? area.right - area.left + 1 : 1;
    if (span >= 4 && span >= usedWidth(view) * 0.7) continue;
    if (area && area.bottom - area.top >= HIGHEST) continue;
    const value = view.value(row, column);
    const isLabel = isFooter(text) || isNote(text) || /[:：]\s*\S/.test(text.replace(/[（(][^）)]*[）)]/g, ''));
    cells.push({
      column,
      span,
      text,
      likeness:
        typeof value !== 'string'
          ? typeof value === 'number' && value >= 2000 && value <= 2100
            ? 0
            : -1.5
          : isLabel
            ? -0.2
            : headingLikeness(text, termOf(text) !== undefined),
    });
  }
  return withDays(cells);
}

/** Days of a month, or other numbers that rise one by one behind real headings, are headings too. */
function withDays(cells: HeadCell[]): HeadCell[] {
  if (cells.filter(({ likeness }) => likeness >= 1.5).length < 2) return cells;
  const isNext = (at: number): boolean =>
    /^\d{1,3}$/.test(cells[at]?.text ?? '') && Number(cells[at]!.text) === Number(cells[at - 1]?.text) + 1;
  let start = -1,
    length = 0;
  for (let at = 1; at < cells.length; at += 1) {
    let end = at;
    while (isNext(end)) end += 1;
    if (end - at + 1 > length) [start, length] = [at - 1, end - at + 1];
    at = Math.max(at, end - 1);
  }
  return length < 5
    ? cells
    : cells.map((cell, at) => (at >= start && at < start + length ? { ...cell, likeness: 0.5 } : cell));
}

const widths = new WeakMap<SheetView, number>();

/** Columns that have values in several rows: titles and stray notes do not make a sheet wide. */
function usedWidth(view: SheetView): number {
  let width = widths.get(view);
  if (width === undefined) {
    const counts: number[] = [];
    for (let row = 0; row < Math.min(view.height, 200); row += 1)
      for (let column = 0; column < view.width; column += 1)
        if (view.sheet.rows[row]?.values[column] != null) counts[column] = (counts[column] ?? 0) + 1;
    width = 1;
    counts.forEach((count, column) => {
      if (count >= 2) width = column + 1;
    });
    widths.set(view, width);
  }
  return width;
}
