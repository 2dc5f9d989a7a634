import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compute } from '../compute.ts';
import { countyReport, dataOf, ORGANISATIONS, visit } from '../fixtures/county.ts';
import type { Report } from '../../generated/report.ts';
import { namesText } from '../words/plain.ts';
import type { BlockResult, BoardModel, LightsModel, TableModel } from '../model.ts';

const VISITS = [visit('1', 'a1', '2025-01-01'), visit('2', 'b2', '2025-02-01')];

/** Two more villages of a, so that there are enough of which nothing is known. */
const DIRECTORY = [
  ...ORGANISATIONS,
  ...['a4', 'a5'].map((orgId, at) => ({
    ...ORGANISATIONS.find((each) => each.orgId === 'a1')!,
    orgId,
    orgShortName: orgId.toUpperCase(),
    orgCode: `01010${at + 4}`,
  })),
];

function shown(block: object, dimensions: readonly object[] = [], records = VISITS): BlockResult {
  const base = countyReport({});
  const report = {
    ...base,
    dimensions: [
      ...(base.dimensions ?? []),
      { id: 'village', title: '村', levels: ['village'] },
      { id: 'both', title: '组织', levels: ['township', 'village'] },
      ...dimensions,
    ],
    blocks: [block],
  } as Report;
  return compute(report, dataOf(report, records, DIRECTORY), { period: '2025' }).blocks[0]!;
}
const titles = ({ model }: BlockResult): readonly string[] =>
  (model as TableModel).rows.map(({ title, parent, serial }) => `${title} ${parent} ${serial ?? ''}`);

test('organisations of which nothing is known are named instead of being rows of dashes', () => {
  const table = shown({ block: 'table', id: 'x', rows: ['village'], columns: ['count'], serial: true });
  assert.deepEqual(titles(table), ['A1 -1 1', 'B2 -1 2', '合计 -1 ']);
  assert.deepEqual(table.silent, ['A2', 'A3', 'A4', 'A5', 'B1']);
});

test('groups stay as long as one below them has a number, and rows know their group again', () => {
  const table = shown({ block: 'table', id: 'x', rows: ['both'], columns: ['count'] });
  assert.deepEqual(titles(table), ['A -1 ', 'A1 0 1', 'B -1 ', 'B2 2 2', '合计 -1 ']);
});

test('boards and lights do the same; a few, other dimensions, and tables without any number stay whole', () => {
  const board = shown({ block: 'board', id: 'x', rows: 'village', measures: ['rate'], smallest: 1, showBottom: true });
  assert.deepEqual(
    [(board.model as BoardModel).groups[0]!.rows.map(({ title }) => title), board.silent.length],
    [['A1', 'B2'], 5],
  );
  const lights = shown({ block: 'lights', id: 'x', rows: ['village'], columns: 'month', measure: 'rate' });
  assert.deepEqual(
    [(lights.model as LightsModel).rows.map(({ title }) => title), lights.silent.length],
    [['A1', 'B2', '合计'], 5],
  );
  assert.deepEqual(shown({ block: 'table', id: 'x', rows: ['township'], columns: ['count'] }).silent, []);
  assert.deepEqual(shown({ block: 'table', id: 'x', rows: ['month'], columns: ['count'] }).silent, []);
  const nothing = shown({ block: 'table', id: 'x', rows: ['village'], columns: ['count'] }, [], []);
  assert.deepEqual([nothing.silent, nothing.empty], [[], 'noRows']);
});

test('a block says whether nothing is there, or nothing that it shows', () => {
  assert.equal(
    shown({ block: 'table', id: 'x', rows: ['village'], columns: ['count'], keep: 'count>5' }).empty,
    'noneFits',
  );
});

test('of a long list the first names stand, and how many there are', () => {
  const names = Array.from({ length: 101 }, (_, at) => `村${at}`);
  const words = { more: (count: number): string => `等 ${count} 个` };
  assert.match(namesText(names, words), /村99等 101 个$/);
  assert.equal(namesText(names.slice(0, 3), words), '村0、村1、村2');
});
