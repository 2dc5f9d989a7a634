import type { Person } from '../generated/person.ts';
import { isHeld } from '../life/may.ts';
import type { OrganisationLookup } from '../org/path.ts';
import type { DateText } from '../time/date.ts';
import type { BurdenFinding } from './check.ts';

/** Shortest reason for not keeping a hard rule, in characters. */
export const LEAST_REASON = 10;

const ENTITLED: ReadonlySet<string> = new Set(['county', 'city', 'province']);

/** Whether a person may publish against a hard rule: an administrator at county level or above on that day. */
export function mayWaive(person: Person | undefined, organisations: OrganisationLookup, on: DateText): boolean {
  return (person?.posts ?? []).some(
    (post) =>
      post.role === 'administrator' &&
      isHeld(post, on) &&
      ENTITLED.has(organisations.organisation(post.orgId)?.orgLevel ?? ''),
  );
}

/** Ids of the rules that block. */
export const blockedRules = (findings: readonly BurdenFinding[]): string[] => [
  ...new Set(findings.filter(({ status }) => status === 'blocked').map(({ rule }) => rule)),
];

/** The reasons, by rule, that are kept with the version: sufficient ones, for rules that block. */
export function waivedBy(
  findings: readonly BurdenFinding[],
  reasons: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    blockedRules(findings).flatMap((rule) => {
      const reason = reasons.get(rule)?.trim() ?? '';
      return reason.length < LEAST_REASON ? [] : [[rule, reason]];
    }),
  );
}
