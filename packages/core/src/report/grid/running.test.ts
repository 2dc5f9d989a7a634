import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admitReport } from '../admit.ts';
import { compute } from '../compute.ts';
import { countyReport, dataOf, findDefinition, visit } from '../fixtures/county.ts';
import type { TableModel } from '../model.ts';
import { openNumber } from '../open.ts';

const VISITS = [
  visit('0', 'a1', '2024-12-30', { kind: 'home', who: 'p', amount: 8 }),
  visit('1', 'a1', '2025-01-10', { kind: 'home', who: 'p', amount: 3 }, 'done'),
  visit('2', 'a1', '2025-02-01', { kind: 'site', who: 'p' }),
  visit('3', 'a2', '2025-04-02', { kind: 'home', who: 'q', amount: 5 }, 'done'),
  visit('4', 'b1', '2025-04-03', { kind: 'site', who: 'p' }),
];
const MEASURES = [
  { id: 'soFar', title: '累计', of: 'count', derive: 'running' },
  { id: 'ever', title: '历年累计', of: 'count', derive: 'running', since: 'start' },
  { id: 'inQuarter', title: '本季累计', of: 'count', derive: 'running', since: 'quarter' },
  { id: 'rateSoFar', title: '累计完成率', of: 'rate', derive: 'running' },
  { id: 'peopleSoFar', title: '累计人数', of: 'people', derive: 'running' },
  { id: 'held', title: '期末数', of: 'last', derive: 'running', since: 'start' },
  { id: 'began', title: '开始', data: 'visits', type: 'count', num: { count: 'TRUE' }, empty: 'zero' },
  { id: 'finished', title: '完成', data: 'visits', type: 'count', num: { count: 'itemStatus="done"' }, empty: 'zero' },
  { id: 'beganEver', title: '历年开始', of: 'began', derive: 'running', since: 'start' },
  { id: 'finishedEver', title: '历年完成', of: 'finished', derive: 'running', since: 'start' },
  { id: 'open', title: '期末未完成', type: 'count', formula: 'beganEver-finishedEver' },
  { id: 'more', title: '累计比去年', of: 'soFar', derive: 'change', against: 'lastYear' },
];

const report = (block: object) => {
  const base = countyReport({});
  return {
    ...base,
    measures: [...(base.measures ?? []), ...MEASURES],
    blocks: [{ block: 'table', id: 'x', ...block }],
  } as unknown as typeof base;
};

function table(
  rows: readonly string[],
  columns: readonly string[],
  period = '2025',
): readonly (readonly [row: string, ...cells: (number | string | null)[]])[] {
  const asked = report({ rows, columns });
  const admitted = admitReport(asked, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const model = compute(asked, dataOf(asked, VISITS), { period, organisation: 'c' }).blocks[0]!.model as TableModel;
  return model.rows.map(({ title, cells }) => [title, ...cells.map(({ value }) => value)]);
}

test('a running number is computed over all rows since its start, month by month: rates are divided again, people count once', () => {
  assert.deepEqual(table(['month'], ['count', 'soFar', 'inQuarter', 'rateSoFar', 'peopleSoFar']).slice(0, 5), [
    ['2025年1月', 1, 1, 1, 100, 1],
    ['2025年2月', 1, 2, 2, 50, 1],
    ['2025年3月', null, 2, 2, 50, 1],
    ['2025年4月', 2, 4, 2, 50, 2],
    ['2025年5月', null, 4, 2, 50, 2],
  ]);
});

test('since the start it tells what stands at the end of each period: the latest value of each, and what began and has not ended', () => {
  assert.deepEqual(table(['month'], ['ever', 'held', 'open']).slice(0, 4), [
    ['2025年1月', 2, 3, 1],
    ['2025年2月', 3, 3, 2],
    ['2025年3月', 3, 3, 2],
    ['2025年4月', 5, 8, 3],
  ]);
  assert.deepEqual(table(['township'], ['count', 'ever', 'soFar'], '2025-04'), [
    ['A', 1, 4, 3],
    ['B', 1, 1, 1],
    ['合计', 2, 5, 4],
  ]);
});

test('a running number is compared with that of another period, and opens to all rows in it', () => {
  assert.deepEqual(table(['township'], ['soFar', 'more'], '2025-12'), [
    ['A', 3, 2],
    ['B', 1, null],
    ['合计', 4, 3],
  ]);
  const asked = report({ rows: ['month'], columns: ['soFar'] });
  const opened = openNumber(
    asked,
    dataOf(asked, VISITS),
    { period: '2025', organisation: 'c' },
    { block: 'x', measure: 'soFar', rows: [{ dimension: 'month', member: '2025-04' }], columns: [] },
  );
  assert.deepEqual(
    opened?.parts.map(({ num, rows }) => [num, rows.map(({ id }) => id)]),
    [[4, ['1', '2', '3', '4']]],
  );
});

test('a running number needs a period and rows; only it has a start', () => {
  const codes = (measure: object, more: object = {}): readonly string[] => {
    const base = countyReport({});
    const found = admitReport({ ...base, ...more, measures: [...(base.measures ?? []), measure] }, findDefinition);
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };
  assert.deepEqual(codes({ id: 'z', title: '数', of: 'doneRate', derive: 'running' }), ['running-of-facts']);
  assert.deepEqual(codes({ id: 'z', title: '数', of: 'count', derive: 'rank', since: 'year' }), ['derive-since']);
  assert.ok(codes({ id: 'z', title: '数', of: 'count', derive: 'running' }, { choices: {} }).includes('no-period'));
});
