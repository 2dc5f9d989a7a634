import type { Count, Way } from './question.ts';

/** A field of the record in SQL. */
export const at = (field: string): string => `(data->>'$.${field}')`;
export const records = (
  definition: string,
  day: string | undefined,
  where = 'TRUE',
  years: readonly number[] = [2025],
): string => {
  const date = day === undefined ? 'NULL' : `try_cast(substr(${at(day)}, 1, 10) AS DATE)`;
  return `(SELECT *, ${date} AS day FROM records WHERE definition = '${definition}' AND ${where}${day === undefined ? '' : ` AND year(${date}) IN (${years.join(', ')})`})`;
};

export const TOWNSHIP: Way = { dimension: { levels: ['township'] }, sql: 'township' };
export const MONTH: Way = { dimension: { period: 'month' }, sql: `strftime(day, '%Y-%m')` };
export const QUARTER: Way = { dimension: { period: 'quarter' }, sql: `strftime(day, '%Y-Q') || quarter(day)` };
export const field = (name: string): Way => ({
  dimension: { data: ['d'], field: `/${name}` },
  sql: `coalesce(${at(name)}, '')`,
});
export const state = (name: string): Way => ({ dimension: { data: ['d'], name }, sql: `coalesce(state, '')` });

export const ALL: Count = { measure: { type: 'count', num: { count: 'TRUE' } }, sql: 'count(*)' };
export const count = (formula: string, sql: string): Count => ({
  measure: { type: 'count', num: { count: formula } },
  sql: `count(*) FILTER (${sql})`,
});
export const rate = (num: string, den: string, sqlNum: string, sqlDen: string): Count => ({
  measure: { type: 'percent', num: { count: num }, den: { count: den } },
  sql: `100.0 * count(*) FILTER (${sqlNum}) / nullif(count(*) FILTER (${sqlDen}), 0)`,
});
export const number = (way: 'sum' | 'mean' | 'median' | 'min' | 'max', name: string): Count => {
  const value = `CAST(${at(name)} AS DOUBLE)`;
  return {
    measure: { type: 'number', num: { [way]: name } },
    sql: `CAST(${{ sum: `sum(${value})`, mean: `avg(${value})`, median: `quantile_cont(${value}, 0.5)`, min: `min(${value})`, max: `max(${value})` }[way]} AS DOUBLE)`,
  };
};
export const distinct = (name: string): Count => ({
  measure: { type: 'count', num: { distinct: name } },
  sql: `count(DISTINCT ${at(name)})`,
});

export const PROBLEMS = {
  data: { records: ['problem-list'], on: '/foundOn', where: 'ledgerStatus<>"cancelled"' },
  from: records('problem-list', 'foundOn', `state <> 'cancelled'`),
};
export const BOTH_YEARS = records('problem-list', 'foundOn', `state <> 'cancelled'`, [2024, 2025]);
export const TICKETS = {
  data: { records: ['service-tickets'], on: '/receivedAt', where: 'ticketStatus<>"invalid"' },
  from: records('service-tickets', 'receivedAt', `state <> 'invalid'`),
};
export const VISITS = {
  data: { records: ['visit-campaign'], on: '/serviceOn', states: ['recorded', 'archived'] },
  from: records('visit-campaign', 'serviceOn', `state IN ('recorded', 'archived')`),
};
export const UNITS = {
  data: { records: ['unit-register'], states: ['inRegister', 'transferring'], always: true },
  from: records('unit-register', undefined, `state IN ('inRegister', 'transferring')`),
};
export const MEMBERS = { data: { records: ['members'], always: true }, from: records('members', undefined) };
export const SERVICE = {
  data: { records: ['member-service'], always: true },
  from: records('member-service', undefined),
};

export const CLOSED = count('ledgerStatus="closed"', `state = 'closed'`);
export const CLOSE_RATE = rate('ledgerStatus="closed"', 'TRUE', `state = 'closed'`, 'TRUE');
export const OVERDUE_DAYS = `CAST(${at('overdueDays')} AS DOUBLE)`;
export const OVERDUE = count('AND(ledgerStatus<>"closed",overdueDays>0)', `state <> 'closed' AND ${OVERDUE_DAYS} > 0`);
export const DAYS = `date_diff('day', CAST(${at('foundOn')} AS DATE), CAST(${at('closedOn')} AS DATE)) `;
export const covered = rate(
  'OR(coverMode="single",coverMode="joint")',
  'TRUE',
  `${at('coverMode')} IN ('single', 'joint')`,
  'TRUE',
);
export const AGE = `2025 - CAST(${at('birthYear')} AS INTEGER)`;

/** Filings that a definition's organisations owe in each of the periods, begun or not, in SQL; organisations of `kind` owe them from their founding on. */
export const owed = (
  definition: string,
  kind: string,
  periods: readonly string[],
): string => `(SELECT coalesce(r.township, o.township) AS township, o.id AS org, p.period, coalesce(r.status, 'notStarted') AS status, coalesce(r.late, FALSE) AS late, coalesce(r.returns, 0) AS returns
  FROM above o CROSS JOIN (SELECT unnest([${periods.map((code) => `'${code}'`).join(', ')}]) AS period) p LEFT JOIN (SELECT * FROM records WHERE definition = '${definition}' AND coalesce(status, '') <> 'voided') r ON r.org = o.id AND r.period = p.period
  WHERE (r.org IS NOT NULL OR (o.active AND ${kind})) AND coalesce(r.status, '') <> 'exempt')`;
const REPORTED = `status IN ('submitted', 'inReview', 'accepted', 'rated', 'archived')`;
const ACCEPTED = `status IN ('accepted', 'rated', 'archived')`;
const percent = (num: string, den: string): string =>
  `100.0 * count(*) FILTER (${num}) / nullif(count(*) FILTER (${den}), 0)`;
/** Numbers over such filings. */
export const FILED: Readonly<
  Record<'expected' | 'reported' | 'completeness' | 'onTime' | 'firstPass' | 'returned', Count>
> = {
  expected: { measure: { filing: 'expected' }, sql: 'count(*)' },
  reported: { measure: { filing: 'reported' }, sql: `count(*) FILTER (${REPORTED})` },
  completeness: { measure: { filing: 'completeness' }, sql: percent(REPORTED, 'TRUE') },
  onTime: { measure: { filing: 'onTime' }, sql: percent(`${REPORTED} AND NOT late`, 'TRUE') },
  firstPass: { measure: { filing: 'firstPass' }, sql: percent(`${ACCEPTED} AND returns = 0`, ACCEPTED) },
  returned: { measure: { filing: 'returned' }, sql: percent('returns > 0', `${REPORTED} OR returns > 0`) },
};
export const NOT_REPORTED = count('NOT(isReported)', `NOT ${REPORTED}`);

/** The months of 2025 up to the county's day, in SQL: `m`, `k0` and the month's last day. */
export const MONTHS = `(SELECT m, '2025-0' || m AS k0, last_day(make_date(2025, CAST(m AS INTEGER), 1)) AS last FROM range(1, 10) AS r(m))`;

/** Changes of state of a definition's records in 2025, in SQL, each with the days since the one before. */
export const moves = (
  definition: string,
): string => `(SELECT *, date_diff('day', coalesce(lag(day) OVER (PARTITION BY n ORDER BY place), created), day) AS days FROM (
  SELECT n, township, created, data, place, CAST(move->>'$.day' AS DATE) AS day, coalesce(move->>'$.from', '') AS before, move->>'$.to' AS after FROM (SELECT *, unnest(moves) AS move, unnest(range(len(moves))) AS place FROM records WHERE definition = '${definition}')))`;
