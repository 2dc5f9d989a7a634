import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { Snapshot } from '@jiceng/core/engine/contract.js';
import type { RecordQuery } from '@jiceng/core/engine/data-source.js';
import { admitRelease, type PublishedVersion } from '@jiceng/core/engine/release.js';
import { FactIndex } from '@jiceng/core/facts/fact-index.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import { admitStored } from '@jiceng/core/record/admit.js';
import { problem, type Problem } from '@jiceng/core/text/problem.js';
import { workdayTest, type WorkdayTest } from '@jiceng/core/time/calendar.js';
import type { Now } from '@jiceng/core/time/date.js';
import type { DataSet } from './data-set.ts';
import { FreshRecords } from './fresh-records.ts';
import { DefinitionShelf } from './shelf.ts';

/** A whole data set in memory, indexed: what commands and pages read. Facts follow every change of a record. */
export class Mirror implements Snapshot {
  readonly now: Now;
  readonly isWorkday: WorkdayTest;
  readonly directory: OrganisationIndex;
  private readonly shelf: DefinitionShelf;
  private readonly freshRecords: FreshRecords;
  private readonly set: DataSet;
  private index: FactIndex;
  private version = 1;
  private readonly aside = new Map<string, readonly Problem[]>();
  private readonly persons = new Map<string, Person>();
  private readonly byId = new Map<string, StoredRecord>();
  private readonly byDefinition = new Map<string, Map<string, StoredRecord>>();

  constructor(set: DataSet) {
    this.set = set;
    this.now = set.now;
    this.isWorkday = workdayTest(set.calendar);
    this.directory = new OrganisationIndex(set.organisations);
    this.shelf = new DefinitionShelf(set.definitions);
    for (const person of set.people) this.persons.set(person.personId, person);
    this.index = this.countAgain();
    this.freshRecords = new FreshRecords(this, this.now);
    this.put(set.records);
  }

  get facts(): FactIndex {
    return this.index;
  }

  definition(id: string, version?: string): Compiled | undefined {
    return this.shelf.definition(id, version);
  }

  definitions(): Iterable<Compiled> {
    return this.shelf.definitions();
  }

  /**
   * What is wrong with definitions that were not admitted, by their position in the data set. Puts all of them before
   * the gate.
   */
  get refused(): ReadonlyMap<number, readonly Problem[]> {
    return this.shelf.refused;
  }

  /** Every version of a definition, the highest first. */
  versions(id: string): readonly PublishedVersion[] {
    return this.shelf.versions(id);
  }

  /** Takes over versions that were published or retired. What they count is counted anew. */
  putReleases(releases: readonly PublishedVersion[]): void {
    if (releases.length === 0) return;
    for (const release of releases) this.shelf.put(release);
    this.version++;
    this.index = this.countAgain();
  }

  /** Takes over what a store held as a release; what is none is left where it is. Answers the definition's id. */
  takeRelease(document: unknown): string | undefined {
    const admitted = admitRelease(document);
    if (!admitted.ok) return undefined;
    this.putReleases([admitted.value]);
    return admitted.value.definition.id;
  }

  private countAgain(): FactIndex {
    const { facts: cells = [] } = this.set;
    return new FactIndex({
      definitions: this.shelf,
      organisations: this.directory,
      records: this.byId.values(),
      now: this.now,
      isWorkday: this.isWorkday,
      cells,
    });
  }

  /** Every record, whatever its definition. */
  everyRecord(): Iterable<StoredRecord> {
    return this.byId.values();
  }

  record(id: string): StoredRecord | undefined {
    return this.byId.get(id);
  }

  /** The record with its computed fields as of now; itself where they are. */
  fresh(record: StoredRecord): StoredRecord {
    return this.freshRecords.of(record, this.version);
  }

  records(definitionId: string, orgId?: string): Iterable<StoredRecord> {
    const all = this.byDefinition.get(definitionId);
    if (!all) return [];
    return orgId === undefined ? all.values() : [...all.values()].filter((record) => record.orgId === orgId);
  }

  organisation(id: string): Organisation | undefined {
    return this.directory.organisation(id);
  }

  organisations(): Iterable<Organisation> {
    return this.directory.organisations();
  }

  person(id: string): Person | undefined {
    return this.persons.get(id);
  }

  people(): readonly Person[] {
    return [...this.persons.values()];
  }

  /** The records that `query` asks for, oldest first. */
  query({ definitionId, orgId, under, periodCode }: RecordQuery): StoredRecord[] {
    return [...this.records(definitionId, orgId)].filter(
      (record) =>
        (periodCode === undefined || record.periodCode === periodCode) &&
        (under === undefined || `/${record.orgPath}/`.includes(`/${under}/`)),
    );
  }

  /** Raised by every change of a record, and with it of facts. */
  get state(): number {
    return this.version;
  }

  /**
   * What is wrong with records that the store holds and that were not taken over, by id. They stay in the store as they
   * are.
   */
  get setAside(): ReadonlyMap<string, readonly Problem[]> {
    return this.aside;
  }

  /**
   * Takes over what a store held under an id, `undefined` where it was taken out; what is no record, or another one, is
   * set aside.
   */
  take(id: string, document: unknown): void {
    if (document === undefined) return this.remove([id]);
    const admitted = admitStored(
      document,
      (definitionId, version) => this.definition(definitionId, version) ?? this.definition(definitionId),
    );
    const problems = !admitted.ok
      ? admitted.problems
      : admitted.value.id === id
        ? []
        : [
            problem(
              '/id',
              'other-id',
              `这里应为“${id}”，实为“${admitted.value.id}”。`,
              `this should be ${id}, not ${admitted.value.id}`,
            ),
          ];
    if (admitted.ok && problems.length === 0) this.put([admitted.value]);
    else this.aside.set(id, problems);
  }

  /** Takes over changed and new records. */
  put(records: Iterable<StoredRecord>): void {
    for (const record of records) {
      this.version++;
      this.aside.delete(record.id);
      const before = this.byId.get(record.id);
      this.byId.set(record.id, record);
      const kind = record.definition.id;
      let all = this.byDefinition.get(kind);
      if (!all) this.byDefinition.set(kind, (all = new Map()));
      all.set(record.id, record);
      this.index.update(before, record);
    }
  }

  /** Forgets records that were taken out. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.aside.delete(id);
      const before = this.byId.get(id);
      if (!before) continue;
      this.version++;
      this.byId.delete(id);
      this.byDefinition.get(before.definition.id)?.delete(id);
      this.index.update(before, undefined);
    }
  }
}
