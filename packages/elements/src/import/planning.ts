import type { IdsByName } from '@jiceng/core/org/ids-by-name.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { Workbook } from '@jiceng/sheet/book/workbook.js';
import type { ImportDecisions } from '@jiceng/sheet/ledger/import-commands.js';
import type { ImportPlan } from '@jiceng/sheet/ledger/import-plan.js';
import type { PlannedRow } from '@jiceng/sheet/ledger/planned-row.js';
import type { SeveralNamed } from '@jiceng/sheet/ledger/read-cell.js';

/** Rows that one button picks out. */
export type RowsShown = 'all' | 'new' | 'changed' | 'faulty' | 'conflicting';

/** How a sheet is to be compared, as far as people have said. */
export interface Comparing {
  /** Addresses of the columns that tell records apart. */
  readonly keys?: readonly string[];
  /** Column that names the organisation of new records; `null`: none. */
  readonly orgColumn?: number | null;
  /** Which of several people or organisations a name means, by `answerKey`. */
  readonly answers: ReadonlyMap<string, string>;
}

export const answerKey = ({ what, name }: Pick<SeveralNamed, 'what' | 'name'>): string => `${what}\n${name}`;

/** Names mean what people said they mean. */
export function answered(ids: IdsByName, answers: ReadonlyMap<string, string>): IdsByName {
  const chosen = (what: SeveralNamed['what'], name: string, found: readonly string[]): readonly string[] => {
    const id = answers.get(answerKey({ what, name }));
    return id !== undefined && found.includes(id) ? [id] : found;
  };
  return {
    organisation: (name) => chosen('organisation', name, ids.organisation(name)),
    person: (name, orgId) => chosen('person', name, ids.person(name, orgId)),
  };
}

/** A filled-in sheet on its way back: what it would do, and what people decided. Never changed in place. */
export interface Planning {
  readonly book: Workbook;
  readonly fileName: string;
  readonly comparing: Comparing;
  /** What the comparison found. */
  readonly compared: ImportPlan;
  /** The same with the rows that the store would refuse. */
  readonly plan: ImportPlan;
  /** Organisation of new records whose rows name none. */
  readonly orgId: string;
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

/** `before`: what people decided when the same sheet was compared otherwise. */
export function beginPlan(
  { book, fileName, comparing, orgId }: Pick<Planning, 'book' | 'fileName' | 'comparing' | 'orgId'>,
  plan: ImportPlan,
  before?: Planning,
): Planning {
  const decided: Pick<Planning, 'skippedRows' | 'skippedColumns' | 'conflicts' | 'withoutFaults' | 'shown'> =
    before ?? {
      skippedRows: new Set(),
      skippedColumns: new Set(),
      conflicts: new Map(),
      withoutFaults: false,
      shown: 'all',
    };
  const { skippedRows, skippedColumns, conflicts, withoutFaults, shown } = decided;
  return {
    book,
    fileName,
    comparing,
    compared: plan,
    plan,
    orgId,
    skippedRows,
    skippedColumns,
    conflicts,
    withoutFaults,
    shown,
    most: PAGE,
  };
}

/** With what the store says to each row, by its number; rows that it would take are not among them. */
export function withRefusals(planning: Planning, refused: ReadonlyMap<number, readonly Bilingual[]>): Planning {
  const { compared } = planning;
  return {
    ...planning,
    plan: {
      ...compared,
      rows: compared.rows.map((row) => {
        const reasons = refused.get(row.row);
        return reasons ? { ...row, problems: [...row.problems, ...reasons] } : row;
      }),
    },
  };
}

/** Everything that can be asked of the store: rows without faults, undecided conflicts as the sheet has them. */
export function toBeJudged(planning: Planning): ImportDecisions {
  const { conflicts } = decidedAlike(planning, 'file');
  return {
    ...decisionsOf(planning),
    skippedRows: new Set(planning.compared.rows.flatMap((row) => (isFaulty(row) ? row.row : []))),
    conflicts: new Map([...conflicts, ...planning.conflicts]),
    withoutFaults: true,
  };
}

export function isFaulty({ status, cells, problems }: PlannedRow): boolean {
  return (
    status === 'unknown' ||
    status === 'ambiguous' ||
    status === 'repeated' ||
    problems.length > 0 ||
    cells.some(({ problem }) => problem !== undefined)
  );
}

const isConflicting = ({ cells }: PlannedRow): boolean => cells.some(({ conflict }) => conflict !== undefined);

/** How many rows each button picks out, and cells that differ. */
export function countsOf({ rows }: ImportPlan): Readonly<Record<RowsShown | 'same' | 'cells' | 'conflicts', number>> {
  const counts = { all: 0, new: 0, changed: 0, faulty: 0, conflicting: 0, same: 0, cells: 0, conflicts: 0 };
  for (const row of rows) {
    if (row.status === 'same') {
      counts.same += 1;
      continue;
    }
    counts.all += 1;
    if (row.status === 'new') counts.new += 1;
    if (row.status === 'changed') {
      counts.changed += 1;
      counts.cells += row.cells.length;
    }
    if (isFaulty(row)) counts.faulty += 1;
    if (isConflicting(row)) counts.conflicting += 1;
    counts.conflicts += row.cells.filter(({ conflict }) => conflict !== undefined).length;
  }
  return counts;
}

/** The rows that are to be looked at; rows that change nothing are not. */
export function rowsShown({ plan, shown }: Planning): readonly PlannedRow[] {
  return plan.rows.filter(
    (row) =>
      row.status !== 'same' &&
      (shown === 'all' ||
        (shown === 'faulty' ? isFaulty(row) : shown === 'conflicting' ? isConflicting(row) : row.status === shown)),
  );
}

/** All conflicts decided alike. */
export function decidedAlike(planning: Planning, by: 'file' | 'record'): Planning {
  const places = planning.plan.rows.flatMap(({ cells }) =>
    cells.filter(({ conflict }) => conflict !== undefined).map(({ place }) => place),
  );
  return { ...planning, conflicts: new Map(places.map((place) => [place, by])) };
}

export function toggled<T>(set: ReadonlySet<T>, value: T, isIn: boolean): ReadonlySet<T> {
  const result = new Set(set);
  if (isIn) result.add(value);
  else result.delete(value);
  return result;
}

export const decisionsOf = ({ skippedRows, skippedColumns, conflicts, withoutFaults }: Planning): ImportDecisions => ({
  skippedRows,
  skippedColumns,
  conflicts,
  withoutFaults,
});
