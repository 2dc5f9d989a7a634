/** Names under which formulas read an organisation where there is no record: of facts and of rows of reports. */
export const ORGANISATION_NAMES = [
  'orgId',
  'orgName',
  'orgShortName',
  'orgCode',
  'orgType',
  'orgForm',
  'orgLevel',
  'parentOrgId',
] as const;

export type OrganisationName = (typeof ORGANISATION_NAMES)[number];

export function isOrganisationName(name: string): name is OrganisationName {
  return (ORGANISATION_NAMES as readonly string[]).includes(name);
}
