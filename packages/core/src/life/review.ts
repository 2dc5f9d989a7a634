import type { Compiled } from '../definition/compiled.ts';
import type { StoredRecord } from '../generated/record.ts';
import { ancestorsOf, type OrganisationLookup } from '../org/path.ts';

/** Id of the organisation that reviews the record at its present level; `undefined` where the chain has none. */
export function reviewOrganisation(
  { definition }: Compiled,
  { orgId, filing }: StoredRecord,
  organisations: OrganisationLookup,
): string | undefined {
  const level = definition.filing?.review[filing?.level ?? 0];
  if (!level) return undefined;
  const superiors = ancestorsOf(orgId, organisations);
  const found = level.at === 'parent' ? superiors[0] : superiors.find(({ orgLevel }) => orgLevel === level.at);
  return (found ?? superiors[0])?.orgId;
}

/** Whether a further level reviews after the record's present one. */
export function hasFurtherLevel({ definition }: Compiled, { filing }: StoredRecord): boolean {
  return (filing?.level ?? 0) + 1 < (definition.filing?.review.length ?? 0);
}
