import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import type { FactCall } from '../formula/run.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { Parameter, Score, ScoreItem } from '../generated/definition.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Scorable } from './plan.ts';
import { scoreRecord } from './score.ts';
import type { ScoreScope } from './trace.ts';
import { itemsOf, leavesOf, type ItemNode, type ScoreTree } from './tree.ts';

const item = (id: string, more: Partial<ScoreItem>): ScoreItem => ({
  id,
  title: id,
  max: 10,
  method: 'auto',
  source: 'S000',
  ...more,
});

function scorable(score: Score, parameters: Record<string, number> = {}): Scorable {
  const titled = Object.entries(parameters).map(([name, value]): [string, Parameter] => [
    name,
    { title: name, value, source: 'S000' },
  ]);
  return {
    definition: { score, parameters: Object.fromEntries(titled) } as unknown as Scorable['definition'],
    parameters: new Map(Object.entries(parameters)),
    formula(text) {
      const result = parseFormula(text);
      assert.ok(result.ok, text);
      return result.value;
    },
  };
}

function scope(
  values: Record<string, Value>,
  facts: Record<string, Partial<Record<FactCall['part'], number>>> = {},
): ScoreScope {
  const names = new Map(Object.entries(values));
  return {
    today: '2025-09-15',
    name: (name) => names.get(name),
    fact: ({ id, part }) =>
      new Map(Object.entries(facts)).get(id)?.[part] ?? new FormulaError('#N/A', 'not-available', id),
  };
}

const card = (items: readonly ScoreItem[], more: Partial<Score> = {}): Score => ({
  max: items.reduce((sum, { max }) => sum + max, 0),
  entries: '/scores',
  dimensions: [{ id: 'only', title: 'only', items: [...items] }],
  ...more,
});

function result(
  score: Score,
  values: Record<string, Value> = {},
  entries: object = {},
  parameters: Record<string, number> = {},
): ScoreTree {
  const tree = scoreRecord(
    scorable(score, parameters),
    { data: { scores: entries } },
    scope({ ...parameters, ...values }),
  );
  assert.ok(tree);
  assertAddsUp(tree);
  return tree;
}

function assertAddsUp(tree: ScoreTree): void {
  const scale = 10 ** tree.places;
  assert.equal(
    leavesOf(tree).reduce((sum, points) => sum + Math.round(points * scale), 0),
    Math.round(tree.points * scale),
  );
}

const only = (more: Partial<ScoreItem>, values: Record<string, Value> = {}, entry: object = {}): ItemNode =>
  itemsOf(result(card([item('a', more)]), values, { a: entry }))[0] as ItemNode;

