import { settle } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import type { FactCell } from '@jiceng/core/facts/store.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { workdayTest, type CalendarDay } from '@jiceng/core/time/calendar.js';
import { doubled, partlyDissolved, rarelyNamed, soiled } from './dirt.ts';
import { importedFacts } from './imported.ts';
import { occasionsOf } from './occasions.ts';
import { organisationPicker, personPicker, postHolders } from './pickers.ts';
import { makeOrganisations, makePeople } from './places.ts';
import { stream, type Random } from './random.ts';
import type { DirtRecipe, Recipe, Recipes } from './recipe.ts';
import { makeRecord } from './record.ts';
import { Store } from './store.ts';
import type { Occasion, Workshop } from './workshop.ts';

/** What to generate. The same options give the same data on every machine. */
export interface GeneratorOptions {
  readonly definitions: readonly Definition[];
  readonly recipes: Recipes;
  /** Size, one of the presets of places.json. */
  readonly preset: string;
  readonly seed?: number;
  /** The data set's own today, `yyyy-mm-dd`. */
  readonly today?: string;
  readonly calendar?: readonly CalendarDay[];
  /** Data as bad as real data are, in the shares of dirt.json. */
  readonly dirt?: boolean;
  /** Held in records: one township (default), or every organisation, with no fact taken from elsewhere. */
  readonly depth?: 'township' | 'county';
  /** Told what a record breaks that its definition demands; for tests, since looking takes time. */
  readonly onBroken?: (recordId: string, reason: string) => void;
}

/** One township in depth (records), the rest as facts; or all in depth. */
export interface GeneratedData {
  readonly now: string;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly records: Readonly<Record<string, readonly StoredRecord[]>>;
  readonly importedFacts: readonly FactCell[];
}

export const DEFAULT_SEED = 20_250_701;
export const DEFAULT_TODAY = '2025-09-15';

/** Makes a whole data set from recipes. Throws when a recipe names what does not exist. */
export function generate({
  definitions,
  recipes,
  preset,
  seed = DEFAULT_SEED,
  today = DEFAULT_TODAY,
  calendar = [],
  dirt = false,
  depth = 'township',
  onBroken,
}: GeneratorOptions): GeneratedData {
  if (!recipes.places.presets.includes(preset)) throw new Error(`no preset ${preset}`);
  const now = `${today}T09:00:00+08:00`;
  const isWorkday = workdayTest(calendar);
  const made = makeOrganisations(recipes.places, seed, preset).map((each) =>
    depth === 'county' ? { ...each, isDeep: true } : each,
  );
  const clean = made.map(({ organisation }) => organisation);
  const organisations = dirt ? partlyDissolved(clean, recipes.dirt, stream(seed, 'dirt of organisations')) : clean;
  const { people: named, members } = makePeople(recipes.places, made, seed);
  const people = dirt ? rarelyNamed(named, recipes.dirt, stream(seed, 'dirt of people')) : named;
  const cells = importedFacts(recipes.imported, made, seed, today);
  const store = new Store(definitions, organisations, people, cells, now, isWorkday);
  const officials = postHolders(people);
  const person = personPicker(store, officials, members);
  const organisation = organisationPicker(store, made);

  for (const recipe of [...recipes.records].sort((a, b) => a.order - b.order)) {
    if (!store.definition(recipe.definition)) continue;
    const random = stream(seed, recipe.definition);
    const workshop: Workshop = {
      store,
      recipe,
      random,
      now,
      person,
      organisation,
      ...(onBroken ? { onBroken } : {}),
      list: (name) => recipes.lists[name] ?? missing(name),
    };
    const isOwnReader = readsOwnFacts(recipe, store);
    const make = (occasion: Occasion): void => {
      if (isOwnReader) store.count();
      makeRecord(occasion, workshop);
    };
    const carryOn = (besides: ReadonlySet<string> = new Set()): void => {
      for (const record of [...store.records(recipe.definition)]) {
        if (record.links.some(({ rel }) => rel === 'from') && !besides.has(record.id))
          make({ id: record.id, orgId: record.orgId, started: record });
      }
    };
    const before = new Set([...store.records(recipe.definition)].map(({ id }) => id));
    carryOn();
    for (const occasion of occasionsOf(made, members, officials, workshop)) make(occasion);
    carryOn(before); // what records of a definition hand over to others of the same
    store.count();
  }

  if (dirt) spoil(store, recipes.dirt, now, stream(seed, 'dirt'));
  const records: Record<string, StoredRecord[]> = {};
  for (const { definition } of store.definitions()) records[definition.id] = [...store.records(definition.id)];
  return { now, organisations, people, records, importedFacts: cells };
}

/** Spoils records; what is computed from them follows. */
function spoil(store: Store, dirt: DirtRecipe, now: string, random: Random): void {
  for (const record of store.all()) {
    const compiled = store.definition(record.definition.id);
    if (!compiled || record.filing?.status === 'notStarted') continue;
    store.put(
      settle(compiled, soiled(record, compiled, dirt, now.slice(0, 10), random), new Workspace(store, null, now))
        .record,
    );
    const double = doubled(record, dirt, random);
    if (double) store.put(double);
  }
  store.count();
}

/**
 * Whether records read facts that others of their own definition establish, so that each must be counted before the
 * next is made.
 */
function readsOwnFacts(recipe: Recipe, store: Store): boolean {
  const { rules = [], prefill, score } = store.definition(recipe.definition)?.definition ?? {};
  const values = rules.flatMap((rule) => ('field' in rule && rule.value !== undefined ? [rule.value] : []));
  return ['FACT', 'FACTNUM', 'FACTDEN'].some((name) =>
    JSON.stringify([values, prefill, score, recipe]).includes(`${name}(\\"${recipe.definition}/`),
  );
}

function missing(name: string): never {
  throw new Error(`no list ${name}`);
}
