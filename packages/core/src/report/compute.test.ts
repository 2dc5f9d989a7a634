import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRecord } from '../generated/record.ts';
import { admitReport } from './admit.ts';
import { compute } from './compute.ts';
import type { Chosen } from './chosen.ts';
import { countyReport, dataOf, filed, findDefinition, visit } from './fixtures/county.ts';
import type { BlockModel, BlockResult, NumberCell, TableModel } from './model.ts';
import { openNumber } from './open.ts';
import { plainBlock, type PlainWords } from './words/plain.ts';

const RECORDS: readonly StoredRecord[] = [
  visit('1', 'a1', '2025-02-01', { kind: 'home', amount: 0.1, who: 'p', tags: ['x', 'y'] }, 'done'),
  visit('2', 'a1', '2025-05-01', { kind: 'home', amount: 0.2, who: 'q', tags: ['x'] }),
  visit('3', 'a2', '2025-05-02', { kind: 'site', amount: 90, who: 'p' }, 'done'),
  visit('4', 'b1', '2025-05-03', { kind: 'site', amount: -5, who: 'r' }, 'done'),
  visit('5', 'o', '2025-06-03', { amount: 7 }),
  visit('6', 'a1', '2024-03-01', { kind: 'home', amount: 1, who: 'p' }, 'done'),
  { ...visit('7', 'a3', '2024-06-01', { kind: 'home', amount: 2, who: 's' }), orgPath: 'c/b/a3' },
];
const YEAR: Chosen = { period: '2025', organisation: 'c' };

function run(
  block: Readonly<Record<string, unknown>>,
  records = RECORDS,
  chosen = YEAR,
  over: Readonly<Record<string, unknown>> = {},
): BlockModel {
  const report = countyReport({ blocks: [{ id: 'one', ...block }], ...over });
  const admitted = admitReport(report, findDefinition);
  assert.ok(admitted.ok, JSON.stringify(admitted));
  return compute(report, dataOf(report, records), chosen).blocks[0]!.model;
}
const table = (
  rows: readonly string[],
  columns: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
  records = RECORDS,
  chosen = YEAR,
): readonly string[] =>
  (run({ block: 'table', rows, columns, ...more }, records, chosen) as TableModel).rows.map(
    ({ title, depth, cells }) => `${'-'.repeat(depth)}${title}: ${cells.map(shown).join(' ')}`,
  );
const shown = ({ text, missing }: NumberCell): string => (missing ? missing.kind : text);

