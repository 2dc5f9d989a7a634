import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FormulaError } from '../formula/value.ts';
import { parseFormula } from '../formula/parse.ts';
import type { FactValue } from '../record/fact-reader.ts';
import type { Score, ScoreItem } from '../generated/definition.ts';
import { explainAdjustment, explainBand, explainDeduction, explainItem, type ExplainContext } from './explain.ts';
import { nextBand } from './next.ts';
import type { Scorable } from './plan.ts';
import { scoreRecord } from './score.ts';
import { itemsOf, type ScoreTree } from './tree.ts';

const RATE: FactValue = {
  id: 'organisation-life/heldRate',
  num: 20,
  den: 24,
  value: 83.33333333333333,
  sources: ['r1', 'r2'],
};
const zh: ExplainContext = {
  language: 'zh-CN',
  fact: (id) => (id === RATE.id ? { title: '规范执行率', type: 'percent' } : undefined),
};

function tree(
  items: readonly (Partial<ScoreItem> & { readonly id: string })[],
  entries: object = {},
  more: Partial<Score> = {},
): ScoreTree {
  const full = items.map((item): ScoreItem => ({ title: '三会一课', max: 6, method: 'auto', source: 'S000', ...item }));
  const score: Score = {
    max: 12,
    entries: '/scores',
    dimensions: [{ id: 'basicSystem', title: '基本制度', items: full }],
    ...more,
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
  const found = scoreRecord(
    compiled,
    { data: { scores: entries } },
    {
      today: '2025-09-15',
      name: () => null,
      fact: ({ id, part }) => (id === RATE.id ? (RATE[part] as number) : new FormulaError('#N/A', 'not-available', id)),
      factValue: ({ id }) =>
        id === RATE.id ? RATE : { id, num: null, den: null, value: null, sources: [], missing: 'no-definition' },
    },
  );
  assert.ok(found);
  return found;
}

const told = (item: Partial<ScoreItem>, entry: object = {}, context = zh) =>
  explainItem(itemsOf(tree([{ id: 'a', ...item }], { a: entry }))[0]!, context);

describe('explainItem', () => {
  const rate = { method: 'ratio', value: 'FACT("organisation-life/heldRate")', full: 90 } as const;

  it('tells value, parts, limit and calculation', () => {
    assert.equal(told(rate), '规范执行率 83.33%（20 ÷ 24），满分线 90%，得 6 × 83.33 ÷ 90 = 5.56 分。');
    assert.equal(
      told(rate, {}, { ...zh, language: 'en' }),
      '规范执行率: 83.33% (20 ÷ 24), all points from 90%, 6 × 83.33 ÷ 90 = 5.56 points.',
    );
  });

  it('tells each method in its own words', () => {
    assert.equal(
      told({ method: 'countCap', value: '14', required: 12, unit: '次' }),
      '应完成 12 次，实际完成 14 次，超出部分不计分，得满分 6 分。',
    );
    assert.equal(
      told({
        method: 'threshold',
        value: '71',
        unit: '%',
        steps: [
          { at: 80, points: 6 },
          { at: 65, points: 3 },
        ],
      }),
      '三会一课 71%，达到 65% 档，得 3 分。',
    );
    assert.equal(
      told({ method: 'deduct', value: '2', per: 1, unit: '次' }),
      '三会一课 2 次，每次扣 1 分，得 6 − 2 × 1 = 4 分。',
    );
    assert.equal(told({ value: '1>2' }), '“三会一课”未达到，得 0 分。');
    assert.equal(told({ applicable: 'FALSE', value: '1' }), '本组织不适用，不计入总分，其余指标按比例折算。');
  });

  it('says why an item is scored by hand, and by whom', () => {
    assert.equal(told({ value: 'FACT("sites/use")' }), '暂无台账提供数据，改为人工评分，尚未评分。');
    assert.equal(told({ value: 'FACT("sites/use")' }, { selfScore: 4 }), '暂无台账提供数据，改为人工评分，自评 4 分。');
    assert.equal(
      told({ method: 'manual' }, { selfScore: 5, reviewScore: 3, deductReason: '材料不实' }),
      '上级评分 3 分（原自评 5 分），扣分原因：材料不实。',
    );
  });
});

describe('explainDeduction', () => {
  it('is made for computed items and taken from the reviewer for the others', () => {
    const of = (item: Partial<ScoreItem>, entry: object = {}) =>
      explainDeduction(itemsOf(tree([{ id: 'a', ...item }], { a: entry }))[0]!, zh);
    assert.equal(
      of({ method: 'ratio', value: 'FACT("organisation-life/heldRate")', full: 90 }),
      '规范执行率 83.33%（20 ÷ 24），满分线 90%，扣 0.44 分。',
    );
    assert.equal(of({ value: 'TRUE' }), '');
    assert.equal(of({ method: 'manual' }, { selfScore: 6, reviewScore: 2, deductReason: '缺会议记录' }), '缺会议记录');
  });
  it('is no matter of bonuses, only of what is taken off', () => {
    const of = (item: Partial<ScoreItem>) => {
      const items: ScoreItem[] = [{ id: 'a', title: '加减分', max: 5, method: 'auto', source: 'O', ...item }];
      const found = tree([], {}, { dimensions: [{ id: 'adjust', title: '加减分', adjust: true, items }] });
      return explainDeduction(itemsOf(found)[0]!, zh);
    };
    assert.equal(of({ value: '2' }), '');
    assert.equal(
      of({ max: 0, method: 'deduct', value: '3', per: 2, unit: '次' }),
      '加减分 3 次，每次扣 2 分，扣 6 分。',
    );
  });
});

describe('bands', () => {
  const bands: Score['bands'] = [
    { id: 'met', title: '达标', min: 10, minShare: 80 },
    { id: 'notMet', title: '未达标', min: 0 },
  ];

  it('tells what is missing for the next band and where points can be won', () => {
    const found = tree(
      [
        { id: 'a', value: '5' },
        { id: 'b', value: '2' },
      ],
      {},
      { bands },
    );
    const next = nextBand(found);
    assert.equal(next?.missing, 3);
    assert.deepEqual(
      next?.gains.map(({ item, points }) => [item.id, points]),
      [
        ['b', 4],
        ['a', 1],
      ],
    );
    assert.deepEqual(explainBand(next!.band, zh), ['总分还差 3 分', '“基本制度”至少 9.6 分，还差 2.6 分']);
    assert.equal(
      nextBand(
        tree(
          [
            { id: 'a', value: '6' },
            { id: 'b', value: '6' },
          ],
          {},
          { bands },
        ),
      ),
      null,
    );
  });

  it('tells what was left out and scaled', () => {
    const found = tree([
      { id: 'a', value: '3' },
      { id: 'b', value: '2', applicable: 'FALSE' },
    ]);
    assert.equal(
      explainAdjustment(found.adjustments[0]!, found.max, zh),
      '不适用指标不计，按 6 分折算为 12 分，调整 3 分。',
    );
  });
});
