import type { HeaderArea } from './find-header.ts';
import type { SheetView } from './view.ts';
import { isUnit, readHeading, shownHeading, withoutSpaces } from './words.ts';

/** One column as its headings tell. */
export interface Heading {
  readonly column: number;
  /** Groups above it, from the top. */
  readonly groups: readonly string[];
  readonly title: string;
  readonly unit: string | undefined;
  /** Notes in brackets, comments of the cell. */
  readonly help: readonly string[];
  readonly required: boolean;
  /** The heading as it stands in the file. */
  readonly raw: string;
  /** How many columns left of it the merged heading begins; 0 for headings of their own. */
  readonly offset: number;
}

/** What a heading or a note of it offers to choose from: `男/女`, `未婚、已婚、离异`; nothing where there is no such list. */
export function wordsAbove({ title, help }: Heading): readonly string[] | undefined {
  for (const text of [...title.split(/[（()）]/).slice(1), ...help]) {
    const words = text.split(/[/／|、]/).map((word) => word.trim());
    if (words.length >= 2 && words.every((word) => word !== '' && word.length <= 10)) return words;
  }
  return undefined;
}

/** The headings of all columns of the table; columns without any have an empty title. */
export function readHeadings(view: SheetView, header: HeaderArea): Heading[] {
  const found: Heading[] = [];
  for (let column = header.left; column <= header.right; column += 1) found.push(headingOf(view, header, column));
  const red = found.filter((_, at) => isRed(view, header, header.left + at));
  // Red letters mark what must be filled in only where not everything is red.
  const redCounts = red.length > 0 && red.length < found.filter(({ title }) => title !== '').length;
  return found.map((heading) => (redCounts && red.includes(heading) ? { ...heading, required: true } : heading));
}

/**
 * What a line across the first heading parts from the name of its column: above it stands what the other headings are.
 */
const DIAGONAL = /^(项目|指标|内容|类别|月份|时间|日期|科目)\s*\n\s*(?=\S{2,8}$)/;

function headingOf(view: SheetView, header: HeaderArea, column: number): Heading {
  const path: { raw: string; row: number }[] = [];
  let before: object | undefined;
  for (let row = header.top; row <= header.bottom; row += 1) {
    const area = view.areaAt(row, column);
    if (area !== undefined && area === before) continue;
    before = area;
    // a title over everything
    if (area && area.right - area.left + 1 >= Math.max(4, header.right - header.left + 1)) continue;
    const own = view.text(row, column);
    const raw = (column === header.left ? own.replace(DIAGONAL, '') : own) || groupFromLeft(view, header, row, column);
    if (raw !== '') path.push({ raw, row });
  }
  let unit: string | undefined;
  const help: string[] = [];
  const last = path[path.length - 1];
  if (path.length > 1 && last && isUnit(withoutSpaces(last.raw))) {
    unit = readHeading(`x${/^[（(]/.test(last.raw.trim()) ? last.raw : `（${last.raw}）`}`).unit;
    path.pop();
  }
  const leaf = path.pop();
  const area = leaf && view.areaAt(leaf.row, column);
  const offset = area && area.left > header.left - 1 ? column - area.left : 0;
  const notes = readHeading(leaf?.raw ?? '');
  const groups: string[] = [];
  let groupUnit: string | undefined,
    groupRequired = false;
  for (const { raw } of path) {
    const group = readHeading(raw);
    groupUnit = group.unit ?? groupUnit;
    groupRequired ||= group.required;
    help.push(...group.help);
    if (group.title !== '' && group.title !== notes.title) groups.push(group.title);
  }
  for (let row = header.top; row <= header.bottom; row += 1) {
    const comment =
      view.isFirst(row, column) || view.areaAt(row, column)?.left === column ? view.comment(row, column) : '';
    if (comment !== '') help.push(shownHeading(comment));
  }
  return {
    column,
    groups,
    title: notes.title,
    unit: notes.unit ?? unit ?? groupUnit,
    help: [...notes.help, ...new Set(help)],
    required: notes.required || groupRequired,
    raw: leaf?.raw ?? '',
    offset,
  };
}

/**
 * The text to the left that stands over this column too, where groups are not merged: it reaches as far as the cells
 * right of it are empty.
 */
function groupFromLeft(view: SheetView, header: HeaderArea, row: number, column: number): string {
  if (row === header.bottom || view.areaAt(row, column) !== undefined) return '';
  const parts = Array.from({ length: header.bottom - row }, (_, down) => view.text(row + 1 + down, column));
  if (parts.every((part) => part === '' || isUnit(withoutSpaces(part)))) return '';
  // it has a heading of its own
  for (let above = header.top; above < row; above += 1) if (view.text(above, column) !== '') return '';
  for (let left = column - 1; left >= header.left; left -= 1) {
    if (view.areaAt(row, left) !== undefined) return '';
    const text = view.text(row, left);
    if (text === '') continue;
    // What has nothing below it is a column of its own, not a group.
    return view.text(row + 1, left) === '' ? '' : text;
  }
  return '';
}

function isRed(view: SheetView, header: HeaderArea, column: number): boolean {
  for (let row = header.bottom; row >= header.top; row -= 1)
    if (view.text(row, column) !== '') return view.style(row, column).red;
  return false;
}
