import { admit } from '@jiceng/core/admit/admit.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionalParts, isUnderCondition } from './conditional.ts';
import { piecesOf } from './pieces.ts';

const words = { card: (dimensions: number, items: number, max: number) => `${dimensions}/${items}/${max}` };

const definition: JsonObject = {
  subject: 'item',
  record: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' }, c: { type: 'string' } } },
  view: [
    { section: '甲', when: 'broken(', collapsed: true, fields: ['/a', '/gone', { field: '/b', width: 'half' }] },
    { section: '乙', fields: ['/c'] },
  ],
  rules: [{ field: '/b', value: '1+' }],
};

test('each section is a form of its own, open and without conditions, with the fields that there are', () => {
  const pieces = piecesOf(definition, words);
  assert.deepEqual(
    pieces.map(({ section }) => section),
    ['/view/0', '/view/1'],
  );
  assert.deepEqual(pieces[0]?.definition.view, [{ section: '甲', fields: ['/a', { field: '/b', width: 'half' }] }]);
  assert.deepEqual(Object.keys(pieces[0]?.definition.record.properties ?? {}), ['a', 'b']);
  assert.deepEqual(pieces[0]?.computed, ['/b']);
  for (const { definition: shown } of pieces) assert.equal(admit(shown).ok, true);
});

test('a change of one section leaves the keys of the others as they are', () => {
  const record = definition['record'] as JsonObject;
  const after = {
    ...definition,
    record: { ...record, properties: { ...(record['properties'] as JsonObject), c: { type: 'string', title: '新' } } },
  };
  const [before, now] = [piecesOf(definition, words), piecesOf(after, words)];
  assert.equal(before[0]?.key, now[0]?.key);
  assert.notEqual(before[1]?.key, now[1]?.key);
});

test('without a layout the fields stand in pieces in their order, each group of fields by itself', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 60 }, (_, at): [string, Json] => [
      `f${at}`,
      at === 30 ? { type: 'object', properties: { x: {} } } : { type: 'string' },
    ]),
  );
  const pieces = piecesOf({ subject: 'item', record: { type: 'object', properties } }, words);
  assert.deepEqual(
    pieces.map(({ definition: shown }) => Object.keys(shown.record.properties).length),
    [24, 6, 1, 24, 5],
  );
});

test('what is shown only sometimes is told, also in half-made definitions', () => {
  assert.deepEqual(
    [
      ...conditionalParts({
        ...definition,
        rules: [{ field: '/a', visible: 'b>1' }, { field: '/c', required: 'b>1' }, { field: 7, visible: '1' }, null],
      }),
    ],
    ['/view/0', '/record/properties/a', ''],
  );
  assert.deepEqual([...conditionalParts(null)], []);
  assert.deepEqual(['/record/then/properties/x', '/record/properties/then'].map(isUnderCondition), [true, false]);
});

test('what is broken in any way is shown as far as it goes', () => {
  for (const broken of [
    null,
    [],
    {},
    { record: null },
    { record: { properties: { a: 7 } }, view: [null, { fields: 3 }, { section: 4, fields: [null, {}, ['x'], '/a'] }] },
  ])
    assert.ok(piecesOf(broken as Json, words).length <= 2);
});

test('in place of a score card stands what it has; items that replace others for some are not counted', () => {
  const scored: JsonObject = {
    subject: 'item',
    record: { type: 'object', properties: { items: { type: 'object', title: '评分录入' }, total: { type: 'number' } } },
    view: [{ section: '评分', fields: [{ field: '/items', widget: 'scorecard' }, '/total'] }],
    score: { entries: '/items', max: 100, dimensions: [{ items: [{}, {}, { replaces: 'a' }] }, { items: 7 }, null] },
  };
  const [piece] = piecesOf(scored, words);
  assert.deepEqual(piece?.definition.record.properties['items'], {
    type: 'string',
    title: '评分录入',
    description: '3/2/100',
  });
  assert.deepEqual(piece?.definition.view, [{ section: '评分', fields: ['/items', '/total'] }]);
  assert.ok(piece?.computed.includes('/items'));
  const { view: _, ...derived } = scored;
  assert.deepEqual(
    piecesOf(derived, words).flatMap(({ definition }) => Object.keys(definition.record.properties)),
    ['items', 'total'],
  );
});
