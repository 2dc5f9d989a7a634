import type { Question } from './report-cases.ts';

/** Member of each dimension in SQL; a row without a value is `''`. */
const MEMBERS: Readonly<Record<string, string>> = {
  township: `CASE WHEN org LIKE 'v%' THEN 't' || (CAST(substr(org, 2) AS INTEGER) % 4) WHEN org LIKE 't%' THEN org ELSE 'c/=' END`,
  own: 'org',
  kind: `coalesce(kind, '')`,
  type: `CASE WHEN org LIKE 'o%' THEN 'agency' ELSE 'rural' END`,
  quarter: `strftime(day, '%Y-Q') || quarter(day)`,
  month: `strftime(day, '%Y-%m')`,
  size: `CASE WHEN amount < 0 THEN 'odd' WHEN amount >= 80 THEN 'large' WHEN amount >= 0 THEN 'small' ELSE '' END`,
  tag: 'tag',
};

/** Measures in SQL; \`null\` where there is no number. */
const MEASURES: Readonly<Record<string, string>> = {
  count: 'count(*)',
  sum: 'sum(amount)',
  mean: 'CAST(sum(amount) AS DOUBLE) / count(amount)',
  median: 'CAST(quantile_cont(CAST(amount AS DOUBLE), 0.5) AS DOUBLE)',
  min: 'min(amount)',
  max: 'max(amount)',
  people: 'count(DISTINCT who)',
  rate: `100.0 * count(*) FILTER (state = 'done') / count(*)`,
  doneSum: `sum(amount) FILTER (state = 'done')`,
};

/**
 * The statement for one grouping: dimensions of rows and columns, with the members as r0 … and c0 …, the measures as m0
 * ….
 */
export function sqlOf(question: Question, rows: readonly string[], columns: readonly string[]): string {
  const dimensions = [...rows, ...columns];
  const from = dimensions.includes('tag')
    ? `(SELECT * EXCLUDE (tags), unnest(CASE WHEN len(tags) = 0 THEN [''] ELSE tags END) AS tag FROM visits)`
    : 'visits';
  const where = [
    `year(day) = 2025`,
    ...question.filter.map(
      (filter) => `${MEMBERS[filter.dimension]} IN (${filter.in.map((id) => `'${id}'`).join(', ')})`,
    ),
  ].join(' AND ');
  const select = [
    ...rows.map((id, at) => `${MEMBERS[id]} AS r${at}`),
    ...columns.map((id, at) => `${MEMBERS[id]} AS c${at}`),
    ...question.measures.map((id, at) => `CAST(${MEASURES[id]} AS DOUBLE) AS m${at}`),
  ].join(', ');
  const group = [...rows.map((_, at) => `r${at}`), ...columns.map((_, at) => `c${at}`)].join(', ');
  return `SELECT ${select} FROM ${from} WHERE ${where}${group === '' ? ' HAVING count(*) > 0' : ` GROUP BY ${group}`}`;
}

/** The groupings of a table with all subtotals: every way of leaving out inner dimensions. */
export function groupingsOf({ rows, columns }: Question): readonly (readonly [readonly string[], readonly string[]])[] {
  return [...rows.keys(), rows.length].flatMap((high) =>
    [...columns.keys(), columns.length].map((wide) => [rows.slice(0, high), columns.slice(0, wide)] as const),
  );
}
