import type { Language } from '../text/problem.ts';
import type { Missing } from './tree.ts';

/**
 * The words of explanations. Every argument is a finished text; numbers come formatted, with their unit where they have
 * one.
 */
export interface ExplainTexts {
  readonly comma: string;
  readonly stop: string;
  readonly aside: (text: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly points: (points: string) => string;
  readonly fraction: (num: string, den: string) => string;
  readonly value: (label: string, value: string) => string;
  readonly met: (label: string) => string;
  readonly unmet: (label: string) => string;
  readonly answered: (label: string, answer: string) => string;
  readonly count: (required: string, done: string) => string;
  readonly surplus: string;
  readonly line: (limit: string) => string;
  readonly best: (limit: string) => string;
  readonly step: (limit: string) => string;
  readonly noStep: (limit: string) => string;
  readonly noStepDown: (limit: string) => string;
  readonly perTime: (per: string) => string;
  readonly earns: (points: string) => string;
  readonly earnsAll: (points: string) => string;
  readonly sum: (formula: string, points: string) => string;
  readonly byFormula: (points: string) => string;
  readonly self: (points: string) => string;
  readonly review: (points: string) => string;
  readonly reviewed: (points: string, before: string, kind: 'computed' | 'self') => string;
  readonly reason: (text: string) => string;
  readonly waiting: string;
  /** The label is that of the fact; empty where it has none. */
  readonly missing: Readonly<Record<Missing['kind'], (label: string) => string>>;
  readonly fallback: Readonly<Record<'manual' | 'zero' | 'exclude' | 'full', string>>;
  readonly notApplicable: Readonly<Record<'exclude' | 'full' | 'zero', (points: string) => string>>;
  readonly entries: (count: string, points: string) => string;
  readonly cap: (limit: string, points: string) => string;
  readonly floor: (limit: string, points: string) => string;
  readonly rescale: (remaining: string, max: string, points: string) => string;
  readonly veto: (title: string, limit: string, points: string) => string;
  readonly base: (points: string) => string;
  readonly lost: (points: string) => string;
  readonly needPoints: (points: string) => string;
  readonly needDimension: (title: string, needed: string, missing: string) => string;
  readonly needNoVeto: (title: string) => string;
  readonly needCondition: string;
  readonly needError: (reason: string) => string;
}

const about = (label: string) => (label === '' ? '' : `“${label}”`);
const of = (label: string) => (label === '' ? '' : ` of “${label}”`);

const zh: ExplainTexts = {
  comma: '，',
  stop: '。',
  aside: (text) => `（${text}）`,
  yes: '是',
  no: '否',
  points: (points) => `${points} 分`,
  fraction: (num, den) => `${num} ÷ ${den}`,
  value: (label, value) => `${label} ${value}`,
  met: (label) => `“${label}”已达到`,
  unmet: (label) => `“${label}”未达到`,
  answered: (label, answer) => `“${label}”自查为“${answer}”`,
  count: (required, done) => `应完成 ${required}，实际完成 ${done}`,
  surplus: '超出部分不计分',
  line: (limit) => `满分线 ${limit}`,
  best: (limit) => `${limit} 及以下得满分`,
  step: (limit) => `达到 ${limit} 档`,
  noStep: (limit) => `未达到最低档 ${limit}`,
  noStepDown: (limit) => `超过最高档 ${limit}`,
  perTime: (per) => `每次扣 ${per}`,
  earns: (points) => `得 ${points} 分`,
  earnsAll: (points) => `得满分 ${points} 分`,
  sum: (formula, points) => `得 ${formula} = ${points} 分`,
  byFormula: (points) => `按公式计算，得 ${points} 分`,
  self: (points) => `自评 ${points} 分`,
  review: (points) => `上级评分 ${points} 分`,
  reviewed: (points, before, kind) =>
    `上级评分 ${points} 分（原${kind === 'self' ? '自评' : '自动计算'} ${before} 分）`,
  reason: (text) => `扣分原因：${text}`,
  waiting: '尚未评分',
  missing: {
    'no-definition': (label) => `${about(label)}暂无台账提供数据`,
    'no-records': (label) => `${about(label)}本期没有记录`,
    'no-denominator': (label) => `${about(label)}本期没有应完成事项，无法计算比例`,
    blank: (label) => `${about(label)}没有取到数据`,
    error: (label) => `${about(label)}公式计算出错`,
  },
  fallback: { manual: '改为人工评分', zero: '按规则计 0 分', exclude: '不计入总分', full: '按规则计满分' },
  notApplicable: {
    exclude: () => '本组织不适用，不计入总分，其余指标按比例折算',
    full: (points) => `本组织不适用，按规则得满分 ${points} 分`,
    zero: () => '本组织不适用，按规则计 0 分',
  },
  entries: (count, points) => `共 ${count} 条，合计 ${points} 分`,
  cap: (limit, points) => `上限 ${limit} 分，超出的 ${points} 分不计`,
  floor: (limit, points) => `下限 ${limit} 分，补回 ${points} 分`,
  rescale: (remaining, max, points) => `不适用指标不计，按 ${remaining} 分折算为 ${max} 分，调整 ${points} 分`,
  veto: (title, limit, points) => `因“${title}”总分不超过 ${limit} 分，扣减 ${points} 分`,
  base: (points) => `基础分 ${points} 分`,
  lost: (points) => `扣 ${points} 分`,
  needPoints: (points) => `总分还差 ${points} 分`,
  needDimension: (title, needed, missing) => `“${title}”至少 ${needed} 分，还差 ${missing} 分`,
  needNoVeto: (title) => `存在一票否决情形“${title}”`,
  needCondition: '附加条件未满足',
  needError: (reason) => `条件无法计算：${reason}`,
};

const en: ExplainTexts = {
  comma: ', ',
  stop: '.',
  aside: (text) => ` (${text})`,
  yes: 'yes',
  no: 'no',
  points: (points) => `${points} points`,
  fraction: (num, den) => `${num} ÷ ${den}`,
  value: (label, value) => `${label}: ${value}`,
  met: (label) => `“${label}” is met`,
  unmet: (label) => `“${label}” is not met`,
  answered: (label, answer) => `“${label}” was answered ${answer}`,
  count: (required, done) => `${done} done of ${required} required`,
  surplus: 'nothing is paid above that',
  line: (limit) => `all points from ${limit}`,
  best: (limit) => `all points up to ${limit}`,
  step: (limit) => `reaches the step of ${limit}`,
  noStep: (limit) => `below the lowest step of ${limit}`,
  noStepDown: (limit) => `above the highest step of ${limit}`,
  perTime: (per) => `${per} off each time`,
  earns: (points) => `${points} points`,
  earnsAll: (points) => `all ${points} points`,
  sum: (formula, points) => `${formula} = ${points} points`,
  byFormula: (points) => `${points} points by formula`,
  self: (points) => `self-assessed ${points} points`,
  review: (points) => `reviewed at ${points} points`,
  reviewed: (points, before, kind) =>
    `reviewed at ${points} points (${kind === 'self' ? 'self-assessed' : 'computed'}: ${before})`,
  reason: (text) => `reason: ${text}`,
  waiting: 'not scored yet',
  missing: {
    'no-definition': (label) => `no form provides data${of(label)}`,
    'no-records': (label) => `there are no records${of(label)} in this period`,
    'no-denominator': (label) => `nothing was required${of(label)} in this period, so there is no rate`,
    blank: (label) => `no data were found${of(label)}`,
    error: (label) => `the formula failed${of(label)}`,
  },
  fallback: {
    manual: 'scored by hand instead',
    zero: 'no points, by the rule',
    exclude: 'left out of the total',
    full: 'all points, by the rule',
  },
  notApplicable: {
    exclude: () => 'does not apply here; left out of the total, the rest is scaled up',
    full: (points) => `does not apply here; all ${points} points, by the rule`,
    zero: () => 'does not apply here; no points, by the rule',
  },
  entries: (count, points) => `${count} entries, ${points} points together`,
  cap: (limit, points) => `at most ${limit} points, ${points} not counted`,
  floor: (limit, points) => `not below ${limit} points, ${points} given back`,
  rescale: (remaining, max, points) =>
    `items that do not apply are left out, ${remaining} points scaled to ${max}, a change of ${points}`,
  veto: (title, limit, points) => `“${title}” limits the total to ${limit} points, ${points} taken off`,
  base: (points) => `base of ${points} points`,
  lost: (points) => `${points} points lost`,
  needPoints: (points) => `${points} points short`,
  needDimension: (title, needed, missing) => `“${title}” needs ${needed} points, ${missing} short`,
  needNoVeto: (title) => `the veto “${title}” applies`,
  needCondition: 'a further condition does not hold',
  needError: (reason) => `the condition cannot be computed: ${reason}`,
};

/** The words of explanations in `language`. */
export const EXPLAIN_TEXTS: Readonly<Record<Language, ExplainTexts>> = { 'zh-CN': zh, en };
