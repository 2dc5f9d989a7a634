import type { AppliesTo, Definition, OrgLevel } from '../generated/definition.ts';
import type { OrgKind } from '../score/plan.ts';

/**
 * Every kind of organisation at a level that `definitions` tell apart: by the types and forms that they name. `''`
 * stands for all others.
 */
export function kindsAt(orgLevel: OrgLevel, definitions: readonly Definition[]): OrgKind[] {
  const reached = definitions
    .map(({ filing, usual }) => (filing ? filing.by : usual?.by))
    .filter((by) => (by?.orgLevel as string[] | undefined)?.includes(orgLevel) ?? true);
  const named = (key: 'orgType' | 'orgForm') => [
    ...new Set(['', ...reached.flatMap((by: AppliesTo | undefined) => by?.[key] ?? [])]),
  ];
  const forms = named('orgForm');
  return named('orgType').flatMap((orgType) => forms.map((orgForm) => ({ orgType, orgForm, orgLevel })));
}
