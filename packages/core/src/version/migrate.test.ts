import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stepProblems } from '../admit/check/migration.ts';
import fc from '../fixtures/fast-check.ts';
import type { MigrationStep } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { sameJson } from '../json/changes.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { inverse } from './inverse.ts';
import { migrate } from './migrate.ts';

const record = (data: JsonObject, state = 'open'): StoredRecord => ({
  id: 'r1',
  definition: { id: 'visits', version: '1.0.0', hash: 'a' },
  orgId: 'town',
  orgPath: 'town',
  state,
  revision: 3,
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
const way = (...steps: unknown[]) => ({ from: '1.0.0', to: '2.0.0', steps: steps as MigrationStep[] });
const after = (data: JsonObject, ...steps: unknown[]) => migrate(record(data), way(...steps), 'b').record;

describe('migrating a record', () => {
  it('takes each kind of step', () => {
    assert.deepEqual(after({ phone: '139' }, { do: 'rename', from: '/phone', to: '/mobile' }).data, { mobile: '139' });
    assert.deepEqual(after({ phone: '139' }, { do: 'move', from: '/phone', to: '/contact/mobile' }).data, {
      contact: { mobile: '139' },
    });
    assert.deepEqual(
      after({ at: '城关镇、东关村、3组' }, { do: 'split', from: '/at', to: ['/town', '/village'], by: '、' }).data,
      { town: '城关镇', village: '东关村、3组' },
    );
    assert.deepEqual(
      after({ town: '城关镇', village: '东关村' }, { do: 'merge', from: ['/town', '/village'], to: '/at', by: '、' })
        .data,
      { at: '城关镇、东关村' },
    );
    assert.deepEqual(
      after(
        { n: '1,200', on: '2025年3月1日', yes: '是' },
        { do: 'retype', field: '/n', to: 'number' },
        { do: 'retype', field: '/on', to: 'date' },
        { do: 'retype', field: '/yes', to: 'boolean' },
      ).data,
      { n: 1200, on: '2025-03-01', yes: true },
    );
    assert.deepEqual(
      after(
        { kind: 'a', kinds: ['a', 'b'] },
        { do: 'recode', field: '/kind', codes: [{ from: 'a', to: 'x' }] },
        { do: 'recode', field: '/kinds', codes: [{ from: 'a' }] },
      ).data,
      { kind: 'x', kinds: ['b'] },
    );
    assert.deepEqual(
      after({ a: 0 }, { do: 'default', field: '/a', value: 1 }, { do: 'default', field: '/b', value: 2 }).data,
      { a: 0, b: 2 },
    );
    assert.equal(
      migrate(record({}), way({ do: 'recode', field: 'state', codes: [{ from: 'open', to: 'running' }] }), 'b').record
        .state,
      'running',
    );
  });

  it('takes the marks of the process along, and keeps aside those whose step is gone', () => {
    const mark = (on: string) => ({ status: 'done', on, by: 'zhou' }) as const;
    const [first, second, third] = [mark('2025-01-01'), mark('2025-02-01'), mark('2025-03-01')];
    const before: StoredRecord = { ...record({}), steps: { s1: first, s2: second, s3: third } };
    const there = way({
      do: 'recode',
      field: 'steps',
      codes: [{ from: 's1', to: 's2' }, { from: 's2', to: 's1' }, { from: 's3' }],
    });
    const made = migrate(before, there, 'b');
    assert.deepEqual(made.record.steps, { s2: first, s1: second });
    assert.deepEqual(made.keptAside, [{ step: 0, pointer: 'steps' }]);
    assert.deepEqual(migrate(made.record, inverse(there), 'a').record, before);
    const goneOn = { ...made.record, steps: { ...made.record.steps, s4: third } };
    const back = migrate(goneOn, inverse(there), 'a').record;
    assert.deepEqual(back.steps, { s1: first, s2: second, s4: third }, 'what was done meanwhile stays done');
    assert.deepEqual(back.upgrades?.[0]?.leftovers[0]?.value, before.steps, 'and the rest is still there');
  });

  it('follows every row of a repeated field', () => {
    const rows: JsonObject = { rows: [{ a: '1' }, { b: 2 }, { a: 'x' }] as Json[] };
    const made = after(
      rows,
      { do: 'rename', from: '/rows/*/a', to: '/rows/*/count' },
      { do: 'retype', field: '/rows/*/count', to: 'integer' },
    );
    assert.deepEqual(made.data, { rows: [{ count: 1 }, { b: 2 }, {}] });
    assert.deepEqual(made.upgrades?.[0]?.leftovers, [{ step: 1, pointer: '/rows/2/count', value: 'x', rows: 3 }]);
  });

  it('keeps aside what finds no place, and says which step could not go on with it', () => {
    const made = migrate(
      record({ note: '旧', n: '约5', taken: 1, from: 2 }),
      way(
        { do: 'drop', field: '/note' },
        { do: 'retype', field: '/n', to: 'number' },
        { do: 'rename', from: '/from', to: '/taken' },
      ),
      'b',
    );
    assert.deepEqual(made.record.data, { taken: 2 });
    assert.deepEqual(
      made.record.upgrades?.[0]?.leftovers.map(({ pointer, value }) => [pointer, value]),
      [
        ['/note', '旧'],
        ['/n', '约5'],
        ['/taken', 1],
        ['/from', 2],
      ],
    );
    assert.deepEqual(
      made.keptAside.map(({ step }) => step),
      [0, 1, 2],
    );
  });

  it('leaves what people changed meanwhile changed on the way back', () => {
    const there = way(
      { do: 'retype', field: '/n', to: 'number' },
      { do: 'default', field: '/ok', value: true },
      { do: 'drop', field: '/rows/*/x' },
    );
    const made = migrate(record({ n: '1,200', rows: [{ x: 1 }] }), there, 'b').record;
    const changed = { ...made, data: { n: 7, ok: false, rows: [{}, {}] } } as StoredRecord;
    const back = migrate(changed, inverse(there), 'a').record;
    assert.deepEqual(back.data, { n: '7', ok: false, rows: [{}, {}] });
    assert.deepEqual(
      back.upgrades?.[0]?.leftovers.map(({ pointer, value }) => [pointer, value]),
      [
        ['/ok', undefined],
        ['/n', 7],
        ['/n', '1,200'],
        ['/rows/0/x', 1],
      ].filter(([, value]) => value !== undefined && value !== 7),
    );
  });

  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.constantFrom<Json>('', 'a', 'b', 'a、b', '12', '约5', '是', 1, 0, 2.5, true, false, null, '2025年3月1日'),
    fc.array(fc.constantFrom<Json>('a', 'b', 1), { maxLength: 3 }),
  );
  const key = fc.constantFrom('a', 'b', 'c');
  const rows = fc.array(fc.dictionary(key, value, { maxKeys: 3 }), { maxLength: 3 });
  const data = fc.record(
    { a: value, b: value, c: value, g: fc.dictionary(key, value, { maxKeys: 2 }), rows },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>;
  const place = fc.constantFrom('/a', '/b', '/c', '/g/a', '/g/b', '/h/i/a', '/a/x');
  const cell = key.map((name) => `/rows/*/${name}`);
  const codes = fc.array(
    fc.record(
      { from: fc.constantFrom('a', 'b', 1), to: fc.constantFrom('a', 'b', 'x', 1) },
      { requiredKeys: ['from'] },
    ),
    { minLength: 1, maxLength: 3 },
  );
  const type = fc.constantFrom('text', 'number', 'integer', 'boolean', 'date', 'list');
  const stepsAt = (at: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc.record({ do: fc.constantFrom('rename', 'move'), from: at, to: at }),
      fc.record({ do: fc.constant('drop'), field: at }),
      fc.record({ do: fc.constant('retype'), field: at, to: type, was: type }, { requiredKeys: ['do', 'field', 'to'] }),
      fc.record({ do: fc.constant('recode'), field: at, codes }),
      fc.record({ do: fc.constant('default'), field: at, value }),
      fc.record({ do: fc.constant('split'), from: at, to: fc.tuple(at, at), by: fc.constant('、') }),
      fc.record({ do: fc.constant('merge'), from: fc.tuple(at, at), to: at, by: fc.constant('、') }),
    );
  const state = fc.record({ do: fc.constant('recode'), field: fc.constant('state'), codes });
  const marks = fc.record({ do: fc.constant('recode'), field: fc.constant('steps'), codes });
  const steps = fc.array(
    (fc.oneof(stepsAt(place), stepsAt(cell), state, marks) as fc.Arbitrary<MigrationStep>).filter(
      (step) => stepProblems(step).length === 0,
    ),
    { maxLength: 6 },
  );

  it('is the identity there and back, whatever the steps', () => {
    fc.assert(
      fc.property(
        data,
        steps,
        fc.constantFrom('a', 'b', 'open'),
        fc.subarray(['a', 'b', 'c']),
        (content, list, at, done) => {
          const marked = Object.fromEntries(
            done.map((id) => [id, { status: 'done', on: '2025-01-01', by: id } as const]),
          );
          const before: StoredRecord = { ...record(content, at), steps: marked };
          const there = { from: '1.0.0', to: '2.0.0', steps: list };
          const back = migrate(migrate(before, there, 'b').record, inverse(there), 'a').record;
          assert.ok(
            sameJson(before as unknown as Json, back as unknown as Json),
            JSON.stringify([before.data, back.data, back.upgrades, back.state]),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('loses nothing: every value is in the data, kept aside, or what a step made of it', () => {
    fc.assert(
      fc.property(data, steps, (content, list) => {
        const made = migrate(
          record(content),
          {
            from: '1.0.0',
            to: '2.0.0',
            steps: list.filter((step) => step.do === 'rename' || step.do === 'move' || step.do === 'drop'),
          },
          'b',
        ).record;
        const found = JSON.stringify([made.data, made.upgrades]);
        for (const each of Object.values(content))
          if (!Array.isArray(each) && typeof each !== 'object')
            assert.ok(found.includes(JSON.stringify(each)), JSON.stringify(each));
      }),
    );
  });
});
