import { bookOfTexts } from '../book/book-of-texts.ts';
import type { Workbook } from '../book/workbook.ts';

/** Name of the sheet, which is no title. */
export const BOOK_NAME = '粘贴';

/** A workbook of one sheet out of rows of texts. Numbers stay texts: how they were typed tells more. */
export function bookOfRows(rows: readonly (readonly string[])[]): Workbook {
  const values = rows.map((row) => ({ values: row.map((cell) => (cell === '' ? null : cell)), styles: [] }));
  return bookOfTexts(BOOK_NAME, values);
}
