import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { viewFromJson, viewToJson, type KeptView } from './kept-view.ts';

const has = (id: string): boolean => ['/name', '/amount', 'state', '__proto__'].includes(id);
const VIEW: KeptView = {
  filters: [
    { column: 'state', values: ['open', ''] },
    { column: '/amount', from: 10, to: 200 },
    { column: '/name', text: '路灯' },
  ],
  counters: [1],
  sort: [
    { column: '/amount', descending: true },
    { column: '/name', descending: false },
  ],
  groupBy: ['state', '/name'],
};

test('a view is read as it was written', () => {
  assert.deepEqual(viewFromJson(JSON.parse(JSON.stringify(viewToJson(VIEW))), has, 2), VIEW);
});

test('columns and counters that are no more, and what is no view, are left out', () => {
  assert.deepEqual(
    viewFromJson(viewToJson(VIEW), (id) => id === 'state', 1),
    { filters: [{ column: 'state', values: ['open', ''] }], counters: [], sort: [], groupBy: ['state'] },
  );
  assert.deepEqual(
    viewFromJson(
      {
        filters: [{ column: 'state', values: 'open', from: {} }, 'x', null],
        counters: ['1', -1, 0.5],
        sort: 'state',
        groupBy: [1],
      },
      has,
      9,
    ),
    { filters: [], counters: [], sort: [], groupBy: [] },
  );
  assert.deepEqual(
    ['', null, [], 7, undefined].map((json) => viewFromJson(json, has, 2)),
    [undefined, undefined, undefined, undefined, undefined],
  );
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      viewFromJson(json, has, 2);
    }),
  );
});
