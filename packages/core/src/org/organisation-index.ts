import type { Organisation } from '../generated/organisation.ts';
import { ancestorsOf, atLevel, isUnder, orgPathOf, type OrganisationLookup } from './path.ts';

/** The directory as a tree, by the superiors of today. Build a new one when the directory changes. */
export class OrganisationIndex implements OrganisationLookup {
  private readonly byId = new Map<string, Organisation>();
  private readonly childrenById = new Map<string, Organisation[]>();
  private readonly paths = new Map<string, string>();

  constructor(organisations: Iterable<Organisation>) {
    for (const organisation of organisations) this.byId.set(organisation.orgId, organisation);
    for (const organisation of this.byId.values()) {
      const parent = organisation.parentOrgId ?? '';
      const siblings = this.childrenById.get(parent);
      if (siblings) siblings.push(organisation);
      else this.childrenById.set(parent, [organisation]);
    }
    for (const siblings of this.childrenById.values()) siblings.sort(byCode);
  }

  organisation(id: string): Organisation | undefined {
    return this.byId.get(id);
  }

  organisations(): Iterable<Organisation> {
    return this.byId.values();
  }

  /** Ids from the top down to `id`, joined by `/`. */
  path(id: string): string {
    let path = this.paths.get(id);
    if (path === undefined) this.paths.set(id, (path = orgPathOf(id, this)));
    return path;
  }

  /** The superiors of `id`, nearest first. */
  ancestors(id: string): readonly Organisation[] {
    return ancestorsOf(id, this);
  }

  /** Whether `id` is `superior` or stands below it. */
  isUnder(id: string, superior: string): boolean {
    return isUnder(id, superior, this);
  }

  /** What stands directly below `id`, in the order of codes; `''` gives the tops. */
  children(id: string): readonly Organisation[] {
    return this.childrenById.get(id) ?? [];
  }

  /** The organisation of `level` on the way up from `id`, itself included. */
  atLevel(id: string, level: Organisation['orgLevel']): Organisation | undefined {
    return atLevel(id, level, this);
  }

  /** `id` and everything below it, superiors before their subordinates; each once, whatever the directory says. */
  subtree(id: string): readonly Organisation[] {
    const found = new Map<string, Organisation>();
    const open = [this.byId.get(id)];
    for (let next = open.pop(); next; next = open.pop()) {
      if (found.has(next.orgId)) continue;
      found.set(next.orgId, next);
      const children = this.children(next.orgId);
      for (let i = children.length - 1; i >= 0; i--) open.push(children[i]);
    }
    return [...found.values()];
  }
}

function byCode(a: Organisation, b: Organisation): number {
  return a.orgCode < b.orgCode ? -1 : a.orgCode > b.orgCode ? 1 : a.orgId < b.orgId ? -1 : 1;
}
