import { admit } from '@jiceng/core/admit/admit.js';
import { compile } from '@jiceng/core/definition/compile.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JsonDocument } from '../document/json-document.ts';
import type { ListChange } from '../lists/list-edits.ts';
import {
  newBand,
  newDimension,
  newItem,
  newScore,
  newTickedVeto,
  newVeto,
  scoreOutline,
  withPasted,
} from './score-model.ts';
import { factInputs, fieldInputs, triedFacts } from './what-if.ts';

const EMPTY = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'card',
  version: '1.0.0',
  title: '评价',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '帮扶' },
  record: { type: 'object', properties: { heldCount: { type: 'integer', title: '次数' } } },
};

/** The content after changes, each made of what the one before left. */
function after(start: Json, ...changes: ((document: Json) => ListChange)[]): Json {
  const document = new JsonDocument(JSON.stringify(start));
  for (const change of changes) document.edit({ title: { 'zh-CN': '', en: '' } }, change(document.value.value).edits);
  return document.value.value;
}

describe('a score being drawn', () => {
  it('starts whole: the gate admits it, and every addition but its points', () => {
    const started = admit(after(EMPTY, newScore));
    assert.deepEqual(started.ok ? [] : started.problems, []);
    const grown = admit(
      after(EMPTY, newScore, newDimension, newBand, newVeto, (document) => newItem(document, '/score/dimensions/0')),
    );
    assert.deepEqual(grown.ok ? [] : grown.problems, []);
  });

  it('adds up points, without replacements and at most the cap', () => {
    const items = [
      { title: '甲', max: 0.1 },
      { title: '乙', max: 0.2 },
      { title: '丙', max: 7, replaces: 'x' },
    ];
    const outline = scoreOutline({
      score: {
        max: 10,
        dimensions: [
          { title: '一', items },
          { cap: 5, items: [{ max: 8 }] },
          { adjust: true, items: [{ max: 3 }] },
          null,
        ],
      },
    } as unknown as Json);
    assert.deepEqual([outline.sum, outline.dimensions.map(({ sum }) => sum), outline.max], [5.3, [0.3, 5, 3, 0], 10]);
    for (const broken of [null, [], { score: [] }, { score: { dimensions: {} } }])
      assert.equal(scoreOutline(broken as Json).sum, 0);
  });

  it('takes pasted dimensions: what counts into the dimension, plus and minus points beside it', () => {
    const pasted: JsonObject[] = [
      { id: 'p', title: '粘贴', items: [{ id: 'x', title: '甲', max: 3, method: 'manual', source: 'O' }] },
      {
        id: 'q',
        title: '加分项',
        adjust: true,
        items: [{ id: 'y', title: '乙', max: 2, method: 'manual', source: 'O' }],
      },
    ];
    const document = after(EMPTY, newScore, (now) => withPasted(now, '/score/dimensions/0', pasted));
    assert.deepEqual(
      [valueAt(document, '/score/dimensions/0/items/1/title'), valueAt(document, '/score/dimensions/1/title')],
      ['甲', '加分项'],
    );
  });
});

describe('trying a score out', () => {
  const definition = {
    ...EMPTY,
    facts: [],
    parameters: { need: { title: '应开', value: 4, source: 'O' } },
    score: {
      max: 10,
      dimensions: [
        {
          id: 'd',
          title: '一',
          items: [
            { id: 'a', title: '甲', max: 6, method: 'ratio', value: 'FACT("life/heldRate")', source: 'O' },
            { id: 'b', title: '乙', max: 4, method: 'countCap', value: 'heldCount', required: 'need', source: 'O' },
          ],
        },
      ],
    },
  } as unknown as Definition;
  const others = [
    {
      ...EMPTY,
      id: 'life',
      facts: [
        {
          id: 'life/heldRate',
          title: '规范执行率',
          type: 'percent',
          subject: 'organisation',
          grain: 'month',
          num: { count: 'TRUE' },
          den: { count: 'TRUE' },
        },
      ],
    } as unknown as Definition,
  ];

  it('finds what it is computed from', () => {
    assert.ok(compile(definition));
    assert.deepEqual(factInputs(definition, others, 'zh-CN'), [
      { id: 'life/heldRate', title: '规范执行率', type: 'percent', unit: '%', most: 100 },
    ]);
    assert.deepEqual(fieldInputs(definition), ['/heldCount']);
  });

  it('reads what was set, and nothing as nothing', () => {
    const facts = triedFacts(factInputs(definition, others, 'zh-CN'), new Map([['life/heldRate', 75]]));
    assert.equal(facts.read({ id: 'life/heldRate', subjectId: '' }).value, 75);
    assert.equal(facts.read({ id: 'other/x', subjectId: '' }).missing, 'no-records');
  });

  it('brings the field in which people tick a veto', () => {
    const start = { record: { type: 'object', properties: { vetoCase: {} } }, score: { dimensions: [] } } as Json;
    const document = new JsonDocument(JSON.stringify(start));
    const { edits, select } = newTickedVeto(start, '发生安全事故');
    document.edit({ title: { 'zh-CN': '', en: '' } }, edits, select);
    const { record, score } = document.value.value as unknown as {
      record: { properties: Record<string, unknown> };
      score: { veto: unknown[] };
    };
    assert.deepEqual(Object.entries(record.properties)[1], ['vetoCase2', { type: 'boolean', title: '发生安全事故' }]);
    assert.deepEqual(score.veto, [{ id: 'veto1', title: '发生安全事故', when: 'vetoCase2', source: 'O' }]);
    assert.deepEqual(select, ['/score/veto/0']);
  });
});
