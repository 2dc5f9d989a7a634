import type { Area } from '../book/address.ts';
import type { CellValue } from '../book/workbook.ts';

/** How cells look; everything left out is Excel's default. */
export interface Look {
  readonly bold?: boolean;
  /** Colours as RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  /** Size of the letters in points. */
  readonly size?: number;
  readonly border?: boolean;
  /** Number format code; `@` keeps what is typed as text. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Can be typed into although the sheet is protected. */
  readonly unlocked?: boolean;
  /** Shown as text even where it starts with a formula's sign. */
  readonly quoted?: boolean;
}

/** A cell that differs from its column: with a look of its own, or with a formula and the value that it has now. */
export interface WrittenCell {
  readonly value: CellValue;
  readonly look?: Look;
  readonly formula?: string;
}

export interface WrittenRow {
  /** Texts, numbers and truth values as they are; `null` and what is missing at the end are empty. */
  readonly cells: readonly (CellValue | WrittenCell)[];
  /** Height in points. */
  readonly height?: number;
  readonly hidden?: boolean;
  /** Look of all cells of this row that have none of their own, also of the empty ones. */
  readonly look?: Look;
}

export interface WrittenColumn {
  /** Width in characters. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly look?: Look;
}

export interface WrittenValidation {
  readonly areas: readonly Area[];
  readonly type: 'list' | 'whole' | 'decimal' | 'date' | 'textLength' | 'custom';
  readonly operator?: 'between' | 'greaterThanOrEqual' | 'lessThanOrEqual' | 'equal';
  readonly formula1?: string;
  readonly formula2?: string;
  /** Empty cells are refused. */
  readonly required?: boolean;
  /** Shown beside the cell while it is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when the limit is broken; without it the limit only warns nobody. */
  readonly error?: { readonly title: string; readonly text: string; readonly style?: 'stop' | 'warning' };
}

export interface WrittenSheet {
  readonly name: string;
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly WrittenColumn[];
  readonly rows: Iterable<WrittenRow>;
  /** How many rows there are, where known: for telling progress. */
  readonly count?: number;
  readonly merges?: readonly Area[];
  readonly validations?: readonly WrittenValidation[];
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: { readonly row: number; readonly column: number };
  /** Rows that are printed on top of every page, zero-based, both included. */
  readonly titleRows?: readonly [number, number];
  readonly printArea?: Area;
  readonly landscape?: boolean;
  readonly filter?: Area;
  readonly protected?: boolean;
}

export interface WrittenBook {
  readonly sheets: readonly WrittenSheet[];
  /** Names for ranges and lists, with what they stand for. */
  readonly names?: ReadonlyMap<string, string>;
}
