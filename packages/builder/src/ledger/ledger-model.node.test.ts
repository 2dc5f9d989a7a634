import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import fc from '@jiceng/core/fixtures/fast-check.js';
import { JsonDocument } from '../document/json-document.ts';
import type { ListChange } from '../lists/list-edits.ts';
import {
  columnMoved,
  columnsBetween,
  fieldsLeft,
  grouped,
  headOf,
  newLamp,
  newLedger,
  ungrouped,
  withColumn,
} from './ledger-model.ts';

const RECORD = {
  type: 'object',
  properties: {
    a: { title: '甲', type: 'string' },
    b: { title: '乙', type: 'string' },
    c: { title: '丙', type: 'string' },
    d: { title: '丁', type: 'string' },
  },
};
const DOCUMENT: Json = {
  record: RECORD,
  ledger: { columns: ['/a', { title: '组', columns: [{ field: '/b', width: 80 }, '/c'] }, { name: 'orgName' }] },
};

function after(change: ListChange | undefined, start: Json = DOCUMENT): Json {
  assert.ok(change);
  const document = new JsonDocument(JSON.stringify(start));
  document.edit({ title: { 'zh-CN': '', en: '' } }, change.edits);
  for (const pointer of change.select) assert.notEqual(valueAt(document.value.value, pointer), undefined, pointer);
  return document.value.value;
}
const columns = (document: Json): Json => valueAt(document, '/ledger/columns') ?? null;

/** The titles of all columns, groups in brackets. */
const shape = (list: Json): string =>
  Array.isArray(list)
    ? list
        .map((column: Json) =>
          isObject(column) && 'columns' in column
            ? `[${shape(column['columns'] as Json)}]`
            : typeof column === 'string'
              ? column.slice(1)
              : String(
                  (column as { field?: string; name?: string }).field?.slice(1) ?? (column as { name?: string }).name,
                ),
        )
        .join(' ')
    : '';

describe('the head of a table', () => {
  it('covers columns and storeys as in Excel', () => {
    const cells = headOf(DOCUMENT, 'zh-CN').map((row) =>
      row.map(({ title, columns: across, rows }) => [title, across, rows]),
    );
    assert.deepEqual(cells, [
      [
        ['甲', 1, 2],
        ['组', 2, 1],
        ['组织名称', 1, 2],
      ],
      [
        ['乙', 1, 1],
        ['丙', 1, 1],
      ],
    ]);
    for (const broken of [null, { ledger: { columns: [null, 3, { columns: [] }, { columns: 'x' }] } }])
      assert.ok(headOf(broken as Json, 'en').length <= 2);
  });

  it('starts with the first fields, and knows which are left', () => {
    const started = after(newLedger({ record: RECORD }), { record: RECORD });
    assert.equal(shape(columns(started)), 'itemNo a b c d');
    assert.deepEqual(
      fieldsLeft(DOCUMENT).map(({ address }) => address),
      ['/d'],
    );
    assert.equal(shape(columns(after(withColumn(DOCUMENT, '/d', '/ledger/columns/1/columns/0')))), 'a [b d c] orgName');
  });

  it('picks the columns between two of the same heading, the first one first', () => {
    assert.deepEqual(columnsBetween('/ledger/columns/3', '/ledger/columns/1'), [
      '/ledger/columns/3',
      '/ledger/columns/2',
      '/ledger/columns/1',
    ]);
    assert.deepEqual(columnsBetween('/ledger/columns/0/columns/1', '/ledger/columns/2'), ['/ledger/columns/2']);
  });

  it('puts neighbours under a heading and takes it away again', () => {
    const made = after(grouped(DOCUMENT, ['/ledger/columns/1', '/ledger/columns/0'], '新'));
    assert.equal(shape(columns(made)), '[a [b c]] orgName');
    assert.deepEqual(columns(after(ungrouped(made, '/ledger/columns/0'), made)), columns(DOCUMENT));
    assert.equal(grouped(DOCUMENT, ['/ledger/columns/0', '/ledger/columns/2'], '新'), undefined);
  });

  it('moves columns between groups; an emptied group goes', () => {
    assert.equal(
      shape(columns(after(columnMoved(DOCUMENT, '/ledger/columns/0', '/ledger/columns/1/columns', 1)))),
      '[b a c] orgName',
    );
    assert.equal(
      shape(columns(after(columnMoved(DOCUMENT, '/ledger/columns/1/columns/1', '/ledger/columns', 0)))),
      'c a [b] orgName',
    );
    const one: Json = { record: RECORD, ledger: { columns: [{ title: '组', columns: ['/a'] }, '/b'] } };
    assert.equal(
      shape(columns(after(columnMoved(one, '/ledger/columns/0/columns/0', '/ledger/columns', 2), one))),
      'b a',
    );
    assert.equal(
      shape(columns(after(columnMoved(one, '/ledger/columns/0/columns/0', '/ledger/columns', 0), one))),
      'a b',
    );
    assert.equal(columnMoved(DOCUMENT, '/ledger/columns/1', '/ledger/columns/1/columns', 0), undefined);
  });

  it('loses and doubles no column, wherever one is taken', () => {
    const leaf = fc.constantFrom('/a', '/b', '/c', '/d');
    const tree = fc.array(
      fc.oneof(
        leaf,
        fc.record({
          title: fc.constant('g'),
          columns: fc.array(
            fc.oneof(
              leaf,
              fc.record({ title: fc.constant('h'), columns: fc.array(leaf, { minLength: 1, maxLength: 2 }) }),
            ),
            { minLength: 1, maxLength: 3 },
          ),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const places = (list: Json, at: string): string[] =>
      Array.isArray(list)
        ? list.flatMap((column: Json, index) => [
            `${at}/${index}`,
            ...(isObject(column) ? places(column['columns'] as Json, `${at}/${index}/columns`) : []),
          ])
        : [];
    const leaves = (text: string) =>
      text
        .replace(/[[\]]/g, ' ')
        .split(' ')
        .filter((word) => word !== '')
        .sort();
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), fc.nat(), (list, which, where, at) => {
        const start = { record: RECORD, ledger: { columns: list } } as unknown as Json;
        const all = places(list as unknown as Json, '/ledger/columns');
        const lists = [
          '/ledger/columns',
          ...all.filter((pointer) => isObject(valueAt(start, pointer))).map((pointer) => `${pointer}/columns`),
        ];
        const target = lists[where % lists.length] as string;
        const { length } = valueAt(start, target) as readonly Json[];
        const change = columnMoved(start, all[which % all.length] as string, target, at % (length + 1));
        if (change)
          assert.deepEqual(leaves(shape(columns(after(change, start)))), leaves(shape(list as unknown as Json)));
      }),
    );
  });

  it('puts new lamps before the one for all others, each with its own colour', () => {
    const names = { red: '红灯', yellow: '黄灯', green: '绿灯' };
    const lamps = (document: Json) =>
      (valueAt(document, '/ledger/lamp') as { lamp: string; when?: string }[]).map(({ lamp, when }) => [lamp, when]);
    const first = after(newLamp(DOCUMENT, names));
    assert.deepEqual(lamps(first), [
      ['red', 'FALSE'],
      ['green', undefined],
    ]);
    assert.deepEqual(lamps(after(newLamp(first, names), first)), [
      ['red', 'FALSE'],
      ['yellow', 'FALSE'],
      ['green', undefined],
    ]);
    const open = after({ edits: [{ remove: '/ledger/lamp/1' }], select: [] }, first);
    assert.deepEqual(
      lamps(after(newLamp(open, names), open)).map(([lamp]) => lamp),
      ['red', 'yellow'],
    );
  });
});
