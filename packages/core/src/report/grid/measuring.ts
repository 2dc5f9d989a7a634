import type { Counted } from '../../generated/report.ts';
import { Count, distinct, Extreme, latest, quantile, Sum, Whole, type Totals, type Truth } from '../cube/totals.ts';
import type { Cells } from '../cube/cells.ts';
import { wayOf } from '../document/places.ts';
import type { BaseMeasure } from '../document/report-index.ts';
import type { Row } from '../rows/row.ts';
import type { RowTable } from '../rows/table.ts';
import type { FormulaError } from '../../formula/value.ts';

/** A measure over the rows of one table. */
export interface Measured {
  readonly num: Totals;
  readonly den: Totals | undefined;
  /** Rows of the data set that the measure is about. */
  readonly rows: Count;
  /** Rows whose formulas failed. */
  readonly errors: Count | undefined;
  readonly errorOf: ReadonlyMap<number, FormulaError>;
  readonly isDate: boolean;
  /** More than one row has no value: what it counts does not add up. */
  readonly isSingle: boolean;
  /** The rows of a cell. */
  rowsAt(cell: number): readonly (Row | undefined)[];
}

/** Adds up a measure over the cells of a table. */
export function measure(base: BaseMeasure, table: RowTable, cells: Cells, isSingle: boolean): Measured {
  const errorOf = new Map<number, FormulaError>();
  const gather = (errors: ReadonlyMap<number, FormulaError>) => errors.forEach((error, row) => errorOf.set(row, error));
  let isDate = false;

  const truthOf = (text: string, where: string | undefined): Truth => {
    if (/^=?\s*TRUE(\(\))?\s*$/i.test(text)) {
      if (where === undefined) return null;
      const truths = table.truths(where);
      gather(truths.errors);
      return truths.truth;
    }
    const truths = table.truths(text);
    const limits = where === undefined ? undefined : table.truths(where);
    if (limits) gather(limits.errors);
    truths.errors.forEach((error, row) => {
      if (!limits || limits.truth[row] === 1) errorOf.set(row, error);
    });
    if (!limits) return truths.truth;
    return truths.truth.map((truth, row) => (limits.truth[row] === 1 ? truth : 0));
  };
  const side = (counted: Counted, where: string | undefined): Totals => {
    const way = wayOf(counted) ?? 'count';
    const text = counted[way] ?? 'FALSE';
    if (way === 'count') return new Count(cells, truthOf(text, where));
    if (way === 'distinct') {
      const keys = table.keys(text);
      const limits = where === undefined ? undefined : table.truths(where);
      if (limits) gather(limits.errors);
      return new Whole(
        cells,
        distinct(limits ? { codes: keys.codes.map((code, row) => (limits.truth[row] === 1 ? code : -1)) } : keys),
      );
    }
    const { numbers, errors, isDate: dates } = table.numbers(text, where);
    gather(errors);
    switch (way) {
      case 'sum':
      case 'mean':
        return new Sum(cells, numbers, way === 'mean');
      case 'median':
        return new Whole(cells, quantile(numbers, 0.5));
      case 'quantile':
        return new Whole(cells, quantile(numbers, (counted.at ?? 50) / 100));
      case 'last':
        return new Whole(
          cells,
          latest(
            numbers,
            table.texts('owner', ({ owner }) => owner),
            table.rows.map((row) => row?.age ?? ''),
          ),
        );
      default:
        isDate = dates();
        return new Extreme(cells, numbers, way === 'min' ? -1 : 1);
    }
  };

  const rowsAt = (cell: number) => [...cells.rowsOf(cell)].map((row) => table.rows[row]);
  const done = (num: Totals, den?: Totals, truth: Truth = null): Measured => {
    const errors = errorOf.size === 0 ? undefined : new Count(cells, markedRows(errorOf, table.length));
    return { num, den, rows: new Count(cells, truth), errors, errorOf, isDate, isSingle, rowsAt };
  };
  if ('fact' in base) {
    const mine = Int8Array.from(table.rows, (row) => Number(row?.fact?.id === base.fact));
    const failed = Int8Array.from(table.rows, (row) => Number(row?.fact?.id === base.fact && row.fact.isMissing));
    const [num, den] = (['num', 'den'] as const).map(
      (part) => new Sum(cells, table.factNumbers(base.fact, part), false),
    ) as [Sum, Sum];
    const hasDen = table.rows.some((row) => row?.fact?.id === base.fact && row.fact.den !== null);
    const rows = new Count(cells, mine);
    const errors = failed.includes(1) ? new Count(cells, failed) : undefined;
    return {
      num: base.part === 'den' ? den : num,
      den: hasDen && (base.part ?? 'value') === 'value' ? den : undefined,
      rows,
      errors,
      errorOf,
      isDate: false,
      isSingle,
      rowsAt,
    };
  }
  if ('filing' in base) {
    const flag = (text: string) => new Count(cells, truthOf(text, undefined));
    switch (base.filing) {
      case 'expected':
        return done(new Count(cells, null));
      case 'reported':
        return done(flag('isReported'));
      case 'completeness':
        return done(flag('isReported'), new Count(cells, null));
      case 'onTime':
        return done(flag('isOnTime'), new Count(cells, null));
      case 'firstPass':
        return done(flag('AND(isAccepted,NOT(isReturned))'), flag('isAccepted'));
      case 'returned':
        return done(flag('isReturned'), flag('OR(isReported,isReturned)'));
    }
  }
  const num = side(base.num, base.where);
  return done(num, base.den ? side(base.den, base.where) : undefined);
}

function markedRows(rows: ReadonlyMap<number, unknown>, length: number): Int8Array {
  const marked = new Int8Array(length);
  for (const row of rows.keys()) marked[row] = 1;
  return marked;
}
