import type { Workbook } from '../book/workbook.ts';

/** Name of the sheet, which is no title. */
export const BOOK_NAME = '粘贴';

/** A workbook of one sheet out of rows of texts. Numbers stay texts: how they were typed tells more. */
export function bookOfRows(rows: readonly (readonly string[])[]): Workbook {
  return {
    sheets: [
      {
        name: BOOK_NAME,
        hidden: false,
        rows: rows.map((row) => ({ values: row.map((cell) => (cell === '' ? null : cell)), styles: [] })),
        merges: [],
        validations: [],
        comments: new Map(),
        formulas: new Map(),
        sharedFormulas: new Map(),
        hiddenColumns: new Set(),
        hiddenRows: new Set(),
        widths: new Map(),
        frozenRows: 0,
        filter: undefined,
      },
    ],
    styles: [],
    names: new Map(),
    notices: [],
  };
}
