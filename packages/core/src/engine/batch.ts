import type { StoredRecord } from '../generated/record.ts';
import type { Change } from '../json/changes.ts';
import type { JsonObject } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import type { Now } from '../time/date.ts';
import { carryOut } from './apply.ts';
import type { ActorIdentity, BatchOutcome, Command, Refusal, SaveCommand, Snapshot } from './contract.ts';
import { Refused } from './refusal.ts';
import { Workspace } from './workspace.ts';

/**
 * A list of commands that are carried out together or not at all, over one state of the store. Every revision is the
 * stored one from before the list; each command sees the records of those before it, and facts as they are stored. One
 * command after the other, so that long lists can be cut into slices.
 */
export class Batch {
  private readonly workspace: Workspace;
  private readonly undos: ((revision: (id: string) => number) => Command)[] = [];
  private canUndo = true;
  private count = 0;
  private refused: { readonly at: number; readonly refusal: Refusal } | undefined;

  /** `actor` is `null` for the clock, which may do everything. */
  constructor(snapshot: Snapshot, actor: ActorIdentity | null, now: Now) {
    this.workspace = new Workspace(snapshot, actor, now);
  }

  /** Carries out the next command. False once one was refused; nothing more is carried out then. */
  take(command: Command): boolean {
    if (this.refused) return false;
    const before = this.workspace.record(command.recordId);
    try {
      carryOut(command, this.workspace);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = { at: this.count, refusal: failure.refusal };
      return false;
    }
    this.count++;
    if (this.workspace.record(command.recordId) !== before) this.remember(command, before);
    return true;
  }

  get outcome(): BatchOutcome {
    if (this.refused) return { ok: false, ...this.refused };
    const { changed, removed, warnings } = this.workspace;
    const revision = (id: string): number => this.workspace.record(id)?.revision ?? 0;
    return {
      ok: true,
      records: changed,
      removed,
      warnings,
      undo: this.canUndo ? this.undos.map((undo) => undo(revision)).reverse() : null,
    };
  }

  private remember(command: Command, before: StoredRecord | undefined): void {
    const { recordId } = command;
    if (command.kind === 'create')
      this.undos.push((revision) => ({ kind: 'withdraw', recordId, revision: revision(recordId) }));
    else if (command.kind === 'save' && before) {
      const changes = changesBack(command, before.data as JsonObject);
      this.undos.push((revision) => ({ kind: 'save', recordId, revision: revision(recordId), changes }));
    } else if (command.kind === 'withdraw' && before) {
      const { definition, orgId, periodCode, subject, data } = before;
      this.undos.push(() => ({
        kind: 'create',
        recordId,
        definitionId: definition.id,
        orgId,
        ...(periodCode === undefined ? {} : { periodCode }),
        ...(subject === undefined ? {} : { subject }),
        data: data as JsonObject,
      }));
    } else if (command.kind === 'upgrade' && before) {
      const { version } = before.definition;
      this.undos.push((revision) => ({ kind: 'upgrade', recordId, revision: revision(recordId), version }));
    } else this.canUndo = false;
  }
}

/** What comes of a list of commands as one; pure, like `apply`. */
export function applyAll(
  commands: readonly Command[],
  snapshot: Snapshot,
  actor: ActorIdentity | null,
  now: Now,
): BatchOutcome {
  const batch = new Batch(snapshot, actor, now);
  for (const command of commands) if (!batch.take(command)) break;
  return batch.outcome;
}

/** Puts back whole fields: places inside a list may have moved meanwhile. */
function changesBack({ changes = [] }: SaveCommand, data: JsonObject): Change[] {
  const fields = new Set(changes.map(({ pointer }) => `/${pointer.split('/')[1] ?? ''}`));
  return [...fields].map((pointer) => ({ pointer, value: valueAt(data, pointer) }));
}
