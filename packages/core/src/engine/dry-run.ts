import type { Compiled } from '../definition/compiled.ts';
import type { StoredRecord } from '../generated/record.ts';
import { sameJson } from '../json/changes.ts';
import type { Json } from '../json/json.ts';
import type { Problem } from '../text/problem.ts';
import type { Upgrade } from '../version/inverse.ts';
import { migrate } from '../version/migrate.ts';
import { stateProblems, violationsOf } from './upgrade.ts';

/** A record before and after, shown to people who decide. */
export interface Sample {
  readonly before: StoredRecord;
  readonly after: StoredRecord;
  /** What is wrong with it in the other version that was right before; nothing is stored for such records. */
  readonly problems: readonly Problem[];
}

/** What would come of a migration. */
export interface DryRunCounts {
  readonly records: number;
  /** Records whose values change. */
  readonly changed: number;
  /** Records that would be wrong. */
  readonly broken: number;
  /** For each step, how many records have values that it could only keep aside. */
  readonly keptAside: readonly number[];
}

/** At most so many samples of each kind. */
const MOST = 5;

/** Tries a migration on stored records, one after the other, and stores nothing. */
export class DryRun {
  private readonly upgrade: Upgrade;
  private readonly before: Compiled;
  private readonly after: Compiled;
  private records = 0;
  private changed = 0;
  private readonly keptAside: number[];
  private readonly good: Sample[] = [];
  private readonly bad: Sample[] = [];
  private broken = 0;

  constructor(upgrade: Upgrade, before: Compiled, after: Compiled) {
    this.upgrade = upgrade;
    this.before = before;
    this.after = after;
    this.keptAside = upgrade.steps.map(() => 0);
  }

  take(record: StoredRecord): void {
    this.records++;
    const { record: after, keptAside } = migrate(record, this.upgrade, this.after.hash);
    for (const step of new Set(keptAside.map((each) => each.step)))
      this.keptAside[step] = (this.keptAside[step] ?? 0) + 1;
    const isChanged =
      record.state !== after.state ||
      !sameJson(record.data as Json, after.data as Json) ||
      !sameJson((record.steps ?? null) as unknown as Json, (after.steps ?? null) as unknown as Json);
    if (isChanged) this.changed++;
    const problems = [
      ...stateProblems(this.after, after),
      ...(violationsOf(this.before, record).length > 0 ? [] : violationsOf(this.after, after)),
    ];
    if (problems.length > 0) this.broken++;
    const list = problems.length > 0 ? this.bad : this.good;
    if ((isChanged || problems.length > 0) && list.length < MOST) list.push({ before: record, after, problems });
  }

  get counts(): DryRunCounts {
    return { records: this.records, changed: this.changed, broken: this.broken, keptAside: this.keptAside };
  }

  /** Records that would be wrong first. */
  get samples(): readonly Sample[] {
    return [...this.bad, ...this.good];
  }
}
