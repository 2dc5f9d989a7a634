import { order } from '../../formula/references.ts';
import type { Counted, DataSet, Dimension, Measure } from '../../generated/report.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { WAYS, type ReportReference } from '../document/places.ts';
import {
  basesOf,
  isShared,
  kindOf,
  partsOf,
  sourceOf,
  targetParts,
  type ReportIndex,
} from '../document/report-index.ts';

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
    ...(report.measures ?? []).flatMap((measure, at) => checkMeasure(measure, `/measures/${at}`, index)),
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

function checkMeasure(measure: Measure, pointer: string, index: ReportIndex): Problem[] {
  const problems: Problem[] = [];
  if ('data' in measure) {
    const data = index.data.get(measure.data);
    const source = data && sourceOf(data);
    const wanted = 'fact' in measure ? 'facts' : 'filing' in measure ? 'filings' : undefined;
    if (source && (wanted ? source !== wanted : source === 'facts')) {
      problems.push(
        problem(
          `${pointer}/data`,
          'measure-of-other-data',
          `数据集“${measure.data}”的来源不适用于这个指标。`,
          `the data set ${measure.data} holds ${source}, which this measure cannot count`,
        ),
      );
    } else if (data && 'fact' in measure && !data.facts?.includes(measure.fact)) {
      problems.push(
        problem(
          `${pointer}/fact`,
          'measure-of-other-data',
          `数据集“${measure.data}”没有列出事实“${measure.fact}”。`,
          `the data set ${measure.data} does not list the fact ${measure.fact}`,
        ),
      );
    }
  }
  if ('num' in measure) {
    problems.push(
      ...checkCounted(measure.num, `${pointer}/num`),
      ...(measure.den ? checkCounted(measure.den, `${pointer}/den`) : []),
    );
    for (const side of ['num', 'den'] as const) {
      const way = measure[side] && wayOf(measure[side]);
      if (measure.den && way !== undefined && !RATE_WAYS.has(way))
        problems.push(
          problem(
            `${pointer}/${side}`,
            'rate-of-means',
            '比率的分子、分母只能用计数、求和或去重计数。',
            'both sides of a rate are a count, a sum or a distinct count',
          ),
        );
    }
  }
  if ('over' in measure) {
    const over = index.dimensions.get(measure.over);
    const other =
      over && !isShared(over) ? basesOf(index, measure.id).find(({ data }) => !over.data?.includes(data)) : undefined;
    if (other)
      problems.push(
        problem(
          `${pointer}/over`,
          'dimension-of-other-data',
          `指标“${other.id}”的数据集“${other.data}”没有维度“${measure.over}”。`,
          `the data set ${other.data} of the measure ${other.id} has no dimension ${measure.over}`,
        ),
      );
    if (basesOf(index, measure.id).length === 0)
      problems.push(
        problem(
          measure.having === undefined ? pointer : `${pointer}/having`,
          'having-without-measure',
          '条件或取值须用到至少一个指标。',
          'the condition or the value reads at least one measure',
        ),
      );
    if ((measure.value === undefined) !== ((measure.take ?? 'count') === 'count'))
      problems.push(
        problem(
          pointer,
          'members-take',
          '取平均、合计等须写明成员的值；只数个数的不写。',
          'what is taken of members needs their value, and counting them needs none',
        ),
      );
  }
  if ('of' in measure) {
    const of = index.measures.get(measure.of);
    if (measure.derive === 'gap' && of && of.target === undefined)
      problems.push(
        problem(
          `${pointer}/of`,
          'measure-needs-target',
          `指标“${measure.of}”没有目标值，算不出差距。`,
          `${measure.of} has no target, so there is no gap`,
        ),
      );
    if (measure.derive === 'change' && !index.report.choices?.period)
      problems.push(
        problem(
          `${pointer}/derive`,
          'no-period',
          '与上期或去年同期比较，须让读者选择期次。',
          'a change needs a period that the reader chooses',
        ),
      );
    if (measure.derive === 'share' && of && !isAdditive(of, index))
      problems.push(
        problem(`${pointer}/of`, 'share-of-rate', '占比只能由计数或求和得出。', 'a share is of a count or a sum'),
      );
    if (measure.derive === 'running') {
      if (!index.report.choices?.period)
        problems.push(
          problem(
            `${pointer}/derive`,
            'no-period',
            '累计数须让读者选择期次。',
            'a running number needs a period that the reader chooses',
          ),
        );
      if (basesOf(index, measure.of).some((base) => 'fact' in base))
        problems.push(
          problem(
            `${pointer}/of`,
            'running-of-facts',
            '事实已按期次算好，不能再累计；请改用记录。',
            'facts are computed period by period and have no running number; count records instead',
          ),
        );
    } else if (measure.since !== undefined)
      problems.push(
        problem(`${pointer}/since`, 'derive-since', '累计起点只用于累计数。', 'only running numbers have a since'),
      );
    const allowed: readonly string[] =
      measure.derive === 'change'
        ? ['previous', 'lastYear']
        : measure.derive === 'share'
          ? ['total', 'parent', 'row', 'column']
          : [];
    if (measure.against !== undefined && !allowed.includes(measure.against))
      problems.push(
        problem(
          `${pointer}/against`,
          'derive-against',
          `“${measure.derive}”不能与“${measure.against}”对照。`,
          `${measure.derive} cannot be against ${measure.against}`,
        ),
      );
  }
  return problems;
}

const RATE_WAYS: ReadonlySet<string> = new Set(['count', 'sum', 'distinct']);

/** How rows count; undefined where none or several ways are named. */
export function wayOf(counted: Counted): (typeof WAYS)[number] | undefined {
  const named = WAYS.filter((way) => counted[way] !== undefined);
  return named.length === 1 ? named[0] : undefined;
}

function checkCounted(counted: Counted, pointer: string): Problem[] {
  const way = wayOf(counted);
  const fits = way !== undefined && (way === 'quantile') === (counted.at !== undefined);
  return fits
    ? []
    : [
        problem(
          pointer,
          'counted-way',
          '统计方式只能写一种；分位数须写分位。',
          'exactly one way to count; a quantile says at which percent',
        ),
      ];
}

function isAdditive(measure: Measure, index: ReportIndex): boolean {
  const of = 'of' in measure && measure.derive === 'running' ? index.measures.get(measure.of) : undefined;
  if (of) return !('of' in of) && isAdditive(of, index);
  if ('filing' in measure) return measure.filing === 'expected' || measure.filing === 'reported';
  if ('fact' in measure) return true; // known only with its declaration; a percentage then has no share
  if (!('num' in measure) || measure.den) return false;
  const way = wayOf(measure.num);
  return way === 'count' || way === 'sum' || way === 'last';
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
