import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { bundled } from '@jiceng/core/definition/bundled.js';
import { compile } from '@jiceng/core/definition/compile.js';
import { FactIndex } from '@jiceng/core/facts/fact-index.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { LitElement } from 'lit';
import '../checklist/define.ts';
import '../form/define.ts';
import '../moves/define.ts';
import '../process/define.ts';
import '../scorecard/define.ts';
import './define.ts';

const TEMPLATES = [
  'organisations/organisations', 'organisations/members', 'organisation-life/organisation-life', 'branch-standard/branch-standard', 'three-lists-ledger/problem-list', 'three-lists-ledger/task-list', 'three-lists-ledger/responsibility-list',
  'member-admission/member-admission', 'member-points/member-points', 'star-rating/village-star-rating', 'weak-branch/weak-branch', 'grids-and-sites/six-things',
];
const NOW = '2025-09-15T09:30:00+08:00';
const organisation = (orgId: string, orgLevel: Organisation['orgLevel'], parentOrgId?: string): Organisation => ({ orgId, orgName: `${orgId} branch`, orgShortName: orgId, orgCode: orgId, orgType: 'rural', orgForm: 'branch', orgLevel, isActive: true, ...(parentOrgId ? { parentOrgId } : {}) });
const organisations = [organisation('county', 'county'), organisation('town', 'township', 'county'), organisation('village', 'village', 'town')];
const roles = ['filler', 'reviewer', 'verifier', 'rater', 'aggregator', 'administrator'] as const;
const person = { personId: 'p', personName: 'Pat', posts: organisations.flatMap(({ orgId }) => roles.map((role) => ({ orgId, role }))) } as Person;

/** Letters and punctuation that only Chinese has. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

async function read(path: string): Promise<{ definition: Definition; data: object }> {
  const [document, data, parts] = await Promise.all([`templates/${path}.json`, `templates/${path}.example.json`, 'parts.json'].map(async (name) => (await fetch(`/schemas/${name}`)).json()));
  const whole = bundled(document, parts);
  expect(whole.ok, path).to.equal(true);
  return { definition: (whole as { value: unknown }).value as Definition, data };
}

function recordOf({ id, version, filing, process }: Definition, data: object, at: string, state?: string): StoredRecord {
  const steps = process?.stages[0]?.steps ?? [];
  return {
    id: at, definition: { id, version, hash: 'x' }, orgId: 'village', orgPath: 'county/town/village', periodCode: '2025-Q3', revision: 1, facts: [], data, subject: { id: 'p', title: 'Pat' },
    links: [{ rel: 'from', handover: 'x', recordId: 'y', definitionId: 'problem-list', key: 'k' }],
    ...(state === undefined ? {} : { state, stateSince: '2025-08-01T09:00:00+08:00' }), ...(filing ? { filing: { status: 'inReview', level: 0, returnCount: 0, revisionNo: 0 } } : {}),
    ...(process ? { steps: { [steps[0]!.id]: { status: 'done', on: '2025-08-01', by: 'p' } } } : {}),
    audit: { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' },
    history: [{ at: NOW, by: 'p', act: 'create' }, { at: NOW, by: 'system', act: filing ? 'filing:submit' : 'save', from: state, to: state, changes: Object.keys(data).slice(0, 6).map((key) => ({ pointer: `/${key}` })) }],
  } as unknown as StoredRecord;
}

/** Chinese strings in data, longest first, so that they can be taken out of what is shown. */
function chineseIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') { if (CHINESE.test(value)) found.push(value); }
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach((part) => chineseIn(part, found));
  return found.sort((a, b) => b.length - a.length);
}

/** Everything that can be read in an element: texts and the attributes that are read aloud. */
function words(root: Node, found: string[] = []): string[] {
  if (root instanceof HTMLStyleElement) return found;
  if (root.nodeType === Node.TEXT_NODE && root.textContent) found.push(root.textContent);
  if (root instanceof Element) {
    for (const name of ['aria-label', 'placeholder', 'title', 'aria-description']) { const value = root.getAttribute(name); if (value) found.push(value); }
    if (root instanceof HTMLInputElement || root instanceof HTMLTextAreaElement) found.push(root.value);
    if (root.shadowRoot) words(root.shadowRoot, found);
  }
  root.childNodes.forEach((child) => words(child, found));
  return found;
}

