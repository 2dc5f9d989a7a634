import type { Language } from '../text/problem.ts';

/** The words of “why is this so?”. Arguments are finished texts. */
export interface ExplainWords {
  readonly shown: string;
  readonly hidden: string;
  readonly required: string;
  readonly optional: string;
  readonly readonly: string;
  readonly editable: string;
  readonly computed: string;
  readonly prefilled: string;
  readonly typed: string;
  readonly noCondition: string;
  readonly nobodyAsks: string;
  readonly nothingForbids: string;
  readonly holds: (rule: string) => string;
  readonly fails: (rule: string) => string;
  readonly broken: (rule: string, why: string) => string;
  readonly schemaRequired: string;
  readonly viewRequired: string;
  readonly whileHidden: string;
  readonly toExplain: (check: string) => string;
  readonly wholeReadonly: string;
  readonly schemaReadonly: string;
  readonly isComputed: string;
  readonly isPrefilled: string;
  readonly mayNot: string;
  readonly around: (title: string) => string;
  readonly byPerson: string;
  readonly result: (value: string) => string;
  readonly noResult: string;
  readonly blank: string;
  readonly list: (count: number) => string;
}

const zh: ExplainWords = {
  shown: '显示',
  hidden: '隐藏',
  required: '必填',
  optional: '选填',
  readonly: '不能修改',
  editable: '可以修改',
  computed: '自动计算',
  prefilled: '自动带入',
  typed: '由人填写',
  noCondition: '没有设置显示条件，始终显示。',
  nobodyAsks: '没有哪条规则要求必填。',
  nothingForbids: '没有哪条规则限制修改。',
  holds: (rule) => `${rule}——现在成立。`,
  fails: (rule) => `${rule}——现在不成立。`,
  broken: (rule, why) => `${rule}——现在无法判断（${why}）。`,
  schemaRequired: '字段设为始终必填。',
  viewRequired: '此处的布局要求必填。',
  whileHidden: '隐藏时不要求填写。',
  toExplain: (check) => `须在这里说明：${check}`,
  wholeReadonly: '整张表现在只供查看。',
  schemaReadonly: '字段设为只读。',
  isComputed: '由公式得出的内容不能修改。',
  isPrefilled: '自动带入的内容不能修改。',
  mayNot: '当前人员在当前状态下不能修改。',
  around: (title) => `所在的“${title}”不能修改。`,
  byPerson: '没有公式，由人填写。',
  result: (value) => `现在的结果：${value}。`,
  noResult: '现在没有结果。',
  blank: '未填',
  list: (count) => `${count} 项`,
};

const en: ExplainWords = {
  shown: 'shown',
  hidden: 'hidden',
  required: 'required',
  optional: 'optional',
  readonly: 'cannot be changed',
  editable: 'can be changed',
  computed: 'worked out',
  prefilled: 'filled in beforehand',
  typed: 'typed',
  noCondition: 'It has no condition and is always shown.',
  nobodyAsks: 'No rule requires it.',
  nothingForbids: 'No rule keeps it from being changed.',
  holds: (rule) => `${rule} – holds now.`,
  fails: (rule) => `${rule} – does not hold now.`,
  broken: (rule, why) => `${rule} – cannot be told now (${why}).`,
  schemaRequired: 'The field is always required.',
  viewRequired: 'The layout requires it here.',
  whileHidden: 'Nothing is required while it is hidden.',
  toExplain: (check) => `To be explained here: ${check}`,
  wholeReadonly: 'The whole form is only to be read now.',
  schemaReadonly: 'The field is read-only.',
  isComputed: 'What a formula works out cannot be changed.',
  isPrefilled: 'What is filled in beforehand cannot be changed.',
  mayNot: 'This person may not change it in the present state.',
  around: (title) => `“${title}”, in which it stands, cannot be changed.`,
  byPerson: 'There is no formula; people type it.',
  result: (value) => `The result now: ${value}.`,
  noResult: 'There is no result now.',
  blank: 'blank',
  list: (count) => `${count} entries`,
};

export const EXPLAIN_FIELD: Readonly<Record<Language, ExplainWords>> = { 'zh-CN': zh, en };
