import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Score } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { scoreEntries } from './over.ts';
import type { Scorable } from './plan.ts';
import { itemsOf, leavesOf } from './tree.ts';

const score: Score = {
  max: 60,
  base: 60,
  places: 1,
  over: { period: 'year', on: '/pointsOn', item: '/pointsItem', points: '/pointsValue', states: ['confirmed'] },
  dimensions: [
    {
      id: 'plus',
      title: '加分',
      adjust: true,
      items: [
        { id: 'activity', title: '参加组织活动', max: 24, method: 'manual', per: 2, source: 'S001' },
        { id: 'honour', title: '受到表彰', max: 6, method: 'manual', source: 'O' },
      ],
    },
    {
      id: 'minus',
      title: '减分',
      adjust: true,
      floor: -30,
      items: [{ id: 'violation', title: '违纪违法', max: 0, method: 'deduct', per: 20, source: 'S001' }],
    },
  ],
  veto: [
    { id: 'violation', title: '违纪违法', when: 'SUMIF(score.itemId,"violation",score.points)<0', band: 'remind' },
  ],
  bands: [
    { id: 'leading', title: '先进', min: 90 },
    { id: 'ordinary', title: '一般', min: 60 },
    { id: 'remind', title: '提醒', min: 0 },
  ],
};
const compiled: Scorable = {
  definition: { score } as unknown as Scorable['definition'],
  parameters: new Map(),
  formula(text) {
    const result = parseFormula(text);
    assert.ok(result.ok);
    return result.value;
  },
};
let count = 0;
const entry = (
  pointsItem: string,
  pointsOn: string,
  pointsValue?: number,
  more: Partial<StoredRecord> = {},
): StoredRecord =>
  ({
    id: `r${++count}`,
    orgId: 'o1',
    subject: { id: 'p1', title: '王某' },
    state: 'confirmed',
    data: { pointsItem, pointsOn, ...(pointsValue === undefined ? {} : { pointsValue }) },
    ...more,
  }) as StoredRecord;
const scope = { today: '2025-09-15', name: () => null };
const sum = (records: StoredRecord[], period = '2025') => {
  const tree = scoreEntries(compiled, records, { id: 'p1' }, period, () => scope);
  assert.ok(tree);
  assert.equal(
    Math.round(leavesOf(tree).reduce((total, points) => total + points, 0) * 10),
    Math.round(tree.points * 10),
  );
  return tree;
};

describe('scoreEntries', () => {
  it('adds what counts in the year, up to the cap of each item', () => {
    const tree = sum([
      ...Array.from({ length: 13 }, () => entry('activity', '2025-03-01', 2)),
      entry('honour', '2025-12-31', 3),
      entry('honour', '2024-12-31', 3),
      entry('honour', '2025-01-01', 3, { state: 'objected' }),
      entry('honour', '2025-01-01', 3, { subject: { id: 'p2', title: '李某' } }),
      entry('unknownItem', '2025-01-01', 3),
    ]);
    assert.equal(tree.points, 87);
    const [activity, honour] = itemsOf(tree);
    assert.deepEqual([activity?.points, activity?.entries.length, activity?.adjustments[0]?.points], [24, 13, -2]);
    assert.equal(honour?.entries.length, 1);
  });

  it('adds from the start of the year to the end of a shorter period', () => {
    const records = [entry('activity', '2025-03-31', 2), entry('activity', '2025-07-01', 2)];
    assert.deepEqual(
      ['2025-Q1', '2025-Q2', '2025-Q3', '2025-03'].map((period) => sum(records, period).points),
      [62, 62, 64, 62],
    );
  });

  it('takes the points of the item where the entry has none, and lets losses go below zero down to the floor', () => {
    const tree = sum([
      entry('violation', '2025-02-01'),
      entry('violation', '2025-03-01'),
      entry('activity', '2025-02-01'),
    ]);
    assert.deepEqual([tree.points, tree.vetoed, tree.band?.band.id], [32, true, 'remind']);
    assert.equal(tree.dimensions[1]?.points, -30);
  });

  it('does not depend on the order of records', () => {
    const made = fc.record({
      item: fc.constantFrom('activity', 'honour', 'violation'),
      month: fc.integer({ min: 1, max: 9 }),
      points: fc.integer({ min: 0, max: 90 }).map((n) => n / 10),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 30 }), (list) => {
        const records = list.map(({ item, month, points }) => entry(item, `2025-0${month}-01`, points));
        assert.equal(sum(records).points, sum([...records].reverse()).points);
      }),
      { numRuns: 50 },
    );
  });
});
