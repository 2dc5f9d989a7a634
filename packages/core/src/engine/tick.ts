import type { Compiled } from '../definition/compiled.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { StoredRecord } from '../generated/record.ts';
import { isTrue } from '../record/judge.ts';
import { recordScope } from '../record/scope.ts';
import type { Problem } from '../text/problem.ts';
import type { Now } from '../time/date.ts';
import type { Snapshot } from './contract.ts';
import { handOver } from './handover.ts';
import { makeMove } from './move.ts';
import { Refused } from './refusal.ts';
import { settle } from './settle.ts';
import { Workspace } from './workspace.ts';

/** What the clock changed. */
export interface TickOutcome {
  readonly records: readonly StoredRecord[];
  /** Moves and hand-overs that were due and could not be made. */
  readonly warnings: readonly Problem[];
}

/** Moves that the clock makes on one record in one tick; more is a circle of states. */
const MOST_MOVES = 10;

/**
 * Lets the clock act on every record: moves whose `auto` holds (carry-over, look-back), hand-overs that look at the
 * day. Ticking again changes nothing.
 */
export function tick(snapshot: Snapshot, now: Now): TickOutcome {
  const workspace = new Workspace(snapshot, null, now);
  for (const compiled of snapshot.definitions()) {
    const hasMoves = compiled.definition.moves?.some(({ auto }) => auto !== undefined) ?? false;
    const hasHandovers = compiled.definition.handovers?.some(({ on }) => on.includes('tick')) ?? false;
    if (!hasMoves && !hasHandovers) continue;
    for (const record of [...snapshot.records(compiled.definition.id)]) {
      const own = snapshot.definition(record.definition.id, record.definition.version) ?? compiled;
      const moved = hasMoves ? moveOn(own, record, workspace) : record;
      // What is computed from the day is stored as of the last change; rules that look at the day see it as of today.
      if (hasHandovers) handOver(own, settle(own, moved, workspace).record, 'tick', workspace);
    }
  }
  return { records: workspace.changed, warnings: workspace.warnings };
}

/** Makes every move that is due, one after the other; each is made at most once in a tick. */
function moveOn(compiled: Compiled, record: StoredRecord, workspace: Workspace): StoredRecord {
  let current = record;
  const made = new Set<string>();
  for (let count = 0; count < MOST_MOVES; count++) {
    const scope = recordScope(workspace.scopeInput(compiled, settle(compiled, current, workspace).record));
    const due = (compiled.definition.moves ?? []).find(
      ({ id, auto, from }) =>
        !made.has(id) &&
        auto !== undefined &&
        current.state !== undefined &&
        from.includes(current.state) &&
        isTrue(evaluate(compiled.formula(auto), scope)),
    );
    if (!due) break;
    made.add(due.id);
    try {
      current = makeMove(compiled, current, { track: 'item', move: due.id, changes: [], reason: undefined }, workspace);
      handOver(compiled, current, `move:${due.id}`, workspace);
      current = workspace.record(current.id) ?? current;
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      workspace.warnings.push(...failure.refusal.problems);
    }
  }
  return current;
}
