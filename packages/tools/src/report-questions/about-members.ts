import type { CountyQuestion } from './question.ts';
import {
  ALL,
  at,
  CLOSE_RATE,
  count,
  field,
  number,
  OVERDUE,
  OVERDUE_DAYS,
  PROBLEMS,
  TICKETS,
  TOWNSHIP,
  VISITS,
} from './ways.ts';

const CATEGORY = field('problemCategory');
const BY_TOWNSHIP = `SELECT township AS k0, count(*) AS n, ${CLOSE_RATE.sql} AS rate FROM ${PROBLEMS.from} WHERE NOT contains(township, '/=') GROUP BY township`;
const BY_BOTH = `SELECT ${CATEGORY.sql} AS k0, township, ${CLOSE_RATE.sql} AS rate FROM ${PROBLEMS.from} WHERE NOT contains(township, '/=') GROUP BY ALL`;
const TREE = { dimension: { levels: ['township', 'village'] }, sql: 'township' };
const quartile = (at_: number) => ({
  measure: {
    type: 'number',
    where: 'AND(ledgerStatus<>"closed",overdueDays>0)',
    num: { quantile: 'overdueDays', at: at_ },
  },
  sql: `quantile_cont(${OVERDUE_DAYS}, ${at_ / 100}) FILTER (state <> 'closed' AND ${OVERDUE_DAYS} > 0)`,
});
const UNSOLVED = {
  data: {
    records: ['service-tickets'],
    on: '/receivedAt',
    where: 'AND(ticketStatus<>"invalid",NOT(ISBLANK(isResolved)),isResolved=FALSE)',
  },
  from: `(SELECT * FROM ${TICKETS.from} WHERE ${at('isResolved')} = 'false')`,
};
const OPEN_DAYS = `date_diff('day', CAST(${at('foundOn')} AS DATE), DATE '2025-12-31')`;
const SERVED = `CAST(${at('servedCount')} AS DOUBLE)`;
const SOLVED = `CAST(${at('solvedOnSpotCount')} AS DOUBLE)`;

