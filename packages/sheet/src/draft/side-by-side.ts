import type { Area } from '../book/address.ts';
import { cellKey, type CellValue, type Row, type Sheet, type Workbook } from '../book/workbook.ts';
import { atOnce } from '../read/pace.ts';
import { sortRows } from './data-rows.ts';
import { findHeader, type HeaderArea } from './find-header.ts';
import { readHeadings } from './headings.ts';
import { SheetView } from './view.ts';
import { withoutSpaces } from './words.ts';

/** A list that goes on beside itself to save paper, under the same headings once more. */
interface Lists {
  readonly header: HeaderArea;
  /** First columns of its parts; all are `width` wide. */
  readonly starts: readonly number[];
  readonly width: number;
}

/**
 * The workbook with lists that go on beside themselves (`姓名 电话 姓名 电话`) below each other; itself where there are none.
 */
export function withListsBelow(book: Workbook): Workbook {
  const moved: string[] = [];
  const sheets = book.sheets.map((sheet) => {
    const view = new SheetView(book, sheet);
    const lists = sheet.hidden ? undefined : listsOf(view);
    if (!lists) return sheet;
    moved.push(sheet.name);
    return below(view, lists);
  });
  if (moved.length === 0) return book;
  const names = moved.join('、');
  return {
    ...book,
    sheets,
    notices: [
      ...book.notices,
      {
        code: 'side-by-side',
        text: {
          'zh-CN': `“${names}”里左右并排的几栏是同一张表，已上下接成一张`,
          en: `the lists side by side on “${names}” are one, and stand below each other now`,
        },
      },
    ],
  };
}

function listsOf(view: SheetView): Lists | undefined {
  const header = findHeader(view);
  if (!header) return;
  const headings: { column: number; text: string }[] = [];
  for (let column = header.left; column < view.width; column += 1) {
    const texts: string[] = [];
    for (let row = header.top; row <= header.bottom; row += 1) texts.push(withoutSpaces(view.text(row, column)));
    if (texts.some((text) => text !== '')) headings.push({ column, text: texts.join('\n') });
  }
  const width = headings.findIndex(({ text }, at) => at > 0 && text === headings[0]!.text);
  if (
    width < 2 ||
    headings.length % width !== 0 ||
    headings.some(
      ({ text, column }, at) =>
        text !== headings[at % width]!.text || column - headings[at - (at % width)]!.column !== at % width,
    )
  )
    return;
  const starts = headings.filter((_, at) => at % width === 0).map(({ column }) => column);
  const isNamed =
    header.top > 0 &&
    starts.slice(1).some((start) => {
      const text = view.text(header.top - 1, start);
      return text !== '' && !/[:：]/.test(text) && view.isFirst(header.top - 1, start);
    });
  return isNamed || !holdsNames(view, header, starts, width) ? undefined : { header, starts, width };
}

/**
 * Whether a column holds words that differ from row to row in every part: what repeats are names, not figures of
 * months.
 */
function holdsNames(view: SheetView, { bottom }: HeaderArea, starts: readonly number[], width: number): boolean {
  for (let at = 0; at < width; at += 1) {
    const names = new Set<CellValue>();
    let count = 0;
    const isInAll = starts.every((start) => {
      const before = count;
      for (let row = bottom + 1; row < Math.min(view.height, bottom + 200); row += 1) {
        const value = view.ownValue(row, start + at);
        if (typeof value !== 'string') continue;
        count += 1;
        names.add(value);
      }
      return count > before;
    });
    if (isInAll && count >= 4 && names.size >= count * 0.8) return true;
  }
  return false;
}

/** The sheet with the parts of its list below each other, and what stood below the list below all of them. */
function below(view: SheetView, { header, starts, width }: Lists): Sheet {
  const { sheet } = view;
  const last = Math.max(...starts.map((left) => lastRow(view, { ...header, left, right: left + width - 1 })));
  const height = last - header.bottom;
  const rest = (starts.length - 1) * height;
  /** Where a cell goes to; a heading that stood once more goes nowhere. */
  const placeOf = (row: number, column: number): { row: number; column: number } | undefined => {
    if (row > last) return { row: row + rest, column };
    const part = row < header.top ? 0 : starts.findIndex((start) => column >= start && column < start + width);
    if (part <= 0) return { row, column };
    return row <= header.bottom ? undefined : { row: row + part * height, column: column - starts[part]! + starts[0]! };
  };
  const rows: { values: CellValue[]; styles: number[] }[] = Array.from({ length: sheet.rows.length + rest }, () => ({
    values: [],
    styles: [],
  }));
  sheet.rows.forEach(({ values, styles }, row) => {
    for (let column = 0; column < Math.max(values.length, styles.length); column += 1) {
      const place = placeOf(row, column);
      if (!place) continue;
      const to = rows[place.row]!;
      while (to.values.length <= place.column) {
        to.values.push(null);
        to.styles.push(0);
      }
      to.values[place.column] = values[column] ?? null;
      to.styles[place.column] = styles[column] ?? 0;
    }
  });
  const movedCells = <T>(cells: ReadonlyMap<number, T>): Map<number, T> =>
    new Map(
      [...cells].flatMap(([key, value]): [number, T][] => {
        const place = placeOf(Math.floor(key / 16_384), key % 16_384);
        return place ? [[cellKey(place.row, place.column), value]] : [];
      }),
    );
  const merges = sheet.merges.flatMap(({ top, left, bottom, right }): Area[] => {
    const from = placeOf(top, left);
    return from
      ? [{ top: from.row, left: from.column, bottom: from.row + bottom - top, right: from.column + right - left }]
      : [];
  });
  // A formula of another part would read the cells where it stood.
  const formulas = new Map(
    [...sheet.formulas].filter(([key]) => placeOf(Math.floor(key / 16_384), key % 16_384)?.column === key % 16_384),
  );
  return {
    ...sheet,
    rows: rows satisfies Row[],
    merges,
    comments: movedCells(sheet.comments),
    formulas: movedCells(formulas),
    hiddenRows: new Set([...sheet.hiddenRows].map((row) => (row > last ? row + rest : row))),
  };
}

/** The last row that holds a record of a part. */
function lastRow(view: SheetView, header: HeaderArea): number {
  const { data } = atOnce(sortRows(view, header, readHeadings(view, header), undefined));
  return data[data.length - 1] ?? header.bottom;
}
