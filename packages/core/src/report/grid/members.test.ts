import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admitReport } from '../admit.ts';
import { compute } from '../compute.ts';
import { countyReport, dataOf, findDefinition, visit } from '../fixtures/county.ts';
import type { CardsModel, TableModel } from '../model.ts';

const VISITS = [
  visit('1', 'a1', '2025-01-01', { kind: 'home' }, 'done'),
  visit('2', 'a1', '2025-02-01', { kind: 'site' }),
  visit('3', 'a1', '2025-02-02', { kind: 'home' }),
  visit('4', 'a2', '2025-02-03', { kind: 'home' }),
  visit('5', 'b1', '2025-01-05', { kind: 'site' }, 'done'),
  visit('6', 'a', '2025-01-06', { kind: 'site' }),
];
const MEASURES = [
  { id: 'often', title: '两次以上的村', over: 'village', having: 'count>=2' },
  { id: 'never', title: '没有走访的村', over: 'village', having: 'IFERROR(count,0)=0' },
  { id: 'all', title: '村数', over: 'village', having: 'IFERROR(count,0)>=0' },
  { id: 'often100', title: '占比', type: 'percent', formula: 'often/all*100' },
];

function table(
  rows: readonly string[],
  columns?: readonly string[],
): readonly (readonly [row: string, ...cells: (number | string | null)[]])[] {
  const base = countyReport({ blocks: [] });
  const ids = MEASURES.map(({ id }) => id);
  const report = {
    ...base,
    dimensions: [
      ...(base.dimensions ?? []).filter(({ id }) => !['village', 'township', 'kind', 'month'].includes(id)),
      { id: 'village', title: '村', levels: ['village'] },
      { id: 'township', title: '乡镇', levels: ['township'] },
      { id: 'kind', title: '类别', data: ['visits'], field: '/kind' },
      { id: 'month', title: '月份', period: 'month' },
    ],
    measures: [...(base.measures ?? []), ...MEASURES],
    blocks: [
      columns
        ? { block: 'cross', id: 'x', rows, columns, columnTotals: 'none', measures: ['often'] }
        : { block: 'table', id: 'x', rows, columns: ids },
    ],
  } as unknown as typeof base;
  const admitted = admitReport(report, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const model = compute(report, dataOf(report, VISITS), { period: '2025' }).blocks[0]!.model as TableModel;
  return model.rows.map(({ title, cells }) => [title, ...cells.map(({ value }) => value)]);
}

test('members that meet a condition are counted at every level, those without rows too; a rate over them is divided again', () => {
  assert.deepEqual(table(['township']), [
    ['A', 1, 1, 3, 100 / 3],
    ['B', 0, 1, 2, 0],
    ['合计', 1, 2, 5, 20],
  ]);
});

test('a member counts once, whatever else the rows are split by', () => {
  assert.deepEqual(table(['kind']), [
    ['入户', 1, 3, 5, 20],
    ['现场', 0, 3, 5, 0],
    ['合计', 1, 2, 5, 20],
  ]);
  assert.deepEqual(
    table(['township'], ['month'])
      .slice(0, 2)
      .map((row) => row.slice(0, 3)),
    [
      ['A', 0, 1],
      ['B', 0, 0],
    ],
  );
});

test('what is counted must be a member of the data, and the condition must read a measure', () => {
  const base = countyReport({});
  const codes = (measure: object): readonly string[] => {
    const found = admitReport({ ...base, measures: [...(base.measures ?? []), measure] }, findDefinition);
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };
  assert.deepEqual(codes({ id: 'z', title: '数', over: 'gone', having: 'count>0' }), ['unknown-dimension']);
  assert.deepEqual(codes({ id: 'z', title: '数', over: 'township', having: 'TRUE' }), ['having-without-measure']);
});

test('the mean over members stands beside the rate of the sums, and always says that it is one', () => {
  const base = countyReport({});
  const more = [
    { id: 'meanRate', title: '完成率', over: 'village', take: 'mean', value: 'rate' },
    { id: 'middle', title: '完成率', over: 'village', take: 'median', value: 'rate' },
    { id: 'most', title: '次数', over: 'village', take: 'max', value: 'count', having: 'rate>0' },
    { id: 'agencies', title: '机关', over: 'village', having: 'AND(orgType="agency",IFERROR(count,0)>=0)' },
  ];
  const report = {
    ...base,
    dimensions: [...(base.dimensions ?? []), { id: 'village', title: '村', levels: ['village'] }],
    measures: [...(base.measures ?? []), ...more],
    blocks: [
      {
        block: 'table',
        id: 'x',
        rows: ['township'],
        columns: ['rate', { measure: 'meanRate', title: '另一名称' }, 'middle', 'most', 'agencies'],
      },
    ],
  } as unknown as typeof base;
  const admitted = admitReport(report, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const {
    blocks: [block],
    notes,
  } = compute(report, dataOf(report, VISITS), { period: '2025' });
  const { rows, columns } = block!.model as TableModel;
  assert.deepEqual(
    columns.map(({ title, unit }) => `${title} ${unit}`),
    ['完成率 %', '另一名称（各村的平均） %', '完成率（各村的中位数） %', '次数（各村的最高） ', '机关 '],
  );
  assert.deepEqual(
    rows.map(({ title, cells }) => [title, ...cells.map(({ text }) => text)]),
    [
      ['A', '20.0', '16.7', '16.7', '3', '0'],
      ['B', '100.0', '100.0', '100.0', '1', '0'],
      ['合计', '33.3', '44.4', '33.3', '3', '0'],
    ],
  );
  assert.ok(
    notes.some((note) =>
      /^完成率（各村的平均）：算法：先逐个“村”算出“?完成率”?，再取平均值，不是全部记录合起来算的数/.test(note),
    ),
    notes.join('\n'),
  );
});

test('targets may differ by organisation: a table by id, or another measure at the same place', () => {
  const base = countyReport({});
  const measures = [
    {
      id: 'byTable',
      title: '次数',
      data: 'visits',
      type: 'count',
      num: { count: 'TRUE' },
      target: 'XLOOKUP(orgId,goals.org,goals.least)',
    },
    { id: 'missingVisits', title: '差', of: 'byTable', derive: 'gap' },
    {
      id: 'byMeasure',
      title: '完成',
      data: 'visits',
      type: 'count',
      num: { count: 'itemStatus="done"' },
      target: 'count',
    },
    { id: 'undone', title: '差', of: 'byMeasure', derive: 'gap' },
  ];
  const goals = {
    title: '各乡镇任务',
    value: [
      { org: 'a', least: 6 },
      { org: 'b', least: 1 },
    ],
    source: 'O',
  };
  const report = {
    ...base,
    parameters: { ...base.parameters, goals },
    measures: [...(base.measures ?? []), ...measures],
    blocks: [
      { block: 'table', id: 'x', rows: ['township'], columns: ['missingVisits', 'undone'] },
      { block: 'cards', id: 'y', measures: ['byTable'] },
    ],
  } as unknown as typeof base;
  const admitted = admitReport(report, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const data = dataOf(report, VISITS);
  const { blocks, notes } = compute(report, data, { period: '2025', organisation: 'c' });
  assert.deepEqual(
    (blocks[0]!.model as TableModel).rows.map(({ title, cells }) => [
      title,
      ...cells.map(({ value, missing }) => missing?.kind ?? value),
    ]),
    [
      ['A', -1, -4],
      ['B', 0, 0],
      ['合计', 'no-comparison', -4],
    ],
  );
  assert.deepEqual(
    (compute(report, data, { period: '2025', organisation: 'a' }).blocks[1]!.model as CardsModel).cards.map(
      ({ target }) => target,
    ),
    ['6'],
  );
  assert.ok(
    notes.some((note) => note.includes('目标') && note.includes('各乡镇任务')),
    notes.join('\n'),
  );
  const codes = (target: string): readonly string[] => {
    const found = admitReport(
      {
        ...base,
        measures: [...(base.measures ?? []), { id: 'z', title: '数', data: 'visits', num: { count: 'TRUE' }, target }],
      },
      findDefinition,
    );
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };
  assert.deepEqual(codes('z+1'), ['measure-cycle']);
});

test('what is made of a percentage says points, parts of a fact no percent; nobody is better than nobody', () => {
  const base = countyReport({});
  const more = [
    { id: 'parts', title: '应完成', data: 'facts', fact: 'visit/doneRate', part: 'den' },
    { id: 'factChange', title: '比上期', of: 'doneRate', derive: 'change' },
    { id: 'doneSoFar', title: '累计完成率', of: 'rate', derive: 'running' },
  ];
  const columns = ['gap', 'factChange', 'parts', 'doneSoFar', 'percentile'];
  const report = {
    ...base,
    measures: [...(base.measures ?? []), ...more],
    blocks: [{ block: 'table', id: 'x', rows: ['township'], columns, totals: 'none' }],
  } as unknown as typeof base;
  const admitted = admitReport(report, findDefinition);
  assert.deepEqual(admitted.ok ? [] : admitted.problems, []);
  const lone = compute(report, dataOf(report, VISITS), { period: '2025', organisation: 'b' }).blocks[0]!;
  const { rows, columns: heads } = lone.model as TableModel;
  assert.deepEqual(
    heads.map(({ unit }) => unit),
    ['个百分点', '个百分点', '', '%', '%'],
  );
  assert.deepEqual(
    rows.map(({ title, cells }) => [title, cells[2]!.text, cells[4]!.missing?.kind]),
    [['B', '1', 'no-comparison']],
  );
});

test('numbers made of others are told apart by place, also where a member is unknown in the other period', () => {
  const base = countyReport({});
  const asked = {
    ...base,
    measures: [
      ...(base.measures ?? []),
      { id: 'doubled', title: '两倍', type: 'count', formula: 'count*2' },
      { id: 'more', title: '比上月', of: 'doubled', derive: 'change', against: 'previous' },
    ],
    blocks: [{ block: 'cross', id: 'x', rows: ['township'], columns: ['kind'], measures: ['more'] }],
  } as unknown as typeof base;
  const visits = [
    visit('1', 'a1', '2025-03-10', { kind: 'home', who: 'p' }),
    visit('2', 'a1', '2025-04-10', { kind: 'home', who: 'p' }),
    visit('3', 'a1', '2025-04-11', { kind: 'site', who: 'p' }),
    visit('4', 'a1', '2025-04-12', { kind: 'home', who: 'p' }),
  ];
  const { blocks } = compute(asked, dataOf(asked, visits), { period: '2025-04', organisation: 'c' });
  const { rows } = blocks[0]!.model as TableModel;
  assert.deepEqual(
    rows.map(({ title, cells }) => [title, ...cells.map(({ value }) => value)]),
    [
      ['A', 2, null, 4],
      ['B', null, null, null],
      ['合计', 2, null, 4],
    ],
  );
});
