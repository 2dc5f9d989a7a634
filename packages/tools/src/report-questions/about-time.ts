import type { CountyQuestion } from './question.ts';
import {
  ALL,
  at,
  CLOSE_RATE,
  distinct,
  MONTH,
  MONTHS,
  moves,
  number,
  PROBLEMS,
  records,
  state,
  TICKETS,
  TOWNSHIP,
} from './ways.ts';

const HALF_YEAR = {
  dimension: { period: 'halfYear' },
  sql: `CASE WHEN month(day) <= 6 THEN '2025-H1' ELSE '2025-H2' END`,
};
const LEADS = distinct('leadOrgId');
const EVER = records('problem-list', 'foundOn', `state <> 'cancelled'`, [2022, 2023, 2024, 2025]);
const OPEN_ON = (day: string): string =>
  `count(*) FILTER (day <= ${day} AND NOT (state = 'closed' AND CAST(${at('closedOn')} AS DATE) <= ${day}))`;
const running = (measures: readonly string[], from = PROBLEMS.from): CountyQuestion['asks'] => [
  {
    rows: 1,
    columns: 0,
    sql: `SELECT k0, ${measures.map((sql, index) => `CAST(${sql} AS DOUBLE) AS m${index}`).join(', ')} FROM ${MONTHS} JOIN ${from} p ON month(p.day) <= m GROUP BY k0`,
  },
  {
    rows: 0,
    columns: 0,
    sql: `SELECT ${measures.map((sql, index) => `CAST(${sql} AS DOUBLE) AS m${index}`).join(', ')} FROM ${from}`,
  },
];

/** Questions about periods: year to date, what stands at a period's end, last year, changes of state. */
export const ABOUT_TIME: readonly CountyQuestion[] = [
  {
    title: '本年累计发现多少、销账率和牵头单位数',
    ...PROBLEMS,
    rows: { a: MONTH },
    columns: {},
    parts: { x: ALL.measure, y: CLOSE_RATE.measure, z: LEADS.measure },
    measures: {
      m: { measure: { of: 'x', derive: 'running' }, sql: '' },
      n: { measure: { of: 'y', derive: 'running' }, sql: '' },
      o: { measure: { of: 'z', derive: 'running' }, sql: '' },
    },
    asks: running([ALL.sql, CLOSE_RATE.sql, LEADS.sql]) ?? [],
  },
  {
    title: '每月末还有多少没有销账',
    ...PROBLEMS,
    sets: { e: { records: ['problem-list'], on: '/closedOn', where: 'ledgerStatus="closed"' } },
    rows: { a: MONTH },
    columns: {},
    parts: {
      found: { ...ALL.measure, empty: 'zero' },
      gone: { data: 'e', ...ALL.measure, empty: 'zero' },
      foundEver: { of: 'found', derive: 'running', since: 'start' },
      goneEver: { of: 'gone', derive: 'running', since: 'start' },
    },
    measures: { m: { measure: { type: 'count', formula: 'foundEver-goneEver' }, sql: '' } },
    asks: [
      { rows: 1, columns: 0, sql: `SELECT k0, ${OPEN_ON('last')} AS m0 FROM ${MONTHS} CROSS JOIN ${EVER} GROUP BY k0` },
      { rows: 0, columns: 0, sql: `SELECT ${OPEN_ON(`DATE '2025-12-31'`)} AS m0 FROM ${EVER}` },
    ],
  },
  {
    title: '各乡镇的工单半年各多少，涉及几个社区',
    ...TICKETS,
    rows: { a: TOWNSHIP },
    columns: { b: HALF_YEAR },
    measures: { m: ALL, n: distinct('communityId') },
  },
  {
    title: '本年各种状态变化了多少次',
    data: { records: ['problem-list'], each: 'moves' },
    from: `(SELECT * FROM ${moves('problem-list')} WHERE year(day) = 2025)`,
    rows: { a: { dimension: { data: ['d'], name: 'moveFrom' }, sql: 'before' } },
    columns: { b: { dimension: { data: ['d'], name: 'moveTo' }, sql: 'after' } },
    measures: { m: ALL },
  },
  {
    title: '进入各状态之前停留了几天',
    data: { records: ['problem-list'], each: 'moves', where: 'moveFrom<>""' },
    from: `(SELECT * FROM ${moves('problem-list')} WHERE year(day) = 2025 AND before <> '')`,
    rows: { a: { dimension: { data: ['d'], name: 'moveTo' }, sql: 'after' } },
    columns: {},
    measures: {
      m: { measure: { type: 'number', num: { mean: 'daysBefore' } }, sql: 'avg(days)' },
      n: { measure: { type: 'number', num: { max: 'daysBefore' } }, sql: 'max(days)' },
    },
  },
  {
    title: '每月各乡镇有几件销账',
    data: { records: ['problem-list'], each: 'moves', where: 'moveTo="closed"' },
    from: `(SELECT * FROM ${moves('problem-list')} WHERE year(day) = 2025 AND after = 'closed')`,
    rows: { a: TOWNSHIP },
    columns: { b: MONTH },
    measures: { m: ALL },
  },
  {
    title: '按现在的隶属，各乡镇问题和销账率',
    ...PROBLEMS,
    asNow: true,
    rows: { a: { ...TOWNSHIP, sql: 'township_now' } },
    columns: {},
    measures: { m: ALL, n: CLOSE_RATE },
  },
  {
    title: '按现在的隶属，各乡镇问题现在到了哪一步',
    ...PROBLEMS,
    asNow: true,
    rows: { a: { ...TOWNSHIP, sql: 'township_now' } },
    columns: { b: state('ledgerStatus') },
    measures: { m: ALL, n: number('mean', 'progressPct') },
  },
];
