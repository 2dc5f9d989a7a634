import { compile } from '@jiceng/core/definition/compile.js';
import { DryRun, type DryRunCounts, type Sample } from '@jiceng/core/engine/dry-run.js';
import type { Definition, MigrationStep } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';

/** What came of trying a migration. */
export interface TrialResult {
  readonly counts: DryRunCounts;
  readonly samples: readonly Sample[];
}

/** Longest time in ms that trying holds the page. */
const SLICE = 16;

/** Tries a migration on records in slices, and stores nothing. Answers `undefined` when cancelled. */
export async function tryMigration(
  records: readonly StoredRecord[],
  before: Definition,
  after: Definition,
  steps: readonly MigrationStep[],
  watch: { onProgress(done: number): void; isCancelled(): boolean },
): Promise<TrialResult | undefined> {
  const run = new DryRun({ from: before.version, to: after.version, steps }, compile(before), compile(after));
  let since = performance.now();
  for (const [at, record] of records.entries()) {
    run.take(record);
    if (performance.now() - since < SLICE) continue;
    watch.onProgress(at + 1);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    if (watch.isCancelled()) return undefined;
    since = performance.now();
  }
  return { counts: run.counts, samples: run.samples };
}
