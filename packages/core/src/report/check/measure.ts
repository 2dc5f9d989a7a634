import type { Measure } from '../../generated/report.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { wayOf } from '../document/places.ts';
import { basesOf, isShared, sourceOf, type ReportIndex } from '../document/report-index.ts';

type Kind<Key extends string> = Extract<Measure, { readonly [key in Key]: unknown }>;

/** What a measure lacks or says wrongly: each kind counts one thing, and has what that needs. */
export function* measureProblems(measure: Measure, pointer: string, index: ReportIndex): Iterable<Problem> {
  if ('data' in measure) yield* dataProblems(measure, pointer, index);
  if ('num' in measure) yield* countProblems(measure, pointer);
  if ('over' in measure) yield* memberProblems(measure, pointer, index);
  if ('of' in measure) yield* derivedProblems(measure, pointer, index);
}

function* dataProblems(measure: Kind<'data'>, pointer: string, index: ReportIndex): Iterable<Problem> {
  const data = index.data.get(measure.data);
  if (!data) return;
  const source = sourceOf(data);
  const wanted = 'fact' in measure ? 'facts' : 'filing' in measure ? 'filings' : undefined;
  if (wanted ? source !== wanted : source === 'facts')
    yield problem(
      `${pointer}/data`,
      'measure-of-other-data',
      `数据集“${measure.data}”的来源不适用于这个指标。`,
      `the data set ${measure.data} holds ${source}, which this measure cannot count`,
    );
  else if ('fact' in measure && !data.facts?.includes(measure.fact))
    yield problem(
      `${pointer}/fact`,
      'measure-of-other-data',
      `数据集“${measure.data}”没有列出事实“${measure.fact}”。`,
      `the data set ${measure.data} does not list the fact ${measure.fact}`,
    );
}

const RATE_WAYS: ReadonlySet<string | undefined> = new Set([undefined, 'count', 'sum', 'distinct']);

function* countProblems({ num, den }: Kind<'num'>, pointer: string): Iterable<Problem> {
  for (const [side, counted] of Object.entries({ num, den })) {
    if (!counted) continue;
    const way = wayOf(counted);
    if (way === undefined || (way === 'quantile') !== (counted.at !== undefined))
      yield problem(
        `${pointer}/${side}`,
        'counted-way',
        '统计方式只能写一种；分位数须写分位。',
        'exactly one way to count; a quantile says at which percent',
      );
    if (den && !RATE_WAYS.has(way))
      yield problem(
        `${pointer}/${side}`,
        'rate-of-means',
        '比率的分子、分母只能用计数、求和或去重计数。',
        'both sides of a rate are a count, a sum or a distinct count',
      );
  }
}

function* memberProblems(measure: Kind<'over'>, pointer: string, index: ReportIndex): Iterable<Problem> {
  const bases = basesOf(index, measure.id);
  const over = index.dimensions.get(measure.over);
  const other = over && !isShared(over) ? bases.find(({ data }) => !over.data?.includes(data)) : undefined;
  if (other)
    yield problem(
      `${pointer}/over`,
      'dimension-of-other-data',
      `指标“${other.id}”的数据集“${other.data}”没有维度“${measure.over}”。`,
      `the data set ${other.data} of the measure ${other.id} has no dimension ${measure.over}`,
    );
  if (bases.length === 0)
    yield problem(
      measure.having === undefined ? pointer : `${pointer}/having`,
      'having-without-measure',
      '条件或取值须用到至少一个指标。',
      'the condition or the value reads at least one measure',
    );
  if ((measure.value === undefined) !== ((measure.take ?? 'count') === 'count'))
    yield problem(
      pointer,
      'members-take',
      '取平均、合计等须写明成员的值；只数个数的不写。',
      'what is taken of members needs their value, and counting them needs none',
    );
}

/** What each derived number may be set against. */
const AGAINST: ReadonlyMap<string, readonly string[]> = new Map([
  ['change', ['previous', 'lastYear']],
  ['share', ['total', 'parent', 'row', 'column']],
]);

function* derivedProblems(measure: Kind<'of'>, pointer: string, index: ReportIndex): Iterable<Problem> {
  const { derive, against, since } = measure;
  const of = index.measures.get(measure.of);
  const hasPeriod = index.report.choices?.period !== undefined;
  if (derive === 'gap' && of && of.target === undefined)
    yield problem(
      `${pointer}/of`,
      'measure-needs-target',
      `指标“${measure.of}”没有目标值，算不出差距。`,
      `${measure.of} has no target, so there is no gap`,
    );
  if (derive === 'share' && of && !isAdditive(of, index))
    yield problem(`${pointer}/of`, 'share-of-rate', '占比只能由计数或求和得出。', 'a share is of a count or a sum');
  if (derive === 'change' && !hasPeriod)
    yield problem(
      `${pointer}/derive`,
      'no-period',
      '与上期或去年同期比较，须让读者选择期次。',
      'a change needs a period that the reader chooses',
    );
  if (derive === 'running' && !hasPeriod)
    yield problem(
      `${pointer}/derive`,
      'no-period',
      '累计数须让读者选择期次。',
      'a running number needs a period that the reader chooses',
    );
  if (derive === 'running' && basesOf(index, measure.of).some((base) => 'fact' in base))
    yield problem(
      `${pointer}/of`,
      'running-of-facts',
      '事实已按期次算好，不能再累计；请改用记录。',
      'facts are computed period by period and have no running number; count records instead',
    );
  if (derive !== 'running' && since !== undefined)
    yield problem(`${pointer}/since`, 'derive-since', '累计起点只用于累计数。', 'only running numbers have a since');
  if (against !== undefined && !AGAINST.get(derive)?.includes(against))
    yield problem(
      `${pointer}/against`,
      'derive-against',
      `“${derive}”不能与“${against}”对照。`,
      `${derive} cannot be against ${against}`,
    );
}

/** Whether parts of the number add up to it, so that it has shares. */
function isAdditive(measure: Measure, index: ReportIndex): boolean {
  const of = 'of' in measure && measure.derive === 'running' ? index.measures.get(measure.of) : undefined;
  if (of) return !('of' in of) && isAdditive(of, index);
  if ('filing' in measure) return measure.filing === 'expected' || measure.filing === 'reported';
  if ('fact' in measure) return true; // known only with its declaration; a percentage then has no share
  if (!('num' in measure) || measure.den) return false;
  const way = wayOf(measure.num);
  return way === 'count' || way === 'sum' || way === 'last';
}
