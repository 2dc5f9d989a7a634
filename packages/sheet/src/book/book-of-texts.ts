import type { Row, Workbook } from './workbook.ts';

/** A workbook of one sheet that has values and nothing else: no styles, no merged cells, no limits of input. */
export function bookOfTexts(name: string, rows: readonly Row[]): Workbook {
  return {
    sheets: [
      {
        name,
        hidden: false,
        rows,
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