describe('compute', () => {
  it('adds exactly, and recomputes rates at every level instead of averaging them', () => {
    assert.deepEqual(table(['township'], ['count', 'sum', 'mean', 'rate']), [
      'A: 3 90.30 30.10 66.7',
      'B: 1 -5.00 -5.00 100.0',
      'C本级: 1 7.00 7.00 0.0',
      '合计: 5 92.30 18.46 60.0',
    ]);
  });

  it('shows a tree in which parts add up to the whole, with the rows of a superior beside those below it', () => {
    const records = [...RECORDS, visit('8', 'a', '2025-07-01', { amount: 1 })];
    assert.deepEqual(table(['tree'], ['count', 'sum'], { totals: 'none' }, records), [
      'C: 6 93.30',
      '-A: 4 91.30',
      '--A本级: 1 1.00',
      '--A1: 2 0.30',
      '--A2: 1 90.00',
      '-B: 1 -5.00',
      '--B1: 1 -5.00',
      '-O: 1 7.00',
    ]);
  });

  it('says that nothing is known where there are no rows, which is not zero', () => {
    assert.deepEqual(
      table(['township'], ['count', 'doneSum', 'rate'], { totals: 'none' }, [visit('1', 'a1', '2025-02-01')]),
      ['A: 1 no-rows 0.0', 'B: no-rows no-rows no-rows'],
    );
    assert.deepEqual(table(['township'], ['perVisit'], { totals: 'none' }, [visit('1', 'a1', '2025-02-01')]), [
      'A: no-rows',
      'B: no-rows',
    ]);
  });

  it('computes what needs all rows together at every level', () => {
    assert.deepEqual(table(['township'], ['median', 'min', 'max', 'people', 'latest', 'last']), [
      'A: 0.20 0.10 90.00 2 2025-05-02 90.20',
      'B: -5.00 -5.00 -5.00 1 2025-05-03 -5.00',
      'C本级: 7.00 7.00 7.00 0 2025-06-03 7.00',
      '合计: 0.20 -5.00 90.00 3 2025-06-03 92.20',
    ]);
  });

  it('says so when records were filled in with several versions', () => {
    const mixed = RECORDS.map((record, at) =>
      at < 2 ? { ...record, definition: { ...record.definition, version: '10.0.0' } } : record,
    );
    const notes = (records: readonly StoredRecord[], locale?: string) =>
      compute(countyReport({ blocks: [] }), dataOf(countyReport({ blocks: [] }), records), YEAR, locale).notes.filter(
        (note) => /版本填写|different versions/.test(note),
      );
    assert.deepEqual(notes(RECORDS), []);
    assert.equal(notes(mixed).length, 1);
    assert.match(notes(mixed)[0] ?? '', /^《.+》的记录按不同版本填写（\d+\.\d+\.\d+ 版 5 条、10\.0\.0 版 2 条）/);
    assert.match(notes(mixed, 'en')[0] ?? '', /2 of version 10\.0\.0/);

    // One of them goes back to the older version, the other goes altogether.
    const report = countyReport({ blocks: [] });
    const data = dataOf(report, mixed);
    const said = () => compute(report, data, YEAR).notes.some((note) => note.includes('版本填写'));
    assert.equal(said(), true);
    data.update(mixed[0], RECORDS[0]);
    assert.equal(said(), true);
    data.update(mixed[1], undefined);
    assert.equal(said(), false);
  });

  it('counts a row under each of its values and once in the total', () => {
    assert.deepEqual(table(['tag'], ['count', 'sum']), ['x: 2 0.30', 'y: 1 0.10', '未填写: 3 92.00', '合计: 5 92.30']);
  });

  it('puts values into buckets, the highest limit reached first', () => {
    assert.deepEqual(table(['size'], ['count']), ['大: 1', '小: 3', '负数: 1', '合计: 5']);
  });

  it('counts rows of a repeated field', () => {
    const records = [
      visit('1', 'a1', '2025-02-01', {
        parts: [
          { name: 'm', cost: 1.5 },
          { name: 'n', cost: 2 },
        ],
      }),
      visit('2', 'b1', '2025-02-01'),
    ];
    assert.deepEqual(table(['township'], ['cost'], {}, records), ['A: 3.50', 'B: no-rows', '合计: 3.50']);
  });

  it('keeps organisations where they stood, or where they stand today', () => {
    const then: Chosen = { period: '2024', organisation: 'c' };
    assert.deepEqual(table(['township'], ['count'], { totals: 'none' }, RECORDS, then), ['A: 1', 'B: 1']);
    const now = run({ block: 'table', rows: ['township'], columns: ['count'], totals: 'none' }, RECORDS, then, {
      choices: { period: { kind: 'year' }, organisation: { as: 'now' } },
    }) as TableModel;
    assert.deepEqual(
      now.rows.map(({ title, cells }) => `${title} ${cells[0]!.text}`),
      ['A 2', 'B —'],
    );
  });

  it('narrows to the chosen organisation and to chosen members', () => {
    assert.deepEqual(table(['own'], ['count'], {}, RECORDS, { period: '2025', organisation: 'a' }), [
      'A1: 2',
      'A2: 1',
      '合计: 3',
    ]);
    assert.deepEqual(table(['own'], ['count'], {}, RECORDS, { ...YEAR, filters: { kind: ['site'] } }), [
      'A2: 1',
      'B1: 1',
      '合计: 2',
    ]);
    assert.deepEqual(
      table(['own'], ['count'], {
        filter: [
          { dimension: 'tree', in: ['a'] },
          { dimension: 'size', in: ['large'] },
        ],
      }),
      ['A2: 1', '合计: 1'],
    );
  });

  it('derives shares, ranks, percentiles, gaps and changes', () => {
    assert.deepEqual(table(['township'], ['share', 'rank', 'percentile', 'gap', 'change', 'growth', 'perVisit']), [
      'A: 60.0 2 0.0 -13.3 -33.3 +200.0 30.10',
      'B: 20.0 1 100.0 20.0 +100.0 0.0 -5.00',
      'C本级: 20.0 not-ranked not-ranked -80.0 no-comparison no-comparison 7.00',
      '合计: 100.0 no-comparison no-comparison -20.0 +10.0 +150.0 18.46',
    ]);
  });

  it('compares each period on an axis with its own period before', () => {
    assert.deepEqual(table(['years'], ['count', 'growth'], { totals: 'none' }), [
      '2024年: 2 no-comparison',
      '2025年: 5 +150.0',
    ]);
    assert.deepEqual(table(['quarter'], ['count', 'growth'], { totals: 'none' }), [
      '2025年第一季度: 1 no-comparison',
      '2025年第二季度: 4 +300.0',
      '2025年第三季度: no-rows no-rows',
    ]);
  });

  it('reads facts period by period: what they count apart is not added, what has parts is divided again', () => {
    assert.deepEqual(table(['township'], ['doneRate', 'factPeople']), [
      'A: 66.7 not-additive',
      'B: 100.0 1',
      'C本级: 0.0 0',
      '合计: 60.0 not-additive',
    ]);
    assert.deepEqual(
      table(['own', 'quarter'], ['doneRate', 'factPeople'], {
        filter: [{ dimension: 'own', in: ['a1'] }],
        totals: 'none',
      }),
      ['A1: 50.0 2', '-2025年第一季度: 100.0 1', '-2025年第二季度: 0.0 1', '-2025年第三季度: no-rows no-rows'],
    );
    assert.deepEqual(table(['by'], ['factKinds']), ['入户: 2', '现场: 2', '合计: 5']);
  });

  it('counts filings that are owed, begun or not', () => {
    const records = [
      filed('a1', '2025-Q1', 'accepted'),
      filed('a2', '2025-Q1', 'accepted', { isLate: true, returnCount: 1 }),
      filed('a3', '2025-Q1', 'returned', { returnCount: 1 }),
      filed('b1', '2025-Q1', 'exempt'),
      filed('a1', '2025-Q2', 'draft'),
    ];
    assert.deepEqual(
      table(['township'], ['owed', 'complete', 'onTime', 'firstPass', 'returned'], {}, records, {
        period: '2025-Q1',
        organisation: 'c',
      }),
      ['A: 3 66.7 33.3 50.0 66.7', 'B: 1 0.0 0.0 no-denominator no-denominator', '合计: 4 50.0 25.0 50.0 66.7'],
    );
    assert.deepEqual(table(['quarter'], ['owed'], { totals: 'none' }, records, YEAR), [
      '2025年第一季度: 4',
      '2025年第二季度: 5',
      '2025年第三季度: 5',
    ]);
  });

  it('says how many have reported on sums that are not complete', () => {
    const model = run(
      { block: 'table', rows: ['township'], columns: ['heads'] },
      [
        filed('a1', '2025-Q1', 'accepted', {}, { headcount: 4 }),
        filed('b1', '2025-Q1', 'accepted', {}, { headcount: 5 }),
        filed('b2', '2025-Q1', 'accepted', {}, { headcount: 6 }),
      ],
      { period: '2025-Q1', organisation: 'c' },
    ) as TableModel;
    assert.deepEqual(
      model.rows.map(({ title, cells }) => `${title} ${cells[0]!.text} ${cells[0]!.coverage?.text ?? ''}`),
      ['A 4 已报1／应报3', 'B 11 ', '合计 15 已报3／应报5'],
    );
  });

  it('shows errors where they are and in every sum above them', () => {
    const over = { measures: [{ id: 'sum', title: '和', data: 'visits', num: { sum: 'VALUE(who)' } }] };
    const model = run(
      { block: 'table', rows: ['township'], columns: ['sum'] },
      [visit('1', 'a1', '2025-02-01', { who: '3' }), visit('2', 'b1', '2025-02-01', { who: 'x' })],
      YEAR,
      over,
    ) as TableModel;
    assert.deepEqual(
      model.rows.map(({ cells }) => shown(cells[0]!)),
      ['3.00', 'error', 'error'],
    );
  });

  it('sorts, limits and keeps rows; the total stays that of all', () => {
    assert.deepEqual(table(['own'], ['sum'], { sort: [{ by: 'sum', descending: true }], top: 2, bottom: 1 }), [
      'A2: 90.00',
      'O: 7.00',
      'B1: -5.00',
      '合计: 92.30',
    ]);
    const kept = { block: 'table', rows: ['township', 'own'], columns: ['sum'], keep: 'sum>9', totals: 'none' };
    const { rows, left } = run(kept) as TableModel;
    assert.deepEqual(
      rows.map(({ title }) => title),
      ['A', 'A2'],
      'a group of which nothing is kept is not there either',
    );
    assert.equal(left, 3);
    assert.deepEqual(table(['own'], ['sum'], { keep: 'sum>goal-75' }), ['A2: 90.00', 'O: 7.00', '合计: 92.30']);
  });
});

