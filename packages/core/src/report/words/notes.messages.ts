import type { DerivedMeasure, FilingMeasure, MemberMeasure } from '../../generated/report.ts';
import type { Language } from '../../text/problem.ts';
import { PUNCTUATION } from '../../text/punctuation.ts';
import { WAYS } from '../document/places.ts';
import { languageOf } from './report.messages.ts';

type Way = (typeof WAYS)[number];
type Take = NonNullable<MemberMeasure['take']>;

/** Words of the notes on method. */
export interface NoteWords {
  labelled(title: string, parts: readonly string[]): string;
  readonly source: Readonly<Record<'records' | 'filings' | 'facts', string>>;
  states(list: string): string;
  /** A condition in words. */
  where(condition: string): string;
  on(field: string): string;
  basis(text: string): string;
  formula(text: string): string;
  rate(num: string, den: string): string;
  /** `value` and `condition` in words; '' without. */
  members(take: Take, dimension: string, value: string, condition: string): string;
  fact(title: string): string;
  readonly filing: Readonly<Record<FilingMeasure['filing'], string>>;
  derived(measure: Pick<DerivedMeasure, 'derive' | 'against' | 'since'>, of: string): string;
  target(text: string): string;
  thresholds(list: string): string;
  rest(title: string): string;
  readonly ways: Readonly<Record<Way, (text: string, at: number) => string>>;
  readonly rates: string;
  readonly missing: string;
  readonly asThen: string;
  readonly asNow: string;
  version(version: string, count: number): string;
  mixed(title: string, versions: string): string;
  board(smallest: number, provisionalBelow: number): string;
}

const labelled =
  (language: Language) =>
  (title: string, parts: readonly string[]): string => {
    const { colon, semicolon, stop } = PUNCTUATION[language];
    return `${title}${colon}${parts.join(semicolon)}${stop.trim()}`;
  };

const AGAINST: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    previous: '上期',
    lastYear: '去年同期',
    total: '全部',
    parent: '上一级',
    row: '本行合计',
    column: '本列合计',
  },
  en: {
    previous: 'the period before',
    lastYear: 'the same period last year',
    total: 'the whole',
    parent: 'the group above',
    row: 'the row',
    column: 'the column',
  },
};

const SINCE: Readonly<Record<Language, Readonly<Record<NonNullable<DerivedMeasure['since']>, string>>>> = {
  'zh-CN': { quarter: '本季度初', halfYear: '本半年初', year: '本年初', start: '最早的记录' },
  en: {
    quarter: 'the start of the quarter',
    halfYear: 'the start of the half-year',
    year: 'the start of the year',
    start: 'the earliest record',
  },
};

const TAKEN: Readonly<Record<Language, Readonly<Record<Exclude<Take, 'count'>, string>>>> = {
  'zh-CN': { sum: '合计', mean: '平均值', median: '中位数', min: '最小值', max: '最大值' },
  en: { sum: 'sum', mean: 'mean', median: 'median', min: 'smallest', max: 'largest' },
};

