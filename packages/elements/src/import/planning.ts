import type { Workbook } from '@jiceng/sheet/book/workbook.js';
import type { ImportDecisions } from '@jiceng/sheet/ledger/import-commands.js';
import type { ImportPlan, PlannedRow } from '@jiceng/sheet/ledger/import-plan.js';

/** Rows that one button picks out. */
export type RowsShown = 'all' | 'new' | 'changed' | 'faulty' | 'conflicting';

/** A filled-in sheet on its way back: what it would do, and what people decided. Never changed in place. */
export interface Planning {
  readonly book: Workbook;
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly skippedRows: ReadonlySet<number>;
  readonly skippedColumns: ReadonlySet<string>;
  readonly conflicts: ReadonlyMap<string, 'file' | 'record'>;
  readonly withoutFaults: boolean;
  readonly shown: RowsShown;
  /** So many rows are drawn. */
  readonly most: number;
}

/** Rows drawn at first, and added each time more are asked for. */
export const PAGE = 100;

export function beginPlan(book: Workbook, fileName: string, plan: ImportPlan): Planning {
  return { book, fileName, plan, skippedRows: new Set(), skippedColumns: new Set(), conflicts: new Map(), withoutFaults: false, shown: 'all', most: PAGE };
}

export function isFaulty({ status, cells, problems }: PlannedRow): boolean {
  return status === 'unknown' || status === 'ambiguous' || status === 'repeated' || problems.length > 0 || cells.some(({ problem }) => problem !== undefined);
}

const isConflicting = ({ cells }: PlannedRow): boolean => cells.some(({ conflict }) => conflict !== undefined);

/** How many rows each button picks out, and cells that differ. */
export function countsOf({ rows }: ImportPlan): Readonly<Record<RowsShown | 'same' | 'cells' | 'conflicts', number>> {
  const counts = { all: 0, new: 0, changed: 0, faulty: 0, conflicting: 0, same: 0, cells: 0, conflicts: 0 };
  for (const row of rows) {
    if (row.status === 'same') { counts.same += 1; continue; }
    counts.all += 1;
    if (row.status === 'new') counts.new += 1;
    if (row.status === 'changed') { counts.changed += 1; counts.cells += row.cells.length; }
    if (isFaulty(row)) counts.faulty += 1;
    if (isConflicting(row)) counts.conflicting += 1;
    counts.conflicts += row.cells.filter(({ conflict }) => conflict !== undefined).length;
  }
  return counts;
}

/** The rows that are to be looked at; rows that change nothing are not. */
export function rowsShown({ plan, shown }: Planning): readonly PlannedRow[] {
  return plan.rows.filter((row) => row.status !== 'same' && (shown === 'all' || (shown === 'faulty' ? isFaulty(row) : shown === 'conflicting' ? isConflicting(row) : row.status === shown)));
}

/** All conflicts decided alike. */
export function decidedAlike(planning: Planning, by: 'file' | 'record'): Planning {
  const places = planning.plan.rows.flatMap(({ cells }) => cells.filter(({ conflict }) => conflict !== undefined).map(({ place }) => place));
  return { ...planning, conflicts: new Map(places.map((place) => [place, by])) };
}

export function toggled<T>(set: ReadonlySet<T>, value: T, isIn: boolean): ReadonlySet<T> {
  const result = new Set(set);
  if (isIn) result.add(value);
  else result.delete(value);
  return result;
}

export const decisionsOf = ({ skippedRows, skippedColumns, conflicts, withoutFaults }: Planning): ImportDecisions => ({ skippedRows, skippedColumns, conflicts, withoutFaults });
