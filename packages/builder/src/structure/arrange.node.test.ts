import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { splicesOf } from '../document/apply.ts';
import type { Edit } from '../document/edit.ts';
import { spliced } from '../document/splice.ts';
import { dropOnLine } from '../outline/tree-drag.ts';
import { moveTo, shift, toEdge, toSection, type Arranged } from './arrange.ts';
import { readClip, writeClip } from './clipboard.ts';
import { copyOf, insertFields, insertSections } from './insert.ts';
import { dissolve, removalOf } from './remove.ts';
import { structureOf, thingAt, type Line } from './structure.ts';

const definition: JsonObject = {
  record: {
    required: ['a', 'c'],
    properties: {
      a: { title: '甲' },
      b: {},
      c: { $ref: '#/$defs/part' },
      d: {},
      rows: { items: { properties: { x: {}, y: {}, z: {} } } },
      loose: {},
    },
    $defs: { part: { type: 'string', title: '丙' } },
  },
  view: [
    { section: '一', fields: ['/a', '/b', { field: '/c', width: 'half' }] },
    { section: '二', fields: ['/d', '/rows'] },
  ],
  rules: [
    { field: '/b', visible: 'a>1' },
    { check: 'c>1', level: 'error', message: 'm' },
  ],
  unique: [['a', 'b']],
  texts: { en: { '/record/properties/a/title': 'A' } },
};

const done = (edits: readonly Edit[], value: Json = definition): JsonObject => {
  const text = JSON.stringify(value, undefined, 2);
  return JSON.parse(spliced(text, splicesOf(text, edits))) as JsonObject;
};
const layout = (arranged: Arranged | undefined, value: Json = definition) =>
  (done(arranged?.edits ?? [], value)['view'] as { fields: Json[] }[]).map(({ fields }) =>
    fields.map((ref) => (typeof ref === 'string' ? ref : (ref as { field: string }).field)).join(' '),
  );
const at = (key: string) => `/record/properties/${key}`;
const keys = (value: JsonObject, ...path: string[]) =>
  Object.keys(path.reduce<JsonObject>((now, part) => now[part] as JsonObject, value));

test('fields move up and down, and over the edge of their section', () => {
  assert.deepEqual(layout(shift(definition, [at('b')], -1)), ['/b /a /c', '/d /rows']);
  assert.deepEqual(layout(shift(definition, [at('a'), at('b')], 1)), ['/c /a /b', '/d /rows']);
  assert.deepEqual(layout(shift(definition, [at('c')], 1)), ['/a /b', '/c /d /rows']);
  assert.deepEqual(layout(shift(definition, [at('d')], -1)), ['/a /b /c /d', '/rows']);
  assert.equal(shift(definition, [at('a')], -1), undefined);
  assert.equal(shift(definition, [at('rows')], 1), undefined);
});

test('fields move into another section, to its edges and to any spot, several in their order', () => {
  assert.deepEqual(layout(toSection(definition, [at('a'), at('c')], 1)), ['/b', '/a /c /d /rows']);
  assert.deepEqual(layout(toEdge(definition, [at('c')], -1)), ['/c /a /b', '/d /rows']);
  assert.deepEqual(layout(toEdge(definition, [at('a')], 1)), ['/b /c /a', '/d /rows']);
  assert.deepEqual(layout(moveTo(definition, [at('rows'), at('a')], { holder: '/view/0/fields', index: 2 })), [
    '/b /a /rows /c',
    '/d',
  ]);
  assert.deepEqual(layout(moveTo(definition, [at('loose')], { holder: '/view/1/fields', index: 1 })), [
    '/a /b /c',
    '/d /loose /rows',
  ]);
  assert.deepEqual(layout(moveTo(definition, [at('d')], { holder: '/record/properties', index: 0 })), [
    '/a /b /c',
    '/rows',
  ]);
});

test('sections move with what is in them, and stay selected', () => {
  const moved = shift(definition, ['/view/1'], -1);
  assert.deepEqual(layout(moved), ['/d /rows', '/a /b /c']);
  assert.deepEqual(moved?.select, ['/view/0']);
});

test('columns of a table change their order among each other, and go nowhere else', () => {
  const column = (key: string) => `${at('rows')}/items/properties/${key}`;
  assert.deepEqual(
    keys(
      done(shift(definition, [column('z')], -1)?.edits ?? []),
      'record',
      'properties',
      'rows',
      'items',
      'properties',
    ),
    ['x', 'z', 'y'],
  );
  assert.deepEqual(
    keys(
      done(shift(definition, [column('x'), column('y')], 1)?.edits ?? []),
      'record',
      'properties',
      'rows',
      'items',
      'properties',
    ),
    ['z', 'x', 'y'],
  );
  assert.equal(moveTo(definition, [column('x')], { holder: '/view/0/fields', index: 0 }), undefined);
});

