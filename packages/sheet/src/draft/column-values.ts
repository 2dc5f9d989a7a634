import type { CellStyle, CellValue, Sheet } from '../book/workbook.ts';
import { cellKey } from '../book/workbook.ts';
import type { SheetView } from './view.ts';
import { withoutSpaces } from './words.ts';

/** One value of a column with its place. */
export interface Found {
  readonly row: number;
  readonly value: Exclude<CellValue, null>;
  readonly style: CellStyle;
  readonly text: string;
  /** It stands in the cell itself, not in one merged with it. */ readonly isOwn: boolean;
}

/** What people write where nothing is to be said; no value of a date, number or choice. */
export const isNothing = (text: string): boolean =>
  /^([/／\\—–\-－_]+|无|暂无|空|没有|未填|不详|N\/?A|NA|null|#N\/A|#VALUE!|#REF!|#DIV\/0!|#NAME\?|…+|\.{2,})$/i.test(
    withoutSpaces(text),
  );

/** The values of a column in the rows of records; merged cells give theirs to every row. */
export function columnValues(view: SheetView, column: number, rows: readonly number[]): Found[] {
  const found: Found[] = [];
  for (const row of rows) {
    const value = view.value(row, column);
    if (value === null) continue;
    const text = typeof value === 'string' ? value.trim() : String(value);
    if (text !== '')
      found.push({
        row,
        value: typeof value === 'string' ? text : value,
        style: view.style(row, column),
        text,
        isOwn: view.isFirst(row, column),
      });
  }
  return found;
}

/** Share of the rows whose cell in this column is a formula. */
export function formulaShare(sheet: Sheet, column: number, rows: readonly number[]): number {
  if (rows.length === 0) return 0;
  return rows.filter((row) => sheet.formulas.has(cellKey(row, column))).length / rows.length;
}
