import { addDays } from '@jiceng/core/time/date.js';
import { offsetPeriod, parsePeriod, periodOf } from '@jiceng/core/time/period.js';
import { calculate, draw, type Surroundings } from './draw.ts';
import { isMeant } from './imported.ts';
import type { MadeOrganisation } from './places.ts';
import type { Recipe, Schedule } from './recipe.ts';
import type { Occasion, Workshop } from './workshop.ts';

type Subject = NonNullable<Occasion['subject']>;

/** For every organisation that the recipe means and that is held in depth: what records there are to be. */
export function* occasionsOf(
  made: readonly MadeOrganisation[],
  members: ReadonlyMap<string, readonly string[]>,
  officials: ReadonlyMap<string, readonly string[]>,
  workshop: Workshop,
): Iterable<Occasion> {
  const { recipe, random } = workshop;
  let number = 0;
  const id = (): string => `${recipe.definition}-${String(++number).padStart(5, '0')}`;
  for (const { organisation, isDeep } of made) {
    const { orgId } = organisation;
    if (!(isDeep || recipe.shallow === true) || !isMeant(recipe.for, organisation)) continue;
    const around = organisationSurroundings(orgId, workshop);
    let own = 0;
    const next = () => ({ id: id(), orgId, number: ++own });
    for (const subject of subjectsOf(orgId)) {
      const about = subject === undefined ? {} : { subject };
      if (recipe.schedule) {
        for (const schedule of recipe.schedule)
          for (const on of daysOf(schedule, recipe, around)) yield { ...next(), ...about, fields: schedule.fields, on };
      } else if (recipe.periods) {
        for (const periodCode of recipe.periods)
          if ((parsePeriod(periodCode)?.startOn ?? '') <= around.today) yield { ...next(), ...about, periodCode };
      } else {
        const count = recipe.count && subject === undefined ? Number(draw(recipe.count, around) ?? 0) : 1;
        for (let at = 0; at < count; at++) yield { ...next(), ...about };
      }
    }
  }

  /** Whom the records are about; one `undefined` for the organisation itself. */
  function subjectsOf(orgId: string): readonly (Subject | undefined)[] {
    const { each, share = 1, count } = recipe;
    const isOne = (): boolean => share >= 1 || random.next() < share;
    if (each === undefined) return isOne() ? [undefined] : [];
    const wanted =
      count && isDrawn(each) ? Number(draw(count, organisationSurroundings(orgId, workshop)) ?? 0) : undefined;
    const known = each === 'newcomer' ? [] : subjectsAt(each, orgId);
    if (each === 'newcomer' || (each === 'member' && wanted !== undefined && known.length === 0))
      return Array.from({ length: wanted ?? 1 }, newcomer);
    if (wanted === undefined) return known.filter(isOne);
    const found = new Set<Subject>();
    while (found.size < Math.min(wanted, known.length)) found.add(random.pick(known));
    return [...found];
  }

  function subjectsAt(each: string, orgId: string): readonly Subject[] {
    if (each === 'member') return peopleOf(members.get(orgId) ?? []);
    if (each === 'superior')
      return peopleOf(officials.get(`${workshop.store.organisation(orgId)?.parentOrgId ?? ''} official`) ?? []);
    return isPost(each) ? peopleOf(officials.get(`${orgId} ${each}`) ?? []) : subjectsIn(each, orgId);
  }

  function peopleOf(ids: readonly string[]): readonly Subject[] {
    return ids.map((personId) => ({ id: personId, title: workshop.store.person(personId)?.personName ?? '' }));
  }

  function subjectsIn(definitionId: string, orgId: string): readonly Subject[] {
    const found = new Map<string, Subject>();
    for (const { subject } of workshop.store.records(definitionId, orgId))
      if (subject) found.set(subject.id, { id: subject.id, title: subject.title ?? subject.id });
    return [...found.values()];
  }

  function newcomer(): Subject {
    const title = `${random.pick(workshop.list('surnames'))}${random.next() < 0.5 ? '某' : '某某'}`;
    return { id: `n-${recipe.definition}-${String(number + 1).padStart(5, '0')}-${random.integer(0, 9999)}`, title };
  }
}

const isPost = (each: string): boolean =>
  each === 'official' || each === 'filler' || each === 'reviewer' || each === 'verifier';

/** Whether `count` says how many of them. */
const isDrawn = (each: string): boolean => each === 'member' || each === 'superior' || each === 'newcomer';

/** Days on which a schedule's records fall, up to today. */
function* daysOf(
  { every, day, share, shareIn, when }: Schedule,
  { from = '2024-01-01' }: Recipe,
  around: Surroundings,
): Iterable<string> {
  if (when !== undefined && !calculate(when, around.scope)) return;
  for (let code = periodOf(from, every); code !== undefined; code = offsetPeriod(code, 1)) {
    const span = parsePeriod(code);
    if (!span || span.startOn > around.today) return;
    const isHeld = around.random.next() < (shareIn?.[span.startOn.slice(5, 7)] ?? share);
    const on = addDays(span.startOn, Number(draw(day, around) ?? 0));
    if (isHeld && on <= around.today && on <= span.endOn) yield on;
  }
}

/** Formulas that read an organisation and its facts before there is a record. */
function organisationSurroundings(
  orgId: string,
  { store, random, now, list, person, organisation: pick }: Workshop,
): Surroundings {
  const organisation = store.organisation(orgId);
  return {
    random,
    today: now.slice(0, 10),
    isWorkday: store.isWorkday,
    list,
    person: person(orgId, random),
    organisation: (at, of, besides) => pick(orgId, at, of, random, besides),
    scope: {
      today: now.slice(0, 10),
      name: (name) => (organisation && name in organisation ? (organisation[name as 'orgType'] ?? null) : undefined),
      fact: ({ id, by, part }) => {
        const found = store.facts.read({ id, subjectId: orgId, ...(by === undefined ? {} : { by }) });
        return (part === 'num' ? found.num : part === 'den' ? found.den : found.value) as
          | string
          | number
          | boolean
          | null;
      },
    },
  };
}
