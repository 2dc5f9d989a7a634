import type { Snapshot } from '@jiceng/core/engine/contract.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';

/** Who wants to know what a data source holds. */
export interface Follower {
  /** Everything was read. */
  read(sources: ReportSources): void;
  /** Some records changed; false where everything has to be read again. */
  changed(recordIds: readonly string[], recordOf: (id: string) => StoredRecord | undefined): boolean;
  failed(reason: string): void;
}

/** Reads a data source now and after each change, until the returned function is called. */
export function follow(dataSource: DataSource, follower: Follower): () => void {
  let isLive = true,
    isReading = false;
  let held: Snapshot | undefined;
  let pending = new Set<string>();
  const look = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    try {
      const snapshot = await dataSource.snapshot();
      const ids = [...pending];
      pending = new Set();
      if (!isLive) return;
      if (snapshot === held && follower.changed(ids, (id) => snapshot.record(id))) return;
      held = snapshot;
      follower.read(sourcesOf(snapshot, dataSource.now()));
    } catch (error) {
      pending = new Set();
      if (isLive) follower.failed(error instanceof Error ? error.message : String(error));
    } finally {
      isReading = false;
      if (isLive && pending.size > 0) void look();
    }
  };
  const stop = dataSource.subscribe(({ recordIds }) => {
    for (const id of recordIds) pending.add(id);
    void look();
  });
  void look();
  return () => {
    isLive = false;
    stop();
  };
}

/** One state of a data source, as reports read it. */
function sourcesOf(snapshot: Snapshot, now: string): ReportSources {
  return {
    definition: (id) => snapshot.definition(id),
    records: (id) => snapshot.records(id),
    organisations: new OrganisationIndex(snapshot.organisations()),
    facts: snapshot.facts,
    now,
    isWorkday: (date) => snapshot.isWorkday(date),
  };
}
