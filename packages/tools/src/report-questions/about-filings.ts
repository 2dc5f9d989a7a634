import type { CountyQuestion } from './question.ts';
import { ALL, at, FILED, NOT_REPORTED, owed, TOWNSHIP } from './ways.ts';

const COVERAGE = {
  data: { filings: ['coverage-report'] },
  from: owed('coverage-report', `o.level = 'township'`, ['2025-Q1', '2025-Q2', '2025-Q3']),
};
const PRESENCE = {
  data: { filings: ['post-presence'] },
  from: owed(
    'post-presence',
    `o.level = 'township' AND o.form IN ('committee', 'workCommittee')`,
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => `2025-0${month}`),
  ),
};
const INCOME = {
  data: { filings: ['collective-income'] },
  year: 2024,
  from: owed(
    'collective-income',
    `o.type = 'rural' AND o.level = 'village' AND o.form IN ('committee', 'generalBranch', 'branch', 'jointBranch')`,
    ['2024'],
  ),
};
const QUARTER = { dimension: { period: 'quarter' }, sql: 'period' };
const MONTH = { dimension: { period: 'month' }, sql: 'period' };
const STATUS = { dimension: { data: ['d'], name: 'submissionStatus' }, sql: 'status' };

const FACTS = `(SELECT *, CAST(${at('orgCoveredCount')} AS DOUBLE) AS covered, CAST(${at('scopeCount')} AS DOUBLE) AS scope FROM records WHERE definition = 'coverage-report' AND status IN ('submitted', 'inReview', 'accepted', 'rated', 'archived') AND period LIKE '2025%')`;
const COVERED = { fact: 'coverage-report/orgCoverageRate' };

const INCOMES = `(SELECT *, CAST(${at('incomeAfter')} AS DOUBLE) AS income FROM records WHERE definition = 'collective-income' AND coalesce(status, '') <> 'voided')`;
const IN_2024 = `sum(income) FILTER (period = '2024')`;
const IN_2023 = `sum(income) FILTER (period = '2023')`;
const INCOME_SUM = { type: 'money', num: { sum: 'incomeAfter' } };

/** Questions about what is owed: expected, reported, in time, returned, and facts made of filings. */
export const ABOUT_FILINGS: readonly CountyQuestion[] = [
  {
    title: '各乡镇每季度应报、已报、按时',
    ...COVERAGE,
    rows: { a: TOWNSHIP },
    columns: { b: QUARTER },
    measures: { m: FILED.expected, n: FILED.reported, o: FILED.onTime },
  },
  {
    title: '每月在岗情况上报率和按时率',
    ...PRESENCE,
    rows: { a: MONTH },
    columns: {},
    measures: { m: FILED.completeness, n: FILED.onTime },
  },
  {
    title: '各乡镇一次通过率和退回率',
    ...COVERAGE,
    rows: { a: TOWNSHIP },
    columns: {},
    measures: { m: FILED.firstPass, n: FILED.returned },
  },
  {
    title: '村集体收入填报停在哪一环节',
    ...INCOME,
    rows: { a: TOWNSHIP },
    columns: { b: STATUS },
    measures: { m: ALL },
  },
  {
    title: '哪些村还没有报，归哪个乡镇催',
    ...INCOME,
    rows: { a: TOWNSHIP, b: { dimension: { levels: ['own'] }, sql: 'org' } },
    columns: {},
    measures: { m: NOT_REPORTED, n: ALL },
  },
  {
    title: '报得最不全的三个乡镇，并列的都算',
    ...INCOME,
    rows: { a: TOWNSHIP },
    columns: {},
    block: { keep: 'place<=3', totals: 'none' },
    parts: { n: { ...FILED.completeness.measure, direction: 'down' }, place: { of: 'n', derive: 'rank' } },
    measures: { m: FILED.completeness },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT k0, m0 FROM (SELECT township AS k0, ${FILED.completeness.sql} AS m0, rank() OVER (ORDER BY ${FILED.completeness.sql}) AS place FROM ${INCOME.from} GROUP BY township) WHERE place <= 3`,
      },
    ],
  },
  {
    title: '各乡镇村集体收入，比上年增减百分之几',
    data: { records: ['collective-income'] },
    year: 2024,
    from: INCOMES,
    rows: { a: TOWNSHIP },
    columns: {},
    parts: { n: INCOME_SUM },
    measures: {
      m: { measure: INCOME_SUM, sql: '' },
      o: { measure: { of: 'n', derive: 'change', against: 'lastYear', as: 'percent' }, sql: '' },
    },
    asks: [
      {
        rows: 1,
        columns: 0,
        sql: `SELECT township AS k0, ${IN_2024} AS m0, 100.0 * (${IN_2024} - ${IN_2023}) / nullif(${IN_2023}, 0) AS m1 FROM ${INCOMES} GROUP BY township HAVING ${IN_2024} IS NOT NULL`,
      },
      {
        rows: 0,
        columns: 0,
        sql: `SELECT ${IN_2024} AS m0, 100.0 * (${IN_2024} - ${IN_2023}) / nullif(${IN_2023}, 0) AS m1 FROM ${INCOMES}`,
      },
    ],
  },
  {
    title: '各乡镇各季度上报的组织覆盖率',
    data: { facts: [COVERED.fact] },
    from: FACTS,
    rows: { a: TOWNSHIP },
    columns: { b: QUARTER },
    measures: {
      m: { measure: COVERED, sql: '100.0 * sum(covered) / nullif(sum(scope), 0)' },
      n: { measure: { ...COVERED, part: 'den' }, sql: 'sum(scope)' },
    },
  },
];
