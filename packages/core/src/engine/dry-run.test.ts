import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { record, trial } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { JsonObject } from '../json/json.ts';
import { differences } from '../version/differences.ts';
import { proposedMigration } from '../version/propose.ts';
import { nextVersion } from '../version/version-number.ts';
import { DryRun } from './dry-run.ts';

const version = (number: string, properties: object) =>
  ({ ...trial({ record: record(properties as never) }), version: number }) as unknown as Definition;
const one = version('1.0.0', {
  phone: { type: 'string', title: '联系电话' },
  count: { type: 'string', title: '次数' },
  note: { type: 'string', title: '备注' },
});
const two = version('2.0.0', {
  phoneNumber: { type: 'string', title: '联系电话' },
  count: { type: 'integer', title: '次数', maximum: 9 },
});
const stored = (id: string, data: JsonObject): StoredRecord => ({
  id,
  definition: { id: 'trial', version: '1.0.0', hash: 'a' },
  orgId: 'town',
  orgPath: 'town',
  revision: 0,
  links: [],
  facts: [],
  audit: {
    createdAt: '2025-09-01T08:00:00+08:00',
    createdBy: 'zhou',
    updatedAt: '2025-09-01T08:00:00+08:00',
    updatedBy: 'zhou',
  },
  history: [],
  data,
});

describe('trying a migration', () => {
  it('counts what changes, what is kept aside and what would be wrong, with samples, and leaves the records alone', () => {
    const { steps } = proposedMigration(one, two, differences(one, two));
    assert.deepEqual(
      steps.map((step) => step.do),
      ['retype', 'rename', 'drop'],
    );
    const run = new DryRun({ from: '1.0.0', to: '2.0.0', steps }, compile(one), compile(two));
    const records = [
      stored('r1', { phone: '139', count: '4' }),
      stored('r2', { count: '约5' }),
      stored('r3', { count: '40', note: '旧' }),
      stored('r4', {}),
      stored('r5', { count: 7 }),
    ];
    const before = JSON.stringify(records);
    for (const each of records) run.take(each);
    assert.deepEqual(run.counts, { records: 5, changed: 3, broken: 1, keptAside: [1, 0, 1] });
    assert.deepEqual(
      run.samples.map(({ before: { id }, after, problems }) => [id, after.data, problems.map(({ code }) => code)]),
      [
        ['r3', { count: 40 }, ['maximum']],
        ['r1', { phoneNumber: '139', count: 4 }, []],
        ['r2', {}, []],
      ],
    );
    assert.equal(JSON.stringify(records), before);
  });
});

describe('the next version', () => {
  it('leaps as far as it has to', () => {
    assert.deepEqual(
      (['patch', 'minor', 'major'] as const).map((leap) => nextVersion('1.4.9', leap)),
      ['1.4.10', '1.5.0', '2.0.0'],
    );
  });
});
