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
  'coverage-report',
  'post-presence',
  'collective-income',
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
    moved(made.organisations),
    DEFINITIONS.flatMap((id) => made.records[id] ?? []),
    made.now,
    schemas,
  );
}

/** The same organisations after one village of every third township has come to the next: records keep the path of their time. */
function moved(organisations: readonly Organisation[]): readonly Organisation[] {
  const townships = organisations.filter(({ orgLevel }) => orgLevel === 'township');
  const goes = new Map(
    townships.flatMap(({ orgId }, at): [string, string][] => {
      const village =
        at % 3 === 0
          ? organisations.find(({ orgLevel, parentOrgId }) => orgLevel === 'village' && parentOrgId === orgId)
          : undefined;
      return village ? [[village.orgId, (townships[(at + 1) % townships.length] as Organisation).orgId]] : [];
    }),
  );
  return organisations.map((organisation) => {
    const to = goes.get(organisation.orgId);
    return to === undefined
      ? organisation
      : {
          ...organisation,
          parentOrgId: to,
          formerParents: [{ orgId: organisation.parentOrgId as string, to: '2025-08-31' }],
        };
  });
}

/** Some records of a county with only what the questions read: does not change when the generator does. */
export interface Sample {
  readonly now: string;
  readonly organisations: readonly (readonly [
    id: string,
    level: Organisation['orgLevel'],
    type: string,
    form: string,
    code: string,
    parent: string,
  ])[];
  readonly records: readonly (readonly [
    definition: string,
    path: string,
    created: string,
    state: string | null,
    period: string | null,
    filing: readonly [status: string, isLate: boolean, returnCount: number] | null,
    moves: readonly (readonly [at: string, from: string | null, to: string])[],
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
    organisations: organisations.map(({ orgId, orgLevel, orgType, orgForm, orgCode, parentOrgId = '' }) => [
      orgId,
      orgLevel,
      orgType,
      orgForm,
      orgCode,
      parentOrgId,
    ]),
    records: records
      .filter(({ filing }, at) => filing !== undefined || at % every === 0)
      .map(({ definition, orgPath, state = null, periodCode = null, filing, audit, history, data }) => [
        definition.id,
        orgPath,
        audit.createdAt.slice(0, 10),
        state,
        periodCode,
        filing ? [filing.status, filing.isLate === true, filing.returnCount] : null,
        definition.id === 'problem-list'
          ? history.flatMap(({ at, from = null, to }) => (to === undefined ? [] : [[at, from, to] as const]))
          : [],
        Object.fromEntries(Object.entries(data).filter(([field]) => reads(field))),
      ]),
  };
}

export function sampledCounty({ now, organisations, records }: Sample): County {
  return countyOf(
    organisations.map(([orgId, orgLevel, orgType, orgForm, orgCode, parentOrgId]) => ({
      orgId,
      orgName: orgId,
      orgShortName: orgId,
      orgCode,
      orgType,
      orgForm,
      orgLevel,
      isActive: true,
      ...(parentOrgId === '' ? {} : { parentOrgId }),
    })),
    records.map(([id, orgPath, created, state, periodCode, filing, moves, data], at) => ({
      id: `r${at}`,
      definition: { id, version: '1.0.0', hash: '' },
      orgId: orgPath.slice(orgPath.lastIndexOf('/') + 1),
      orgPath,
      revision: 0,
      links: [],
      facts: [],
      ...(state === null ? {} : { state }),
      ...(periodCode === null ? {} : { periodCode }),
      ...(filing
        ? {
            filing: { status: filing[0], isLate: filing[1], returnCount: filing[2], revisionNo: 0 } as NonNullable<
              StoredRecord['filing']
            >,
          }
        : {}),
      audit: { createdAt: created, createdBy: 'p', updatedAt: now, updatedBy: 'p' },
      history: moves.map(([time, from, to]) => ({
        at: time,
        by: 'p',
        act: 'move:one',
        ...(from === null ? {} : { from }),
        to,
      })),
      data: data as StoredRecord['data'],
    })),
    now,
  );
}
