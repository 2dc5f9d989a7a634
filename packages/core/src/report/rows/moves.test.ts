import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredRecord } from '../../generated/record.ts';
import { admitReport } from '../admit.ts';
import { compute } from '../compute.ts';
import { countyReport, dataOf, filed, findDefinition, visit } from '../fixtures/county.ts';
import type { TableModel } from '../model.ts';

const acted = (
  record: StoredRecord,
  ...deeds: readonly (readonly [at: string, act: string, from: string | undefined, to: string | undefined])[]
): StoredRecord => ({
  ...record,
  history: deeds.map(([day, act, from, to]) => ({
    at: `${day}T09:00:00+08:00`,
    by: 'p',
    act,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })),
});

const RECORDS = [
  acted(
    visit('1', 'a1', '2025-01-01', {}, 'done'),
    ['2025-01-01', 'create', undefined, 'open'],
    ['2025-01-05', 'save', undefined, undefined],
    ['2025-01-11', 'move:finish', 'open', 'done'],
    ['2025-02-01', 'move:again', 'done', 'open'],
    ['2025-02-04', 'move:finish', 'open', 'done'],
  ),
  acted(visit('2', 'b1', '2025-01-01'), ['2025-01-02', 'create', undefined, 'open']),
  acted(
    filed('a1', '2025-Q1', 'accepted'),
    ['2025-04-01', 'filing:submit', 'draft', 'submitted'],
    ['2025-04-08', 'filing:accept', 'submitted', 'accepted'],
  ),
];

test('a row for each change of state, in the period of its day, with how long the state before had lasted', () => {
  const base = countyReport({});
  const report = {
    ...base,
    data: [...base.data, { id: 'moves', records: ['visit', 'quarterly'], each: 'moves' }],
    dimensions: [
      ...(base.dimensions ?? []),
      { id: 'from', title: '从', data: ['moves'], name: 'moveFrom', blank: '新建' },
      { id: 'to', title: '到', data: ['moves'], name: 'moveTo' },
    ],
    measures: [
      ...(base.measures ?? []),
      { id: 'moved', title: '次', data: 'moves', type: 'count', num: { count: 'TRUE' } },
      { id: 'days', title: '天', data: 'moves', type: 'number', num: { mean: 'daysBefore' } },
      {
        id: 'again',
        title: '重开',
        data: 'moves',
        type: 'count',
        num: { count: 'AND(moveFrom="done",moveTo="open")' },
      },
    ],
    blocks: [
      { block: 'table', id: 'x', rows: ['from', 'to'], columns: ['moved', 'days'] },
      { block: 'table', id: 'y', rows: ['month'], columns: ['moved', 'again'] },
    ],
  } as unknown as typeof base;
  const admitted = admitReport(report, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const { blocks, notes } = compute(report, dataOf(report, RECORDS), { period: '2025', organisation: 'c' });
  const rows = blocks.map(({ model }) =>
    (model as TableModel).rows.map(({ title, cells }) => [title, ...cells.map(({ value }) => value)]),
  );
  assert.deepEqual(rows[0], [
    ['进行中', 2, 6.5],
    ['已完成', 2, 6.5],
    ['已完成', 1, 21],
    ['进行中', 1, 21],
    ['暂存', 1, 90],
    ['已上报', 1, 90],
    ['已上报', 1, 7],
    ['已审核', 1, 7],
    ['新建', 2, null],
    ['进行中', 2, null],
    ['合计', 7, 26.2],
  ]);
  assert.deepEqual(rows[1]?.slice(0, 4), [
    ['2025年1月', 3, 0],
    ['2025年2月', 2, 1],
    ['2025年3月', null, null],
    ['2025年4月', 2, 0],
  ]);
  assert.ok(
    notes.some((note) => note.includes('变化前的状态')),
    notes.join('\n'),
  );
});