describe('methods', () => {
  const vectors: readonly (readonly [string, Partial<ScoreItem>, Value, number])[] = [
    ['auto true', { method: 'auto' }, true, 10],
    ['auto false', { method: 'auto' }, false, 0],
    ['auto points', { method: 'auto' }, 3.333, 3.33],
    ['auto above its points', { method: 'auto' }, 12, 10],
    ['auto below zero', { method: 'auto' }, -3, 0],
    ['boolean', { method: 'boolean' }, true, 10],
    ['boolean where no is better', { method: 'boolean', direction: 'down' }, true, 0],
    ['count', { method: 'countCap', required: 12 }, 10, 8.33],
    ['count above what is required', { method: 'countCap', required: 12 }, 40, 10],
    ['count below zero', { method: 'countCap', required: 12 }, -1, 0],
    ['ratio of 100', { method: 'ratio' }, 83.335, 8.33],
    ['ratio of its full value', { method: 'ratio', full: 90, max: 6 }, 250 / 3, 5.56],
    ['ratio, tie away from zero', { method: 'ratio', max: 1 }, 0.5, 0.01],
    ['ratio, tie that binary numbers would lose', { method: 'ratio', max: 10 }, 10.05, 1.01],
    ['ratio, one third', { method: 'ratio', full: 3, max: 1 }, 1, 0.33],
    ['ratio where less is better', { method: 'ratio', direction: 'down', full: 20 }, 60, 5],
    ['ratio where less is better, reached', { method: 'ratio', direction: 'down', full: 20 }, 20, 10],
    [
      'step reached exactly',
      {
        method: 'threshold',
        steps: [
          { at: 75, points: 2 },
          { at: 90, points: 4 },
        ],
      },
      90,
      4,
    ],
    [
      'step just missed',
      {
        method: 'threshold',
        steps: [
          { at: 75, points: 2 },
          { at: 90, points: 4 },
        ],
      },
      89.99,
      2,
    ],
    ['no step', { method: 'threshold', steps: [{ at: 75, points: 2 }] }, 10, 0],
    [
      'step downwards',
      {
        method: 'threshold',
        direction: 'down',
        steps: [
          { at: 180, points: 3 },
          { at: 365, points: 1 },
        ],
      },
      180,
      3,
    ],
    ['deduct', { method: 'deduct', per: 1.5 }, 2, 7],
    ['deduct not below zero', { method: 'deduct', per: 6 }, 2, 0],
    ['deduct never adds', { method: 'deduct' }, -2, 10],
  ];
  for (const [name, more, value, points] of vectors) {
    it(`${name}: ${points}`, () => assert.equal(only({ ...more, value: 'x' }, { x: value }).points, points));
  }

  it('reads limits from parameters and remembers their names', () => {
    const tree = result(
      card([item('a', { method: 'ratio', value: 'x', full: 'heldRateFull' })]),
      { x: 45 },
      {},
      { heldRateFull: 90 },
    );
    assert.deepEqual(itemsOf(tree)[0]?.input.full, { value: 90, name: 'heldRateFull' });
    assert.equal(tree.points, 5);
  });
});

describe('missing, not applicable and entered values', () => {
  it('treats a ratio over nothing as missing, and nothing required as not applicable', () => {
    const missing = only({ method: 'ratio', value: '1/x' }, { x: 0 });
    assert.equal(missing.missing?.kind, 'no-denominator');
    assert.equal(missing.waiting, true);
    const none = only({ method: 'countCap', value: 'x', required: 0 }, { x: 3 });
    assert.equal(none.applies, false);
    assert.equal(none.excluded, true);
  });

  it('lets people score what has no data, and says which fact is missing', () => {
    const node = only({ method: 'ratio', value: 'FACT("organisation-life/heldRate")' }, {}, { selfScore: 4 });
    assert.equal(node.missing?.fact?.call.id, 'organisation-life/heldRate');
    assert.deepEqual([node.points, node.origin, node.waiting], [4, 'self', false]);
  });

  it('leaves out or counts nothing when the definition says so, but never hides a broken formula', () => {
    const value = 'FACT("a/b")';
    assert.equal(only({ value, whenMissing: 'exclude' }).excluded, true);
    assert.deepEqual(only({ value, whenMissing: 'zero' }).computed, 0);
    const broken = only({ method: 'ratio', value: '"words"+1', whenMissing: 'exclude' });
    assert.deepEqual([broken.missing?.kind, broken.excluded, broken.waiting], ['error', false, true]);
  });

  it('has its own rule for a rate over nothing', () => {
    const more = {
      method: 'ratio' as const,
      value: 'FACT("a/b")',
      max: 6,
      whenMissing: 'zero' as const,
      whenNothing: 'full' as const,
    };
    const over = (parts: Partial<Record<FactCall['part'], number>>) => {
      const tree = scoreRecord(scorable(card([item('a', more)])), { data: {} }, scope({}, { 'a/b': parts }));
      return itemsOf(tree as ScoreTree)[0]?.computed;
    };
    assert.deepEqual([over({ num: 0, den: 0 }), over({})], [6, 0]);
  });

  it('prefers the review to the computed score, and that to the self-score', () => {
    assert.deepEqual(only({ value: 'x' }, { x: 7 }, { selfScore: 9 }).points, 7);
    const reviewed = only({ value: 'x' }, { x: 7 }, { selfScore: 9, reviewScore: 5 });
    assert.deepEqual([reviewed.points, reviewed.origin, reviewed.computed], [5, 'review', 7]);
    assert.equal(only({ method: 'manual' }, {}, { selfScore: 99 }).points, 10);
    assert.equal(only({ method: 'manual' }, {}, { selfScore: 0 }).waiting, false);
    assert.equal(only({ method: 'manual' }, {}, { selfScore: '5' }).waiting, true);
  });

  it('scores answers by the method', () => {
    assert.equal(only({ method: 'boolean' }, {}, { answer: true }).points, 10);
    assert.equal(only({ method: 'boolean' }, {}, { answer: false }).waiting, false);
    assert.equal(only({ method: 'countCap', required: 4 }, {}, { answer: 3 }).points, 7.5);
  });

  it('scales the rest up when items are left out', () => {
    const tree = result(
      card([
        item('a', { value: 'x' }),
        item('b', { value: 'x', applicable: 'FALSE' }),
        item('c', { value: 'x', max: 5 }),
      ]),
      { x: 4 },
    );
    assert.deepEqual([tree.points, tree.max], [13.33, 25]);
    assert.deepEqual(
      tree.adjustments.map(({ kind, points }) => [kind, points]),
      [['rescale', 5.33]],
    );
    assert.equal(result(card([item('a', { value: 'x', applicable: 'FALSE' })]), { x: 1 }).points, 0);
  });
});

