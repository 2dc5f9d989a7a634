import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { IdsByName } from '@jiceng/sheet/ledger/read-cell.js';

/** Finds organisations by their full or short name or their code, and people by their name, those of `orgId` before others; ids find themselves. */
export function idsByName(organisations: readonly Organisation[] = [], people: readonly Person[] = [], orgId = ''): IdsByName {
  const orgs = new Map<string, Set<string>>(), persons = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, name: string | undefined, id: string): void => {
    if (name) to.set(name, (to.get(name) ?? new Set()).add(id));
  };
  for (const { orgId: id, orgName, orgShortName, orgCode } of organisations) for (const name of [id, orgName, orgShortName, orgCode]) add(orgs, name, id);
  const colleagues = new Set(people.filter(({ posts }) => posts.some((post) => post.orgId === orgId)).map(({ personId }) => personId));
  for (const { personId, personName } of people) for (const name of [personId, personName]) add(persons, name, personId);
  const near = (ids: readonly string[]): readonly string[] => { const own = ids.filter((id) => colleagues.has(id)); return own.length > 0 ? own : ids; };
  return { organisation: (name) => [...(orgs.get(name) ?? [])], person: (name) => near([...(persons.get(name) ?? [])]) };
}
