import type { Compiled } from '../definition/compiled.ts';
import type { Value } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { JsonObject } from '../json/json.ts';
import type { FactReader } from '../record/fact-reader.ts';
import type { ScopeInput } from '../record/scope.ts';
import type { Problem } from '../text/problem.ts';
import type { WorkdayTest } from '../time/calendar.ts';
import type { Now } from '../time/date.ts';
import type { ActorIdentity, Snapshot } from './contract.ts';
import { frozenFacts } from './frozen-facts.ts';

/** Who is named in audit and history when the clock acts. */
export const SYSTEM = 'system';

/**
 * A snapshot with the changes of one command laid over it. Facts are those before the command: they count what is
 * stored. The records changed come out in the order in which they were first touched.
 */
export class Workspace implements Snapshot {
  readonly snapshot: Snapshot;
  readonly now: Now;
  /** `null` is the clock. */
  readonly actor: ActorIdentity | null;
  readonly warnings: Problem[];
  private readonly changedById: Map<string, StoredRecord>;
  private readonly removedIds: Set<string>;
  /**
   * Values that may occur once, by record and by the names of their fields; lists of commands ask for them again and
   * again.
   */
  readonly uniqueKeys: WeakMap<StoredRecord, Map<string, string | undefined>>;

  constructor(snapshot: Snapshot, actor: ActorIdentity | null, now: Now, together?: Workspace) {
    this.snapshot = snapshot;
    this.actor = actor;
    this.now = now;
    this.warnings = together?.warnings ?? [];
    this.changedById = together ? together.changedById : new Map<string, StoredRecord>();
    this.removedIds = together ? together.removedIds : new Set<string>();
    this.uniqueKeys = together ? together.uniqueKeys : new WeakMap<StoredRecord, Map<string, string | undefined>>();
  }

  /** The same work, done by the clock: what follows from a command by rule needs nobody's rights. */
  asSystem(): Workspace {
    return this.actor === null ? this : new Workspace(this.snapshot, null, this.now, this);
  }

  get today(): string {
    return this.now.slice(0, 10);
  }

  get facts(): FactReader {
    return this.snapshot.facts;
  }

  get isWorkday(): WorkdayTest {
    return this.snapshot.isWorkday;
  }

  get actorId(): string {
    return this.actor?.personId ?? SYSTEM;
  }

  get changed(): readonly StoredRecord[] {
    return [...this.changedById.values()];
  }

  /** Ids of stored records that are taken out. */
  get removed(): readonly string[] {
    return [...this.removedIds];
  }

  /** Whether the command has changed the record already, and so raised its revision. */
  isChanged(id: string): boolean {
    return this.changedById.has(id);
  }

  put(record: StoredRecord): void {
    this.removedIds.delete(record.id);
    this.changedById.set(record.id, record);
  }

  remove(id: string): void {
    this.changedById.delete(id);
    if (this.snapshot.record(id)) this.removedIds.add(id);
  }

  definition(id: string, version?: string): Compiled | undefined {
    return this.snapshot.definition(id, version);
  }

  definitions(): Iterable<Compiled> {
    return this.snapshot.definitions();
  }

  versions(id: string): readonly { readonly definition: Definition }[] {
    return this.snapshot.versions?.(id) ?? [];
  }

  record(id: string): StoredRecord | undefined {
    return this.changedById.get(id) ?? (this.removedIds.has(id) ? undefined : this.snapshot.record(id));
  }

  *records(definitionId: string, orgId?: string): Iterable<StoredRecord> {
    const isMeant = (record: StoredRecord): boolean =>
      record.definition.id === definitionId && (orgId === undefined || record.orgId === orgId);
    for (const record of this.snapshot.records(definitionId, orgId))
      if (!this.changedById.has(record.id) && !this.removedIds.has(record.id)) yield record;
    for (const record of this.changedById.values()) if (isMeant(record)) yield record;
  }

  organisation(id: string): Organisation | undefined {
    return this.snapshot.organisation(id);
  }

  organisations(): Iterable<Organisation> {
    return this.snapshot.organisations();
  }

  person(id: string): Person | undefined {
    return this.snapshot.person(id);
  }

  /** The person who acts; `undefined` for the clock and for persons unknown here. */
  get actingPerson(): Person | undefined {
    return this.actor === null ? undefined : this.snapshot.person(this.actor.personId);
  }

  /**
   * What the formulas of a record read, with names that say who acts and when. A submitted record reads the facts
   * copied into it.
   */
  scopeInput(
    compiled: Compiled,
    record: StoredRecord,
    more: {
      readonly data?: JsonObject;
      readonly extra?: ReadonlyMap<string, Value | readonly Value[]>;
      readonly onFact?: ScopeInput['onFact'];
    } = {},
  ): ScopeInput {
    const extra = new Map<string, Value | readonly Value[]>([
      ['now', this.now],
      ['actorId', this.actorId],
      ['actorOrgId', this.actor?.orgId ?? null],
    ]);
    more.extra?.forEach((value, name) => extra.set(name, value));
    return {
      compiled,
      record,
      ...more,
      extra,
      organisation: this.organisation(record.orgId),
      facts: frozenFacts(record, this.facts),
      now: this.now,
      isWorkday: this.isWorkday,
    };
  }
}