describe('blocks', () => {
  it('merges headings of a cross table and totals both sides', () => {
    const model = run({
      block: 'cross',
      rows: ['township'],
      columns: ['quarter', 'kind'],
      measures: ['count', 'sum'],
      subtotals: false,
    }) as TableModel;
    assert.deepEqual(
      model.head.map((row) => row.map(({ title, columnSpan, rowSpan }) => `${title} ${columnSpan}x${rowSpan}`)),
      [
        ['2025年第一季度 2x1', '2025年第二季度 6x1', '2025年第三季度 2x2', '合计 2x2'],
        ['入户 2x1', '入户 2x1', '现场 2x1', '未填写 2x1'],
        [
          '次数 1x1',
          '金额 1x1',
          '次数 1x1',
          '金额 1x1',
          '次数 1x1',
          '金额 1x1',
          '次数 1x1',
          '金额 1x1',
          '次数 1x1',
          '金额 1x1',
          '次数 1x1',
          '金额 1x1',
        ],
      ],
    );
    assert.deepEqual(
      model.rows.map(({ title, cells }) => `${title}: ${cells.map(({ text }) => text).join(' ')}`),
      [
        'A: 1 0.10 1 0.20 1 90.00 — — — — 3 90.30',
        'B: — — — — 1 -5.00 — — — — 1 -5.00',
        'C本级: — — — — — — 1 7.00 — — 1 7.00',
        '合计: 1 0.10 1 0.20 2 85.00 1 7.00 — — 5 92.30',
      ],
    );
  });

  it('ranks with ties, bands and movement, and hides the lower ranks unless they are published', () => {
    const block = {
      block: 'board',
      rows: 'own',
      measures: ['rate'],
      smallest: 2,
      movement: 'lastYear',
      bands: [
        { id: 'top', title: '一档', share: 50 },
        { id: 'rest', title: '二档', share: 50 },
      ],
    };
    const model = run({ ...block, showBottom: true });
    assert.ok(model.kind === 'board');
    assert.deepEqual(
      model.groups[0]!.rows.map(({ rank, moved, title, band }) => [rank, moved, title, band?.title]),
      [
        [1, null, 'A2', '一档'],
        [1, null, 'B1', '一档'],
        [3, -2, 'A1', '二档'],
        [4, null, 'O', '二档'],
      ],
    );
    const hidden = run(block);
    assert.ok(hidden.kind === 'board');
    assert.deepEqual([hidden.groups[0]!.rows.map(({ title }) => title), hidden.groups[0]!.hidden], [['A2', 'B1'], 2]);
    const small = run({ ...block, smallest: 5 });
    assert.ok(
      small.kind === 'board' && small.groups[0]!.isTooSmall && small.groups[0]!.rows.every(({ rank }) => rank === null),
    );
  });

  it('lights places by thresholds', () => {
    const model = run({ block: 'lights', rows: ['township'], columns: 'quarter', measure: 'rate' });
    assert.ok(model.kind === 'lights');
    assert.deepEqual(
      model.rows.map(({ title, cells }) => `${title} ${cells.map(({ word = '' }) => word).join('/')}`),
      ['A 好/中/', 'B /好/', 'C本级 /差/', '合计 好/中/'],
    );
    assert.deepEqual(
      model.legend.map(({ title, text }) => `${title} ${text}`.trim()),
      ['好 80.0%及以上', '中 50.0%及以上', '差'],
    );
  });

  it('puts values into sentences once, and names members from the best or the last', () => {
    const model = run(
      {
        block: 'text',
        paragraphs: ['{period}{organisation}走访{n}，{best}领先，{worst}靠后，{name}，目标{goal}%'],
        values: {
          n: { measure: 'count', filter: [{ dimension: 'kind', in: ['home'] }] },
          best: { measure: 'rate', over: 'township', top: 1, withValue: true },
          worst: { measure: 'rate', over: 'own', bottom: 1 },
          name: { measure: 'count', over: 'kind', top: 1 },
        },
      },
      [
        ...RECORDS,
        visit('9', 'a1', '2025-02-01', { kind: '{n}' }),
        visit('10', 'a1', '2025-02-01', { kind: '{n}' }),
        visit('11', 'a1', '2025-02-01', { kind: '{n}' }),
      ],
    );
    assert.ok(model.kind === 'text');
    const text = model.paragraphs[0]!.map((part) =>
      part.kind === 'words'
        ? part.text
        : part.kind === 'number'
          ? part.cell.text
          : part.members.map(({ title, cell }) => title + (cell?.text ?? '')).join('、'),
    ).join('');
    assert.equal(text, '2025年C走访2，B100.0领先，O靠后，{n}，目标80%');
  });

  it('names nobody as best or worst where there is nobody to compare with, and leaves that sentence out', () => {
    const said = (organisation: string) => {
      const model = run(
        {
          block: 'text',
          paragraphs: ['{organisation}走访{n}。领先的是{best}，靠后的是{worst}。', '靠后的是{worst}。'],
          values: {
            n: { measure: 'count' },
            best: { measure: 'rate', over: 'township', top: 3 },
            worst: { measure: 'rate', over: 'township', bottom: 3 },
          },
        },
        RECORDS,
        { period: '2025', organisation },
      );
      assert.ok(model.kind === 'text');
      return model.paragraphs.map((parts) =>
        parts
          .map((part) =>
            part.kind === 'words'
              ? part.text
              : part.kind === 'number'
                ? part.cell.text
                : part.members.map(({ title }) => title).join('、'),
          )
          .join(''),
      );
    };
    assert.deepEqual(said('c'), ['C走访5。领先的是B，靠后的是A。', '靠后的是A。']);
    assert.deepEqual(said('a'), ['A走访3。']);
  });

  it('says of a change which way it went, and leaves out a clause that has nothing to compare with', () => {
    const said = (organisation: string, period: string) => {
      const model = run(
        {
          block: 'text',
          paragraphs: ['按时{rate}，比上年{change}；走访{n}次，比上期{growth}。', '按时比上年{change}。'],
          values: {
            n: { measure: 'count' },
            rate: { measure: 'rate' },
            change: { measure: 'change' },
            growth: { measure: 'growth' },
          },
        },
        RECORDS,
        { period, organisation },
      );
      return plainBlock({ model, silent: [] } as unknown as BlockResult, {} as PlainWords).paragraphs;
    };
    assert.deepEqual(said('c', '2025'), [
      '按时60.0% 中，比上年上升10.0个百分点；走访5次，比上期增长150.0%。',
      '按时比上年上升10.0个百分点。',
    ]);
    assert.equal(said('b', '2025')[0], '按时100.0% 好，比上年上升100.0个百分点；走访1次，比上期持平。');
    assert.deepEqual(said('c', '2024'), ['按时50.0% 中；走访2次。']);
  });

  it('lists who has not reported', () => {
    const model = run(
      { block: 'coverage', data: ['owed'], rows: ['township'] },
      [filed('a1', '2025-Q1', 'accepted'), filed('b1', '2025-Q1', 'draft')],
      { period: '2025-Q1', organisation: 'c' },
    );
    assert.ok(model.kind === 'coverage');
    assert.deepEqual(
      model.data[0]!.rows.map(
        ({ title, reported, expected, missing }) =>
          `${title} ${reported}/${expected} ${missing.flatMap(({ organisations }) => organisations.map((entry) => entry.title)).join(',')}`,
      ),
      ['A 1/3 A2,A3', 'B 0/2 B1,B2', '合计 1/5 '],
    );
  });
});

