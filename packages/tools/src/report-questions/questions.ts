import type { Report } from '@jiceng/core/generated/report.js';

/** A way to split rows: for the report, and in SQL, where a row without a value gives `''`. */
interface Way {
  readonly dimension: Readonly<Record<string, unknown>>;
  readonly sql: string;
}

/** A number: for the report, and in SQL. */
interface Count {
  readonly measure: Readonly<Record<string, unknown>>;
  readonly sql: string;
}

/** One question that people ask of a county's records, in the language of reports and in SQL. */
export interface CountyQuestion {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Rows of the data set in SQL: a table expression with `township`, `state`, `day` and `data`. */
  readonly from: string;
  readonly rows: Readonly<Record<string, Way>>;
  readonly columns: Readonly<Record<string, Way>>;
  readonly measures: Readonly<Record<string, Count>>;
  /**
   * The whole SQL by how many ways rows and columns are split, where it is more than one grouping of `from`; what is
   * not asked stays without an answer.
   */
  readonly asks?: readonly Statement[];
  /** Further measures that the others are made of; they are not shown. */
  readonly parts?: Readonly<Record<string, Count['measure']>>;
  /** Further dimensions. */
  readonly over?: Readonly<Record<string, Way['dimension']>>;
}

/** SQL that gives `k0…` and `m0…` for so many ways to split rows and columns. */
export interface Statement {
  readonly rows: number;
  readonly columns: number;
  readonly sql: string;
}

/** A field of the record in SQL. */
const at = (field: string): string => `(data->>'$.${field}')`;
const records = (
  definition: string,
  day: string | undefined,
  where = 'TRUE',
  years: readonly number[] = [2025],
): string => {
  const date = day === undefined ? 'NULL' : `try_cast(substr(${at(day)}, 1, 10) AS DATE)`;
  return `(SELECT *, ${date} AS day FROM records WHERE definition = '${definition}' AND ${where}${day === undefined ? '' : ` AND year(${date}) IN (${years.join(', ')})`})`;
};

const TOWNSHIP: Way = { dimension: { levels: ['township'] }, sql: 'township' };
const MONTH: Way = { dimension: { period: 'month' }, sql: `strftime(day, '%Y-%m')` };
const QUARTER: Way = { dimension: { period: 'quarter' }, sql: `strftime(day, '%Y-Q') || quarter(day)` };
const field = (name: string): Way => ({
  dimension: { data: ['d'], field: `/${name}` },
  sql: `coalesce(${at(name)}, '')`,
});
const state = (name: string): Way => ({ dimension: { data: ['d'], name }, sql: `coalesce(state, '')` });

const ALL: Count = { measure: { type: 'count', num: { count: 'TRUE' } }, sql: 'count(*)' };
const count = (formula: string, sql: string): Count => ({
  measure: { type: 'count', num: { count: formula } },
  sql: `count(*) FILTER (${sql})`,
});
const rate = (num: string, den: string, sqlNum: string, sqlDen: string): Count => ({
  measure: { type: 'percent', num: { count: num }, den: { count: den } },
  sql: `100.0 * count(*) FILTER (${sqlNum}) / nullif(count(*) FILTER (${sqlDen}), 0)`,
});
const number = (way: 'sum' | 'mean' | 'median' | 'min' | 'max', name: string): Count => {
  const value = `CAST(${at(name)} AS DOUBLE)`;
  return {
    measure: { type: 'number', num: { [way]: name } },
    sql: `CAST(${{ sum: `sum(${value})`, mean: `avg(${value})`, median: `quantile_cont(${value}, 0.5)`, min: `min(${value})`, max: `max(${value})` }[way]} AS DOUBLE)`,
  };
};
const distinct = (name: string): Count => ({
  measure: { type: 'count', num: { distinct: name } },
  sql: `count(DISTINCT ${at(name)})`,
});

