import assert from 'node:assert/strict';
import test from 'node:test';
import { fieldAt, fieldsBelow, placeOfField } from './field-places.ts';

const definition = {
  record: {
    properties: {
      name: {},
      'a/b': {},
      group: { type: 'object', properties: { inner: {} } },
      rows: { type: 'array', items: { $ref: '#/$defs/row' } },
      loop: { $ref: '#/properties/loop' },
    },
    $defs: { row: { type: 'object', properties: { cell: {} } } },
    allOf: [{ if: {}, then: { properties: { later: {} } } }],
  },
};

test('an address leads to the schema of its field, through groups, rows, references and conditions', () => {
  const places = ['/name', '/a~1b', '/group/inner', '/rows/*/cell', '/later', '/none', '/loop/x', '/toString'].map(
    (address) => placeOfField(definition, address),
  );
  assert.deepEqual(places, [
    '/record/properties/name',
    '/record/properties/a~1b',
    '/record/properties/group/properties/inner',
    '/record/$defs/row/properties/cell',
    '/record/allOf/0/then/properties/later',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a place in the record schema tells its field, and other places none', () => {
  const fields = [
    '/record/properties/name',
    '/record/properties/rows/items/properties/cell',
    '/record/allOf/0/then/properties/later',
    '/record/properties/name/title',
    '/record',
    '/view/0',
    '/record/properties/properties',
  ].map(fieldAt);
  assert.deepEqual(fields, ['/name', '/rows/*/cell', '/later', undefined, undefined, undefined, '/properties']);
});

test('fields below a place come in their order, and broken schemas have none', () => {
  assert.deepEqual(
    fieldsBelow(definition, '/record/properties/rows').map(({ key }) => key),
    [],
  );
  assert.deepEqual(
    fieldsBelow(definition, '/record').map(({ key }) => key),
    ['name', 'a/b', 'group', 'rows', 'loop'],
  );
  for (const broken of [null, 3, [], { record: 1 }, { record: { properties: [] } }])
    assert.deepEqual(fieldsBelow(broken, '/record'), []);
});
