import type { StoredRecord } from '../generated/record.ts';
import { forbid, refuse } from './refusal.ts';
import type { Workspace } from './workspace.ts';

const OWN_ACTS: ReadonlySet<string> = new Set(['create', 'save']);

/**
 * Takes a record out of the store that the person opened and only they have changed since, and that nothing hangs on.
 */
export function withdraw(record: StoredRecord, workspace: Workspace): void {
  const { actor, actorId } = workspace;
  if (actor !== null && record.audit.createdBy !== actorId)
    forbid({
      'zh-CN': '只有登记这条记录的人才能撤回登记。',
      en: 'Only the person who opened this record can take it back.',
    });
  if (record.links.length > 0)
    refuse(
      'guard',
      'has-links',
      '这条记录已与其他记录关联，不能撤回登记。',
      'Other records are linked to this one, so it cannot be taken back.',
    );
  const isUntouched = record.history.every(({ act, by }) => OWN_ACTS.has(act) && by === record.audit.createdBy);
  if (!isUntouched)
    refuse(
      'guard',
      'has-history',
      '这条记录已经办理过或被他人修改过，不能撤回登记。',
      'This record has been handled or changed by others, so it cannot be taken back.',
    );
  workspace.remove(record.id);
}