describe('caps, vetoes and bands', () => {
  const bands: Score['bands'] = [
    { id: 'notMet', title: '未达标', min: 0 },
    { id: 'met', title: '达标', min: 85, minShare: 60 },
    { id: 'basicallyMet', title: '基本达标', min: 70 },
  ];
  const dimensions = (first: number, second: number): Score => ({
    max: 100,
    bands,
    dimensions: [
      { id: 'd1', title: 'd1', items: [item('a', { max: 80, value: String(first) })] },
      { id: 'd2', title: 'd2', items: [item('b', { max: 20, value: String(second) })] },
    ],
    veto: [
      { id: 'falseData', title: '弄虚作假', when: 'isFalse', band: 'notMet', total: 59 },
      { id: 'weak', title: '短板', when: 'SUM(score.points)<10' },
    ],
  });

  it('takes the best band whose conditions all hold, and tells what the others lack', () => {
    const tree = result(dimensions(80, 8), { isFalse: false });
    assert.deepEqual([tree.points, tree.band?.band.id], [88, 'basicallyMet']);
    assert.deepEqual(
      tree.bands[0]?.reasons.map(
        (reason) => reason.kind === 'dimension' && [reason.dimension.id, reason.needed, reason.missing],
      ),
      [['d2', 12, 4]],
    );
    assert.equal(result(dimensions(73, 12), { isFalse: false }).band?.band.id, 'met');
    assert.deepEqual(
      result(dimensions(60, 12), { isFalse: false }).bands.map(({ reasons }) => reasons.length),
      [1, 0, 0],
    );
  });

  it('limits total and band by a veto, as a node of its own', () => {
    const tree = result(dimensions(80, 20), { isFalse: true });
    assert.deepEqual([tree.points, tree.vetoed, tree.band?.band.id], [59, true, 'notMet']);
    assert.deepEqual(
      tree.adjustments.map(({ kind, points }) => [kind, points]),
      [['veto', -41]],
    );
    assert.equal(
      tree.bands[1]?.reasons.some(({ kind }) => kind === 'veto'),
      true,
    );
  });

  it('says so when a veto cannot be decided', () => {
    assert.deepEqual(
      result(dimensions(1, 1), {}).vetoes.map(({ state }) => state),
      ['unknown', 'applies'],
    );
  });

  it('bounds plus and minus parts and keeps them out of the maximum', () => {
    const tree = result(
      {
        max: 10,
        dimensions: [
          { id: 'd', title: 'd', items: [item('a', { value: 'x' })] },
          { id: 'plus', title: 'plus', adjust: true, cap: 3, items: [item('p', { value: '5' })] },
          {
            id: 'minus',
            title: 'minus',
            adjust: true,
            floor: -4,
            items: [item('m', { max: 0, method: 'deduct', per: 2, value: '3' })],
          },
        ],
      },
      { x: 10 },
    );
    assert.deepEqual([tree.points, tree.max], [9, 10]);
    assert.deepEqual(
      tree.dimensions.map(({ points, share }) => [points, share]),
      [
        [10, 100],
        [3, null],
        [-4, null],
      ],
    );
  });
});