const WORDS: Readonly<Record<Language, NoteWords>> = {
  'zh-CN': {
    labelled: labelled('zh-CN'),
    source: {
      records: '按记录统计，已作废的不计',
      filings: '按应报份数统计，没有开始填的也计入应报，免报和作废的不计',
      facts: '取自各业务台账已算好的数',
    },
    states: (list) => `只计${list}的`,
    where: (condition) => `只计${condition}的`,
    on: (field) => `按“${field}”归入期次`,
    basis: (text) => `依据：${text}`,
    formula: (text) => `算法：${text}`,
    rate: (num, den) => `（${num}）÷（${den}）`,
    members: (take, dimension, value, condition) =>
      `算法：${take === 'count' ? `${condition === '' ? '' : `${condition}的`}“${dimension}”个数` : `先逐个“${dimension}”算出${value}，再取${condition === '' ? '' : `其中${condition}的`}${TAKEN['zh-CN'][take]}，不是全部记录合起来算的数`}，同一个只计一次`,
    fact: (title) => `取自“${title}”`,
    filing: {
      expected: '应报份数',
      reported: '已上报及以后环节的份数',
      completeness: '已报÷应报',
      onTime: '截止前上报的份数÷应报',
      firstPass: '没有退回过的÷审核通过的',
      returned: '退回过的÷已报和退回的',
    },
    derived: ({ derive, against, since = 'year' }, of) =>
      ({
        share: `“${of}”占${AGAINST['zh-CN'][against ?? 'total']}的比例`,
        change: `“${of}”与${AGAINST['zh-CN'][against ?? 'previous']}相比`,
        rank: `按“${of}”排名，相同的并列，后面的名次空出`,
        percentile: `“${of}”不高于本单位的其他单位所占比例`,
        gap: `“${of}”减目标值`,
        running: `“${of}”从${SINCE['zh-CN'][since]}算到期末，其间的记录合起来重新计算`,
      })[derive],
    target: (text) => `目标 ${text}`,
    thresholds: (list) => `预警线：${list}`,
    rest: (title) => `其余为${title}`,
    ways: {
      count: (text) => (text === '' ? '条数' : `${text}的条数`),
      sum: (text) => `${text}之和`,
      distinct: (text) => `${text}去重后的个数`,
      mean: (text) => `${text}的平均值`,
      median: (text) => `${text}的中位数`,
      quantile: (text, at) => `${text}的${at}分位数`,
      min: (text) => `${text}的最小值`,
      max: (text) => `${text}的最大值`,
      last: (text) => `各单位最近一条${text}之和`,
    },
    rates: '各级比率均由分子、分母分别相加后重新计算，不对下级比率求平均。',
    missing: '“—”表示没有数据，不等于零；带“已报x／应报y”的数尚不完整。',
    asThen: '组织隶属按数据所属期次当时的关系统计。',
    asNow: '组织隶属按现在的关系统计。',
    version: (version, count) => `${version} 版 ${count} 条`,
    mixed: (title, versions) =>
      `《${title}》的记录按不同版本填写（${versions}）：只有部分版本才有的项，其他版本的记录按没有数据计。`,
    board: (smallest, below) => `少于${smallest}个单位的组不排名；填报不足${below}%时排名为暂定。`,
  },
  en: {
    labelled: labelled('en'),
    source: {
      records: 'counted over records; void ones do not count',
      filings: 'counted over filings owed, begun or not; exempt and void ones are not owed',
      facts: 'taken from what the registers have computed',
    },
    states: (list) => `only ${list}`,
    where: (condition) => `only where ${condition}`,
    on: (field) => `by the period of “${field}”`,
    basis: (text) => `basis: ${text}`,
    formula: (text) => `computed as ${text}`,
    rate: (num, den) => `(${num}) ÷ (${den})`,
    members: (take, dimension, value, condition) =>
      `computed as the ${take === 'count' ? `number of “${dimension}”` : `${TAKEN.en[take]} of ${value} by “${dimension}”`}${condition === '' ? '' : ` where ${condition}`}, each once${take === 'count' ? '' : '; not the number over all rows'}`,
    fact: (title) => `taken from “${title}”`,
    filing: {
      expected: 'filings owed',
      reported: 'filings submitted or further',
      completeness: 'submitted ÷ owed',
      onTime: 'submitted in time ÷ owed',
      firstPass: 'accepted without a return ÷ accepted',
      returned: 'ever returned ÷ submitted or returned',
    },
    derived: ({ derive, against, since = 'year' }, of) =>
      ({
        share: `share of “${of}” in ${AGAINST.en[against ?? 'total']}`,
        change: `“${of}” against ${AGAINST.en[against ?? 'previous']}`,
        rank: `rank by “${of}”; equal values share a rank and the next is skipped`,
        percentile: `share of the others whose “${of}” is not better`,
        gap: `“${of}” less its target`,
        running: `“${of}” from ${SINCE.en[since]} to the end of the period, computed over all rows in between`,
      })[derive],
    target: (text) => `target ${text}`,
    thresholds: (list) => `thresholds: ${list}`,
    rest: (title) => `${title} otherwise`,
    ways: {
      count: (text) => (text === '' ? 'number of rows' : `number of rows where ${text}`),
      sum: (text) => `sum of ${text}`,
      distinct: (text) => `different values of ${text}`,
      mean: (text) => `mean of ${text}`,
      median: (text) => `median of ${text}`,
      quantile: (text, at) => `${at}th percentile of ${text}`,
      min: (text) => `smallest ${text}`,
      max: (text) => `largest ${text}`,
      last: (text) => `sum of the latest ${text} of each organisation`,
    },
    rates: 'Rates are divided again at every level from added numerators and denominators; rates are never averaged.',
    missing: '“—” means that there are no data, which is not zero; numbers with “x of y reported” are not complete.',
    asThen: 'Organisations stand where they stood in the period of the data.',
    asNow: 'Organisations stand where they stand today.',
    version: (version, count) => `${count} of version ${version}`,
    mixed: (title, versions) =>
      `Records of ${title} were filled in with different versions (${versions}): what only some of them ask counts as no data in the others.`,
    board: (smallest, below) =>
      `Groups of fewer than ${smallest} are not ranked; with less than ${below}% reported a ranking is provisional.`,
  },
};

export function noteWords(locale: string): NoteWords {
  return WORDS[languageOf(locale)];
}
