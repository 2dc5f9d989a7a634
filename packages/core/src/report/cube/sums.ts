import type { Cells } from './cells.ts';
import type { NumberColumn } from './number-column.ts';

/** Scaled sums of a column over all cells, and how many rows had a number. */
export interface Sums {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

interface Batch {
  readonly done: Map<NumberColumn, Sums>;
  waiting: NumberColumn[];
  rows?: Float64Array;
}

const batches = new WeakMap<Cells, Batch>();

function batchOf(cells: Cells): Batch {
  let batch = batches.get(cells);
  if (!batch) batches.set(cells, (batch = { done: new Map(), waiting: [] }));
  return batch;
}

/**
 * Asks for the sums of a column. Those asked for together are made in one pass over the rows when the first is read.
 */
export function askSums(cells: Cells, numbers: NumberColumn): void {
  const { done, waiting } = batchOf(cells);
  if (!done.has(numbers) && !waiting.includes(numbers)) waiting.push(numbers);
}

export function sumsOf(cells: Cells, numbers: NumberColumn): Sums {
  const batch = batchOf(cells);
  if (batch.waiting.length > 0) settle(cells, batch);
  return batch.done.get(numbers) as Sums;
}

/** Rows of each cell. Sums that are waiting are made with them, in one pass. */
export function rowCounts(cells: Cells): Float64Array {
  const batch = batchOf(cells);
  if (!batch.rows && batch.waiting.length > 0) settle(cells, batch);
  if (batch.rows) return batch.rows;
  const counts = new Float64Array(cells.count);
  const { lowest } = cells;
  if (cells.isDivision) {
    for (let row = 0; row < lowest.length; row++) {
      const cell = lowest[row] as number;
      if (cell >= 0) counts[cell] = (counts[cell] as number) + 1;
    }
    cells.rollUp(counts);
  } else {
    const { start } = cells.rowLists();
    for (let cell = 0; cell < counts.length; cell++)
      counts[cell] = (start[cell + 1] as number) - (start[cell] as number);
  }
  return (batch.rows = counts);
}

function settle(cells: Cells, batch: Batch): void {
  const { waiting } = batch;
  batch.waiting = [];
  const full = waiting.filter(({ hasBlanks }) => !hasBlanks);
  for (let at = 0; at < full.length; at += 3) addFull(cells, full.slice(at, at + 3), batch);
  for (const numbers of waiting) if (numbers.hasBlanks) batch.done.set(numbers, addWithBlanks(cells, numbers));
}

/** Columns without blanks: every row counts in all of them. */
function addFull(cells: Cells, columns: readonly NumberColumn[], batch: Batch): void {
  const { lowest } = cells;
  const { length } = lowest;
  const sums = columns.map(() => new Float64Array(cells.count));
  const [a, b, c] = sums;
  const [x, y, z] = columns.map(({ values }) => values);
  if (a && x && b && y && c && z && !batch.rows && cells.isDivision) {
    // The usual question of rates: rows are counted along the way, which saves reading all cells once more.
    const counts = new Float64Array(cells.count);
    for (let row = 0; row < length; row++) {
      const cell = lowest[row] as number;
      if (cell < 0) continue;
      counts[cell] = (counts[cell] as number) + 1;
      a[cell] = (a[cell] as number) + (x[row] as number);
      b[cell] = (b[cell] as number) + (y[row] as number);
      c[cell] = (c[cell] as number) + (z[row] as number);
    }
    cells.rollUp(counts);
    batch.rows = counts;
  } else if (a && x && b && y && c && z) {
    for (let row = 0; row < length; row++) {
      const cell = lowest[row] as number;
      if (cell < 0) continue;
      a[cell] = (a[cell] as number) + (x[row] as number);
      b[cell] = (b[cell] as number) + (y[row] as number);
      c[cell] = (c[cell] as number) + (z[row] as number);
    }
  } else if (a && x && b && y) {
    for (let row = 0; row < length; row++) {
      const cell = lowest[row] as number;
      if (cell < 0) continue;
      a[cell] = (a[cell] as number) + (x[row] as number);
      b[cell] = (b[cell] as number) + (y[row] as number);
    }
  } else if (a && x) {
    for (let row = 0; row < length; row++) {
      const cell = lowest[row] as number;
      if (cell >= 0) a[cell] = (a[cell] as number) + (x[row] as number);
    }
  }
  const counts = rowCounts(cells);
  sums.forEach((values, at) => {
    cells.rollUp(values);
    batch.done.set(columns[at] as NumberColumn, { sums: values, counts });
  });
}

function addWithBlanks(cells: Cells, { values }: NumberColumn): Sums {
  const sums = new Float64Array(cells.count);
  const counts = new Float64Array(cells.count);
  const { lowest } = cells;
  for (let row = 0; row < lowest.length; row++) {
    const cell = lowest[row] as number;
    const value = values[row] as number;
    if (cell < 0 || value !== value) continue;
    sums[cell] = (sums[cell] as number) + value;
    counts[cell] = (counts[cell] as number) + 1;
  }
  cells.rollUp(sums);
  cells.rollUp(counts);
  return { sums, counts };
}
