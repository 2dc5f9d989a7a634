import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { IdsByName } from '@jiceng/sheet/ledger/read-cell.js';

/** Finds organisations by their full or short name or their code, and people by their name; ids find themselves. */
export function idsByName(organisations: readonly Organisation[] = [], people: readonly Person[] = []): IdsByName {
  const orgs = new Map<string, Set<string>>(), persons = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, name: string | undefined, id: string): void => {
    if (name) to.set(name, (to.get(name) ?? new Set()).add(id));
  };
  for (const { orgId, orgName, orgShortName, orgCode } of organisations) for (const name of [orgId, orgName, orgShortName, orgCode]) add(orgs, name, orgId);
  for (const { personId, personName } of people) for (const name of [personId, personName]) add(persons, name, personId);
  return { organisation: (name) => [...(orgs.get(name) ?? [])], person: (name) => [...(persons.get(name) ?? [])] };
}
