import type { CountyQuestion } from './question.ts';
import {
  AGE,
  ALL,
  at,
  BOTH_YEARS,
  CLOSE_RATE,
  CLOSED,
  covered,
  DAYS,
  distinct,
  field,
  MEMBERS,
  MONTH,
  number,
  OVERDUE,
  OVERDUE_DAYS,
  PROBLEMS,
  QUARTER,
  rate,
  SERVICE,
  state,
  TICKETS,
  TOWNSHIP,
  UNITS,
  VISITS,
} from './ways.ts';

/** Questions about records: how many, what share, how long, where. */
export const ABOUT_RECORDS: readonly CountyQuestion[] = [
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
    title: '各渠道反映的各类诉求',
    ...TICKETS,
    rows: { a: field('channel') },
    columns: { b: field('ticketCategory') },
    measures: { m: ALL },
  },
  {
    title: '各乡镇工单办结率',
    ...TICKETS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: {
      m: rate(
        'ticketStatus="closed"',
        'NOT(ISBLANK(acceptedAt))',
        `state = 'closed'`,
        `${at('acceptedAt')} IS NOT NULL`,
      ),
    },
  },
  {
    title: '各类诉求满意率',
    ...TICKETS,
    rows: { a: field('ticketCategory') },
    columns: { b: QUARTER },
    measures: {
      m: rate('isSatisfied=TRUE', 'isResolved=TRUE', `${at('isSatisfied')} = 'true'`, `${at('isResolved')} = 'true'`),
      n: distinct('communityId'),
    },
  },
  {
    title: '每月走访服务多少件次，当场解决多少',
    ...VISITS,
    rows: { a: MONTH },
    columns: {},
    measures: {
      m: number('sum', 'servedCount'),
      n: {
        measure: { type: 'percent', num: { sum: 'solvedOnSpotCount' }, den: { sum: 'servedCount' } },
        sql: `100.0 * sum(CAST(${at('solvedOnSpotCount')} AS DOUBLE)) / nullif(sum(CAST(${at('servedCount')} AS DOUBLE)), 0)`,
      },
    },
  },
  {
    title: '走访收集的诉求有哪些',
    data: { ...VISITS.data, each: '/issues' },
    from: `(SELECT * EXCLUDE (data), unnest(CAST(data->'$.issues' AS JSON[])) AS data FROM ${VISITS.from})`,
    rows: {
      a: {
        dimension: { data: ['d'], field: '/issues/*/ticketCategory' },
        sql: `coalesce(${at('ticketCategory')}, '')`,
      },
    },
    columns: { b: TOWNSHIP },
    measures: { m: ALL },
  },
  {
    title: '各类单位用什么方式覆盖',
    ...UNITS,
    rows: { a: field('unitGroup') },
    columns: { b: field('coverMode') },
    measures: { m: ALL },
  },
  {
    title: '各乡镇两个覆盖率',
    ...UNITS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: { m: covered, n: rate('isWorkCovered', 'TRUE', `${at('isWorkCovered')} = 'true'`, 'TRUE') },
  },
  {
    title: '各类单位规模',
    ...UNITS,
    rows: { a: field('unitKind') },
    columns: {},
    measures: {
      m: number('mean', 'employeeCount'),
      n: number('median', 'employeeCount'),
      o: number('max', 'employeeCount'),
      p: number('sum', 'unitMemberCount'),
    },
  },
  {
    title: '三个重点领域的覆盖率',
    ...UNITS,
    rows: { a: { dimension: { data: ['d'], field: '/keyFocus' }, sql: 'focus' } },
    columns: {},
    measures: { m: ALL, n: covered },
    from: `(SELECT *, unnest(CASE WHEN coalesce(json_array_length(data->'$.keyFocus'), 0) = 0 THEN [''] ELSE CAST(data->'$.keyFocus' AS VARCHAR[]) END) AS focus FROM ${UNITS.from})`,
  },
  {
    title: '党员学历和类别',
    ...MEMBERS,
    rows: { a: field('educationLevel') },
    columns: { b: field('memberStatus') },
    measures: { m: ALL },
  },
  {
    title: '各乡镇党员年龄，其中女党员占多少',
    ...MEMBERS,
    rows: {
      a: TOWNSHIP,
      b: {
        dimension: {
          data: ['d'],
          value: '2025-birthYear',
          buckets: [
            { id: 'young', title: '35岁以下', min: 0 },
            { id: 'middle', title: '36至60岁', min: 36 },
            { id: 'old', title: '61岁以上', min: 61 },
          ],
        },
        sql: `CASE WHEN ${AGE} >= 61 THEN 'old' WHEN ${AGE} >= 36 THEN 'middle' WHEN ${AGE} >= 0 THEN 'young' ELSE '' END`,
      },
    },
    columns: {},
    measures: { m: ALL, n: rate('gender="2"', 'TRUE', `${at('gender')} = '2'`, 'TRUE') },
  },
  {
    title: '志愿服务岗位、时长和状态',
    ...SERVICE,
    rows: { a: field('servicePost') },
    columns: { b: state('checkInStatus') },
    measures: { m: number('sum', 'serviceHours'), n: ALL },
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
