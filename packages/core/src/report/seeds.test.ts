import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { FactIndex } from '../facts/fact-index.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Report } from '../generated/report.ts';
import { OrganisationIndex } from '../org/organisation-index.ts';
import { workdayTest } from '../time/calendar.ts';
import { admitReport } from './admit.ts';
import { compute } from './compute.ts';
import { ReportData } from './data.ts';
import { findTemplate, reportById, trialReport } from './fixtures/trial.ts';
import type { BlockModel, NumberCell } from './model.ts';
import { openNumber } from './open.ts';

// The numbers that public articles about this work give, through report definitions: what a reader would see.

const NOW = '2025-09-15T09:00:00+08:00';
const CHOSEN = { period: '2025', organisation: 'city' };

/** A city with one county, three townships and thirty villages. */
const organisations: readonly Organisation[] = [
  organisation('city', 'city', '01'),
  organisation('county', 'county', '0101', 'city'),
  ...[0, 1, 2].map((at) => organisation(`t${at}`, 'township', `01010${at}`, 'county')),
  ...Array.from({ length: 30 }, (_, at) =>
    organisation(
      `v${String(at).padStart(2, '0')}`,
      'village',
      `01010${at % 3}${String(at).padStart(2, '0')}`,
      `t${at % 3}`,
    ),
  ),
];
const index = new OrganisationIndex(organisations);

function organisation(
  orgId: string,
  orgLevel: Organisation['orgLevel'],
  orgCode: string,
  parentOrgId?: string,
): Organisation {
  return {
    orgId,
    orgName: orgId,
    orgShortName: orgId,
    orgCode,
    orgType: 'rural',
    orgForm: 'branch',
    orgLevel,
    isActive: true,
    ...(parentOrgId === undefined ? {} : { parentOrgId }),
  };
}

