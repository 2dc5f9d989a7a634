import type { Snapshot } from '@jiceng/core/engine/contract.js';
import { movesOf, type MoveOffer } from '@jiceng/core/engine/offers.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { snapshotOf, type Sight } from './sight.ts';

const known = new WeakMap<StoredRecord, { readonly sight: Sight; readonly list: readonly MoveOffer[] }>();

const snapshots = new WeakMap<readonly StoredRecord[], { readonly sight: Sight; readonly snapshot: Snapshot }>();

/** The same snapshot for all records of a ledger: it knows each of them. */
function snapshotFor(sight: Sight, records: readonly StoredRecord[]): Snapshot {
  const before = snapshots.get(records);
  if (before?.sight === sight) return before.snapshot;
  const snapshot = snapshotOf(sight, records);
  snapshots.set(records, { sight, snapshot });
  return snapshot;
}

/** The moves from a record's present states, with what stands against them; judged once for a record as it is. */
export function offersFor(sight: Sight, record: StoredRecord, records: readonly StoredRecord[]): readonly MoveOffer[] {
  const before = known.get(record);
  if (before?.sight === sight) return before.list;
  const list = movesOf(
    sight.compiled,
    record,
    sight.person,
    sight.snapshot ?? snapshotFor(sight, records),
    sight.now,
    sight.actorOrgId,
  );
  known.set(record, { sight, list });
  return list;
}
