import type { Compiled } from '../definition/compiled.ts';
import type { Move } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import { own, type JsonObject } from '../json/json.ts';
import { covers } from '../life/fields.ts';
import { brokenGuards } from '../record/judge.ts';
import { askOf, filingGuards, mayMove } from './offers.ts';
import { reasonProblems } from './reason.ts';
import { machineOf, stateOf, stateTitles, type Track } from '../life/states.ts';
import { recordScope } from '../record/scope.ts';
import { valueOf } from '../record/value-of.ts';
import type { Problem } from '../text/problem.ts';
import { parsePeriod } from '../time/period.ts';
import { applyChanges } from './change.ts';
import { addressOf, checkRecord, unfilled, wrongTypes, type Verification } from './check.ts';
import type { Change } from '../json/changes.ts';
import { afterFilingMove } from './filing.ts';
import { FactLog, withUses } from './frozen-facts.ts';
import { withDeed, type Deed } from './history.ts';
import { forbid, refuse, Refused } from './refusal.ts';
import { compute, settle, withField } from './settle.ts';
import { refuseDouble } from './unique.ts';
import type { Workspace } from './workspace.ts';

/** What is asked for. */
export interface MoveRequest {
  readonly track: Track;
  readonly move: string;
  readonly changes: readonly Change[];
  readonly reason: string | undefined;
}

/** Filing moves after which the values count, so that everything must be right. */
const BINDING: ReadonlySet<string> = new Set(['submit', 'escalate', 'accept', 'rate']);

/**
 * Moves a record along, or ends the command with every reason against it. The clock is not held up by values that
 * people have to put right.
 */
export function makeMove(
  compiled: Compiled,
  stored: StoredRecord,
  request: MoveRequest,
  workspace: Workspace,
): StoredRecord {
  const move = findMove(compiled, stored, request);
  const verdict =
    workspace.actor === null ? undefined : mayMove(compiled, stored, move, workspace.actingPerson, workspace);
  if (verdict?.allowed === false) forbid(verdict.reason);
  const asked = askOf(compiled, move, request.track);
  let record = applyChanges(compiled, stored, request.changes, workspace, asked.map(addressOf));
  record = settle(compiled, record, workspace).record;
  refuseUnready(compiled, stored, record, move, request, workspace);
  record = withSet(compiled, stored, record, move, workspace);
  const log = new FactLog();
  const settled = settle(compiled, record, workspace, log.note);
  record = settled.record;
  if (workspace.actor !== null) refuseWrong(compiled, record, move, request.track, settled.problems, log, workspace);
  if (record.data !== stored.data) refuseDouble(compiled, record, workspace);
  record = arrived(compiled, record, move, request.track, log, workspace);
  record = settle(compiled, record, workspace).record; // what is computed from the state follows it
  record = withDeed(
    stored,
    record,
    deedOf(stored, move, request, verdict?.allowed ? verdict.orgId : undefined),
    workspace,
  );
  workspace.put(record);
  return record;
}

/**
 * Ends the command where the values are not fit for the move: all that the definition demands where they count from
 * then on, and their types alone where they do not.
 */
function refuseWrong(
  compiled: Compiled,
  record: StoredRecord,
  move: Move,
  track: Track,
  unsettled: readonly Problem[],
  log: FactLog,
  workspace: Workspace,
): void {
  const isBinding = track === 'item' || BINDING.has(move.id);
  const checks = isBinding ? judgeMove(compiled, record, move, track, workspace, log) : undefined;
  const errors = checks ? [...unsettled, ...checks.errors] : wrongTypes(compiled, record);
  if (errors.length > 0) throw new Refused('invalid', errors);
  workspace.warnings.push(...(checks?.warnings ?? []));
}

/** The record in the state to which the move leads, with the facts that count from then on. */
function arrived(
  compiled: Compiled,
  record: StoredRecord,
  move: Move,
  track: Track,
  log: FactLog,
  workspace: Workspace,
): StoredRecord {
  const from = stateOf(record, track);
  const to = move.to ?? from;
  if (track === 'item') return to === from ? record : { ...record, state: to, stateSince: workspace.now };
  const filed = afterFilingMove(compiled, record, move.id, workspace);
  const facts = move.id === 'submit' ? log.uses : BINDING.has(move.id) ? withUses(filed.facts, log.uses) : filed.facts;
  if (!filed.filing || to === undefined) return { ...filed, facts };
  return { ...filed, facts, filing: { ...filed.filing, status: to } };
}

