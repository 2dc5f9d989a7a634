import { add, divide, multiply, round15, subtract } from '../../number/arithmetic.ts';
import { toNumber, type Num } from '../../number/decimal.ts';
import type { Cells } from './cells.ts';
import type { CodeColumn } from './code-column.ts';
import type { NumberColumn } from './number-column.ts';
import { askSums, rowCounts, sumsOf, type Sums } from './sums.ts';

/** What is counted of each cell. Reading a cell gives `null` where no row has a value. */
export interface Totals {
  read(cell: number): Num | null;
}

/** Truth of each row: 1 true, 0 false, -1 an error. `null` is true for all. */
export type Truth = Int8Array | null;

/** Rows for which something is true. */
export class Count implements Totals {
  private readonly cells: Cells;
  private readonly truth: Truth;
  private counts: Float64Array | undefined;

  constructor(cells: Cells, truth: Truth) {
    this.cells = cells;
    this.truth = truth;
  }

  read(cell: number): number {
    this.counts ??= this.truth === null ? rowCounts(this.cells) : countOf(this.cells, this.truth);
    return this.counts[cell] as number;
  }
}

/** Rows of each cell for which `truth` is true. */
function countOf(cells: Cells, truth: Int8Array): Float64Array {
  const counts = new Float64Array(cells.count);
  const { lowest } = cells;
  if (cells.isDivision) {
    for (let row = 0; row < lowest.length; row++) {
      const cell = lowest[row] as number;
      if (cell >= 0 && truth[row] === 1) counts[cell] = (counts[cell] as number) + 1;
    }
    cells.rollUp(counts);
    return counts;
  }
  const { start, rows } = cells.rowLists();
  for (let cell = 0; cell < cells.count; cell++) {
    for (let at = start[cell] as number; at < (start[cell + 1] as number); at++)
      if (truth[rows[at] as number] === 1) counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** The sum of numbers, or their mean. Exact whatever the order of rows. */
export class Sum implements Totals {
  private readonly cells: Cells;
  private readonly numbers: NumberColumn;
  private readonly isMean: boolean;
  private readonly isShort: boolean;
  private short: Sums | undefined;
  private readonly long = new Map<number, Num | null>();

  constructor(cells: Cells, numbers: NumberColumn, isMean: boolean) {
    this.cells = cells;
    this.numbers = numbers;
    this.isMean = isMean;
    this.isShort = cells.isDivision && numbers.isExact;
    if (this.isShort) askSums(cells, numbers);
  }

  read(cell: number): Num | null {
    if (this.isShort) {
      const { sums, counts } = (this.short ??= sumsOf(this.cells, this.numbers));
      const count = counts[cell] as number;
      if (count === 0) return null;
      const sum = this.numbers.unscale(sums[cell] as number);
      return this.isMean ? round15(divide(sum, count)) : sum;
    }
    let value = this.long.get(cell);
    if (value === undefined) this.long.set(cell, (value = this.fromRows(cell)));
    return value;
  }

  private fromRows(cell: number): Num | null {
    const rows = this.cells.rowsOf(cell);
    let count = 0;
    for (let at = 0; at < rows.length; at++) if (this.numbers.read(rows[at] as number) !== null) count++;
    if (count === 0) return null;
    const sum = this.numbers.sum(rows);
    return this.isMean ? round15(divide(sum, count)) : sum;
  }
}

/** The smallest or the largest number. */
export class Extreme implements Totals {
  private readonly numbers: NumberColumn;
  private readonly values: Float64Array;

  constructor(cells: Cells, numbers: NumberColumn, way: -1 | 1) {
    this.numbers = numbers;
    const values = new Float64Array(cells.count).fill(NaN);
    const take = (cell: number, value: number) => {
      const held = values[cell] as number;
      if (value === value && !(held === held && (way < 0 ? held <= value : held >= value))) values[cell] = value;
    };
    if (cells.isDivision) {
      cells.lowest.forEach((cell, row) => {
        if (cell >= 0) take(cell, numbers.values[row] as number);
      });
      cells.rollUpExtremes(values, way);
    } else {
      const { start, rows } = cells.rowLists();
      for (let cell = 0; cell < cells.count; cell++)
        for (let at = start[cell] as number; at < (start[cell + 1] as number); at++)
          take(cell, numbers.values[rows[at] as number] as number);
    }
    this.values = values;
  }

  read(cell: number): number | null {
    const value = this.values[cell] as number;
    return value !== value ? null : toNumber(this.numbers.unscale(value));
  }
}

/**
 * What needs all rows of a cell together: quantiles, different values, latest values. Each cell is computed when it is
 * read.
 */
export class Whole implements Totals {
  private readonly cells: Cells;
  private readonly compute: (rows: Int32Array) => Num | null;
  private readonly known = new Map<number, Num | null>();

  constructor(cells: Cells, compute: (rows: Int32Array) => Num | null) {
    this.cells = cells;
    this.compute = compute;
  }

  read(cell: number): Num | null {
    let value = this.known.get(cell);
    if (value === undefined) this.known.set(cell, (value = this.compute(this.cells.rowsOf(cell))));
    return value;
  }
}

/**
 * The value that the share `at` (0 … 1) of the rows do not exceed, interpolated between neighbours as PERCENTILE does.
 */
export function quantile(numbers: NumberColumn, at: number): (rows: Int32Array) => number | null {
  return (rows) => {
    const found = new Float64Array(rows.length);
    let count = 0;
    for (let index = 0; index < rows.length; index++) {
      const value = numbers.values[rows[index] as number] as number;
      if (value === value) found[count++] = value;
    }
    if (count === 0) return null;
    const sorted = found.subarray(0, count).sort();
    const place = (count - 1) * at;
    const low = Math.floor(place);
    const [first, second] = [low, Math.min(low + 1, count - 1)].map((index) =>
      numbers.unscale(sorted[index] as number),
    ) as [Num, Num];
    return round15(add(first, multiply(subtract(second, first), round15(place - low))));
  };
}

/** How many different values there are; blank is -1. */
export function distinct(codes: { readonly codes: Int32Array }): (rows: Int32Array) => number {
  return (rows) => {
    const seen = new Set<number>();
    for (let at = 0; at < rows.length; at++) {
      const code = codes.codes[rows[at] as number] as number;
      if (code >= 0) seen.add(code);
    }
    return seen.size;
  };
}

/** Of each owner the number of its latest row that has one, added up. Rows of one day count by their order of age. */
export function latest(
  numbers: NumberColumn,
  owners: CodeColumn<string>,
  ages: ArrayLike<string>,
): (rows: Int32Array) => Num | null {
  return (rows) => {
    const last = new Map<number, number>();
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (numbers.read(row) === null) continue;
      const owner = owners.codes[row] as number;
      const held = last.get(owner);
      if (held === undefined || (ages[row] as string) >= (ages[held] as string)) last.set(owner, row);
    }
    return last.size === 0 ? null : numbers.sum([...last.values()]);
  };
}
