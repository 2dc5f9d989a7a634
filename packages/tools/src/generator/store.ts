import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { Snapshot } from '@jiceng/core/engine/contract.js';
import { FactIndex } from '@jiceng/core/facts/fact-index.js';
import type { FactCell } from '@jiceng/core/facts/store.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { WorkdayTest } from '@jiceng/core/time/calendar.js';

/**
 * Everything made so far, as the engine reads it. Facts follow the records when `count` is called: counting anew after
 * each record takes most of the time.
 */
export class Store implements Snapshot {
  readonly directory: OrganisationIndex;
  readonly facts: FactIndex;
  readonly isWorkday: WorkdayTest;
  readonly #definitions = new Map<string, Compiled>();
  readonly #people: ReadonlyMap<string, Person>;
  readonly #records = new Map<string, StoredRecord>();
  /** Records that facts do not know yet, with what they were when facts last knew them. */
  readonly #uncounted = new Map<string, StoredRecord | undefined>();
  /** Ids by definition, and by definition and organisation. */
  readonly #places = new Map<string, Set<string>>();

  constructor(
    definitions: readonly Definition[],
    organisations: readonly Organisation[],
    people: readonly Person[],
    cells: readonly FactCell[],
    now: string,
    isWorkday: WorkdayTest,
  ) {
    for (const definition of definitions) this.#definitions.set(definition.id, compile(definition));
    this.directory = new OrganisationIndex(organisations);
    this.#people = new Map(people.map((person) => [person.personId, person]));
    this.isWorkday = isWorkday;
    this.facts = new FactIndex({
      definitions: this.definitions(),
      organisations: this.directory,
      cells,
      now,
      isWorkday,
    });
  }

  put(record: StoredRecord): void {
    const before = this.#records.get(record.id);
    this.#records.set(record.id, record);
    for (const place of [record.definition.id, `${record.definition.id} ${record.orgId}`]) {
      const ids = this.#places.get(place) ?? new Set<string>();
      this.#places.set(place, ids.add(record.id));
    }
    if (!this.#uncounted.has(record.id)) this.#uncounted.set(record.id, before);
  }

  /** Lets facts know all records. */
  count(): void {
    this.#uncounted.forEach((before, id) => this.facts.update(before, this.#records.get(id)));
    this.#uncounted.clear();
  }

  all(): readonly StoredRecord[] {
    return [...this.#records.values()];
  }

  definition(id: string): Compiled | undefined {
    return this.#definitions.get(id);
  }

  definitions(): Iterable<Compiled> {
    return this.#definitions.values();
  }

  record(id: string): StoredRecord | undefined {
    return this.#records.get(id);
  }

  *records(definitionId: string, orgId?: string): Iterable<StoredRecord> {
    for (const id of this.#places.get(orgId === undefined ? definitionId : `${definitionId} ${orgId}`) ?? [])
      yield this.#records.get(id) as StoredRecord;
  }

  organisation(id: string): Organisation | undefined {
    return this.directory.organisation(id);
  }

  organisations(): Iterable<Organisation> {
    return this.directory.organisations();
  }

  person(id: string): Person | undefined {
    return this.#people.get(id);
  }
}
