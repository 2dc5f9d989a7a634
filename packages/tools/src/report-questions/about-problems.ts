import type { CountyQuestion } from './question.ts';
import {
  ALL,
  at,
  BOTH_YEARS,
  CLOSE_RATE,
  CLOSED,
  DAYS,
  distinct,
  field,
  MONTH,
  number,
  OVERDUE,
  OVERDUE_DAYS,
  PROBLEMS,
  QUARTER,
  state,
  TOWNSHIP,
} from './ways.ts';

/** Questions about the problem ledger: what was found, how fast it was solved, what lies overdue. */
export const ABOUT_PROBLEMS: readonly CountyQuestion[] = [
  {
    title: '各乡镇各类问题各有多少',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: { b: field('problemCategory') },
    measures: { m: ALL },
  },
  {
    title: '各乡镇销账率',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: { m: CLOSE_RATE, n: CLOSED, o: ALL },
  },
  {
    title: '哪些乡镇的超期问题久拖不决，来自哪里',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: { b: field('problemSource') },
    measures: { m: OVERDUE, n: ALL },
  },
  {
    title: '各类问题销账用了多少天',
    ...PROBLEMS,
    rows: { a: field('problemCategory') },
    columns: {},
    measures: {
      m: {
        measure: { type: 'number', where: 'ledgerStatus="closed"', num: { median: 'closedOn-foundOn' } },
        sql: `CAST(quantile_cont(CAST(${DAYS} AS DOUBLE), 0.5) FILTER (state = 'closed') AS DOUBLE)`,
      },
      n: {
        measure: { type: 'number', where: 'ledgerStatus="closed"', num: { max: 'closedOn-foundOn' } },
        sql: `max(${DAYS}) FILTER (state = 'closed')`,
      },
    },
  },
  {
    title: '每月发现的问题现在到了哪一步',
    ...PROBLEMS,
    rows: { a: MONTH },
    columns: { b: state('ledgerStatus') },
    measures: { m: ALL },
  },
  {
    title: '各乡镇超期账龄',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {
      b: {
        dimension: {
          data: ['d'],
          value: 'IF(ledgerStatus="closed","",overdueDays)',
          buckets: [
            { id: 'none', title: '未超期', min: 0 },
            { id: 'month', title: '一个月内', min: 1 },
            { id: 'long', title: '更久', min: 31 },
          ],
        },
        sql: `CASE WHEN state = 'closed' OR ${OVERDUE_DAYS} IS NULL THEN '' WHEN ${OVERDUE_DAYS} >= 31 THEN 'long' WHEN ${OVERDUE_DAYS} >= 1 THEN 'month' WHEN ${OVERDUE_DAYS} >= 0 THEN 'none' ELSE '' END`,
      },
    },
    measures: { m: ALL },
  },
  {
    title: '各乡镇由几个单位牵头',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: { m: distinct('leadOrgId') },
  },
  {
    title: '各乡镇每季度问题的平均进度',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: { b: QUARTER },
    measures: { m: number('mean', 'progressPct'), n: number('min', 'progressPct') },
  },
  {
    title: '各类问题销账天数的九成线',
    ...PROBLEMS,
    rows: { a: field('problemCategory') },
    columns: {},
    measures: {
      m: {
        measure: { type: 'number', where: 'ledgerStatus="closed"', num: { quantile: 'closedOn-foundOn', at: 90 } },
        sql: `quantile_cont(CAST(${DAYS} AS DOUBLE), 0.9) FILTER (state = 'closed')`,
      },
    },
  },
  {
    title: '各牵头单位管哪几类问题',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: {
      m: {
        measure: { type: 'count', num: { distinct: 'leadOrgId&"/"&problemCategory' } },
        sql: `count(DISTINCT coalesce(${at('leadOrgId')}, '') || '/' || coalesce(${at('problemCategory')}, ''))`,
      },
    },
  },
  {
    title: '各类问题中超过十件的乡镇有几个',
    ...PROBLEMS,
    rows: { a: field('problemCategory') },
    columns: {},
    parts: { n: ALL.measure },
    over: { place: { levels: ['township'] } },
    measures: { m: { measure: { over: 'place', having: 'n>10' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, count(*) FILTER (n > 10 AND NOT contains(township, '/=')) AS m0 FROM (SELECT coalesce(${at('problemCategory')}, '') AS k0, township, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL) GROUP BY k0`,
      },
      {
        rows: 0,
        columns: 0,
        sql: `SELECT count(*) FILTER (n > 10) AS m0 FROM (SELECT township, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL) WHERE NOT contains(township, '/=')`,
      },
    ],
  },
  {
    title: '销账率排名，相同的并列',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    parts: { n: CLOSE_RATE.measure },
    measures: { m: { measure: { of: 'n', derive: 'rank' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, rank() OVER (ORDER BY rate DESC) AS m0 FROM (SELECT township AS k0, ${CLOSE_RATE.sql} AS rate FROM ${PROBLEMS.from} WHERE NOT contains(township, '/=') GROUP BY township)`,
      },
    ],
  },
  {
    title: '各乡镇问题类别的构成',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: { b: field('problemCategory') },
    parts: { n: ALL.measure },
    measures: { m: { measure: { of: 'n', derive: 'share', against: 'row' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 1,
        sql: `SELECT k0, k1, 100.0 * n / sum(n) OVER (PARTITION BY k0) AS m0 FROM (SELECT township AS k0, coalesce(${at('problemCategory')}, '') AS k1, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL)`,
      },
      {
        rows: 0,
        columns: 1,
        sql: `SELECT k0, 100.0 * n / sum(n) OVER () AS m0 FROM (SELECT coalesce(${at('problemCategory')}, '') AS k0, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL)`,
      },
      { rows: 1, columns: 0, sql: `SELECT township AS k0, 100.0 AS m0 FROM ${PROBLEMS.from} GROUP BY township` },
      { rows: 0, columns: 0, sql: 'SELECT 100.0 AS m0' },
    ],
  },
  {
    title: '每月发现的问题比上月增减',
    ...PROBLEMS,
    rows: { a: MONTH },
    columns: {},
    parts: { n: ALL.measure },
    measures: { m: { measure: { of: 'n', derive: 'change' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `WITH each AS (SELECT year(day) * 12 + month(day) AS i, ${MONTH.sql} AS k0, count(*) AS n FROM ${BOTH_YEARS} GROUP BY ALL) SELECT now.k0, now.n - before.n AS m0 FROM each now JOIN each before ON before.i = now.i - 1 WHERE now.k0 LIKE '2025%'`,
      },
      {
        rows: 0,
        columns: 0,
        sql: `SELECT nullif(count(*) FILTER (year(day) = 2025), 0) - nullif(count(*) FILTER (year(day) = 2024), 0) AS m0 FROM ${BOTH_YEARS}`,
      },
    ],
  },
];
