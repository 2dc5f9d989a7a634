// Every template that ships, on the elements that show it: what tests over all of them share.
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { bundled } from '@jiceng/core/definition/bundled.js';
import { compile } from '@jiceng/core/definition/compile.js';
import { FactIndex } from '@jiceng/core/facts/fact-index.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { LitElement } from 'lit';
import '../checklist/define.ts';
import '../form/define.ts';
import '../moves/define.ts';
import '../process/define.ts';
import '../scorecard/define.ts';
import './define.ts';

export const NOW = '2025-09-15T09:30:00+08:00';
const organisation = (orgId: string, orgLevel: Organisation['orgLevel'], parentOrgId?: string): Organisation => ({
  orgId,
  orgName: `${orgId} branch`,
  orgShortName: orgId,
  orgCode: orgId,
  orgType: 'rural',
  orgForm: 'branch',
  orgLevel,
  isActive: true,
  ...(parentOrgId ? { parentOrgId } : {}),
});
export const organisations = [
  organisation('county', 'county'),
  organisation('town', 'township', 'county'),
  organisation('village', 'village', 'town'),
];
const roles = ['filler', 'reviewer', 'verifier', 'rater', 'aggregator', 'administrator'] as const;
const person = {
  personId: 'p',
  personName: 'Pat',
  posts: organisations.flatMap(({ orgId }) => roles.map((role) => ({ orgId, role }))),
} as Person;

/** A template with its example. */
export interface Shipped {
  readonly path: string;
  readonly definition: Definition;
  readonly data: object;
}

const fetched = async (path: string) => (await fetch(`/schemas/${path}`)).json();

/** All templates of the catalogue. */
export async function shippedTemplates(): Promise<readonly Shipped[]> {
  const [{ documents }, parts] = await Promise.all([
    fetched('templates/index.json') as Promise<{ documents: readonly { path: string }[] }>,
    fetched('parts.json'),
  ]);
  return Promise.all(documents.map(({ path }) => read(path, parts)));
}

async function read(path: string, parts: JsonObject): Promise<Shipped> {
  const [document, data] = await Promise.all([
    fetched(`templates/${path}`),
    fetched(`templates/${path.replace(/\.json$/, '.example.json')}`),
  ]);
  const whole = bundled(document, parts);
  expect(whole.ok, path).to.equal(true);
  return { path, definition: (whole as { value: unknown }).value as Definition, data };
}

/** The facts that the templates would establish, of no records. */
export const factsOf = (all: readonly Shipped[]): FactIndex =>
  new FactIndex({
    definitions: all.map(({ definition }) => compile(definition)),
    organisations: new OrganisationIndex(organisations),
    records: [],
    now: NOW,
    isWorkday: () => true,
  });

/** A record in each state that it can be in. */
export const recordsOf = ({ definition, data }: Shipped): readonly StoredRecord[] =>
  (definition.states?.map(({ id }) => id) ?? [undefined]).map((state, at) =>
    recordOf(definition, data, `r${at}`, state),
  );

function recordOf(
  { id, version, filing, process }: Definition,
  data: object,
  at: string,
  state?: string,
): StoredRecord {
  const steps = process?.stages[0]?.steps ?? [];
  return {
    id: at,
    definition: { id, version, hash: 'x' },
    orgId: 'village',
    orgPath: 'county/town/village',
    periodCode: '2025-Q3',
    revision: 1,
    facts: [],
    data,
    subject: { id: 'p', title: 'Pat' },
    links: [{ rel: 'from', handover: 'x', recordId: 'y', definitionId: 'problem-list', key: 'k' }],
    ...(state === undefined ? {} : { state, stateSince: '2025-08-01T09:00:00+08:00' }),
    ...(filing ? { filing: { status: 'inReview', level: 0, returnCount: 0, revisionNo: 0 } } : {}),
    ...(process ? { steps: { [steps[0]!.id]: { status: 'done', on: '2025-08-01', by: 'p' } } } : {}),
    audit: { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' },
    history: [
      { at: NOW, by: 'p', act: 'create' },
      {
        at: NOW,
        by: 'system',
        act: filing ? 'filing:submit' : 'save',
        from: state,
        to: state,
        changes: Object.keys(data)
          .slice(0, 6)
          .map((key) => ({ pointer: `/${key}` })),
      },
    ],
  } as unknown as StoredRecord;
}

/** An element that people read. */
export type Reading = LitElement & { getPlainText?(): string; getPrintHTML?(): string };
/** The element with these properties, settled, in a page of that language. */
export async function shown(tag: string, properties: object, lang = 'en'): Promise<Reading> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const el = document.createElement(tag) as Reading;
  Object.assign(el, { organisations, people: [person], person, now: NOW, ...properties });
  box.append(el);
  await settled(el);
  return el;
}
export const settled = async (el: LitElement) => {
  for (let turn = 0; turn < 2; turn++) {
    await el.updateComplete;
    await nextFrame();
  }
};