describe('openNumber', () => {
  it('finds the records behind every number, also behind derived ones, and what each adds', () => {
    const report = countyReport({
      blocks: [{ block: 'table', id: 'one', rows: ['tree'], columns: ['rate', 'gap', 'perVisit', 'doneRate'] }],
    });
    const data = dataOf(report, RECORDS);
    const model = compute(report, data, YEAR).blocks[0]!.model as TableModel;
    const a = model.rows.find(({ title }) => title === 'A')!;
    const [rate, gap, perVisit, fact] = a.cells.map(({ place }) => openNumber(report, data, YEAR, place)!);
    assert.deepEqual(
      rate!.parts.map(({ num, den, rows }) => [
        num,
        den,
        rows.map(({ recordIds, num: adds, den: of }) => [...recordIds, adds, of]),
      ]),
      [
        [
          2,
          3,
          [
            ['1', 1, 1],
            ['2', 0, 1],
            ['3', 1, 1],
          ],
        ],
      ],
    );
    assert.deepEqual(
      [rate, fact].map((opened) => opened!.parts[0]!.rows[0]!.version),
      ['1.0.0', undefined],
    );
    assert.deepEqual(
      gap!.parts.map(({ measure, rows }) => [measure, rows.length]),
      [['rate', 3]],
    );
    assert.deepEqual(
      perVisit!.parts.map(({ measure, rows }) => [measure, rows.length]),
      [
        ['sum', 3],
        ['count', 3],
      ],
    );
    assert.deepEqual(
      fact!.parts[0]!.rows.map(({ orgId, recordIds }) => [orgId, ...recordIds].sort()),
      [
        ['1', '2', 'a1'],
        ['3', 'a2'],
      ],
    );
    assert.deepEqual(
      [rate, gap].map((opened) => opened!.measure),
      ['rate', 'gap'],
    );
    assert.equal(
      openNumber(report, data, YEAR, { ...a.cells[0]!.place, rows: [{ dimension: 'tree', member: 'zz' }] }),
      undefined,
    );
  });
});
