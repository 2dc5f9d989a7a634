import type { StepCommand } from '@jiceng/core/engine/contract.js';
import type { RecordPage, RecordParts } from '../record-page.ts';

/** A staged process: the steps of one case, each done by those whose turn it is. */
export async function processView({ portal }: RecordPage): Promise<RecordParts> {
  const { source, organisations, people, person, definition, notes } = portal;
  const process = document.createElement('jc-process');
  Object.assign(process, { definition, organisations, people, person, snapshot: await source.snapshot() });
  process.addEventListener('jc-step', (event) => {
    const { recordId, revision, step, action, changes, reason } = (event as CustomEvent<StepCommand>).detail;
    void portal
      .run({
        kind: 'step',
        recordId,
        revision,
        step,
        action,
        ...(changes ? { changes } : {}),
        ...(reason === undefined ? {} : { reason }),
      })
      .then((outcome) => {
        if (!outcome) return;
        if (!outcome.ok) return process.showRefusal(recordId, outcome.refusal);
        notes.say(action === 'done' ? '本步骤已办结。' : '已退回补正。');
      });
  });
  return { views: [process], moves: 'after' };
}