test('what is dragged in the tree goes before or after a line, into a section, and nowhere else', () => {
  const lines = structureOf(definition);
  const [one, two] = [lines[0] as Line, lines[1] as Line];
  const table = two.lines[1] as Line;
  assert.deepEqual(dropOnLine(definition, [at('a')], two.lines[0] as Line, true), {
    holder: '/view/1/fields',
    index: 1,
  });
  assert.deepEqual(dropOnLine(definition, [at('a')], two, true), { holder: '/view/1/fields', index: 0 });
  assert.deepEqual(dropOnLine(definition, ['/view/0'], two.lines[1] as Line, true), { holder: '/view', index: 2 });
  assert.deepEqual(dropOnLine(definition, [`${at('rows')}/items/properties/x`], table.lines[2] as Line, false), {
    holder: `${at('rows')}/items/properties`,
    index: 2,
  });
  assert.equal(dropOnLine(definition, [`${at('rows')}/items/properties/x`], one.lines[0] as Line, false), undefined);
  assert.deepEqual(dropOnLine(definition, [at('a')], lines[2] as Line, false), {
    holder: '/record/properties',
    index: 0,
  });
});

test('a removed field goes with its translation and its place; who uses it is told and can go along', () => {
  const { edits, users, withUsers } = removalOf(definition, [at('a')]);
  const left = done(edits);
  assert.deepEqual(
    [keys(left, 'record', 'properties').includes('a'), left['texts'], (left['record'] as JsonObject)['required']],
    [false, { en: {} }, ['c']],
  );
  assert.deepEqual(users, [
    { pointer: '/rules/0', kind: 'rules' },
    { pointer: '/unique/0', kind: 'unique' },
  ]);
  const all = done(withUsers);
  assert.deepEqual([all['rules'], 'unique' in all], [[{ check: 'c>1', level: 'error', message: 'm' }], false]);
});

test('a removed section takes its fields along, a dissolved one leaves them', () => {
  assert.deepEqual(keys(done(removalOf(definition, ['/view/1']).edits), 'record', 'properties'), [
    'a',
    'b',
    'c',
    'loose',
  ]);
  assert.deepEqual(layout({ edits: dissolve(definition, '/view/1') ?? [], select: [] }), ['/a /b /c /d /rows']);
  assert.deepEqual(layout({ edits: dissolve(definition, '/view/0') ?? [], select: [] }), ['/a /b /c /d /rows']);
});

test('copies bring layout and shared parts into another definition, under free names', () => {
  const clip = readClip(writeClip(copyOf(definition, [at('c'), '/view/0'])));
  assert.deepEqual(
    clip?.sections[0]?.fields.map(({ key }) => key),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(clip?.fields, [], 'what comes with its section comes once');
  const other: JsonObject = { record: { properties: { c: {} }, $defs: { part: { type: 'number' } } } };
  const copied = copyOf(definition, [at('c')]);
  const after = done(insertFields(other, copied.fields, at('c')).edits, other);
  assert.deepEqual((after['record'] as JsonObject)['properties'], { c: {}, c2: { $ref: '#/$defs/part2' } });
  const grown = done(insertSections(other, clip?.sections ?? [], undefined).edits, other);
  assert.deepEqual(
    (grown['view'] as { fields: Json[] }[]).map(({ fields }) => fields.length),
    [1, 3],
  );
});

test('nothing else on the clipboard is taken for a copy', () => {
  for (const text of ['', '{}', '[1]', 'jiceng/fields@1', '{"$schema":"other jiceng/fields@1"}'])
    assert.equal(readClip(text), undefined);
  assert.deepEqual(
    readClip(
      '{"$schema":"jiceng/fields@1","fields":[null,{"key":"__proto__","schema":{}},{"key":"a b","schema":{}},{"key":"ok","schema":{}}],"sections":3}',
    ),
    { fields: [{ key: 'ok', schema: {} }], sections: [] },
  );
});

test('the structure lists sections, fields, columns and what stands nowhere', () => {
  const lines = structureOf(definition);
  assert.deepEqual(
    lines.map(({ kind, title, lines: below }) => [kind, title, below.length]),
    [
      ['section', '一', 3],
      ['section', '二', 2],
      ['rest', '', 1],
    ],
  );
  assert.deepEqual(
    lines[1]?.lines[1]?.lines.map(({ title }) => title),
    ['x', 'y', 'z'],
  );
  assert.deepEqual(lines[0]?.lines[2]?.title, '丙');
});

test('a place in the record or the layout leads to the field or section that it is about', () => {
  const things = [
    '/record/properties/a/title',
    '/view/0/fields/1',
    '/view/1/fields/0/widget',
    '/view/1/when',
    '/record/properties/rows/items/properties/y/type',
    '/rules/0/visible',
  ].map((pointer) => thingAt(definition, pointer));
  assert.deepEqual(things, [
    at('a'),
    at('b'),
    at('d'),
    '/view/1',
    `${at('rows')}/items/properties/y`,
    '/rules/0/visible',
  ]);
});
