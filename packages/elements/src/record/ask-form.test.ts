import { compile } from '@jiceng/core/definition/compile.js';
import type { Snapshot } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../form/define.js';
import '../scorecard/define.js';
import { readForm } from './ask-form.js';
import { Sight } from './sight.js';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'contest',
  version: '1.0.0',
  title: '创建评分',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '命名。' },
  record: {
    type: 'object',
    properties: {
      scores: {
        type: 'object',
        title: '评分',
        additionalProperties: { type: 'object', properties: { selfScore: { type: 'number', title: '自评' } } },
      },
      day: { type: 'string', format: 'date', title: '日期' },
    },
  },
  view: [{ section: '评分', fields: [{ field: '/scores', widget: 'scorecard' }, '/day'] }],
  parameters: { full: { title: '满分线', value: 90, unit: '%', source: 'S002' } },
  rules: [{ check: 'full>0', level: 'warning', message: '满分线为{full}%。', fields: ['/day'], source: 'S002' }],
  score: {
    max: 6,
    entries: '/scores',
    dimensions: [
      {
        id: 'd',
        title: '制度',
        items: [
          {
            id: 'held',
            title: '三会一课',
            rule: '{full}%以上得满分。',
            max: 6,
            method: 'ratio',
            value: 'FACT("meetings/rate")',
            full: 'full',
            source: 'S000',
          },
        ],
      },
    ],
  },
} as unknown as Definition;
const record: StoredRecord = {
  id: 'r',
  definition: { id: 'contest', version: '1.0.0', hash: compile(definition).hash },
  orgId: 'o',
  orgPath: 'o',
  periodCode: '2025',
  revision: 1,
  links: [],
  facts: [],
  history: [],
  data: {},
  audit: {
    createdAt: '2025-09-15T09:00:00+08:00',
    createdBy: 'p',
    updatedAt: '2025-09-15T09:00:00+08:00',
    updatedBy: 'p',
  },
};
const facts: FactReader = {
  declaration: (id) => ({ id, title: '规范执行率', subject: 'organisation', type: 'percent' }),
  read: ({ id }) => ({ id, num: 9, den: 10, value: 90, sources: [] }),
};

describe('a record in the page of its ledger', () => {
  it('counts its score card by the facts of the data source, and takes bases for no later edit', async () => {
    const snapshot = { facts, organisation: () => undefined, person: () => undefined } as unknown as Snapshot;
    const sight = new Sight({ definition, snapshot, now: '2025-09-15T09:00:00+08:00', locale: 'zh-CN' });
    const form = await fixture<HTMLElement>(readForm(sight, record));
    const said = () =>
      form.shadowRoot?.querySelector('jc-scorecard')?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
    await waitUntil(() => said().includes('三会一课'), undefined, { timeout: 8000 });
    expect(said()).to.include('90%以上得满分。');
    expect(said()).to.include('已评 1 / 1 项');
    expect(said()).not.to.include('定义已修改');
  });
});
