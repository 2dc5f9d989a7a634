import type { CountyQuestion } from './question.ts';
import {
  AGE,
  ALL,
  at,
  covered,
  distinct,
  field,
  MEMBERS,
  MONTH,
  number,
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
];
