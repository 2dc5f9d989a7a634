import type { Refusal } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { StepDetail } from '@jiceng/elements/process/process.js';
import type { EditDetail, MoveDetail } from '@jiceng/elements/record/record.events.js';
import type { Scene } from './scene.ts';

// What host pages do with the elements' events: hand them to the data source, and hand a refusal back.

export type ChangeEvent = CustomEvent<{ readonly changes: readonly Change[] }>;
export type EditEvent = CustomEvent<EditDetail>;
export type MoveEvent = CustomEvent<MoveDetail>;
export type StepEvent = CustomEvent<StepDetail>;

interface Refusable {
  showRefusal(recordId: string, refusal: Refusal): void;
}

/** Saves changed values of a record. */
export const saved = (on: Scene, { id, revision }: StoredRecord, { detail: { changes } }: ChangeEvent): void =>
  void on.run({ kind: 'save', recordId: id, revision, changes });

/** Saves the cells of one row of a ledger. */
export async function edited(on: Scene, { detail, target }: EditEvent): Promise<void> {
  const outcome = await on.run({ kind: 'save', ...detail });
  if (!outcome.ok) (target as unknown as Refusable).showRefusal(detail.recordId, outcome.refusal);
}

/** Moves a record from a ledger's detail or from `<jc-moves>`. */
export async function moved(on: Scene, { detail, target }: MoveEvent): Promise<void> {
  const outcome = await on.run({ kind: 'move', ...detail });
  if (outcome.ok) return;
  if ((target as Element).localName === 'jc-moves')
    (target as unknown as { showRefusal(refusal: Refusal): void }).showRefusal(outcome.refusal);
  else (target as unknown as Refusable).showRefusal(detail.recordId, outcome.refusal);
}

/** Completes or returns a step. */
export async function stepped(on: Scene, { detail, target }: StepEvent): Promise<void> {
  const outcome = await on.run({ kind: 'step', ...detail });
  if (!outcome.ok) (target as unknown as Refusable).showRefusal(detail.recordId, outcome.refusal);
}
