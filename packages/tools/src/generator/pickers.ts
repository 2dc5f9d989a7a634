import type { Person } from '@jiceng/core/generated/person.js';
import { isMeant } from './imported.ts';
import type { MadeOrganisation } from './places.ts';
import type { Random } from './random.ts';
import type { Match, Place, Surrounding } from './recipe.ts';
import type { Workshop } from './workshop.ts';
import type { Store } from './store.ts';

/** Post holders by organisation and role (`o01 reviewer`), and all of an organisation (`o01 official`). */
export function postHolders(people: readonly Person[]): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  for (const { personId, posts } of people) {
    for (const { orgId, role } of posts) {
      for (const key of [`${orgId} ${role}`, `${orgId} official`]) {
        const list = holders.get(key) ?? [];
        if (!list.includes(personId)) holders.set(key, [...list, personId]);
      }
    }
  }
  return holders;
}

/** Finds somebody by role and place, or a member of the roster; nobody twice in one list. */
export function personPicker(
  store: Store,
  holders: ReadonlyMap<string, readonly string[]>,
  members: ReadonlyMap<string, readonly string[]>,
): Workshop['person'] {
  return (orgId: string, random: Random) => (kind, at, besides) => {
    const place = isPlace(at) ? placeFrom(orgId, at, store) : at;
    const known = kind === 'member' ? (members.get(place) ?? []) : (holders.get(`${place} ${kind}`) ?? []);
    const free = besides.length === 0 ? known : known.filter((id) => !besides.includes(id));
    return free.length > 0 ? random.pick(free) : undefined;
  };
}

/** Finds an organisation by its place seen from another one. */
export function organisationPicker(store: Store, made: readonly MadeOrganisation[]): Workshop['organisation'] {
  const known = new Map<string, readonly string[]>();
  const byId = new Map(made.map((each, place) => [each.organisation.orgId, { ...each, place }] as const));
  const around = (orgId: string, at: Surrounding): readonly MadeOrganisation[] => {
    if (at === 'anywhere') return made;
    const near =
      at === 'beside'
        ? store.directory.children(store.organisation(orgId)?.parentOrgId ?? '')
        : store.directory.subtree(orgId);
    const found = near.flatMap((organisation) => byId.get(organisation.orgId) ?? []);
    return (at === 'beside' ? found : found.filter(({ isDeep }) => isDeep)).sort((a, b) => a.place - b.place);
  };
  const candidates = (orgId: string, at: Surrounding, of: Match): readonly string[] =>
    around(orgId, at)
      .filter(({ organisation }) => organisation.orgId !== orgId && isMeant(of, organisation))
      .map(({ organisation }) => organisation.orgId);
  return (orgId, at, of = {}, random, besides = []) => {
    if (isPlace(at)) return placeFrom(orgId, at, store);
    const key = `${at === 'anywhere' ? '' : orgId} ${at} ${JSON.stringify(of)}`;
    const found = known.get(key) ?? candidates(orgId, at, of);
    known.set(key, found);
    const free =
      besides.length === 0 && at !== 'anywhere' ? found : found.filter((id) => id !== orgId && !besides.includes(id));
    return free.length > 0 ? random.pick(free) : undefined;
  };
}

function isPlace(at: string): at is Place {
  return at === 'own' || at === 'parent' || at === 'county';
}

function placeFrom(orgId: string, at: Place, store: Store): string {
  const path = store.directory.path(orgId).split('/');
  return at === 'own' ? orgId : at === 'parent' ? (path[path.length - 2] ?? orgId) : (path[0] ?? orgId);
}
