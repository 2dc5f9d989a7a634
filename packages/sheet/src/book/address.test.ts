import assert from 'node:assert/strict';
import test from 'node:test';
import { areaName, columnIndex, columnName, parseArea, parseAreas } from './address.ts';

test('columns have letters, and letters columns', () => {
  for (const [column, name] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ] as const) {
    assert.equal(columnName(column), name);
    assert.equal(columnIndex(name), column);
  }
  assert.ok(Number.isNaN(columnIndex('A1')));
});

test('areas are read with their ends in order, and written back', () => {
  assert.deepEqual(parseArea('$C$5:A1'), { top: 0, left: 0, bottom: 4, right: 2 });
  assert.equal(areaName({ top: 0, left: 0, bottom: 4, right: 2 }), 'A1:C5');
  assert.equal(areaName({ top: 1, left: 1, bottom: 1, right: 1 }), 'B2');
  assert.deepEqual(['A0', 'A:A', '1:1', '', 'A1B', '__proto__'].map(parseArea), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  assert.equal(parseAreas('A1:A9  C1 junk').length, 2);
});
