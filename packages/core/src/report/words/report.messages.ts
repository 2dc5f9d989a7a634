import type { MemberMeasure } from '../../generated/report.ts';
import type { Language } from '../../text/problem.ts';

type Taken = Exclude<NonNullable<MemberMeasure['take']>, 'count'>;

/** Words that stand in every report. */
export interface ReportWords {
  readonly blank: string;
  readonly total: string;
  readonly subtotal: string;
  /** A limit in words. */
  limit(text: string, isUpper: boolean): string;
  readonly none: string;
  truth(value: boolean): string;
  /** Rows of an organisation itself, beside those of what stands below it. */
  own(title: string): string;
  /** How many have reported, on sums that are not complete. */
  reported(reported: number, expected: number): string;
  /** Why there is no number. */
  readonly missing: Readonly<
    Record<'no-rows' | 'no-denominator' | 'error' | 'not-additive' | 'no-comparison' | 'not-ranked', string>
  >;
  readonly filingStates: Readonly<Record<string, string>>;
  /** Unit of differences between percentages. */
  readonly points: string;
  /** A difference inside a sentence or behind a heading, by what it is counted in. */
  moved(by: string, isUp: boolean, unit: 'points' | 'percent' | 'other'): string;
  /** A difference of nothing. */
  readonly unmoved: string;
  list(titles: readonly string[]): string;
  aside(text: string): string;
  /** What is taken of the values of a dimension's members. */
  taken(take: Taken, dimension: string): string;
}

const WORDS: Readonly<Record<Language, ReportWords>> = {
  'zh-CN': {
    blank: '未填写',
    total: '合计',
    subtotal: '小计',
    none: '无',
    limit: (text, isUpper) => (isUpper ? `${text}及以下` : `${text}及以上`),
    truth: (value) => (value ? '是' : '否'),
    own: (title) => `${title}本级`,
    reported: (reported, expected) => `已报${reported}／应报${expected}`,
    missing: {
      'no-rows': '没有数据',
      'no-denominator': '分母为零，无法计算',
      error: '有记录无法计算',
      'not-additive': '不能相加，请看下一级',
      'no-comparison': '没有可比的数据',
      'not-ranked': '数据太少，不参加排名',
    },
    filingStates: {
      notStarted: '未填报',
      draft: '暂存',
      submitted: '已上报',
      inReview: '审核中',
      returned: '已退回',
      accepted: '已审核',
      rated: '已评价',
      archived: '已归档',
      voided: '已作废',
      exempt: '免报',
    },
    points: '个百分点',
    moved: (by, isUp, unit) =>
      `${{ points: ['下降', '上升'], percent: ['下降', '增长'], other: ['减少', '增加'] }[unit][Number(isUp)]}${by}`,
    unmoved: '持平',
    list: (titles) => titles.join('、'),
    aside: (text) => `（${text}）`,
    taken: (take, dimension) =>
      `各${dimension}的${{ sum: '合计', mean: '平均', median: '中位数', min: '最低', max: '最高' }[take]}`,
  },
  en: {
    blank: 'not given',
    total: 'Total',
    subtotal: 'Subtotal',
    none: 'none',
    limit: (text, isUpper) => (isUpper ? `${text} or less` : `${text} or more`),
    truth: (value) => (value ? 'yes' : 'no'),
    own: (title) => `${title} itself`,
    reported: (reported, expected) => `${reported} of ${expected} reported`,
    missing: {
      'no-rows': 'no data',
      'no-denominator': 'nothing to divide by',
      error: 'some records cannot be computed',
      'not-additive': 'does not add up; see below',
      'no-comparison': 'nothing to compare with',
      'not-ranked': 'too few data to be ranked',
    },
    filingStates: {
      notStarted: 'not started',
      draft: 'draft',
      submitted: 'submitted',
      inReview: 'in review',
      returned: 'returned',
      accepted: 'accepted',
      rated: 'rated',
      archived: 'archived',
      voided: 'void',
      exempt: 'exempt',
    },
    points: 'points',
    moved: (by, isUp) => `${isUp ? 'up' : 'down'} ${by}`,
    unmoved: 'unchanged',
    list: (titles) => titles.join(', '),
    aside: (text) => ` (${text})`,
    taken: (take, dimension) =>
      `${{ sum: 'sum', mean: 'mean', median: 'median', min: 'lowest', max: 'highest' }[take]} by ${dimension}`,
  },
};

export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
}

export function messages(locale: string): ReportWords {
  return WORDS[languageOf(locale)];
}
