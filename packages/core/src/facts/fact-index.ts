import { compileBare, type Compiled } from '../definition/compiled.ts';
import { translated } from '../definition/translated.ts';
import type { Fact } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { OrganisationIndex } from '../org/organisation-index.ts';
import type { FactQuery, FactReader, FactValue, RequiredState } from '../record/fact-reader.ts';
import type { Bilingual } from '../text/problem.ts';
import { PUNCTUATION } from '../text/punctuation.ts';
import type { WorkdayTest } from '../time/calendar.ts';
import type { Now } from '../time/date.ts';
import { offsetPeriod, parsePeriod, periodOf, type PeriodSpan } from '../time/period.ts';
import { entriesOf, entryScope } from './entry.ts';
import { requiredState, requiredTally } from './required.ts';
import { FactStore, type FactCell } from './store.ts';
import type { FactSurroundings } from './surroundings.ts';
import { addTallies, tallyOf, valueOfTally, type Tally } from './tally.ts';

/** Definitions that are found by id. */
export interface DefinitionLookup {
  definition(id: string): Compiled | undefined;
  definitions(): Iterable<Compiled>;
}

/** What a fact index is built over. */
export interface FactSources {
  /**
   * Definitions in force; the first that declares a fact whose id begins with the definition's establishes it. Those
   * that can be asked for by id are only asked for when one of their facts is read.
   */
  readonly definitions: Iterable<Compiled> | DefinitionLookup;
  readonly organisations: OrganisationIndex;
  readonly records?: Iterable<StoredRecord>;
  /** Facts known without records. */
  readonly cells?: Iterable<FactCell>;
  readonly now: Now;
  readonly isWorkday: WorkdayTest;
}

/** Facts may be computed from facts this deep; deeper is an error, so that no definition can make reading endless. */
const DEEPEST = 40;
/** Values remembered between two changes. */
const REMEMBERED = 200_000;

const CIRCLE: Bilingual = { 'zh-CN': '事实之间互相引用，无法计算', en: 'Facts refer to each other in a circle' };

/**
 * Keeps the facts of all definitions while records change. A record is counted when one of its facts is first read, and
 * from then on only changes are; the result is always the same as counting everything again.
 */
export class FactIndex implements FactReader {
  private readonly stores = new Map<string, FactStore>();
  /** Definitions that have not been asked for, and what is known of their facts without records. */
  private readonly lookup: DefinitionLookup | undefined;
  private readonly asked = new Set<string>();
  private readonly waiting = new Map<string, FactCell[]>();
  private readonly byDefinition = new Map<string, FactStore[]>();
  private readonly recordsByDefinition = new Map<string, Map<string, StoredRecord>>();
  private readonly built = new Map<FactStore, number>();
  private readonly values = new Map<string, FactValue>();
  private readonly reading = new Set<string>();
  private readonly building = new Set<FactStore>();
  private readonly directory: OrganisationIndex;
  private surroundings: FactSurroundings;
  private present: Now;
  private version = 0;
  /** Times that reading ended in a circle; a value whose reading met one is not remembered. */
  private circles = 0;

  constructor({ definitions, organisations, records = [], cells = [], now, isWorkday }: FactSources) {
    this.directory = organisations;
    this.present = now;
    this.surroundings = { organisations, facts: this, now, isWorkday };
    this.lookup = 'definition' in definitions ? definitions : undefined;
    for (const cell of cells) {
      const known = this.waiting.get(cell.id);
      if (known) known.push(cell);
      else this.waiting.set(cell.id, [cell]);
    }
    if (!('definition' in definitions)) for (const compiled of definitions) this.declareAll(compiled);
    for (const record of records) this.recordsOf(record.definition.id).set(record.id, record);
  }

  private storeOf(id: string): FactStore | undefined {
    const definitionId = id.slice(0, id.indexOf('/'));
    if (this.lookup && !this.asked.has(definitionId)) {
      this.asked.add(definitionId);
      const compiled = this.lookup.definition(definitionId);
      if (compiled) this.declareAll(compiled);
    }
    return this.stores.get(id);
  }

