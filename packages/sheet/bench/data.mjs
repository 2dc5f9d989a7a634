// The same table for every contender: numbers, texts that repeat, dates, decimals.
export const COLUMNS = 20;
export const headings = Array.from({ length: COLUMNS }, (_, at) => `列${at + 1}`);
/** Days since 1899-12-30. */
const day = (/** @type {number} */ row, /** @type {number} */ column) => 44_000 + ((row * 7 + column) % 1_800);
/** @param {number} row */
export const rowOf = (row) =>
  headings.map((_, column) =>
    column % 4 === 0
      ? row * COLUMNS + column
      : column % 4 === 1
        ? `第${(row * 7 + column) % 5_000}党支部`
        : column % 4 === 2
          ? day(row, column)
          : row * 1.37 + column,
  );
export const isDay = (/** @type {number} */ column) => column % 4 === 2;
export const dateOf = (/** @type {number} */ serial) => new Date(Date.UTC(1899, 11, 30 + serial));
