import type { StoredRecord } from '../generated/record.ts';

/** How many records of each definition were filled in with each of its versions; counted once, then kept. */
export class VersionCounts {
  private readonly counts = new Map<string, Map<string, number>>();

  /** Those of a definition, whose records are asked for the first time only. */
  of(definitionId: string, records: () => Iterable<StoredRecord>): ReadonlyMap<string, number> {
    let counts = this.counts.get(definitionId);
    if (!counts) {
      this.counts.set(definitionId, (counts = new Map()));
      for (const record of records()) count(counts, record, 1);
    }
    return counts;
  }

  /** Takes over a change of one record. */
  update(before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    for (const [record, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      const counts = record && this.counts.get(record.definition.id);
      if (counts) count(counts, record, by);
    }
  }
}

function count(counts: Map<string, number>, { definition: { version } }: StoredRecord, by: 1 | -1): void {
  const found = (counts.get(version) ?? 0) + by;
  if (found > 0) counts.set(version, found);
  else counts.delete(version);
}