  private declareAll(compiled: Compiled): void {
    for (const fact of compiled.definition.facts ?? []) this.declare(fact, compiled);
  }

  private declare(fact: Fact, compiled: Compiled): void {
    const { id } = compiled.definition;
    if (!fact.id.startsWith(`${id}/`) || this.stores.has(fact.id)) return;
    const store = new FactStore(fact, compiled);
    this.waiting.get(fact.id)?.forEach((cell) => store.addCell(cell));
    this.stores.set(fact.id, store);
    this.byDefinition.set(id, [...(this.byDefinition.get(id) ?? []), store]);
  }

  declaration(id: string, locale = 'zh-CN', by?: string): Fact | undefined {
    const store = this.storeOf(id);
    const definition = store && translated(store.compiled.definition, locale);
    const fact = definition?.facts?.find((each) => each.id === id);
    if (!fact || by === undefined || fact.by === undefined) return fact;
    const field = compileBare(definition!).field(fact.by);
    const part = [...(field?.options ?? []), ...(field?.item()?.options ?? [])].find(({ value }) => value === by);
    const { open, close } = PUNCTUATION[/^zh\b/i.test(locale) ? 'zh-CN' : 'en'];
    return part ? { ...fact, title: fact.title + open + part.title + close } : fact;
  }

  /** Ids of all facts that some definition establishes. */
  ids(): Iterable<string> {
    for (const { definition } of this.lookup?.definitions() ?? []) this.storeOf(`${definition.id}/`);
    return this.stores.keys();
  }

  /**
   * Takes over a change of one record: `before` as it was counted (absent for a new one), `after` as it is (absent when
   * removed).
   */
  update(before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    const record = after ?? before;
    if (!record) return;
    const records = this.recordsOf(record.definition.id);
    if (after) records.set(after.id, after);
    else records.delete(record.id);
    this.changed();
    this.count(
      (this.byDefinition.get(record.definition.id) ?? []).filter((store) => !store.readsFacts && this.built.has(store)),
      after,
      record.id,
    );
  }

  /** Sets the present moment. On another day, what depends on the day is counted again when it is next read. */
  setNow(now: Now): void {
    if (now.slice(0, 10) !== this.present.slice(0, 10)) {
      for (const store of this.built.keys()) if (store.isVolatile) this.built.delete(store);
      this.changed();
    }
    this.present = now;
    this.surroundings = { ...this.surroundings, now };
  }

  read(query: FactQuery): FactValue {
    const store = this.storeOf(query.id);
    if (!store) return missing(query.id, 'no-definition');
    const period = this.periodOf(store.fact, query);
    if (period === null) return missing(query.id, 'no-records');
    const key = JSON.stringify([query.id, query.subjectId, period?.code, query.by, query.under]);
    const known = this.values.get(key);
    if (known) return known;
    const circles = this.circles;
    const value = this.guarded(key, store, () =>
      query.under
        ? this.valueUnder(store, query, period)
        : valueOfTally(store, this.tally(store, query.subjectId, period, query.by)),
    );
    if (circles === this.circles) {
      if (this.values.size >= REMEMBERED) this.values.clear();
      this.values.set(key, value);
    }
    return value;
  }

  /**
   * A fact over an organisation and everything below it today: numerators and denominators added, different values
   * united, then divided once. Organisations of which nothing is known add nothing. `subjectId` is the organisation at
   * the top.
   */
  readUnder(query: FactQuery): FactValue {
    return this.read({ ...query, under: true });
  }

  private valueUnder(store: FactStore, { subjectId, by }: FactQuery, period: PeriodSpan | undefined): FactValue {
    const { fact } = store;
    const orgIds = this.directory.subtree(subjectId).map(({ orgId }) => orgId);
    this.build(store);
    const subjects = fact.subject === 'organisation' ? orgIds : [...store.subjectsIn(new Set(orgIds))];
    const tallies = subjects.map((each) => this.tally(store, each, period, by));
    const value = valueOfTally(store, addTallies(tallies, hasDen(fact)));
    const isShareWithoutParts =
      fact.type === 'percent' && !hasDen(fact) && tallies.filter(({ isKnown }) => isKnown).length > 1;
    return isShareWithoutParts ? { ...value, num: null, value: null, missing: 'no-denominator' } : value;
  }

