import type { Actor, OrgLevel, Role } from '../generated/definition.ts';
import type { Bilingual } from '../text/problem.ts';

const ROLES: Readonly<Record<Role, Bilingual>> = {
  viewer: { 'zh-CN': '浏览人员', en: 'a viewer' },
  filler: { 'zh-CN': '填报人员', en: 'a filler' },
  reviewer: { 'zh-CN': '审核人员', en: 'a reviewer' },
  rater: { 'zh-CN': '评价人员', en: 'a rater' },
  verifier: { 'zh-CN': '核验人员', en: 'a verifier' },
  administrator: { 'zh-CN': '管理人员', en: 'an administrator' },
  aggregator: { 'zh-CN': '汇总人员', en: 'an aggregator' },
};

const LEVELS: Readonly<Record<OrgLevel, Bilingual>> = {
  province: { 'zh-CN': '省级', en: 'province' },
  city: { 'zh-CN': '市级', en: 'city' },
  county: { 'zh-CN': '县级', en: 'county' },
  township: { 'zh-CN': '乡级', en: 'township' },
  village: { 'zh-CN': '村级', en: 'village' },
  grid: { 'zh-CN': '网格级', en: 'grid' },
  unit: { 'zh-CN': '单位内设', en: 'unit' },
};

const PLACES: Readonly<Record<string, Bilingual>> = {
  own: { 'zh-CN': '本组织', en: 'the record’s own organisation' },
  parent: { 'zh-CN': '直接上级组织', en: 'the next superior organisation' },
  ancestor: { 'zh-CN': '上级组织', en: 'a superior organisation' },
  below: { 'zh-CN': '本组织或下级组织', en: 'the organisation or one below it' },
  atReview: { 'zh-CN': '审核组织', en: 'the reviewing organisation' },
};

/** Names of envelope parts that `except` may list. */
const PERSONS: Readonly<Record<string, Bilingual>> = {
  filledBy: { 'zh-CN': '填报人', en: 'the person who filled it in' },
  submittedBy: { 'zh-CN': '上报人', en: 'the person who submitted it' },
  reviewedBy: { 'zh-CN': '审核人', en: 'the person who reviewed it' },
  subject: { 'zh-CN': '当事人', en: 'the person it is about' },
};

/** What describing people needs to know of a record. */
export interface Naming {
  /** Title of a field; its address where none is known. */
  readonly label: (pointer: string) => string;
  /** Name of the organisation behind a place of an actor, where it is one and known. */
  readonly placeName: (place: string) => string | undefined;
}

export function roleText(role: Role): Bilingual {
  return ROLES[role];
}

/** A person named by field address, envelope name or `subject`. */
export function personText(place: string, { label }: Naming): Bilingual {
  return PERSONS[place] ?? { 'zh-CN': label(place), en: `“${label(place)}”` };
}

/** An organisation named by its place or by a field address, with its name where it is known. */
export function placeText(place: string, { label, placeName }: Naming): Bilingual {
  const known = PLACES[place] ?? { 'zh-CN': `“${label(place)}”`, en: `“${label(place)}”` };
  const name = placeName(place);
  return name === undefined ? known : { 'zh-CN': `${known['zh-CN']}（${name}）`, en: `${known.en} (${name})` };
}

/** Who may act, as the part of a sentence: 上级组织的核验人员 / a verifier of a superior organisation. */
export function actorText(actor: Actor, naming: Naming): Bilingual {
  if (actor.is !== undefined) {
    const { 'zh-CN': zh, en } = personText(actor.is, naming);
    return { 'zh-CN': `${zh}本人`, en };
  }
  const places = placesOf(actor).map((place) => placeText(place, naming));
  const level = actor.level === undefined ? undefined : LEVELS[actor.level];
  const zhPlace = places.map((place) => place['zh-CN']).join('或');
  const enPlace = places.map((place) => place.en).join(' or ');
  const role = actor.role === undefined ? { 'zh-CN': '人员', en: 'a member of staff' } : ROLES[actor.role];
  return {
    'zh-CN': `${zhPlace}${level?.['zh-CN'] ?? ''}${zhPlace || level ? '的' : ''}${role['zh-CN']}`,
    en: `${role.en}${enPlace ? ` of ${enPlace}` : ''}${level ? ` at ${level.en} level` : ''}`,
  };
}

/** Where the actor's post may be. */
export function placesOf({ at, atAny = [] }: Actor): readonly string[] {
  return at === undefined ? atAny : [at, ...atAny];
}
