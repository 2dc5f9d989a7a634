import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admitReport } from '../admit.ts';
import { compute } from '../compute.ts';
import { countyReport, dataOf, findDefinition, visit } from '../fixtures/county.ts';
import type { TableModel } from '../model.ts';

const VISITS = [
  visit('1', 'a1', '2025-01-01', { kind: 'home' }, 'done'), visit('2', 'a1', '2025-02-01', { kind: 'site' }), visit('3', 'a1', '2025-02-02', { kind: 'home' }),
  visit('4', 'a2', '2025-02-03', { kind: 'home' }), visit('5', 'b1', '2025-01-05', { kind: 'site' }, 'done'), visit('6', 'a', '2025-01-06', { kind: 'site' }),
];
const MEASURES = [
  { id: 'often', title: '两次以上的村', over: 'village', having: 'count>=2' }, { id: 'never', title: '没有走访的村', over: 'village', having: 'IFERROR(count,0)=0' },
  { id: 'all', title: '村数', over: 'village', having: 'IFERROR(count,0)>=0' }, { id: 'often100', title: '占比', type: 'percent', formula: 'often/all*100' },
];

function table(rows: readonly string[], columns?: readonly string[]): readonly (readonly [row: string, ...cells: (number | string | null)[]])[] {
  const base = countyReport({ blocks: [] });
  const ids = MEASURES.map(({ id }) => id);
  const report = {
    ...base, dimensions: [...(base.dimensions ?? []).filter(({ id }) => !['village', 'township', 'kind', 'month'].includes(id)), { id: 'village', title: '村', levels: ['village'] }, { id: 'township', title: '乡镇', levels: ['township'] }, { id: 'kind', title: '类别', data: ['visits'], field: '/kind' }, { id: 'month', title: '月份', period: 'month' }],
    measures: [...(base.measures ?? []), ...MEASURES], blocks: [columns ? { block: 'cross', id: 'x', rows, columns, columnTotals: 'none', measures: ['often'] } : { block: 'table', id: 'x', rows, columns: ids }],
  } as unknown as typeof base;
  const admitted = admitReport(report, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const model = compute(report, dataOf(report, VISITS), { period: '2025' }).blocks[0]!.model as TableModel;
  return model.rows.map(({ title, cells }) => [title, ...cells.map(({ value }) => value)]);
}

test('members that meet a condition are counted at every level, those without rows too; a rate over them is divided again', () => {
  assert.deepEqual(table(['township']), [['A', 1, 1, 3, 100 / 3], ['B', 0, 1, 2, 0], ['合计', 1, 2, 5, 20]]);
});

test('a member counts once, whatever else the rows are split by', () => {
  assert.deepEqual(table(['kind']), [['入户', 1, 3, 5, 20], ['现场', 0, 3, 5, 0], ['合计', 1, 2, 5, 20]]);
  assert.deepEqual(table(['township'], ['month']).slice(0, 2).map((row) => row.slice(0, 3)), [['A', 0, 1], ['B', 0, 0]]);
});

test('what is counted must be a member of the data, and the condition must read a measure', () => {
  const base = countyReport({});
  const codes = (measure: object): readonly string[] => { const found = admitReport({ ...base, measures: [...(base.measures ?? []), measure] }, findDefinition); return found.ok ? [] : found.problems.map(({ code }) => code); };
  assert.deepEqual(codes({ id: 'z', title: '数', over: 'gone', having: 'count>0' }), ['unknown-dimension']);
  assert.deepEqual(codes({ id: 'z', title: '数', over: 'township', having: 'TRUE' }), ['having-without-measure']);
});
