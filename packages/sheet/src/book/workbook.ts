import type { Area } from './address.ts';

/** What stands in a cell; `null` where nothing does. Dates are numbers whose style says so. */
export type CellValue = string | number | boolean | null;

/** How a cell looks, as far as it tells something about what is meant. */
export interface CellStyle {
  /** Number format code of Excel, `General` where none is set. */
  readonly format: string;
  /** What the format makes out of a number. */
  readonly kind: 'number' | 'percent' | 'date' | 'dateTime' | 'time' | 'text';
  readonly bold: boolean;
  readonly red: boolean;
  /** Filled with a colour that is not white. */
  readonly filled: boolean;
}

/** One row; places beyond the end are empty. Rows that look alike share their `styles`. */
export interface Row {
  readonly values: readonly CellValue[];
  /** Index into the workbook's styles. */
  readonly styles: ArrayLike<number>;
}

/** Input limits of cells. */
export interface Validation {
  readonly areas: readonly Area[];
  readonly type: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  /** Empty cells are refused. */
  readonly required: boolean;
  readonly prompt: string;
}

/** A formula as the file has it, without `=`; cells of a shared formula name the cell that holds its text. */
export type CellFormula = string | { readonly shared: number };

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** All rows up to the last that has a value. */
  readonly rows: readonly Row[];
  readonly merges: readonly Area[];
  readonly validations: readonly Validation[];
  /** Notes, and formulas, by `cellKey`. */
  readonly comments: ReadonlyMap<number, string>;
  readonly formulas: ReadonlyMap<number, CellFormula>;
  /** Text of shared formulas by their number, with the cell that they are written for. */
  readonly sharedFormulas: ReadonlyMap<
    number,
    { readonly text: string; readonly row: number; readonly column: number }
  >;
  /** Zero-based columns and rows that are not shown. */
  readonly hiddenColumns: ReadonlySet<number>;
  readonly hiddenRows: ReadonlySet<number>;
  /** Widths in characters, by zero-based column, where set. */
  readonly widths: ReadonlyMap<number, number>;
  /** Rows above the frozen line; 0 for none. */
  readonly frozenRows: number;
  /** The range that has filter buttons or is a table, its first row holds the headings. */
  readonly filter: Area | undefined;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly styles: readonly CellStyle[];
  /** Defined names with what they stand for; those of one sheet are `index!name`. */
  readonly names: ReadonlyMap<string, string>;
  /** What was not taken over, each in both languages. */
  readonly notices: readonly Notice[];
  /** Encoding that a text file was read in. */
  readonly encoding?: string;
}

/** Something that people should know about a file that was read. */
export interface Notice {
  readonly code: string;
  readonly text: { readonly 'zh-CN': string; readonly en: string };
}

/** One number for a cell. */
export const cellKey = (row: number, column: number): number => row * 16_384 + column;

const PLAIN: CellStyle = { format: 'General', kind: 'number', bold: false, red: false, filled: false };

/** The style of a cell; a plain one where nothing is set. */
export function styleAt(workbook: Pick<Workbook, 'styles'>, sheet: Sheet, row: number, column: number): CellStyle {
  return workbook.styles[sheet.rows[row]?.styles[column] ?? 0] ?? PLAIN;
}

/** What stands in a cell. */
export const valueAt = (sheet: Sheet, row: number, column: number): CellValue =>
  sheet.rows[row]?.values[column] ?? null;
