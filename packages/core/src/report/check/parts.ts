import { order } from '../../formula/references.ts';
import type { DataSet, Dimension } from '../../generated/report.ts';
import { problem, type Problem } from '../../text/problem.ts';
import type { ReportReference } from '../document/places.ts';
import { isShared, kindOf, partsOf, sourceOf, targetParts, type ReportIndex } from '../document/report-index.ts';
import { measureProblems } from './measure.ts';

const WORDS = {
  data: ['数据集', 'data set'],
  dimension: ['维度', 'dimension'],
  measure: ['指标', 'measure'],
  sort: ['指标或维度', 'measure or dimension'],
} as const;

/** Every id leads to a part of the report. */
export function checkReferences(
  { data, dimensions, measures }: ReportIndex,
  references: readonly ReportReference[],
): Problem[] {
  const known = {
    data: (id: string) => data.has(id),
    dimension: (id: string) => dimensions.has(id),
    measure: (id: string) => measures.has(id),
    sort: (id: string) => measures.has(id) || dimensions.has(id),
  };
  return references
    .filter(({ id, to }) => !known[to](id))
    .map(({ id, to, pointer }) => {
      const [zh, en] = WORDS[to];
      return problem(
        pointer,
        `unknown-${to === 'sort' ? 'sort-key' : to}`,
        `没有${zh}“${id}”。`,
        `there is no ${en} ${id}`,
      );
    });
}

/** Data sets, dimensions and measures each say one thing, and have what that needs. */
export function checkParts(index: ReportIndex): Problem[] {
  const { report } = index;
  return [
    ...report.data.flatMap((data, at) => checkData(data, `/data/${at}`)),
    ...(report.dimensions ?? []).flatMap((dimension, at) => checkDimension(dimension, `/dimensions/${at}`, index)),
    ...(report.measures ?? []).flatMap((measure, at) => [...measureProblems(measure, `/measures/${at}`, index)]),
    ...circles(index),
  ];
}

function checkData(data: DataSet, pointer: string): Problem[] {
  const source = sourceOf(data);
  if (source === undefined)
    return [
      problem(
        pointer,
        'data-source',
        '数据集须写明一种来源：记录、填报或事实。',
        'a data set names exactly one of records, filings and facts',
      ),
    ];
  const misplaced =
    source === 'records'
      ? []
      : (['each', 'on', ...(source === 'facts' ? (['states'] as const) : [])] as const).filter(
          (key) => data[key] !== undefined,
        );
  if (data.each === 'moves' && data.on !== undefined)
    return [
      problem(
        `${pointer}/on`,
        'data-source',
        '状态变化按变化当天归入期次，不能另写日期字段。',
        'changes of state fall into the period of their day; on has no meaning',
      ),
    ];
  return misplaced.map((key) =>
    problem(
      `${pointer}/${key}`,
      'data-source',
      `来源为${source === 'facts' ? '事实' : '填报'}的数据集不能写“${key}”。`,
      `${key} has no meaning in a data set of ${source}`,
    ),
  );
}

function checkDimension(dimension: Dimension, pointer: string, { report, data }: ReportIndex): Problem[] {
  const kind = kindOf(dimension);
  if (kind === undefined)
    return [
      problem(
        pointer,
        'dimension-kind',
        '维度须写明一种取法：组织层级、期次、信封字段、字段或公式。',
        'a dimension names exactly one of levels, period, name, field and value',
      ),
    ];
  const problems: Problem[] = [];
  if (dimension.data === undefined && !isShared(dimension))
    problems.push(
      problem(
        pointer,
        'dimension-needs-data',
        '这个维度须写明属于哪些数据集。',
        'this dimension names the data sets that have it',
      ),
    );
  if (dimension.buckets && kind !== 'value')
    problems.push(problem(`${pointer}/buckets`, 'dimension-kind', '分段只用于公式取值。', 'buckets need a value'));
  (dimension.buckets ?? []).forEach((bucket, at) => {
    if (bucket.min === undefined && bucket.when === undefined)
      problems.push(
        problem(
          `${pointer}/buckets/${at}`,
          'bucket-without-condition',
          '分段须写明下限或条件。',
          'a bucket has a min or a when',
        ),
      );
    if (bucket.min !== undefined && dimension.value === undefined)
      problems.push(
        problem(
          `${pointer}/buckets/${at}/min`,
          'bucket-without-condition',
          '按下限分段须写取值公式。',
          'a min needs a value to compare with',
        ),
      );
  });
  if (dimension.span !== undefined && (kind !== 'period' || !report.choices?.period))
    problems.push(
      problem(
        `${pointer}/span`,
        'no-period',
        '期数只用于期次维度，并须让读者选择期次。',
        'a span needs a dimension of periods and a period that the reader chooses',
      ),
    );
  if (kind === 'field' || kind === 'value') {
    (dimension.data ?? []).forEach((id, at) => {
      const set = data.get(id);
      if (set && kind === 'field' && sourceOf(set) === 'facts')
        problems.push(
          problem(`${pointer}/data/${at}`, 'dimension-of-other-data', '事实没有字段。', 'facts have no fields'),
        );
    });
  }
  return problems;
}

/** Measures that need themselves. */
function circles({ report }: ReportIndex): Problem[] {
  const nodes = new Map(
    (report.measures ?? []).map(
      (measure) => [measure.id, { names: [...partsOf(measure), ...targetParts(measure)] }] as const,
    ),
  );
  const at = new Map((report.measures ?? []).map(({ id }, index) => [id, index] as const));
  const result = order(nodes);
  return result.ok
    ? []
    : result.problems.map(({ path, reason }) => ({
        pointer: `/measures/${at.get(path[0] ?? '') ?? 0}`,
        code: 'measure-cycle',
        reason,
      }));
}
