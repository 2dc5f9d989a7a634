import type { Compiled } from '../definition/compiled.ts';
import { FACT_PARTS } from '../formula/summary.ts';
import type { Fact } from '../generated/definition.ts';
import { parsePeriod, type PeriodSpan } from '../time/period.ts';
import { readMeasure } from './amount.ts';
import { byAge, type Entry } from './entry.ts';

/** A fact known without its records, for organisations that are held only as facts. */
export interface FactCell {
  readonly id: string;
  readonly subjectId: string;
  /** Absent for facts that hold now. */
  readonly periodCode?: string;
  readonly by?: string;
  readonly num: number | null;
  readonly den?: number | null;
  /** Latest value of facts that are no number. */
  readonly value?: string | boolean;
}

interface Bucket {
  readonly span: PeriodSpan | undefined;
  readonly entries: Entry[];
}

/** All that is known of one fact: the entries of each record, and imported cells, both by subject and period. */
export class FactStore {
  readonly fact: Fact;
  readonly compiled: Compiled;
  /** Entries change with the day. */
  readonly isVolatile: boolean;
  /** Entries read other facts, and are made again when any fact has changed. */
  readonly readsFacts: boolean;
  private readonly byRecord = new Map<string, readonly Entry[]>();
  private readonly bySubject = new Map<string, Map<string, Bucket>>();
  private readonly cellsBySubject = new Map<string, FactCell[]>();

  constructor(fact: Fact, compiled: Compiled) {
    this.fact = fact;
    this.compiled = compiled;
    const formulas = [
      fact.where,
      ...[fact.num, fact.den].map((measure) => {
        const found = measure && readMeasure(measure);
        return found && found.kind !== 'formula' ? found.text : undefined;
      }),
    ]
      .filter((text): text is string => text !== undefined)
      .map((text) => compiled.formula(text));
    // Steps fall due by the day alone.
    this.isVolatile = formulas.some(
      ({ volatile, names }) => volatile || (names.includes('steps') && compiled.definition.process !== undefined),
    );
    this.readsFacts = formulas.some(({ functions }) => functions.some((name) => FACT_PARTS.has(name)));
  }

  /** Puts the entries of a record in place of those it made before; none take it out. */
  put(recordId: string, entries: readonly Entry[]): void {
    for (const before of this.byRecord.get(recordId) ?? []) {
      const left = this.bucketsOf(before.subjectId).get(before.bucket);
      left?.entries.splice(left.entries.indexOf(before), 1);
    }
    if (entries.length === 0) this.byRecord.delete(recordId);
    else this.byRecord.set(recordId, entries);
    for (const entry of entries) {
      const buckets = this.bucketsOf(entry.subjectId);
      const bucket = buckets.get(entry.bucket);
      if (bucket) bucket.entries.push(entry);
      else buckets.set(entry.bucket, { span: parsePeriod(entry.bucket), entries: [entry] });
    }
  }

  clear(): void {
    this.byRecord.clear();
    this.bySubject.clear();
  }

  addCell(cell: FactCell): void {
    const cells = this.cellsBySubject.get(cell.subjectId);
    if (cells) cells.push(cell);
    else this.cellsBySubject.set(cell.subjectId, [cell]);
  }

  /** Entries of a subject in a period (all of them without one) and split, oldest first. */
  entries(subjectId: string, period: PeriodSpan | undefined, by: string | undefined): readonly Entry[] {
    const found: Entry[] = [];
    for (const { span, entries } of this.bySubject.get(subjectId)?.values() ?? []) {
      if (!lies(span, period)) continue;
      for (const entry of entries) if (by === undefined || entry.keys.includes(by)) found.push(entry);
    }
    return found.length < 2 ? found : found.sort(byAge);
  }

  /** Imported cells of a subject in a period; over all splits those without one, where there are any. */
  cells(subjectId: string, period: PeriodSpan | undefined, by: string | undefined): readonly FactCell[] {
    const all = this.cellsBySubject.get(subjectId);
    if (!all) return [];
    const found = all.filter(
      (cell) => (by === undefined || cell.by === by) && lies(parsePeriod(cell.periodCode ?? ''), period),
    );
    const totals = by === undefined ? found.filter((cell) => cell.by === undefined) : [];
    return totals.length > 0 ? totals : found;
  }

  /** Subjects of whom anything is known. */
  subjects(): Iterable<string> {
    return new Set([...this.bySubject.keys(), ...this.cellsBySubject.keys()]);
  }

  /** Subjects of entries whose records belong to these organisations. */
  subjectsIn(orgIds: ReadonlySet<string>): Iterable<string> {
    const found = new Set<string>();
    for (const entries of this.byRecord.values())
      for (const { orgId, subjectId } of entries) if (orgIds.has(orgId)) found.add(subjectId);
    return found;
  }

  private bucketsOf(subjectId: string): Map<string, Bucket> {
    let buckets = this.bySubject.get(subjectId);
    if (!buckets) this.bySubject.set(subjectId, (buckets = new Map()));
    return buckets;
  }
}

function lies(span: PeriodSpan | undefined, period: PeriodSpan | undefined): boolean {
  return period === undefined || (span !== undefined && period.startOn <= span.startOn && span.endOn <= period.endOn);
}
