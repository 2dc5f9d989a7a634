import type { HistoryEntry, StoredRecord } from '../generated/record.ts';
import { changesBetween, sameJson } from '../json/changes.ts';
import type { Json } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import type { Workspace } from './workspace.ts';

type Changes = NonNullable<HistoryEntry['changes']>;

/** Changes kept in one entry; a larger change is kept by its first ones. */
const MOST_CHANGES = 500;

/** What happened to the record, besides its values. */
export type Deed = Pick<HistoryEntry, 'act'> & Partial<Pick<HistoryEntry, 'orgId' | 'from' | 'to' | 'reason'>>;

/**
 * `after` with its revision raised, its audit brought up to date and the deed in its history, compared with `before`
 * (absent for a new record).
 */
export function withDeed(
  before: StoredRecord | undefined,
  after: StoredRecord,
  deed: Deed,
  workspace: Workspace,
): StoredRecord {
  const { now: at, actorId: by } = workspace;
  const changes = changesOf(before?.data as Json | undefined, after.data as Json);
  const entry: HistoryEntry = { at, by, ...deed, ...(changes.length > 0 ? { changes } : {}) };
  return {
    ...after,
    revision: before ? before.revision + 1 : 0,
    audit: { ...after.audit, updatedAt: at, updatedBy: by },
    history: append(after.history, entry),
  };
}

/** What changed from one state of the data to another, with old and new values. */
export function changesOf(before: Json | undefined, after: Json): Changes {
  return changesBetween(before ?? {}, after)
    .slice(0, MOST_CHANGES)
    .map(({ pointer, value }) => {
      const old = valueAt(before, pointer);
      return { pointer, ...(old === undefined ? {} : { old }), ...(value === undefined ? {} : { new: value }) };
    }) as Changes;
}

/** Saves of one person in a row on one day share an entry, so that a history tells days and not keystrokes. */
function append(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const last = history[history.length - 1];
  const isSameDay = last?.at.slice(0, 10) === entry.at.slice(0, 10);
  if (
    !last ||
    !isSameDay ||
    entry.act !== 'save' ||
    last.act !== 'save' ||
    last.by !== entry.by ||
    last.orgId !== entry.orgId
  )
    return [...history, entry];
  const changes = new Map((last.changes ?? []).map((change) => [change.pointer, change]));
  for (const change of entry.changes ?? []) {
    const first = changes.get(change.pointer);
    const { old: _, ...latest } = change;
    changes.set(change.pointer, first ? { ...latest, ...('old' in first ? { old: first.old } : {}) } : change);
  }
  const kept = [...changes.values()]
    .filter((change) => !sameJson(change.old as Json | undefined, change.new as Json | undefined))
    .slice(0, MOST_CHANGES);
  const { changes: _merged, from, ...rest } = { ...entry, from: last.from ?? entry.from };
  return [
    ...history.slice(0, -1),
    { ...rest, ...(from === undefined ? {} : { from }), ...(kept.length > 0 ? { changes: kept } : {}) },
  ];
}
