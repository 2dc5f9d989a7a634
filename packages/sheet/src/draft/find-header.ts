import { columnsOf, HIGHEST } from './table-columns.ts';
import { termOf } from './names.ts';
import type { SheetView } from './view.ts';
import { headingLikeness, isFooter, isNote, isTotals, withoutSpaces } from './words.ts';

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

interface HeadCell {
  readonly column: number;
  readonly span: number;
  readonly text: string;
  readonly likeness: number;
}

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

/** `1 2 3 …` and nothing else. */
const areDays = (texts: readonly string[]): boolean =>
  texts.length >= 5 && texts.every((text, at) => text === String(at + 1));

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

/** The rows around `row` that belong to its headings: groups above, parts below. */
function grown(view: SheetView, row: number): { top: number; bottom: number } {
  let top = row,
    bottom = row;
  for (let area = reach(view, top, bottom); area > bottom && area - top < HIGHEST; area = reach(view, top, bottom))
    bottom = area;
  while (bottom - top < HIGHEST - 1 && hasParts(view, top, bottom)) {
    bottom += 1;
    bottom = Math.min(top + HIGHEST - 1, Math.max(bottom, reach(view, top, bottom)));
  }
  while (top > 0 && bottom - top < HIGHEST - 1 && isGroupRow(view, top - 1, top, bottom)) top -= 1;
  return { top, bottom };
}

/** Lowest row that a heading of these rows is merged down to. */
function reach(view: SheetView, top: number, bottom: number): number {
  let lowest = bottom;
  for (let row = top; row <= bottom; row += 1) {
    for (const { column } of headCells(view, row)) {
      const area = view.areaAt(row, column);
      if (area && area.bottom - area.top < HIGHEST) lowest = Math.max(lowest, area.bottom);
    }
  }
  return lowest;
}

/** Whether the row below holds the parts of groups in `row`, the last of the headings that begin in `top`. */
function hasParts(view: SheetView, top: number, row: number): boolean {
  if (row + 1 >= view.height) return false;
  const below = headCells(view, row + 1);
  if (below.length === 0) return false;
  const groups = headCells(view, row).filter(({ span }) => span >= 2);
  const good = areDays(below.map(({ text }) => text))
    ? below
    : below.filter(({ likeness, text }) => likeness >= 0.3 || /^[（(]?[\u4e00-\u9fff%]{1,4}[)）]?$/.test(text));
  if (groups.length > 0) {
    const under = (column: number) =>
      groups.some((group) => column >= group.column && column < group.column + group.span);
    const parts = below.filter(({ column }) => under(column));
    const outside = below.filter(({ column }) => !under(column) && view.ownValue(row, column) !== null);
    const goodParts = parts.filter((cell) => good.includes(cell));
    // Data below a merged heading also stands beside it; parts do not.
    return parts.length >= 2 && goodParts.length >= parts.length * 0.8 && outside.length <= parts.length * 0.2;
  }
  // Without merges: parts stand where the row above has gaps, or beneath the first cell of a gap.
  const gaps = below.filter(({ column }) => view.text(row, column) === '' && view.areaAt(row, column) === undefined);
  const fresh = below.filter(({ column }) => view.text(row, column) !== '');
  const isUnits = below.length >= 2 && below.every(({ text }) => /^[（(][^()（）]{1,6}[)）]$/.test(text));
  if (isUnits || (good.length === below.length && standsUnderGroups(view, top, row))) return true;
  return (
    gaps.length >= 1 &&
    good.length === below.length &&
    below.every(({ likeness }) => likeness >= 0.3) &&
    fresh.length <= gaps.length + 1 &&
    good.reduce((sum, { likeness }) => sum + likeness, 0) >= good.length &&
    view.text(row + 1, 0) === ''
  );
}

/**
 * Whether the row below holds parts of groups that are not merged: it is empty under every heading that has no gap to
 * its right, and records begin below.
 */
function standsUnderGroups(view: SheetView, top: number, row: number): boolean {
  const heads = headCells(view, row),
    lone: number[] = [];
  const has = (column: number): boolean => view.text(row + 1, column) !== '';
  const last = headCells(view, row + 1).reduce((most, { column }) => Math.max(most, column), 0);
  let groups = 0;
  for (const [at, { column }] of heads.entries()) {
    const end = heads[at + 1]?.column ?? last + 1;
    let hasGap = false;
    for (let beside = column + 1; beside < end && !hasGap; beside += 1) hasGap = has(beside);
    if (hasGap) groups += 1;
    else lone.push(column);
  }
  // Headings further up that have nothing below them.
  for (let above = top; above < row; above += 1)
    for (const { column } of headCells(view, above)) if (view.text(row, column) === '') lone.push(column);
  if (groups === 0 || lone.length === 0 || row + 2 >= view.height) return false;
  return (
    !lone.some(has) &&
    [2, 3, 4].some(
      (down) =>
        row + down < view.height &&
        lone.filter((column) => view.text(row + down, column) !== '').length >= lone.length * 0.6,
    )
  );
}

/** Whether `row` holds groups over the headings that start in `top`. */
function isGroupRow(view: SheetView, row: number, top: number, bottom: number): boolean {
  const cells = headCells(view, row);
  if (cells.length === 0 || cells.some(({ text }) => isFooter(text) || isNote(text) || /[:：]\s*\S/.test(text)))
    return false;
  const { left, right } = columnsOf(view, top, bottom);
  const reaching = cells.some(({ column }) => {
    const area = view.areaAt(row, column);
    return area !== undefined && area.bottom >= top;
  });
  if (reaching) return true;
  if (cells.some(({ likeness }) => likeness < -0.5)) return false;
  const groups = cells.filter(({ column, span }) => span >= 2 && column >= left && column + span - 1 <= right + 1);
  if (groups.length > 0)
    return (
      groups.some(({ span }) => span < (right - left + 1) * 0.7) &&
      groups.every(({ column, span }) => [...Array(span).keys()].some((at) => view.text(top, column + at) !== ''))
    );
  // Without merges: names of columns whose heading below is empty, or of groups whose first part stands below.
  const missing = cells.filter(({ column }) => view.text(top, column) === '');
  return (
    cells.length >= 2 &&
    missing.length >= 1 &&
    cells.every(({ likeness }) => likeness >= 0) &&
    cells.filter(({ likeness }) => likeness >= 0.3).length >= cells.length * 0.7
  );
}
