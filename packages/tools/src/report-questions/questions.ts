import type { Report } from '@jiceng/core/generated/report.js';
import { ABOUT_FILINGS } from './about-filings.ts';
import { ABOUT_MEMBERS } from './about-members.ts';
import { ABOUT_PROBLEMS } from './about-problems.ts';
import { ABOUT_RECORDS } from './about-records.ts';
import { ABOUT_TIME } from './about-time.ts';
import type { Count, CountyQuestion, Statement } from './question.ts';

/** Questions. Their SQL was written from what the words mean, not from how the engine works. */
export const QUESTIONS: readonly CountyQuestion[] = [
  ...ABOUT_PROBLEMS,
  ...ABOUT_RECORDS,
  ...ABOUT_TIME,
  ...ABOUT_FILINGS,
  ...ABOUT_MEMBERS,
];

/** What offices ask, too, and reports cannot say, with the reason; shown below the answers. */
export const UNSAID: readonly (readonly [question: string, reason: string])[] = [
  ['连续三个月没有上报的单位', 'no number looks at several periods in a row'],
  ['上季度不达标、本季度达标的乡镇', 'members are counted by one period, so nobody is followed from one to the next'],
  ['登记在册却没有参加过培训的党员', 'data sets are joined by organisation and period, not by person'],
  ['从登记到销账各环节共用几天', 'a change of state knows the state before it, not the way to it'],
  ['覆盖率和销账率是否相关', 'there are no statistics over pairs of numbers'],
];

/** The report that asks a question, with all subtotals. */
export function reportOf({
  title,
  data,
  rows,
  columns,
  measures,
  parts = {},
  over = {},
  sets = {},
  asNow,
  block = {},
}: CountyQuestion): Report {
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
    choices: { period: { kind: 'year' }, organisation: { levels: ['county'], as: asNow ? 'now' : 'then' } },
    data: [{ id: 'd', ...data }, ...Object.entries(sets).map(([id, set]) => ({ id, ...set }))],
    dimensions: [
      ...Object.entries({ ...rows, ...columns }).map(([id, { dimension }]) => ({ id, title: id, ...dimension })),
      ...Object.entries(over).map(([id, dimension]) => ({ id, title: id, ...dimension })),
    ],
    measures: [
      ...Object.entries(measures).map(([id, { measure }]): readonly [string, Count['measure']] => [id, measure]),
      ...Object.entries(parts),
    ].map(([id, measure]) => ({
      id,
      title: id,
      ...('num' in measure || 'fact' in measure || 'filing' in measure ? { data: 'd' } : {}),
      ...measure,
    })),
    blocks: [{ id: 'one', rows: Object.keys(rows), ...shape, ...block }],
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
