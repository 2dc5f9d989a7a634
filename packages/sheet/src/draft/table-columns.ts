import type { SheetView } from './view.ts';
import { withoutSpaces } from './words.ts';

/** Headings are at most so many rows high. */
export const HIGHEST = 5;
/** Rows below the headings that are looked at. */
const LOOKED_AT = 200;

/** Columns side by side; `count` of them have a heading. */
interface Run {
  left: number;
  right: number;
  count: number;
}

/** First and last column with a heading. Columns behind a gap without headings and values belong to something else. */
export function columnsOf(view: SheetView, top: number, bottom: number): { left: number; right: number } {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (let column = 0; column < view.width; column += 1) {
    let has = false;
    for (let row = top; row <= bottom && !has; row += 1) {
      const area = view.areaAt(row, column);
      has = view.text(row, column) !== '' && !(area && area.bottom - area.top >= HIGHEST);
    }
    if (has) {
      if (run) {
        run.right = column;
        run.count += 1;
      } else runs.push((run = { left: column, right: column, count: 1 }));
    } else if (!hasValues(view, column, bottom + 1)) run = undefined;
  }
  joinRuns(view, runs, bottom + 1);
  const widest = runs.reduce<Run | undefined>(
    (most, next) => (most && most.count >= next.count ? most : next),
    undefined,
  );
  return widest
    ? { left: namesRows(view, widest, bottom + 1) ? widest.left - 1 : widest.left, right: widest.right }
    : { left: 0, right: 0 };
}

/**
 * Whether the column before the headings has none but says in nearly every row which row it is: a blank corner above
 * names or numbers.
 */
function namesRows(view: SheetView, { left, right }: Run, from: number): boolean {
  if (left === 0) return false;
  let rows = 0;
  const names = new Set<unknown>();
  for (let row = from; row < Math.min(view.height, from + LOOKED_AT); row += 1) {
    let isRow = false;
    for (let column = left; column <= right && !isRow; column += 1) isRow = view.ownValue(row, column) !== null;
    if (!isRow) continue;
    rows += 1;
    const name = view.ownValue(row, left - 1);
    if (name !== null) names.add(name);
  }
  return names.size >= 2 && names.size >= rows * 0.7;
}

/**
 * Makes one of two runs with one empty column between them where the same rows go on in the second, under headings of
 * other names.
 */
function joinRuns(view: SheetView, runs: Run[], from: number): void {
  const filled = ({ left, right }: Run): number[] => {
    const rows: number[] = [];
    for (let row = from; row < Math.min(view.height, from + LOOKED_AT); row += 1)
      for (let column = left; column <= right; column += 1)
        if (view.ownValue(row, column) !== null) {
          rows.push(row);
          break;
        }
    return rows;
  };
  const names = ({ left, right }: Run): string[] =>
    Array.from({ length: right - left + 1 }, (_, at) => withoutSpaces(view.text(from - 1, left + at)));
  for (let at = runs.length - 2; at >= 0; at -= 1) {
    const run = runs[at]!,
      next = runs[at + 1]!;
    const rows = filled(run),
      others = new Set(filled(next));
    const isSame =
      rows.length >= 2 &&
      Math.abs(rows.length - others.size) <= rows.length * 0.1 &&
      rows.filter((row) => others.has(row)).length >= rows.length * 0.9;
    if (
      next.left - run.right !== 2 ||
      !isSame ||
      names(next).some((name) => /^(序号|编号)$/.test(name) || names(run).includes(name))
    )
      continue;
    runs.splice(at, 2, { left: run.left, right: next.right, count: run.count + next.count });
  }
}

function hasValues(view: SheetView, column: number, from: number): boolean {
  for (let row = from; row < Math.min(view.height, from + LOOKED_AT); row += 1)
    if (view.sheet.rows[row]?.values[column] != null) return true;
  return false;
}