type Reading = LitElement & { getPlainText?(): string; getPrintHTML?(): string };
async function shown(tag: string, properties: object): Promise<Reading> {
  const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const el = document.createElement(tag) as Reading;
  Object.assign(el, { organisations, people: [person], person, now: NOW, ...properties });
  box.append(el);
  await settled(el);
  return el;
}
const settled = async (el: LitElement) => { for (let turn = 0; turn < 2; turn++) { await el.updateComplete; await nextFrame(); } };

/** What is left in Chinese, without the data. */
function left(el: Reading, data: readonly string[]): string[] {
  const all = [...words(el), ...(el.getPlainText?.().split('\n') ?? []), ...(el.getPrintHTML?.().split(/<[^>]*>/) ?? [])];
  return [...new Set(all.map((text) => data.reduce((rest, value) => rest.split(value).join(''), text).trim()).filter((text) => CHINESE.test(text)))];
}

describe('English in every element', () => {
  let all: { definition: Definition; data: object }[];
  let facts: FactIndex;
  before(async () => {
    all = await Promise.all(TEMPLATES.map(read));
    facts = new FactIndex({ definitions: all.map(({ definition }) => compile(definition)), organisations: new OrganisationIndex(organisations), records: [], now: NOW, isWorkday: () => true });
  });

  for (const [at, path] of TEMPLATES.entries()) {
    it(path, async () => {
      const { definition, data } = all[at]!;
      const strings = chineseIn(data);
      const states = definition.states?.map(({ id }) => id) ?? [undefined];
      const records = states.map((state, index) => recordOf(definition, data, `r${index}`, state));
      const expectEnglish = (el: Reading, what: string) => expect(left(el, strings), `${what} of ${path}`).to.deep.equal([]);

      const ledger = await shown('jc-ledger', { definition, records, facts });
      ledger.renderRoot.querySelector<HTMLElement>('[aria-controls$="-filters"]')!.click();
      await settled(ledger);
      expectEnglish(ledger, 'ledger');
      for (const record of records) {
        (ledger as unknown as { openRecord(id: string): void }).openRecord(record.id);
        await settled(ledger);
        expectEnglish(ledger, `detail in state ${record.state}`);
      }

      ledger.parentElement!.remove();

      const moves = await shown('jc-moves', { definition, facts });
      for (const record of records) {
        Object.assign(moves, { record });
        await settled(moves);
        expectEnglish(moves, 'moves');
        for (const button of moves.renderRoot.querySelectorAll<HTMLButtonElement>('[data-move]:not([disabled])')) {
          button.click();
          await settled(moves);
          const [, confirm] = moves.renderRoot.querySelectorAll<HTMLElement>('.dialog-foot button');
          confirm!.click();
          await settled(moves);
          expectEnglish(moves, `dialog of ${button.dataset['move']}`);
          moves.renderRoot.querySelector<HTMLElement>('.dialog-foot button')!.click();
          await settled(moves);
        }
      }

      moves.parentElement!.remove();

      const [record] = records;
      const form = await shown('jc-form', { definition, record, facts });
      (form as unknown as { validate(): boolean }).validate();
      await settled(form);
      expectEnglish(form, 'form');
      expectEnglish(await shown('jc-checklist', { definition, record, organisation: organisations[2] }), 'checklist');
      if (definition.process) expectEnglish(await shown('jc-process', { definition, record, facts }), 'process');
      if (definition.score && !definition.score.over) {
        for (const reviewing of [false, true]) {
          const card = await shown('jc-scorecard', { definition, record, facts, organisation: organisations[2], reviewing });
          for (const button of card.renderRoot.querySelectorAll<HTMLElement>('.points')) button.click();
          await settled(card);
          expectEnglish(card, 'score card');
        }
      }
    });
  }
});