describe('organisation types', () => {
  it('puts a replacement at the place of what it replaces', () => {
    const score = card([
      item('a', { value: '1' }),
      item('b', { value: '2' }),
      item('c', { value: '3', replaces: 'a', appliesTo: { orgType: ['agency'] } }),
    ]);
    assert.deepEqual(
      itemsOf(result(score, { orgType: 'agency' })).map(({ id }) => id),
      ['c', 'b'],
    );
    assert.deepEqual(
      itemsOf(result(score, { orgType: 'rural' })).map(({ id }) => id),
      ['a', 'b'],
    );
  });
});

describe('properties', () => {
  const number = fc.double({ min: -50, max: 250, noNaN: true }).map((n) => Math.round(n * 1e4) / 1e4);
  const anyItem = fc.record({
    max: fc.integer({ min: 0, max: 2000 }).map((n) => n / 100),
    method: fc.constantFrom<ScoreItem['method']>(
      'auto',
      'boolean',
      'countCap',
      'ratio',
      'threshold',
      'deduct',
      'manual',
    ),
    required: fc.integer({ min: 0, max: 20 }),
    full: fc.integer({ min: 1, max: 120 }),
    per: number,
    steps: fc.array(fc.record({ at: number, points: number }), { minLength: 1, maxLength: 4 }),
    whenNotApplicable: fc.constantFrom<ScoreItem['whenNotApplicable']>('exclude', 'full', 'zero'),
    applicable: fc.constantFrom('TRUE', 'FALSE'),
    given: fc.option(number, { nil: null }),
    entry: fc.record(
      { selfScore: number, reviewScore: number, answer: fc.oneof(number, fc.boolean()) },
      { requiredKeys: [] },
    ),
  });
  const cards = fc.array(fc.array(anyItem, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
  const build = (groups: readonly (readonly AnyItem[])[], places: number, reversed = false) => {
    const entries: Record<string, object> = {};
    const values: Record<string, Value> = {};
    const dimensions = groups.map((group, at) => ({
      id: `d${at}`,
      title: `d${at}`,
      adjust: at === 3,
      cap: at === 1 ? 20 : undefined,
      floor: at === 3 ? -5 : undefined,
      items: group.map(({ given, entry, ...more }, index) => {
        const id = `i${at}x${index}`;
        entries[id] = entry;
        values[id] = given;
        return item(id, { ...more, value: more.method === 'manual' ? undefined : id });
      }),
    }));
    if (reversed) dimensions.reverse().forEach(({ items }) => items.reverse());
    return result(
      {
        max: 100,
        places,
        entries: '/scores',
        dimensions,
        veto: [{ id: 'v', title: 'v', when: 'i0x0>100', total: 30 }],
      },
      values,
      entries,
    );
  };

  it('total = sum of all nodes, and the order of items does not matter', () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 0, max: 4 }), (groups, places) => {
        assert.equal(build(groups, places).points, build(groups, places, true).points);
      }),
      { numRuns: 200 },
    );
  });

  it('a better input never lowers its own item', () => {
    const methods = fc.constantFrom<ScoreItem['method']>('auto', 'countCap', 'ratio', 'threshold');
    fc.assert(
      fc.property(anyItem, methods, number, number, fc.boolean(), (made, method, a, b, down) => {
        const { given: _, entry: __, ...more } = made;
        const direction = down && method !== 'auto' && method !== 'countCap' ? 'down' : 'up';
        const points = (value: number) =>
          only({ ...more, method, direction, applicable: 'TRUE', value: 'x' }, { x: value }).points;
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(direction === 'up' ? points(low) <= points(high) : points(low) >= points(high));
      }),
      { numRuns: 300 },
    );
  });
});

type AnyItem = Omit<ScoreItem, 'id' | 'title' | 'source'> & { given: number | null; entry: object };
