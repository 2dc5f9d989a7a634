import type { Area } from '../book/address.ts';
import { refusal } from '../book/refusal.ts';
import { cellKey, type CellValue, type Row, type Sheet, type Validation } from '../book/workbook.ts';
import type { Limits } from './limits.ts';

const NO_ROW: Row = { values: [], styles: [] };
/** More merges or limits of input than this nobody makes by hand. */
const MOST = 100_000;

/** How many cells may still come; repeated ones count as often as they stand for a cell. */
export interface Budget {
  cells: number;
}

/** A cell with all that stands in it. */
export interface OdsCell {
  readonly value: CellValue;
  /** Index into the workbook's styles; nothing for the style of its column. */
  readonly style: number | undefined;
  /** Cells side by side that it stands for. */
  readonly repeated: number;
  /** Columns and rows that it covers. */
  readonly span: readonly [number, number];
  readonly formula: string | undefined;
  readonly comment: string;
  /** Name of its limit of input. */
  readonly limit: string | undefined;
}

/** One table while it is read: what is repeated stands where it is repeated, and only what holds something counts. */
export class OdsTable {
  readonly name: string;
  readonly #hidden: boolean;
  readonly #limits: Limits;
  readonly #budget: Budget;
  readonly #rows: Row[] = [];
  readonly #merges: Area[] = [];
  readonly #formulas = new Map<number, string>();
  readonly #comments = new Map<number, string>();
  readonly #hiddenColumns = new Set<number>();
  readonly #hiddenRows = new Set<number>();
  readonly #columnStyles: number[] = [];
  readonly #limited = new Map<string, { -readonly [key in keyof Area]: Area[key] }[]>();
  #columns = 0;
  #row = 0;
  #rowRepeated = 1;
  #column = 0;
  #values: CellValue[] = [];
  #styles: number[] = [];

  constructor(name: string, hidden: boolean, limits: Limits, budget: Budget) {
    this.name = name;
    this.#hidden = hidden;
    this.#limits = limits;
    this.#budget = budget;
  }

  addColumns(repeated: number, style: number, isHidden: boolean): void {
    const end = this.#columns + repeated;
    for (let column = this.#columns; column < Math.min(end, this.#limits.columns); column += 1) {
      this.#columnStyles[column] = style;
      if (isHidden) this.#hiddenColumns.add(column);
    }
    this.#columns = end;
  }

  startRow(repeated: number, isHidden: boolean): void {
    this.#rowRepeated = repeated;
    this.#column = 0;
    const end = Math.min(this.#row + repeated, this.#limits.rows);
    if (isHidden) for (let row = this.#row; row < end; row += 1) this.#hiddenRows.add(row);
  }

  addCell({ value, style, repeated, span: [columns, rows], formula, comment, limit }: OdsCell): void {
    const left = this.#column,
      end = left + repeated;
    this.#column = end;
    if (limit !== undefined) this.#addLimit(limit, left, end - 1);
    if (columns * rows > 1 && this.#merges.length < MOST)
      this.#merges.push({ top: this.#row, left, bottom: this.#row + rows - 1, right: left + columns - 1 });
    const key = cellKey(this.#row, left);
    if (formula !== undefined) this.#formulas.set(key, formula);
    if (comment !== '') this.#comments.set(key, comment);
    if (value === null || value === '') return;
    const { columns: most, cell } = this.#limits;
    if (end > most) throw refusal('columns', { sheet: this.name, row: this.#row + 1, limit: most });
    if (typeof value === 'string' && value.length > cell)
      throw refusal('cell', { sheet: this.name, cell: `${this.#row + 1}:${left + 1}`, limit: cell });
    this.#budget.cells -= repeated * this.#rowRepeated;
    if (this.#budget.cells < 0) throw refusal('unpacked', { part: this.name, limit: this.#limits.unpacked >> 20 });
    while (this.#values.length < left) {
      this.#values.push(null);
      this.#styles.push(0);
    }
    for (let column = left; column < end; column += 1) {
      this.#values.push(value);
      this.#styles.push(style ?? this.#columnStyles[column] ?? 0);
    }
  }

  endRow(): void {
    const end = this.#row + this.#rowRepeated;
    if (this.#values.length > 0) {
      const { rows: most } = this.#limits;
      if (end > most) throw refusal('rows', { sheet: this.name, limit: most });
      while (this.#rows.length < this.#row) this.#rows.push(NO_ROW);
      const row: Row = { values: this.#values, styles: this.#styles };
      while (this.#rows.length < end) this.#rows.push(row);
      this.#values = [];
      this.#styles = [];
    }
    this.#row = end;
  }

  /** Cells below each other with the same limit are one area. */
  #addLimit(name: string, left: number, right: number): void {
    const areas = this.#limited.get(name) ?? [];
    this.#limited.set(name, areas);
    const bottom = this.#row + this.#rowRepeated - 1;
    // Only the last few: a row has few cells with limits, and what is missed here is an area more.
    const above = areas.slice(-20).find((area) => area.left === left && area.right === right);
    if (above && above.bottom === this.#row - 1) above.bottom = bottom;
    else if (areas.length < MOST) areas.push({ top: this.#row, left, bottom, right });
  }

  /** The table as a sheet. `lists`: limits of input by their names. */
  sheet(lists: ReadonlyMap<string, Omit<Validation, 'areas'>>, filter: Area | undefined): Sheet {
    const validations: Validation[] = [];
    for (const [name, areas] of this.#limited) {
      const list = lists.get(name);
      if (list) validations.push({ ...list, areas });
    }
    return {
      name: this.name,
      hidden: this.#hidden,
      rows: this.#rows,
      merges: this.#merges,
      validations,
      comments: this.#comments,
      formulas: this.#formulas,
      sharedFormulas: new Map(),
      hiddenColumns: this.#hiddenColumns,
      hiddenRows: this.#hiddenRows,
      widths: new Map(),
      frozenRows: 0,
      filter,
    };
  }
}
