// The templates as they are published, whole with their shared parts, and the example data that stands beside them.
import branchStandardJson from '@jiceng/schemas/templates/branch-standard/branch-standard.json';
import branchStandardData from '@jiceng/schemas/templates/branch-standard/branch-standard.example.json';
import problemListJson from '@jiceng/schemas/templates/three-lists-ledger/problem-list.json';
import problemListData from '@jiceng/schemas/templates/three-lists-ledger/problem-list.example.json';
import taskListJson from '@jiceng/schemas/templates/three-lists-ledger/task-list.json';
import memberAdmissionJson from '@jiceng/schemas/templates/member-admission/member-admission.json';
import memberAdmissionData from '@jiceng/schemas/templates/member-admission/member-admission.example.json';
import organisationLifeJson from '@jiceng/schemas/templates/organisation-life/organisation-life.json';
import organisationLifeData from '@jiceng/schemas/templates/organisation-life/organisation-life.example.json';
import membersJson from '@jiceng/schemas/templates/organisations/members.json';
import organisationsJson from '@jiceng/schemas/templates/organisations/organisations.json';
import organisationsData from '@jiceng/schemas/templates/organisations/organisations.example.json';
import sixThingsJson from '@jiceng/schemas/templates/grids-and-sites/six-things.json';
import sixThingsData from '@jiceng/schemas/templates/grids-and-sites/six-things.example.json';
import partsJson from '@jiceng/schemas/parts.json';
import siteCheckJson from './site-check.json';
import { bundled } from '@jiceng/core/definition/bundled.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';

/** What TypeScript reads out of JSON is wider than the type; the gate for templates admits every one of them. */
function definition(document: unknown): Definition {
  const whole = bundled(document, partsJson as JsonObject);
  if (!whole.ok) throw new Error(whole.problems.map(({ reason }) => reason.en).join(' '));
  return whole.value as Definition;
}
const data = (document: unknown) => document as JsonObject;

export const branchStandard = definition(branchStandardJson);
export const problemList = definition(problemListJson);
export const memberAdmission = definition(memberAdmissionJson);
export const organisationLife = definition(organisationLifeJson);
export const organisationRegister = definition(organisationsJson);
/** Not a template: a plain list of checks, for the stories of that element. */
export const siteCheck = definition(siteCheckJson);
export const sixThings = definition(sixThingsJson);

/** Everything that the stories' store knows; facts join them. */
export const definitions: readonly Definition[] = [
  branchStandard,
  problemList,
  definition(taskListJson),
  memberAdmission,
  organisationLife,
  definition(membersJson),
  organisationRegister,
  sixThings,
  siteCheck,
];

export const examples = {
  branchStandard: data(branchStandardData),
  problemList: data(problemListData),
  memberAdmission: data(memberAdmissionData),
  organisationLife: data(organisationLifeData),
  organisationRegister: data(organisationsData),
  sixThings: data(sixThingsData),
};
