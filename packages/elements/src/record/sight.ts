import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Snapshot } from '@jiceng/core/engine/contract.js';
import type { Scope } from '@jiceng/core/formula/evaluate.js';
import type { Value } from '@jiceng/core/formula/value.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { OrganisationLookup } from '@jiceng/core/org/path.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import type { WorkdayTest } from '@jiceng/core/time/calendar.js';
import { weekdayOf, type Now } from '@jiceng/core/time/date.js';
import { languageOf } from '../internal/locale.ts';
import type { Names } from '../widgets/format.ts';

/** What an element over records is given by its host. Everything but the definition may be missing. */
export interface SightInput {
  readonly definition: Definition;
  readonly organisations?: readonly Organisation[];
  readonly people?: readonly Person[];
  readonly facts?: FactReader;
  readonly person?: Person;
  readonly actorOrgId?: string;
  readonly snapshot?: Snapshot;
  readonly now: Now;
  readonly locale: string;
}

/** Records seen through their definition: names for ids, scopes for formulas, texts in the page's language. */
export class Sight implements OrganisationLookup {
  /** What it was made from. */
  readonly input: SightInput;
  /** The definition in the page's language. */
  readonly compiled: Compiled;
  readonly names: Names;
  readonly now: Now;
  readonly locale: string;
  readonly person: Person | undefined;
  readonly actorOrgId: string | undefined;
  readonly snapshot: Snapshot | undefined;
  readonly facts: FactReader | undefined;
  private readonly index: OrganisationIndex;
  private readonly people: ReadonlyMap<string, string>;
  private readonly isWorkday: WorkdayTest | undefined;

  constructor(input: SightInput) {
    const { definition, organisations = [], people = [], person, snapshot } = input;
    this.input = input;
    this.compiled = compile(translated(definition, input.locale));
    this.now = input.now;
    this.locale = input.locale;
    this.person = person;
    this.actorOrgId = input.actorOrgId;
    this.snapshot = snapshot;
    this.facts = input.facts ?? snapshot?.facts;
    this.isWorkday = snapshot?.isWorkday;
    this.index = new OrganisationIndex(organisations);
    this.people = new Map(
      [...people, ...(person ? [person] : [])].map(({ personId, personName }) => [personId, personName]),
    );
    this.names = {
      language: languageOf(input.locale),
      organisation: (id) => this.organisation(id)?.orgShortName,
      person: (id) => this.personName(id),
      file: () => undefined,
    };
  }

  organisation(id: string): Organisation | undefined {
    return this.index.organisation(id) ?? this.snapshot?.organisation(id);
  }

  personName(id: string): string | undefined {
    return this.people.get(id) ?? this.snapshot?.person(id)?.personName;
  }

  /** Heading of the ledger. */
  get heading(): string {
    const { ledger, title } = this.compiled.definition;
    return ledger?.title ?? title;
  }

  /** Label of a field. */
  label(pointer: string): string {
    const node = this.compiled.field(pointer);
    return node?.title ?? pointer.slice(pointer.lastIndexOf('/') + 1);
  }

  scope(record: StoredRecord, extra?: ReadonlyMap<string, Value>): Scope {
    return recordScope({
      extra,
      compiled: this.compiled,
      record,
      organisation: this.organisation(record.orgId),
      facts: this.facts,
      now: this.now,
      isWorkday: this.isWorkday,
    });
  }
}

/** A snapshot of what an element has been given, for judging moves where the host gives none. */
export function snapshotOf(sight: Sight, records: readonly StoredRecord[]): Snapshot {
  const { input } = sight;
  const byId = new Map(records.map((record) => [record.id, record]));
  const people = new Map(
    [...(input.people ?? []), ...(input.person ? [input.person] : [])].map((person) => [person.personId, person]),
  );
  const mine = (id: string) => id === sight.compiled.definition.id;
  return {
    definition: (id) => (mine(id) ? sight.compiled : undefined),
    definitions: () => [sight.compiled],
    record: (id) => byId.get(id),
    records: (id, orgId) => (mine(id) ? records.filter((record) => orgId === undefined || record.orgId === orgId) : []),
    organisation: (id) => sight.organisation(id),
    organisations: () => input.organisations ?? [],
    person: (id) => people.get(id),
    facts: input.facts ?? NO_FACTS,
    isWorkday: (date) => weekdayOf(date) < 6,
  };
}

const NO_FACTS: FactReader = {
  read: ({ id }) => ({ id, num: null, den: null, value: null, sources: [], missing: 'no-definition' }),
  declaration: () => undefined,
};

/** The present moment where nobody gives one: the reader's clock, told in the office's time zone. */
export function clockNow(): Now {
  const shifted = new Date(Date.now() + 8 * 3600_000).toISOString();
  return `${shifted.slice(0, 19)}+08:00`;
}
