import type { Person } from '../generated/person.ts';
import { isHeld } from '../life/may.ts';
import type { OrganisationLookup } from '../org/path.ts';
import { problem, type Problem } from '../text/problem.ts';
import { isDate, type DateText } from '../time/date.ts';
import { BURDEN_RULES } from './catalogue.ts';
import type { BurdenFinding } from './check.ts';

/** Why a hard rule is not kept, by somebody entitled; kept with the published version, for ever. */
export interface Waiver {
  /** `B03`. */
  readonly rule: string;
  readonly reason: string;
  /** Person's id. */
  readonly by: string;
  /** Moment at which it was written. */
  readonly at: string;
}

/** Shortest reason, in characters. */
export const LEAST_REASON = 10;

const ENTITLED: ReadonlySet<string> = new Set(['county', 'city', 'province']);

/** Whether a person may publish against a hard rule: an administrator at county level or above on that day. */
export function mayWaive(person: Person | undefined, organisations: OrganisationLookup, on: DateText): boolean {
  return (person?.posts ?? []).some((post) => post.role === 'administrator' && isHeld(post, on) && ENTITLED.has(organisations.organisation(post.orgId)?.orgLevel ?? ''));
}

/** What stands in the way of publishing: each rule that blocks and has no sufficient reason by somebody entitled. Empty: nothing. */
export function unwaived(findings: readonly BurdenFinding[], waivers: readonly Waiver[], personOf: (id: string) => Person | undefined, organisations: OrganisationLookup): Problem[] {
  const blocked = new Set(findings.filter(({ status }) => status === 'blocked').map(({ rule }) => rule));
  return BURDEN_RULES.filter(({ id }) => blocked.has(id)).flatMap(({ id, title }): Problem[] => {
    const waiver = waivers.find(({ rule }) => rule === id);
    if (!waiver || waiver.reason.trim().length < LEAST_REASON) return [problem('', 'burden-unwaived', `未通过“${title['zh-CN']}”，须写明理由（不少于 ${LEAST_REASON} 个字）。`, `“${title.en}” is not kept; a reason of at least ${LEAST_REASON} characters is needed`)];
    const on = waiver.at.slice(0, 10);
    if (isDate(on) && mayWaive(personOf(waiver.by), organisations, on)) return [];
    return [problem('', 'burden-not-entitled', `“${title['zh-CN']}”的理由只能由县级以上管理人员写。`, `only an administrator of the county or above may give a reason against “${title.en}”`)];
  });
}
