import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import type { Compiled } from '../definition/compiled.ts';
import { trial } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { wayBetween } from '../version/way.ts';
import { apply } from './apply.ts';
import type { Outcome, Snapshot } from './contract.ts';
import { Store } from './fixtures/store.ts';

const NOW = '2025-04-03T09:00:00+08:00';
const properties = { phone: { type: 'string', title: '电话' }, count: { type: 'integer', title: '次数' } };
const version = (number: string, record: object, more: object = {}): Compiled =>
  compile({
    ...trial({ record: { type: 'object', properties: record } }),
    version: number,
    ...more,
  } as unknown as Definition);
const one = version('1.0.0', properties, {
  states: [
    { id: 'open', title: '在办' },
    { id: 'closed', title: '办结', final: true },
  ],
  moves: [{ id: 'close', title: '办结', from: ['open'], to: 'closed' }],
});
const two = version(
  '2.0.0',
  {
    mobile: { type: 'string', title: '手机' },
    count: { type: 'integer', title: '次数', maximum: 9 },
    double: { type: 'integer', title: '两倍', readOnly: true },
  },
  {
    states: [
      { id: 'running', title: '在办' },
      { id: 'closed', title: '办结', final: true },
    ],
    moves: [{ id: 'close', title: '办结', from: ['running'], to: 'closed' }],
    rules: [{ field: '/double', value: 'count*2' }],
    migration: {
      from: '1.0.0',
      steps: [
        { do: 'rename', from: '/phone', to: '/mobile' },
        { do: 'recode', field: 'state', codes: [{ from: 'open', to: 'running' }] },
      ],
    },
  },
);
const three = version('2.0.1', two.definition.record.properties, {
  states: two.definition.states,
  moves: two.definition.moves,
});
const versions = [three, two, one];

function stored(
  data: object,
  store = new Store([one], NOW),
): {
  readonly record: StoredRecord;
  readonly run: (to: string, personId: string | null, revision?: number) => Outcome;
} {
  const made = store.run(
    { kind: 'create', recordId: 'r1', definitionId: one.definition.id, orgId: 'village1', data: data as never },
    null,
  );
  assert.ok(made.ok);
  let record = made.records[0] as StoredRecord;
  const snapshot = (): Snapshot => ({
    ...store.snapshot(),
    record: () => record,
    versions: () => versions,
    definition: (id, number) =>
      versions.find(
        ({ definition }) => definition.id === id && (number === undefined || definition.version === number),
      ),
  });
  return {
    record,
    run(to, personId, revision = record.revision) {
      const outcome = apply(
        { kind: 'upgrade', recordId: 'r1', revision, version: to },
        snapshot(),
        personId === null ? null : { personId },
        NOW,
      );
      if (outcome.ok) record = outcome.records[0] ?? record;
      return outcome;
    },
  };
}
const first = (outcome: Outcome): StoredRecord => {
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal));
  return outcome.records[0] as StoredRecord;
};
const codeOf = (outcome: Outcome): string =>
  outcome.ok ? 'ok' : `${outcome.refusal.code}: ${outcome.refusal.problems[0]?.code}`;

describe('upgrading a record', () => {
  it('goes over all versions between, computes what is still open, and comes back as it was', () => {
    const { record, run } = stored({ phone: '139', count: 4 });
    const up = first(run('2.0.1', null));
    assert.deepEqual(
      [up.definition.version, up.definition.hash, up.state, up.data, up.revision],
      ['2.0.1', three.hash, 'running', { mobile: '139', count: 4 }, 1],
    );
    assert.deepEqual(
      up.upgrades?.map(({ from, to }) => `${from} ${to}`),
      ['1.0.0 2.0.0', '2.0.0 2.0.1'],
    );
    const down = first(run('1.0.0', null));
    assert.deepEqual(
      [down.definition, down.data, down.state, down.upgrades],
      [record.definition, record.data, record.state, undefined],
    );
    assert.deepEqual(
      down.history.slice(1).map(({ act, from, to }) => `${act} ${from} ${to}`),
      ['upgrade 1.0.0 2.0.1', 'upgrade 2.0.1 1.0.0'],
    );
  });
  it('computes the fields of the version that it stops at', () => {
    assert.deepEqual(first(stored({ phone: '139', count: 4 }).run('2.0.0', null)).data, {
      mobile: '139',
      count: 4,
      double: 8,
    });
  });
  it('never makes a right record wrong, refuses strangers, unknown versions and old revisions, and does nothing twice', () => {
    assert.equal(codeOf(stored({ count: 12 }).run('2.0.0', null)), 'invalid: maximum');
    assert.equal(codeOf(stored({}).run('2.0.0', 'filler1')), 'forbidden: not-allowed');
    assert.equal(codeOf(stored({}).run('9.0.0', null)), 'missing: no-version');
    assert.equal(codeOf(stored({}).run('2.0.0', null, 7)), 'conflict: conflict');
    assert.equal(first(stored({}).run('1.0.0', null)).revision, 0);
  });
});

describe('the way between versions', () => {
  const way = (from: string, to: string) =>
    wayBetween(versions, from, to)?.map(({ upgrade }) => `${upgrade.from}>${upgrade.to} ${upgrade.steps.length}`);
  it('is made of what the versions bring, either way', () => {
    assert.deepEqual(way('1.0.0', '2.0.1'), ['1.0.0>2.0.0 2', '2.0.0>2.0.1 0']);
    assert.deepEqual(way('2.0.1', '1.0.0'), ['2.0.1>2.0.0 0', '2.0.0>1.0.0 2']);
    assert.deepEqual(way('2.0.0', '2.0.0'), []);
    assert.equal(way('1.0.0', '3.0.0'), undefined);
    assert.equal(way('0.9.0', '2.0.0'), undefined);
  });
});
