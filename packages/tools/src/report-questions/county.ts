import { compile } from '@jiceng/core/definition/compile.js';
import { FactIndex } from '@jiceng/core/facts/fact-index.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import { workdayTest } from '@jiceng/core/time/calendar.js';
import { fileURLToPath } from 'node:url';
import { generate } from '../generator/generate.ts';
import { loadSchemas } from '../generator/load.ts';

/** Definitions whose records the questions are about, with what these begin with. */
const DEFINITIONS: readonly string[] = [
  'members',
  'member-service',
  'help-group',
  'service-tickets',
  'visit-campaign',
  'problem-list',
  'unit-register',
];

const SCHEMAS = fileURLToPath(new URL('../../../../schemas/', import.meta.url));

/** A county as reports read it. */
export interface County {
  readonly organisations: readonly Organisation[];
  readonly records: readonly StoredRecord[];
  readonly sources: ReportSources;
  /** The county itself. */
  readonly top: string;
}

function countyOf(
  organisations: readonly Organisation[],
  records: readonly StoredRecord[],
  now: string,
  { definitions } = loadSchemas(SCHEMAS),
): County {
  const compiled = new Map(definitions.map((definition) => [definition.id, compile(definition)]));
  const index = new OrganisationIndex(organisations);
  const isWorkday = workdayTest();
  const byDefinition = new Map(
    DEFINITIONS.map((id) => [id, records.filter(({ definition }) => definition.id === id)] as const),
  );
  const facts = new FactIndex({ definitions: compiled.values(), organisations: index, records, now, isWorkday });
  const top = organisations.find(({ orgLevel }) => orgLevel === 'county')?.orgId ?? '';
  return {
    organisations,
    records,
    top,
    sources: {
      definition: (id) => compiled.get(id),
      records: (id) => byDefinition.get(id) ?? [],
      organisations: index,
      facts,
      now,
      isWorkday,
    },
  };
}

/** The generated county of a preset, every organisation of it in records. */
export function generatedCounty(preset: string): County {
  const schemas = loadSchemas(SCHEMAS);
  const records = schemas.recipes.records.filter(({ definition }) => DEFINITIONS.includes(definition));
  const made = generate({
    definitions: schemas.definitions,
    recipes: { ...schemas.recipes, records },
    preset,
    depth: 'county',
  });
  return countyOf(
    made.organisations,
    DEFINITIONS.flatMap((id) => made.records[id] ?? []),
    made.now,
    schemas,
  );
}

/** Some records of a county with only what the questions read: does not change when the generator does. */
export interface Sample {
  readonly now: string;
  readonly organisations: readonly (readonly [
    id: string,
    level: Organisation['orgLevel'],
    code: string,
    parent: string,
  ])[];
  readonly records: readonly (readonly [
    definition: string,
    path: string,
    state: string | null,
    data: Readonly<Record<string, unknown>>,
  ])[];
}

export function sampleOf(
  { organisations, records, sources }: County,
  every: number,
  reads: (field: string) => boolean,
): Sample {
  return {
    now: sources.now,
    organisations: organisations.map(({ orgId, orgLevel, orgCode, parentOrgId = '' }) => [
      orgId,
      orgLevel,
      orgCode,
      parentOrgId,
    ]),
    records: records
      .filter((_, at) => at % every === 0)
      .map(({ definition, orgPath, state = null, data }) => [
        definition.id,
        orgPath,
        state,
        Object.fromEntries(Object.entries(data).filter(([field]) => reads(field))),
      ]),
  };
}

export function sampledCounty({ now, organisations, records }: Sample): County {
  const audit = { createdAt: now, createdBy: 'p', updatedAt: now, updatedBy: 'p' };
  return countyOf(
    organisations.map(([orgId, orgLevel, orgCode, parentOrgId]) => ({
      orgId,
      orgName: orgId,
      orgShortName: orgId,
      orgCode,
      orgType: 'rural',
      orgForm: 'branch',
      orgLevel,
      isActive: true,
      ...(parentOrgId === '' ? {} : { parentOrgId }),
    })),
    records.map(([id, orgPath, state, data], at) => ({
      id: `r${at}`,
      definition: { id, version: '1.0.0', hash: '' },
      orgId: orgPath.slice(orgPath.lastIndexOf('/') + 1),
      orgPath,
      revision: 0,
      links: [],
      facts: [],
      ...(state === null ? {} : { state }),
      audit,
      history: [],
      data: data as StoredRecord['data'],
    })),
    now,
  );
}
