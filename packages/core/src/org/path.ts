import type { Organisation } from '../generated/organisation.ts';
import type { DateText } from '../time/date.ts';

/** Finds organisations by id; every snapshot and every `OrganisationIndex` can. */
export interface OrganisationLookup {
  organisation(id: string): Organisation | undefined;
}

/** Superior of `organisation` on a day, or at present; `undefined` at the top. */
export function parentOn(organisation: Organisation, on?: DateText): string | undefined {
  const former = on === undefined ? undefined : organisation.formerParents?.find(({ to }) => on <= to);
  return former?.orgId ?? organisation.parentOrgId;
}

/**
 * The superiors of `id`, nearest first, at present or on a day. Ends where the directory does, or where it runs in a
 * circle.
 */
export function ancestorsOf(id: string, lookup: OrganisationLookup, on?: DateText): readonly Organisation[] {
  const found: Organisation[] = [];
  const seen = new Set([id]);
  let organisation = lookup.organisation(id);
  while (organisation) {
    const parent: string | undefined = parentOn(organisation, on);
    if (parent === undefined || seen.has(parent)) break;
    seen.add(parent);
    organisation = lookup.organisation(parent);
    if (organisation) found.push(organisation);
  }
  return found;
}

/**
 * Ids from the top down to `id` itself, joined by `/`: what a record's `orgPath` holds. An unknown organisation is its
 * own path.
 */
export function orgPathOf(id: string, lookup: OrganisationLookup, on?: DateText): string {
  return [
    ...ancestorsOf(id, lookup, on)
      .map(({ orgId }) => orgId)
      .reverse(),
    id,
  ].join('/');
}

/** Whether `id` is `superior` itself or stands somewhere below it. */
export function isUnder(id: string, superior: string, lookup: OrganisationLookup, on?: DateText): boolean {
  return id === superior || ancestorsOf(id, lookup, on).some(({ orgId }) => orgId === superior);
}

/** The organisation of `level` on the way up from `id`, itself included; `undefined` where there is none. */
export function atLevel(
  id: string,
  level: Organisation['orgLevel'],
  lookup: OrganisationLookup,
  on?: DateText,
): Organisation | undefined {
  const own = lookup.organisation(id);
  return own?.orgLevel === level ? own : ancestorsOf(id, lookup, on).find(({ orgLevel }) => orgLevel === level);
}

/** Whether the organisation existed on a day. */
export function existedOn(organisation: Organisation, on: DateText): boolean {
  if (organisation.foundedOn !== undefined && organisation.foundedOn > on) return false;
  return organisation.dissolvedOn === undefined ? organisation.isActive : organisation.dissolvedOn >= on;
}