const PROBLEMS = {
  data: { records: ['problem-list'], on: '/foundOn', where: 'ledgerStatus<>"cancelled"' },
  from: records('problem-list', 'foundOn', `state <> 'cancelled'`),
};
const BOTH_YEARS = records('problem-list', 'foundOn', `state <> 'cancelled'`, [2024, 2025]);
const TICKETS = {
  data: { records: ['service-tickets'], on: '/receivedAt', where: 'ticketStatus<>"invalid"' },
  from: records('service-tickets', 'receivedAt', `state <> 'invalid'`),
};
const VISITS = {
  data: { records: ['visit-campaign'], on: '/serviceOn', states: ['recorded', 'archived'] },
  from: records('visit-campaign', 'serviceOn', `state IN ('recorded', 'archived')`),
};
const UNITS = {
  data: { records: ['unit-register'], states: ['inRegister', 'transferring'], always: true },
  from: records('unit-register', undefined, `state IN ('inRegister', 'transferring')`),
};
const MEMBERS = { data: { records: ['members'], always: true }, from: records('members', undefined) };
const SERVICE = { data: { records: ['member-service'], always: true }, from: records('member-service', undefined) };

const CLOSED = count('ledgerStatus="closed"', `state = 'closed'`);
const CLOSE_RATE = rate('ledgerStatus="closed"', 'TRUE', `state = 'closed'`, 'TRUE');
const OVERDUE_DAYS = `CAST(${at('overdueDays')} AS DOUBLE)`;
const OVERDUE = count('AND(ledgerStatus<>"closed",overdueDays>0)', `state <> 'closed' AND ${OVERDUE_DAYS} > 0`);
const DAYS = `date_diff('day', CAST(${at('foundOn')} AS DATE), CAST(${at('closedOn')} AS DATE)) `;
const covered = rate(
  'OR(coverMode="single",coverMode="joint")',
  'TRUE',
  `${at('coverMode')} IN ('single', 'joint')`,
  'TRUE',
);
const AGE = `2025 - CAST(${at('birthYear')} AS INTEGER)`;

/** Questions. Their SQL was written from what the words mean, not from how the engine works. */
export const QUESTIONS: readonly CountyQuestion[] = [
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

/** The report that asks a question, with all subtotals. */
export function reportOf({ title, data, rows, columns, measures, parts = {}, over = {} }: CountyQuestion): Report {
  const columnIds = Object.keys(columns);
  const shape =
    columnIds.length === 0
      ? { block: 'table', columns: Object.keys(measures) }
      : { block: 'cross', columns: columnIds, measures: Object.keys(measures) };
  return {
    $schema: 'https://jiceng.dev/schemas/report/1.json',
    id: 'question',
    version: '1.0.0',
    title,
    purpose: { readBy: 'county', decision: '核对' },
    choices: { period: { kind: 'year' }, organisation: { levels: ['county'] } },
    data: [{ id: 'd', ...data }],
    dimensions: [
      ...Object.entries({ ...rows, ...columns }).map(([id, { dimension }]) => ({ id, title: id, ...dimension })),
      ...Object.entries(over).map(([id, dimension]) => ({ id, title: id, ...dimension })),
    ],
    measures: [
      ...Object.entries(measures).map(([id, { measure }]): readonly [string, Count['measure']] => [id, measure]),
      ...Object.entries(parts),
    ].map(([id, measure]) => ({ id, title: id, ...('num' in measure ? { data: 'd' } : {}), ...measure })),
    blocks: [{ id: 'one', rows: Object.keys(rows), ...shape }],
  } as unknown as Report;
}

/** The same in SQL: one statement for each grouping, which leaves out inner dimensions. */
export function statementsOf({ from, rows, columns, measures, asks }: CountyQuestion): readonly Statement[] {
  if (asks) return asks;
  const [rowWays, columnWays] = [rows, columns].map((ways) => Object.values(ways).map(({ sql }) => sql)) as [
    string[],
    string[],
  ];
  // What has several values counts once where it is not split by them.
  const whole = (isSplit: boolean): string =>
    !isSplit && from.includes(' AS focus ') ? from.slice(from.indexOf('FROM (') + 5, -1) : from;
  return [...rowWays.keys(), rowWays.length].flatMap((high) =>
    [...columnWays.keys(), columnWays.length].map((wide) => {
      const split = [...rowWays.slice(0, high), ...columnWays.slice(0, wide)];
      const named = [
        ...split.map((sql, at) => `${sql} AS k${at}`),
        ...Object.values(measures).map(({ sql }, at) => `CAST(${sql} AS DOUBLE) AS m${at}`),
      ];
      return {
        rows: high,
        columns: wide,
        sql: `SELECT ${named.join(', ')} FROM ${whole(high > 0)}${split.length === 0 ? ' HAVING count(*) > 0' : ` GROUP BY ${split.map((_, at) => `k${at}`).join(', ')}`}`,
      };
    }),
  );
}