/** What the history says of the move. `orgId` is that of the post in which it was made. */
function deedOf(stored: StoredRecord, move: Move, { track, reason }: MoveRequest, orgId: string | undefined): Deed {
  const from = stateOf(stored, track);
  const to = move.to ?? from;
  return {
    act: `${track === 'filing' ? 'filing' : 'move'}:${move.id}`,
    ...(orgId === undefined ? {} : { orgId }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(reason === undefined || reason === '' ? {} : { reason }),
  };
}

function findMove(compiled: Compiled, record: StoredRecord, { track, move: id }: MoveRequest): Move {
  const machine = machineOf(compiled, track);
  const move = machine?.moves.find((found) => found.id === id);
  if (
    !machine ||
    !move ||
    (track === 'filing' && (id === 'save' || (id === 'rate' && compiled.definition.filing?.rate === undefined)))
  ) {
    return refuse('missing', 'no-move', '没有这个操作。', 'There is no such move.');
  }
  const state = stateOf(record, track);
  if (state === undefined || !move.from.includes(state)) {
    return refuse(
      'guard',
      'wrong-state',
      `当前为“${stateTitles(machine, [state ?? ''])}”，只有“${stateTitles(machine, move.from)}”时才能“${move.title}”。`,
      `“${move.title}” is possible only from ${stateTitles(machine, move.from)}; the record is in ${stateTitles(machine, [state ?? ''])}.`,
      '',
      record,
    );
  }
  return move;
}

function refuseUnready(
  compiled: Compiled,
  stored: StoredRecord,
  record: StoredRecord,
  move: Move,
  { track, reason = '' }: MoveRequest,
  workspace: Workspace,
): void {
  const scope = recordScope(workspace.scopeInput(compiled, record, { extra: beforeValues(compiled, stored) }));
  const problems = [
    ...unfilled(compiled, askOf(compiled, move, track), record, scope),
    ...reasonProblems(reason, move.reason === true && workspace.actor !== null),
  ];
  if (problems.length > 0) throw new Refused('invalid', problems);
  const broken = [
    ...brokenGuards(compiled, move.guard ?? [], scope),
    ...(track === 'filing' ? filingGuards(compiled, record, move, workspace) : []),
  ];
  if (broken.length > 0)
    throw new Refused(
      'guard',
      broken.map((said) => ({ pointer: '', code: 'guard', reason: said })),
    );
}

/** Names of the envelope that a move may set: the period, for what is carried over. */
const SETTABLE = 'periodCode';

/** Values that the move sets, each computed from the record as it was before any of them. */
function withSet(
  compiled: Compiled,
  stored: StoredRecord,
  record: StoredRecord,
  { set = {} }: Move,
  workspace: Workspace,
): StoredRecord {
  const scope = recordScope(workspace.scopeInput(compiled, record, { extra: beforeValues(compiled, stored) }));
  let data = record.data as JsonObject;
  let { periodCode } = record;
  for (const [place, text] of Object.entries(set)) {
    const value = compute(compiled, place, text, scope);
    if (value instanceof FormulaError)
      refuse(
        'guard',
        'set',
        `“${compiled.field(place)?.title ?? place}”无法计算：${value.reason['zh-CN']}`,
        `${place} cannot be computed: ${value.reason.en}`,
        place,
      );
    else if (place.startsWith('/')) data = withField(data, place, value);
    else if (place === SETTABLE && typeof value === 'string' && parsePeriod(value)) periodCode = value;
    else refuse('guard', 'set', `不能设置“${place}”。`, `${place} cannot be set.`);
  }
  return data === record.data && periodCode === record.periodCode
    ? record
    : { ...record, data, ...(periodCode === undefined ? {} : { periodCode }) };
}

/** What fields held before the command, as `before.name`, for conditions on how something changes. */
function beforeValues(compiled: Compiled, stored: StoredRecord): ReadonlyMap<string, Value | readonly Value[]> {
  const values = new Map<string, Value | readonly Value[]>();
  for (const [name, kind] of compiled.names)
    if (kind === 'field') values.set(`before.${name}`, valueOf(own(stored.data as JsonObject, name)));
  return values;
}

function judgeMove(
  compiled: Compiled,
  record: StoredRecord,
  move: Move,
  track: Track,
  workspace: Workspace,
  log: FactLog,
): Verification {
  const forReview = compiled.definition.filing?.reviewFields ?? [];
  const isBeforeReview = track === 'filing' ? move.id === 'submit' : compiled.definition.filing !== undefined;
  return checkRecord(compiled, record, workspace, {
    onFact: log.note,
    notYet: (pointer) => isBeforeReview && forReview.some((field) => covers(field, pointer)),
  });
}