/** Questions about members among others: ranks, ties, means over townships, shares of shares, targets, what is missing. */
export const ABOUT_MEMBERS: readonly CountyQuestion[] = [
  {
    title: '问题最多的三个乡镇，并列的都算',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    block: { keep: 'place<=3', totals: 'none' },
    parts: { place: { of: 'm', derive: 'rank' } },
    measures: { m: ALL },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, n AS m0 FROM (SELECT *, rank() OVER (ORDER BY n DESC) AS place FROM (${BY_TOWNSHIP})) WHERE place <= 3`,
      },
    ],
  },
  {
    title: '各乡镇销账率高于多少乡镇',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    parts: { n: CLOSE_RATE.measure },
    measures: { m: { measure: { of: 'n', derive: 'percentile' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, 100.0 * (count(*) OVER () - rank() OVER (ORDER BY rate DESC)) / (count(*) OVER () - 1) AS m0 FROM (${BY_TOWNSHIP})`,
      },
    ],
  },
  {
    title: '各类问题销账率，和各乡镇平均、居中、最低',
    ...PROBLEMS,
    rows: { a: CATEGORY },
    columns: {},
    over: { place: { levels: ['township'] } },
    parts: { n: CLOSE_RATE.measure },
    measures: {
      m: CLOSE_RATE,
      o: { measure: { over: 'place', take: 'mean', value: 'n' }, sql: '' },
      p: { measure: { over: 'place', take: 'median', value: 'n' }, sql: '' },
      q: { measure: { over: 'place', take: 'min', value: 'n' }, sql: '' },
    },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, all_.rate AS m0, avg(each.rate) AS m1, quantile_cont(each.rate, 0.5) AS m2, min(each.rate) AS m3 FROM (${BY_BOTH}) each JOIN (SELECT ${CATEGORY.sql} AS k0, ${CLOSE_RATE.sql} AS rate FROM ${PROBLEMS.from} GROUP BY ALL) all_ USING (k0) GROUP BY ALL`,
      },
      {
        rows: 0,
        columns: 0,
        sql: `SELECT (SELECT ${CLOSE_RATE.sql} FROM ${PROBLEMS.from}) AS m0, avg(rate) AS m1, quantile_cont(rate, 0.5) AS m2, min(rate) AS m3 FROM (${BY_TOWNSHIP})`,
      },
    ],
  },
  {
    title: '各类问题占本乡镇的比例',
    ...PROBLEMS,
    rows: { a: TOWNSHIP, b: CATEGORY },
    columns: {},
    parts: { n: ALL.measure },
    measures: { m: { measure: { of: 'n', derive: 'share', against: 'parent' }, sql: '' } },
    asks: [
      {
        rows: 2,
        columns: 0,
        sql: `SELECT k0, k1, 100.0 * n / sum(n) OVER (PARTITION BY k0) AS m0 FROM (SELECT township AS k0, ${CATEGORY.sql} AS k1, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL)`,
      },
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, 100.0 * n / sum(n) OVER () AS m0 FROM (SELECT township AS k0, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL)`,
      },
      { rows: 0, columns: 0, sql: 'SELECT 100.0 AS m0' },
    ],
  },
  {
    title: '各乡镇哪类问题比全县多，占比相除',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: { b: CATEGORY },
    parts: {
      n: ALL.measure,
      inRow: { of: 'n', derive: 'share', against: 'row' },
      inColumn: { of: 'n', derive: 'share', against: 'column' },
      inAll: { of: 'n', derive: 'share' },
    },
    measures: { m: { measure: { type: 'number', formula: 'inRow*inColumn/inAll/100' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 1,
        sql: `SELECT k0, k1, 1.0 * n * sum(n) OVER () / (sum(n) OVER (PARTITION BY k0) * sum(n) OVER (PARTITION BY k1)) AS m0 FROM (SELECT township AS k0, ${CATEGORY.sql} AS k1, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL)`,
      },
      { rows: 1, columns: 0, sql: `SELECT township AS k0, 1.0 AS m0 FROM ${PROBLEMS.from} GROUP BY township` },
      { rows: 0, columns: 1, sql: `SELECT ${CATEGORY.sql} AS k0, 1.0 AS m0 FROM ${PROBLEMS.from} GROUP BY ALL` },
      { rows: 0, columns: 0, sql: 'SELECT 1.0 AS m0' },
    ],
  },
  {
    title: '没有解决的诉求：没有记录的乡镇和零件的不同',
    ...UNSOLVED,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: { m: ALL, n: { measure: { type: 'count', num: { count: 'TRUE' }, empty: 'zero' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT coalesce(o.id, f.township) AS k0, nullif(count(f.township), 0) AS m0, count(f.township) AS m1 FROM (SELECT id FROM organisations WHERE level = 'township') o FULL JOIN ${UNSOLVED.from} f ON f.township = o.id GROUP BY ALL`,
      },
      { rows: 0, columns: 0, sql: `SELECT nullif(count(*), 0) AS m0, count(*) AS m1 FROM ${UNSOLVED.from}` },
    ],
  },
  {
    title: '各乡镇和各村各有多少问题，多少已销账',
    ...PROBLEMS,
    rows: { a: TREE },
    columns: {},
    measures: { m: ALL, n: CLOSE_RATE },
    asks: [
      {
        rows: 2,
        columns: 0,
        sql: `SELECT township AS k0, village AS k1, count(*) AS m0, ${CLOSE_RATE.sql} AS m1 FROM ${PROBLEMS.from} WHERE NOT contains(township, '/=') GROUP BY ALL`,
      },
      {
        rows: 1,
        columns: 0,
        sql: `SELECT township AS k0, count(*) AS m0, ${CLOSE_RATE.sql} AS m1 FROM ${PROBLEMS.from} GROUP BY ALL`,
      },
      { rows: 0, columns: 0, sql: `SELECT count(*) AS m0, ${CLOSE_RATE.sql} AS m1 FROM ${PROBLEMS.from}` },
    ],
  },
  {
    title: '各村在本乡镇问题数的名次',
    ...PROBLEMS,
    rows: { a: TOWNSHIP, b: { dimension: { levels: ['village'] }, sql: 'village' } },
    columns: {},
    parts: { n: ALL.measure },
    measures: { m: { measure: { of: 'n', derive: 'rank' }, sql: '' } },
    asks: [
      {
        rows: 2,
        columns: 0,
        sql: `SELECT k0, k1, rank() OVER (PARTITION BY k0 ORDER BY n DESC) AS m0 FROM (SELECT township AS k0, village AS k1, count(*) AS n FROM ${PROBLEMS.from} WHERE NOT contains(village, '/=') GROUP BY ALL)`,
      },
      { rows: 1, columns: 0, sql: `SELECT k0, rank() OVER (ORDER BY n DESC) AS m0 FROM (${BY_TOWNSHIP})` },
    ],
  },
  {
    title: '各乡镇销账离自己的任务（九成）差多少',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    parts: { n: ALL.measure, done: { ...count('ledgerStatus="closed"', '').measure, target: 'n*0.9' } },
    measures: {
      m: { measure: { of: 'done', derive: 'gap' }, sql: `count(*) FILTER (state = 'closed') - 0.9 * count(*)` },
    },
  },
  {
    title: '每百件问题有多少件诉求',
    ...PROBLEMS,
    sets: { e: TICKETS.data },
    rows: { a: TOWNSHIP },
    columns: {},
    parts: { n: ALL.measure, k: { data: 'e', ...ALL.measure } },
    measures: { m: { measure: { type: 'number', formula: 'k/n*100' }, sql: '' } },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, 100.0 * k / n AS m0 FROM (SELECT township AS k0, count(*) AS n FROM ${PROBLEMS.from} GROUP BY ALL) JOIN (SELECT township AS k0, count(*) AS k FROM ${TICKETS.from} GROUP BY ALL) USING (k0)`,
      },
      {
        rows: 0,
        columns: 0,
        sql: `SELECT 100.0 * (SELECT count(*) FROM ${TICKETS.from}) / count(*) AS m0 FROM ${PROBLEMS.from}`,
      },
    ],
  },
  {
    title: '各乡镇超期天数的四分位',
    ...PROBLEMS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: { m: quartile(25), n: quartile(75), o: OVERDUE },
  },
  {
    title: '没有销账的到年底挂了多久',
    ...PROBLEMS,
    rows: {
      a: {
        dimension: {
          data: ['d'],
          value: 'IF(ledgerStatus="closed","",chosenPeriodEndOn-foundOn)',
          buckets: [
            { id: 'short', title: '三个月内', min: 0 },
            { id: 'half', title: '半年内', min: 91 },
            { id: 'long', title: '更久', min: 182.5 },
          ],
        },
        sql: `CASE WHEN state = 'closed' THEN '' WHEN ${OPEN_DAYS} >= 182.5 THEN 'long' WHEN ${OPEN_DAYS} >= 91 THEN 'half' WHEN ${OPEN_DAYS} >= 0 THEN 'short' ELSE '' END`,
      },
    },
    columns: { b: TOWNSHIP },
    measures: { m: ALL },
  },
  {
    title: '当场解决过诉求的走访服务了多少件次',
    ...VISITS,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: {
      m: {
        measure: { type: 'number', num: { sum: 'IF(solvedOnSpotCount>0,servedCount,0)' } },
        sql: `sum(CASE WHEN ${SOLVED} > 0 THEN ${SERVED} ELSE 0 END)`,
      },
      n: {
        measure: { type: 'number', where: 'solvedOnSpotCount>0', num: { sum: 'servedCount' } },
        sql: `sum(${SERVED}) FILTER (${SOLVED} > 0)`,
      },
      o: number('sum', 'servedCount'),
    },
  },
];
