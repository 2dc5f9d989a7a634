import type { Command } from '@jiceng/core/engine/contract.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import { problem, type Problem, type Result } from '@jiceng/core/text/problem.js';
import type { ImportPlan } from './import-plan.ts';
import type { PlannedCell, PlannedRow } from './planned-row.ts';

/** What people decided about a plan. */
export interface ImportDecisions {
  /** Rows (one-based) that are not taken. */
  readonly skippedRows?: ReadonlySet<number>;
  /** Addresses of columns that are not taken. */
  readonly skippedColumns?: ReadonlySet<string>;
  /** For each conflict, by its place (`B5`): the file's value or the record's. */
  readonly conflicts?: ReadonlyMap<string, 'file' | 'record'>;
  /**
   * Rows whose cells do not all fit are taken without those cells; otherwise nothing is imported while there are such.
   */
  readonly withoutFaults?: boolean;
}

/** Where new records belong, and how they are called. */
export interface ImportTarget {
  readonly definitionId: string;
  /** Of rows that name none. */
  readonly orgId: string;
  readonly periodCode?: string;
  readonly newId: (row: number) => string;
}

/** Commands to carry out as one list: the store takes all of them or none, and knows how to take them back. */
export interface ImportCommands {
  readonly commands: readonly Command[];
  /** Row of the sheet (one-based) that each command comes from. */
  readonly rows: readonly number[];
}

/**
 * The commands of a plan, or what is still open: faults that nobody agreed to leave out, and conflicts that nobody
 * decided. All or nothing: there is no half import.
 */
export function importCommands(
  plan: ImportPlan,
  decisions: ImportDecisions,
  target: ImportTarget,
): Result<ImportCommands> {
  const commands: Command[] = [],
    rows: number[] = [],
    open: Problem[] = [];
  for (const row of plan.rows) {
    if (decisions.skippedRows?.has(row.row) || row.status === 'same') continue;
    if (row.status === 'unknown' || row.status === 'ambiguous' || row.status === 'repeated') {
      if (!decisions.withoutFaults)
        for (const reason of row.problems) open.push({ pointer: `/${row.row}`, code: `import-${row.status}`, reason });
      continue;
    }
    const cells = takenCells(row, decisions, open);
    if (row.problems.length > 0) {
      if (!decisions.withoutFaults)
        for (const reason of row.problems) open.push({ pointer: `/${row.row}`, code: 'import-row', reason });
      continue;
    }
    if (cells.length === 0) continue;
    const changes = cells.map(({ pointer, after }): Change => ({ pointer, value: after }));
    rows.push(row.row);
    if (row.record) {
      commands.push({ kind: 'save', recordId: row.record.id, revision: row.record.revision, changes });
    } else {
      const recordId = target.newId(row.row);
      commands.push({
        kind: 'create',
        recordId,
        definitionId: target.definitionId,
        orgId: row.organisation?.orgId ?? target.orgId,
        ...(row.person?.subject ? { subject: row.person.subject } : {}),
        ...(target.periodCode === undefined ? {} : { periodCode: target.periodCode }),
        data: dataOf(changes),
      });
    }
  }
  return open.length > 0 ? { ok: false, problems: open } : { ok: true, value: { commands, rows } };
}

function takenCells(row: PlannedRow, decisions: ImportDecisions, open: Problem[]): PlannedCell[] {
  return row.cells.filter((cell) => {
    if (decisions.skippedColumns?.has(cell.pointer)) return false;
    if (cell.problem) {
      if (!decisions.withoutFaults) open.push({ pointer: `/${cell.place}`, code: 'import-cell', reason: cell.problem });
      return false;
    }
    if (!cell.conflict) return true;
    const decision = decisions.conflicts?.get(cell.place);
    if (decision === undefined)
      open.push(
        problem(
          `/${cell.place}`,
          'import-conflict',
          `“${cell.title}”在表格发出后已被别人改过，请选择用哪个值。`,
          `${cell.title} was changed by someone else meanwhile; choose a value.`,
        ),
      );
    return decision === 'file';
  });
}

function dataOf(changes: readonly Change[]): JsonObject {
  const data = new Map<string, Json>();
  for (const { pointer, value } of changes) if (value !== undefined) data.set(pointerParts(pointer)[0] ?? '', value);
  return Object.fromEntries(data);
}