let made = 0;
function record(
  definitionId: string,
  orgId: string,
  state: string,
  data: Readonly<Record<string, unknown>>,
): StoredRecord {
  return {
    id: `r${made++}`,
    definition: { id: definitionId, version: findTemplate(definitionId)!.version, hash: '' },
    orgId,
    orgPath: index.path(orgId),
    revision: 0,
    links: [],
    facts: [],
    state,
    audit: { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' },
    history: [],
    data: data as StoredRecord['data'],
  };
}

/** `closed` of `total` problems of an organisation are closed. */
const problems = (orgId: string, total: number, closed: number): StoredRecord[] =>
  Array.from({ length: total }, (_, at) =>
    record('problem-list', orgId, at < closed ? 'closed' : 'inProgress', { foundOn: '2025-03-01' }),
  );

/** What a report shows of records, by block; and what opens numbers of it. */
function shown(report: Report, records: readonly StoredRecord[], locale?: string) {
  const admitted = admitReport(report, findTemplate);
  assert.ok(admitted.ok, JSON.stringify(admitted));
  const used = new Set(
    report.data.flatMap(({ records: some = [], facts = [] }) => [
      ...some,
      ...facts.map((id) => id.slice(0, id.indexOf('/'))),
    ]),
  );
  const compiled = new Map([...used].map((id) => [id, compile(findTemplate(id)!)]));
  const facts = new FactIndex({
    definitions: compiled.values(),
    organisations: index,
    records,
    now: NOW,
    isWorkday: workdayTest(),
  });
  const data = new ReportData(report, {
    definition: (id) => compiled.get(id),
    records: (id) => records.filter(({ definition }) => definition.id === id),
    organisations: index,
    facts,
    now: NOW,
    isWorkday: workdayTest(),
  });
  const result = compute(report, data, CHOSEN, locale);
  const block = <K extends BlockModel['kind']>(id: string, kind: K) => {
    const found = result.blocks.find((each) => each.id === id)?.model;
    assert.equal(found?.kind, kind);
    return found as Extract<BlockModel, { kind: K }>;
  };
  return { result, block, open: ({ place }: NumberCell) => openNumber(report, data, CHOSEN, place)! };
}

const said = ({ text, unit, word }: NumberCell) => [`${text}${unit}`, word].filter(Boolean).join(' ');

describe('the numbers of public articles', () => {
  it('558 matters, closed at 96 %: the green line is reached by 536 and missed by 535', () => {
    const report = reportById('problem-closing');
    for (const [closed, words] of [
      [536, '96.1% 达标'],
      [535, '95.9% 预警'],
    ] as const) {
      const { block, open } = shown(report, [
        ...problems('v00', 200, 200),
        ...problems('v01', 358, closed - 200),
        record('problem-list', 'v02', 'cancelled', { foundOn: '2025-03-01' }),
      ]);
      const cards = block('figures', 'cards').cards;
      const rate = cards.find(({ title }) => title === '销账率')!.cell;
      assert.equal(said(rate), words);
      const [part] = open(rate).parts;
      assert.deepEqual(
        [part!.num, part!.den, part!.rows.length, part!.rows.filter(({ num }) => num === 1).length],
        [closed, 558, 558, closed],
      );
      const total = block('byTownship', 'table').rows.find(({ kind }) => kind === 'total')!;
      assert.equal(total.cells[0]!.text, '558');
    }
  });

  it('90 % and 95 % are kept apart in both readings: by kind of coverage they are reached, by kind of unit social organisations miss theirs', () => {
    const unit = (unitGroup: string, at: number, covered: number, worked: number) =>
      record('unit-register', `v${String(at % 30).padStart(2, '0')}`, 'inRegister', {
        unitGroup,
        unitKind: unitGroup,
        isInScope: true,
        isOperating: true,
        coverMode: at < covered ? 'single' : 'none',
        isOrgCovered: at < covered,
        isWorkCovered: at < worked,
      });
    const records = [
      ...Array.from({ length: 200 }, (_, at) => unit('privateFirm', at, 184, 192)),
      ...Array.from({ length: 40 }, (_, at) => unit('socialOrg', at, 37, 39)),
    ];
    const { block } = shown(reportById('coverage-overview'), records);
    const figures = (id: string) =>
      Object.fromEntries(
        block(id, 'cards').cards.map(({ title, cell, target }) => [title, `${said(cell)} / ${target}`]),
      );
    assert.deepEqual(
      [figures('figures')['组织覆盖率'], figures('figures')['工作覆盖率']],
      ['92.1% 达到 / 90.0', '96.3% / 95.0'],
    );
    assert.deepEqual(figures('targets'), {
      非公企业组织覆盖率: '92.0% 达到 / 90.0',
      社会组织组织覆盖率: '92.5% 未达到 / 95.0',
      非公企业工作覆盖率: '96.0% 达到 / 95.0',
      社会组织工作覆盖率: '97.5% 达到 / 95.0',
    });
  });

  it('18 groups look after 19,000 enterprises, 1.9 in ten thousands', () => {
    const groups = Array.from({ length: 18 }, (_, at) =>
      record('help-group', 'county', 'active', {
        helpGroupNo: `第${at + 1}组`,
        servedUnitCount: at === 0 ? 1065 : 1055,
      }),
    );
    const { block } = shown(
      trialReport({
        data: [{ id: 'groups', records: ['help-group'], states: ['active'], always: true }],
        dimensions: [{ id: 'group', title: '小组', data: ['groups'], value: 'helpGroupNo' }],
        measures: [
          {
            id: 'served',
            title: '联系市场主体',
            unit: '户',
            data: 'groups',
            type: 'count',
            num: { sum: 'servedUnitCount' },
          },
          { id: 'number', title: '小组', unit: '个', data: 'groups', type: 'count', num: { distinct: 'helpGroupNo' } },
          {
            id: 'tenThousands',
            title: '联系市场主体',
            unit: '万户',
            type: 'number',
            places: 1,
            formula: 'served/10000',
          },
          { id: 'share', title: '占比', of: 'served', derive: 'share' },
        ],
        blocks: [
          { block: 'table', id: 'main', rows: ['group'], columns: ['served', 'share'], serial: true },
          {
            block: 'text',
            id: 'words',
            paragraphs: ['{number}联系{tenThousands}，最多的是{most}。'],
            values: {
              number: { measure: 'number' },
              tenThousands: { measure: 'tenThousands' },
              most: { measure: 'served', over: 'group', top: 1, withValue: true },
            },
          },
        ],
      }) as unknown as Report,
      [...groups, record('help-group', 'county', 'dissolved', { helpGroupNo: '第19组', servedUnitCount: 500 })],
    );
    const { rows } = block('main', 'table');
    assert.deepEqual(
      rows.map(({ title }) => title),
      [...Array.from({ length: 18 }, (_, at) => `第${at + 1}组`), '合计'],
    );
    assert.deepEqual(rows[18]!.cells.map(said), ['19,000户', '100.0%']);
    const words = block('words', 'text').paragraphs[0]!.map((part) =>
      part.kind === 'words'
        ? part.text
        : part.kind === 'number'
          ? said(part.cell)
          : part.members.map(({ title, cell }) => `${title}${said(cell!)}`).join(''),
    );
    assert.equal(words.join(''), '18个联系1.9万户，最多的是第1组1,065户。');
  });

  it('ranks with ties and marks the bottom 10 %: a tie at the edge belongs to the better part', () => {
    // Thirty villages from 39 of 40 down; the 27th and the 28th are equal.
    const records = Array.from({ length: 30 }, (_, at) =>
      problems(`v${String(at).padStart(2, '0')}`, 40, 39 - (at === 27 ? 26 : at)),
    ).flat();
    const { block } = shown(
      trialReport({
        data: [{ id: 'problems', records: ['problem-list'], on: '/foundOn' }],
        dimensions: [{ id: 'village', title: '村', levels: ['own'] }],
        measures: [
          {
            id: 'rate',
            title: '销账率',
            data: 'problems',
            type: 'percent',
            num: { count: 'ledgerStatus="closed"' },
            den: { count: 'TRUE' },
          },
          { id: 'rank', title: '位次', of: 'rate', derive: 'rank' },
          { id: 'better', title: '好于', of: 'rate', derive: 'percentile' },
        ],
        blocks: [
          {
            block: 'board',
            id: 'board',
            rows: 'village',
            measures: ['rate'],
            showBottom: true,
            bands: [
              { id: 'a', title: '优', share: 30 },
              { id: 'b', title: '中', share: 60 },
              { id: 'c', title: '后10%', share: 10 },
            ],
          },
          {
            block: 'table',
            id: 'bottom',
            rows: ['village'],
            columns: ['rate', 'rank', 'better'],
            keep: 'better<10',
            sort: [{ by: 'rank' }],
            totals: 'none',
          },
        ],
      }) as unknown as Report,
      records,
    );
    const [group] = block('board', 'board').groups;
    assert.deepEqual(
      group!.rows.slice(24).map(({ rank, title, band }) => [rank, title, band?.title]),
      [
        [25, 'v24', '中'],
        [26, 'v25', '中'],
        [27, 'v27', '中'],
        [27, 'v26', '中'],
        [29, 'v28', '后10%'],
        [30, 'v29', '后10%'],
      ],
    );
    const bottom = block('bottom', 'table')
      .rows.map(({ title, cells }) => [title, ...cells.map(({ text }) => text)])
      .sort();
    assert.deepEqual(bottom, [
      ['v28', '27.5', '29', '3.4'],
      ['v29', '25.0', '30', '0.0'],
    ]);
  });

  it('about 10 % from the bottom of last year’s score are candidates of the screening, each among its kind, with place and number ranked', () => {
    const cards = Array.from({ length: 30 }, (_, at) =>
      record('branch-standard', `v${String(at).padStart(2, '0')}`, 'accepted', { totalScore: 95 - at }),
    ).map((card): StoredRecord => ({ ...card, periodCode: '2025' }));
    const { block } = shown(reportById('bottom-candidates'), [
      ...cards,
      record('weak-branch', 'v29', 'screened', { screeningRound: '2025-1' }),
    ]);
    const rows = block('candidates', 'table').rows.filter(({ kind }) => kind === 'member');
    assert.deepEqual(
      rows.map(({ title, cells }) => [title, ...cells.map(({ text }) => text)]),
      [
        ['v29', '66.0', '30', '0.0', '1'],
        ['v28', '67.0', '29', '3.4', '0'],
        ['v27', '68.0', '28', '6.9', '0'],
      ],
    );
    const [group] = block('groups', 'table').rows;
    assert.deepEqual([group!.title, group!.cells[0]!.text], ['农村', '30']);
  });

  it('a funnel over four levels marks where it falls by more than 15 points, and opens to the rows behind it', () => {
    const records = [
      ...problems('city', 100, 100),
      ...problems('county', 100, 95),
      ...problems('t0', 50, 45),
      ...problems('t1', 50, 40),
      ...problems('v00', 60, 30),
      ...problems('v01', 40, 30),
    ];
    const { block, open } = shown(
      trialReport({
        data: [{ id: 'problems', records: ['problem-list'], on: '/foundOn' }],
        dimensions: [
          {
            id: 'level',
            title: '层级',
            name: 'orgLevel',
            show: 'all',
            options: [
              { const: 'city', title: '市级' },
              { const: 'county', title: '县级' },
              { const: 'township', title: '乡级' },
              { const: 'village', title: '村级' },
            ],
          },
        ],
        measures: [
          {
            id: 'rate',
            title: '销账率',
            data: 'problems',
            type: 'percent',
            num: { count: 'ledgerStatus="closed"' },
            den: { count: 'TRUE' },
          },
        ],
        blocks: [{ block: 'chart', id: 'funnel', chart: 'funnel', by: 'level', measures: ['rate'], drop: 15 }],
      }) as unknown as Report,
      records,
    );
    const { categories, series, drops } = block('funnel', 'chart');
    assert.deepEqual(
      categories.map(({ title }, at) => `${title} ${series[0]!.cells[at]!.text}`),
      ['市级 100.0', '县级 95.0', '乡级 85.0', '村级 60.0'],
    );
    assert.deepEqual(drops, [{ at: 3, by: 25 }]);
    const [part] = open(series[0]!.cells[3]!).parts;
    assert.deepEqual(
      [part!.num, part!.den, [...new Set(part!.rows.map(({ orgId }) => orgId))]],
      [60, 100, ['v00', 'v01']],
    );
  });

  it('says how they are made with the titles of fields and states, not with formulas', () => {
    const zh = shown(reportById('problem-closing'), problems('v00', 3, 1)).result.notes.join('\n');
    assert.match(
      zh,
      /销账率：已销账数除以问题总数，撤销的不计；算法：（“状态”为“已销账”的条数）÷（条数）；目标 96\.0%/,
    );
    assert.match(zh, /久拖天数（60天）/);
    const en = shown(reportById('problem-closing'), problems('v00', 3, 1), 'en').result.notes.join('\n');
    for (const notes of [zh, en]) assert.doesNotMatch(notes, /ledgerStatus|overdueDays|ISBLANK|longOverdue|<>|"/);
  });
});