  required(query: FactQuery): RequiredState | undefined {
    const store = this.storeOf(query.id);
    const period = store && this.periodOf(store.fact, query);
    if (!store?.fact.required || period === null) return undefined;
    this.build(store);
    const span = period ?? this.thisYear();
    // imported sums, of which the buckets are not known
    if (store.cells(query.subjectId, span, query.by).length > 0) return undefined;
    return requiredState(store, query.subjectId, span, query.by, this.surroundings);
  }

  private tally(store: FactStore, subjectId: string, period: PeriodSpan | undefined, by: string | undefined): Tally {
    this.build(store);
    return store.fact.required
      ? requiredTally(store, subjectId, period ?? this.thisYear(), by, this.surroundings)
      : tallyOf(store, subjectId, period, by, this.surroundings);
  }

  /** Counts the records of a fact that has not been counted, together with the other facts of its definition. */
  private build(store: FactStore): void {
    const built = this.built.get(store);
    if (built !== undefined && (!store.readsFacts || built === this.version)) return;
    const { id } = store.compiled.definition;
    const stores = store.readsFacts
      ? [store]
      : (this.byDefinition.get(id) ?? []).filter((other) => !other.readsFacts && !this.built.has(other));
    stores.forEach((other) => {
      other.clear();
      this.building.add(other);
    });
    try {
      for (const record of this.recordsOf(id).values()) this.count(stores, record, record.id);
    } finally {
      stores.forEach((other) => this.building.delete(other));
    }
    stores.forEach((other) => this.built.set(other, this.version));
  }

  /** Puts the entries of one record into stores of its definition; without it they are taken out. */
  private count(stores: readonly FactStore[], record: StoredRecord | undefined, id: string): void {
    const [first] = stores;
    if (!first) return;
    const scope = record && entryScope(first.compiled, record, this.surroundings);
    for (const store of stores)
      store.put(id, record && scope ? entriesOf(store.fact, store.compiled, record, scope) : []);
  }

  /** Runs `read` unless it is already running further up, or too deep: facts that need themselves are errors. */
  private guarded(key: string, store: FactStore, read: () => FactValue): FactValue {
    if (this.reading.has(key) || this.building.has(store) || this.reading.size >= DEEPEST) {
      this.circles++;
      return { ...missing(store.fact.id, 'error'), reason: CIRCLE };
    }
    this.reading.add(key);
    try {
      return read();
    } finally {
      this.reading.delete(key);
    }
  }

  /** The period to read: `undefined` for the whole time, `null` where there is no such period. */
  private periodOf({ grain }: Fact, { periodCode, offset }: FactQuery): PeriodSpan | undefined | null {
    if (grain === 'now' || (periodCode === undefined && offset === undefined)) return undefined;
    const code = offsetPeriod(periodCode ?? periodOf(this.present, grain) ?? '', offset ?? 0);
    const period = code === undefined ? undefined : parsePeriod(code);
    if (!period) return null;
    const wider = parsePeriod(periodOf(period.startOn, grain) ?? '');
    return wider && wider.startOn <= period.startOn && period.endOn <= wider.endOn ? wider : period;
  }

  private thisYear(): PeriodSpan {
    return parsePeriod(this.present.slice(0, 4)) as PeriodSpan;
  }

  private changed(): void {
    this.version++;
    this.values.clear();
  }

  private recordsOf(definitionId: string): Map<string, StoredRecord> {
    let records = this.recordsByDefinition.get(definitionId);
    if (!records) this.recordsByDefinition.set(definitionId, (records = new Map()));
    return records;
  }
}

function hasDen(fact: Fact): boolean {
  return fact.den !== undefined || fact.required !== undefined;
}

function missing(id: string, why: NonNullable<FactValue['missing']>): FactValue {
  return { id, num: null, den: null, value: null, sources: [], missing: why };
}
