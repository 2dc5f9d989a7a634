import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { methodWords, pointsOf, scoredItemAt } from './method-words.ts';

const PLACE = '/score/dimensions/0/items/0';
const drawing = (item: JsonObject): Json => ({
  parameters: { need: { value: 4 } },
  score: { dimensions: [{ items: [{ id: 'a', title: '甲', max: 5, source: 'O', ...item }] }] },
});
const of = (item: JsonObject) => {
  const document = drawing(item);
  const found = scoredItemAt(document, PLACE);
  assert.ok(found);
  const words = methodWords(document, found, 'zh-CN');
  return { ...words, points: words.example && pointsOf(document, found, words.example.value) };
};

describe('how an item counts', () => {
  it('is said in words, with an example where there is something to count', () => {
    const cases: readonly (readonly [JsonObject, RegExp, number | undefined])[] = [
      [{ method: 'auto', value: 'TRUE' }, /为“是”得 5 分/, undefined],
      [{ method: 'boolean' }, /做到了得 5 分/, undefined],
      [{ method: 'boolean', direction: 'down' }, /没有发生得 5 分/, undefined],
      [{ method: 'countCap', required: 'need', unit: '次' }, /应完成 4 次，做满得 5 分/, 2.5],
      [{ method: 'ratio', unit: '%' }, /达到 100% 得 5 分/, 4],
      [{ method: 'ratio', direction: 'down', full: 10, unit: '%' }, /不高于 10% 得 5 分/, 2.5],
      [
        {
          method: 'threshold',
          steps: [
            { at: 80, points: 2 },
            { at: 95, points: 5 },
          ],
        },
        /^达到 95 得 5 分，达到 80 得 2 分/,
        2,
      ],
      [{ method: 'deduct', per: 0.5, unit: '次' }, /先给 5 分，每次扣 0.5 分/, 4],
      [{ method: 'deduct', per: 3, max: 0 }, /^每次扣 3 分/, -6],
      [{ method: 'manual' }, /最多 5 分/, undefined],
    ];
    for (const [item, words, points] of cases) {
      const said = of(item);
      assert.match(said.counts, words);
      assert.equal(said.points, points, JSON.stringify(item));
    }
  });

  it('says who gives the value', () => {
    assert.match(of({ method: 'countCap', required: 2 }).asks, /填写完成了多少/);
    assert.match(of({ method: 'countCap', required: 2, value: 'held' }).asks, /由公式得出/);
  });

  it('says what is missing rather than a wrong number, and nothing of half-made items', () => {
    assert.equal(of({ method: 'countCap', required: 'IF(a,1,2)' }).example, undefined);
    assert.match(of({ method: 'threshold', steps: [{ at: 'unknown' }] as unknown as Json }).counts, /还没有分段/);
    for (const item of [{ method: 'other' }, { method: 'auto', max: '5' }, {}] as JsonObject[])
      assert.equal(scoredItemAt(drawing(item), PLACE), undefined);
    assert.equal(scoredItemAt(drawing({ method: 'auto' }), '/score'), undefined);
  });
});
