import { admit } from '@jiceng/core/admit/admit.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JsonDocument } from '../document/json-document.ts';
import type { ListChange } from '../lists/list-edits.ts';
import { flowsOf } from './flows.ts';
import {
  lifeDiagram,
  newFact,
  newFiling,
  newLife,
  newMove,
  newProcess,
  newStage,
  newState,
  newStep,
} from './life-model.ts';

const EMPTY = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'list',
  version: '1.0.0',
  title: '清单',
  subject: 'item',
  purpose: { readBy: 'county', decision: '盯办' },
  record: { type: 'object', properties: { note: { type: 'string', title: '情况' } } },
};

function problems(...changes: ((document: Json) => ListChange)[]): unknown {
  const document = new JsonDocument(JSON.stringify(EMPTY));
  for (const change of changes) document.edit({ title: { 'zh-CN': '', en: '' } }, change(document.value.value).edits);
  const admitted = admit(document.value.value);
  return admitted.ok ? [] : admitted.problems;
}

describe('a life being drawn', () => {
  it('starts whole, and grows with what the gate admits', () => {
    assert.deepEqual(problems(newLife), []);
    assert.deepEqual(
      problems(newLife, (now) => newMove(now, '/states/0'), newFact),
      [],
    );
    // A new state asks for moves that lead to it and leave it.
    assert.deepEqual(
      (problems(newLife, newState) as { code: string }[]).map(({ code }) => code),
      ['dead-end-state', 'unreachable-state'],
    );
    assert.deepEqual(
      problems(newProcess, newStage, (now) => newStep(now, '/process/stages/1')),
      [],
    );
    const filed = new JsonDocument(JSON.stringify({ ...EMPTY, subject: 'organisation' }));
    filed.edit({ title: { 'zh-CN': '', en: '' } }, newFiling().edits);
    assert.equal(admit(filed.value.value).ok, true);
  });

  it('stands in columns by the moves that lead to a state', () => {
    const { states, arrows, columns, lines } = lifeDiagram({
      states: [
        { id: 'a', title: '甲' },
        { id: 'b', title: '乙' },
        { id: 'c', title: '丙' },
        { id: 'x', title: '无' },
      ],
      moves: [
        { id: 'm', from: 'a', to: 'b' },
        { id: 'n', from: ['a', 'b'], to: 'c' },
        { id: 'back', from: 'b', to: 'a' },
        { id: 'stay', from: 'c' },
      ],
    });
    assert.deepEqual(
      states.map(({ column, line }) => [column, line]),
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 0],
      ],
    );
    assert.deepEqual(
      arrows.map(({ from, to, turn }) => [from.id, to.id, turn]),
      [
        ['a', 'b', 0],
        ['a', 'c', 0],
        ['b', 'c', 0],
        ['b', 'a', 1],
        ['c', 'c', 0],
      ],
    );
    assert.deepEqual([columns, lines], [3, 2]);
    for (const broken of [null, { states: {}, moves: 3 }, { states: [null, {}], moves: [null, { from: [1] }] }])
      assert.ok(lifeDiagram(broken as Json).states.length <= 2);
  });
});

it('what feeds what: facts and hand-overs in both directions', () => {
  const fact = (id: string, title: string) => ({
    id,
    title,
    type: 'count',
    subject: 'organisation',
    grain: 'month',
    num: { count: 'TRUE' },
  });
  const self = {
    ...EMPTY,
    facts: [fact('list/open', '未办结')],
    rules: [{ field: '/note', value: 'FACT("life/held")&""' }],
    handovers: [{ id: 'h', title: '转通报', when: 'TRUE', on: ['save'], to: 'report', map: {} }],
  } as unknown as Definition;
  const life = {
    ...EMPTY,
    id: 'life',
    title: '组织生活',
    facts: [fact('life/held', '开展次数'), fact('life/other', '其他')],
  } as unknown as Definition;
  const report = {
    ...EMPTY,
    id: 'report',
    title: '通报',
    rules: [{ field: '/note', value: 'FACT("list/open")&""' }],
  } as unknown as Definition;
  const { incoming, outgoing } = flowsOf(self, [self, life, report], 'zh-CN');
  assert.deepEqual(incoming, [{ kind: 'facts', id: 'life', title: '组织生活', what: ['开展次数'] }]);
  assert.deepEqual(outgoing, [
    { kind: 'facts', id: 'report', title: '通报', what: ['未办结'] },
    { kind: 'handover', id: 'report', title: '通报', what: ['转通报'] },
  ]);
});
