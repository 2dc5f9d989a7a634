import type { FactCell } from '@jiceng/core/facts/store.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { workdayTest, type CalendarDay } from '@jiceng/core/time/calendar.js';
import { addDays } from '@jiceng/core/time/date.js';
import { offsetPeriod, parsePeriod, periodOf } from '@jiceng/core/time/period.js';
import { calculate, draw, type Surroundings } from './draw.ts';
import { importedFacts, isMeant } from './imported.ts';
import { makeOrganisations, makePeople, type MadeOrganisation } from './places.ts';
import { stream, type Random } from './random.ts';
import type { Recipe, Recipes, Schedule } from './recipe.ts';
import { makeRecord, type Occasion, type Workshop } from './record.ts';
import { Store } from './store.ts';

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
}

/** One township in depth (records), the rest as facts. */
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
export function generate({ definitions, recipes, preset, seed = DEFAULT_SEED, today = DEFAULT_TODAY, calendar = [] }: GeneratorOptions): GeneratedData {
  if (!recipes.places.presets.includes(preset)) throw new Error(`no preset ${preset}`);
  const now = `${today}T09:00:00+08:00`;
  const isWorkday = workdayTest(calendar);
  const made = makeOrganisations(recipes.places, seed, preset);
  const organisations = made.map(({ organisation }) => organisation);
  const { people, members } = makePeople(recipes.places, made, seed);
  const cells = importedFacts(recipes.imported, made, seed);
  const store = new Store(definitions, organisations, people, cells, now, isWorkday);
  const person = personPicker(store, people, members);

  for (const recipe of [...recipes.records].sort((a, b) => a.order - b.order)) {
    if (!store.definition(recipe.definition)) continue;
    const random = stream(seed, recipe.definition);
    const workshop: Workshop = { store, recipe, random, now, person, list: (name) => recipes.lists[name] ?? missing(name) };
    const started = [...store.records(recipe.definition)];
    for (const record of started) makeRecord({ id: record.id, orgId: record.orgId, started: record }, workshop);
    for (const occasion of occasionsOf(recipe, made, members, store, workshop)) makeRecord(occasion, workshop);
  }

  const records: Record<string, StoredRecord[]> = {};
  for (const { definition } of store.definitions()) records[definition.id] = [...store.records(definition.id)];
  return { now, organisations, people, records, importedFacts: cells };
}

function missing(name: string): never {
  throw new Error(`no list ${name}`);
}

/** For every organisation held in depth that the recipe means: what records there are to be. */
function* occasionsOf(recipe: Recipe, made: readonly MadeOrganisation[], members: ReadonlyMap<string, readonly string[]>, store: Store, workshop: Workshop): Iterable<Occasion> {
  let number = 0;
  const id = (): string => `${recipe.definition}-${String(++number).padStart(5, '0')}`;
  for (const { organisation, isDeep } of made) {
    const { orgId } = organisation;
    if (!isDeep || !isMeant(recipe.for, organisation)) continue;
    const around = organisationSurroundings(orgId, workshop);
    if (recipe.each === 'member') {
      for (const personId of members.get(orgId) ?? []) yield { id: id(), orgId, subject: { id: personId, title: store.person(personId)?.personName ?? '' } };
    } else if (recipe.schedule) {
      for (const schedule of recipe.schedule) for (const on of daysOf(schedule, recipe, around)) yield { id: id(), orgId, fields: schedule.fields, on };
    } else if (recipe.periods) {
      for (const periodCode of recipe.periods) yield { id: id(), orgId, periodCode };
    } else {
      const count = recipe.count ? Number(draw(recipe.count, around) ?? 0) : 1;
      for (let at = 0; at < count; at++) {
        const made = id();
        yield { id: made, orgId, ...(recipe.each === 'newcomer' ? { subject: { id: `n-${made}`, title: newcomer(workshop) } } : {}) };
      }
    }
  }
}

function newcomer({ random, list }: Workshop): string {
  return `${random.pick(list('surnames'))}${random.next() < 0.5 ? '某' : '某某'}`;
}

/** Days on which a schedule's records fall, up to today. */
function* daysOf({ every, day, share, shareIn, when }: Schedule, { from = '2024-01-01' }: Recipe, around: Surroundings): Iterable<string> {
  if (when !== undefined && !calculate(when, around.scope)) return;
  for (let code = periodOf(from, every); code !== undefined; code = offsetPeriod(code, 1)) {
    const span = parsePeriod(code);
    if (!span || span.startOn > around.today) return;
    const isHeld = around.random.next() < (shareIn?.[span.startOn.slice(5, 7)] ?? share);
    const on = addDays(span.startOn, Number(draw(day, around) ?? 0));
    if (isHeld && on <= around.today && on <= span.endOn) yield on;
  }
}

/** Formulas that read an organisation's facts before there is a record. */
function organisationSurroundings(orgId: string, { store, random, now, list, person }: Workshop): Surroundings {
  const organisation = store.organisation(orgId);
  return {
    random, today: now.slice(0, 10), isWorkday: store.isWorkday, list, person: person(orgId, random), organisation: () => orgId,
    scope: {
      today: now.slice(0, 10),
      name: (name) => (organisation && name in organisation ? (organisation[name as 'orgType'] ?? null) : undefined),
      fact: ({ id, by, part }) => {
        const found = store.facts.read({ id, subjectId: orgId, ...(by === undefined ? {} : { by }) });
        return (part === 'num' ? found.num : part === 'den' ? found.den : found.value) as string | number | boolean | null;
      },
    },
  };
}

/** Finds somebody by role and place, or a member of the roster; nobody twice in one list. */
function personPicker(store: Store, people: readonly Person[], members: ReadonlyMap<string, readonly string[]>): Workshop['person'] {
  const holders = new Map<string, string[]>();
  for (const { personId, posts } of people) {
    for (const { orgId, role } of posts) {
      const key = `${orgId} ${role}`;
      const list = holders.get(key);
      if (list) list.push(personId);
      else holders.set(key, [personId]);
    }
  }
  return (orgId: string, random: Random) => (kind, at, besides) => {
    const path = store.directory.path(orgId).split('/');
    const place = at === 'own' ? orgId : at === 'parent' ? (path[path.length - 2] ?? orgId) : (path[0] ?? orgId);
    const known = kind === 'member' ? (members.get(place) ?? []) : (holders.get(`${place} ${kind}`) ?? []);
    const free = known.filter((id) => !besides.includes(id));
    return free.length > 0 ? random.pick(free) : undefined;
  };
}
