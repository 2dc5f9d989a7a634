import type { Compiled } from '../definition/compiled.ts';
import type { Move } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { machineOf } from '../life/states.ts';
import type { Now } from '../time/date.ts';
import { applyChanges } from './change.ts';
import { checkRecord, wrongTypes } from './check.ts';
import type { ActorIdentity, Command, CreateCommand, Outcome, SaveCommand, Snapshot } from './contract.ts';
import { create } from './create.ts';
import { handOver } from './handover.ts';
import { withDeed } from './history.ts';
import { makeMove } from './move.ts';
import { mayMove } from './offers.ts';
import { forbid, refuse, Refused } from './refusal.ts';
import { settle } from './settle.ts';
import { takeStep } from './step.ts';
import { refuseDouble } from './unique.ts';
import { upgrade } from './upgrade.ts';
import { withdraw } from './withdraw.ts';
import { Workspace } from './workspace.ts';

/**
 * What comes of a command: the records to store, its own first, or a refusal with every reason. Pure: the same command
 * on the same snapshot by the same actor at the same moment gives the same records. `actor` is `null` for the clock,
 * which may do everything.
 */
export function apply(command: Command, snapshot: Snapshot, actor: ActorIdentity | null, now: Now): Outcome {
  const workspace = new Workspace(snapshot, actor, now);
  try {
    const recordId = carryOut(command, workspace);
    const first = workspace.record(recordId);
    return {
      ok: true,
      records: [...(first ? [first] : []), ...workspace.changed.filter(({ id }) => id !== recordId)],
      removed: workspace.removed,
      warnings: workspace.warnings,
    };
  } catch (failure) {
    if (failure instanceof Refused) return { ok: false, refusal: failure.refusal };
    throw failure;
  }
}

/**
 * Carries one command out in the workspace and returns its record's id; throws `Refused`. Revisions are those of the
 * snapshot, whatever came before in the workspace.
 */
export function carryOut(command: Command, workspace: Workspace): string {
  if (command.kind === 'create') {
    const known = workspace.record(command.recordId);
    if (known) return sentAgain(command, known, workspace);
    const record = create(command, workspace);
    handOver(workspace.definition(command.definitionId) as Compiled, record, 'save', workspace);
    return record.id;
  }
  const stored = workspace.record(command.recordId);
  if (!stored) return refuse('missing', 'no-record', '没有这条记录，可能已被移除。', 'There is no such record.');
  const compiled =
    workspace.definition(stored.definition.id, stored.definition.version) ?? workspace.definition(stored.definition.id);
  if (!compiled)
    return refuse('missing', 'no-definition', '没有这条记录所用的表。', 'The definition of this record is not there.');
  if (command.revision !== (workspace.snapshot.record(stored.id)?.revision ?? 0)) {
    refuse(
      'conflict',
      'conflict',
      '这条记录已被他人修改，请核对最新内容后再试。',
      'Someone else has changed this record; look at the latest version and try again.',
      '',
      stored,
    );
  }
  switch (command.kind) {
    case 'save':
      handOver(compiled, save(compiled, stored, command, workspace), 'save', workspace);
      break;
    case 'move': {
      const { track, move, changes = [], reason } = command;
      handOver(
        compiled,
        makeMove(compiled, stored, { track, move, changes, reason }, workspace),
        `${track === 'filing' ? 'filing' : 'move'}:${move}`,
        workspace,
      );
      break;
    }
    case 'step': {
      const record = takeStep(compiled, stored, command, workspace);
      if (command.action === 'done') handOver(compiled, record, `step:${command.step}`, workspace);
      break;
    }
    case 'withdraw':
      withdraw(stored, workspace);
      break;
    case 'upgrade':
      upgrade(compiled, stored, command.version, workspace);
      break;
  }
  return stored.id;
}

/** A record opened twice with one id is one record; another record's id is refused. */
function sentAgain(
  { definitionId, orgId, periodCode, recordId }: CreateCommand,
  known: StoredRecord,
  workspace: Workspace,
): string {
  const isSame =
    known.definition.id === definitionId &&
    known.orgId === orgId &&
    known.periodCode === periodCode &&
    known.audit.createdBy === workspace.actorId;
  return isSame
    ? recordId
    : refuse(
        'invalid',
        'id-taken',
        '记录编号已被使用，请重新打开表单。',
        'This record id is taken; open the form again.',
      );
}

/**
 * Changes fields. The first save makes a draft of a filing; a draft is checked for types only, a record without filing
 * must stay valid.
 */
function save(
  compiled: Compiled,
  stored: StoredRecord,
  { changes = [] }: SaveCommand,
  workspace: Workspace,
): StoredRecord {
  const orgId = refuseStranger(compiled, stored, workspace);
  let record = applyChanges(compiled, stored, changes, workspace);
  const settled = settle(compiled, record, workspace);
  record = settled.record;
  const start = firstSave(compiled, stored);
  if (record.filing && start?.to !== undefined) record = { ...record, filing: { ...record.filing, status: start.to } };
  if (record === stored) return stored;
  if (record.filing) {
    const wrong = wrongTypes(compiled, record);
    if (wrong.length > 0) throw new Refused('invalid', wrong);
  } else {
    const { errors, warnings } = checkRecord(compiled, record, workspace);
    const all = [...settled.problems, ...errors];
    if (all.length > 0) throw new Refused('invalid', all);
    workspace.warnings.push(...warnings);
  }
  refuseDouble(compiled, record, workspace);
  record = withDeed(stored, record, { act: 'save', ...(orgId === undefined ? {} : { orgId }) }, workspace);
  workspace.put(record);
  return record;
}

/** The filing machine's own move that the next save makes; `undefined` where a save moves nothing. */
function firstSave(compiled: Compiled, { filing }: StoredRecord): Move | undefined {
  return (
    filing && machineOf(compiled, 'filing')?.moves.find(({ id, from }) => id === 'save' && from.includes(filing.status))
  );
}

/**
 * Ends the command where a save would start the filing and the person may not; who may change which field is asked
 * field by field.
 */
function refuseStranger(compiled: Compiled, stored: StoredRecord, workspace: Workspace): string | undefined {
  const move = firstSave(compiled, stored);
  if (!move || workspace.actor === null) return workspace.actor?.orgId;
  const verdict = mayMove(compiled, stored, move, workspace.actingPerson, workspace);
  return verdict.allowed ? verdict.orgId : forbid(verdict.reason);
}
