import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';

/**
 * Ids by name, for typed, pasted and imported cells that name people and organisations; several ids: the name is not
 * enough.
 */
export interface IdsByName {
  organisation(name: string): readonly string[];
  /** `orgId`: its own people come before all others of that name. */
  person(name: string, orgId?: string): readonly string[];
}

/**
 * Finds organisations by their full or short name or their code, and people by their name; ids find themselves.
 * `orgId`: from where people are looked for where a question does not say.
 */
export function idsByName(
  organisations: readonly Organisation[] = [],
  people: readonly Person[] = [],
  orgId = '',
): IdsByName {
  const orgs = new Map<string, Set<string>>();
  const persons = new Map<string, Set<string>>();
  const postsOf = new Map<string, ReadonlySet<string>>();
  const add = (to: Map<string, Set<string>>, name: string | undefined, id: string): void => {
    if (name) to.set(name, (to.get(name) ?? new Set()).add(id));
  };
  for (const { orgId: id, orgName, orgShortName, orgCode } of organisations)
    for (const name of [id, orgName, orgShortName, orgCode]) add(orgs, name, id);
  for (const { personId, personName, posts } of people) {
    for (const name of [personId, personName]) add(persons, name, personId);
    postsOf.set(personId, new Set(posts.map((post) => post.orgId)));
  }
  return {
    organisation: (name) => [...(orgs.get(name) ?? [])],
    person: (name, near = orgId) => {
      const ids = [...(persons.get(name) ?? [])];
      const own = ids.filter((id) => postsOf.get(id)?.has(near));
      return own.length > 0 ? own : ids;
    },
  };
}
