import { headCells } from './head-cells.ts';
import { columnsOf, HIGHEST } from './table-columns.ts';
import type { SheetView } from './view.ts';
import { isFooter, isNote } from './words.ts';

/** The rows around `row` that belong to its headings: groups above, parts below. */
export function grown(view: SheetView, row: number): { top: number; bottom: number } {
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

/** `1 2 3 …` and nothing else. */
const areDays = (texts: readonly string[]): boolean =>
  texts.length >= 5 && texts.every((text, at) => text === String(at + 1));

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
  // The same few words over and over, as under 优秀, 合格, 不合格: 票数, 得票率.
  const isOverAndOver =
    new Set(below.map(({ text }) => text)).size <= below.length / 2 && below.every(({ likeness }) => likeness >= 1.5);
  return (
    gaps.length >= 1 &&
    good.length === below.length &&
    below.every(({ likeness }) => likeness >= 0.3) &&
    (fresh.length <= gaps.length + 1 || isOverAndOver) &&
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
