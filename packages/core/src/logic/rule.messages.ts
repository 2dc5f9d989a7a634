import type { Language } from '../text/problem.ts';

/** How a rule is said. `when` is a condition in words; `field` the field's title. */
export interface RuleWords {
  readonly visible: (field: string, when: string) => string;
  readonly required: (field: string, when: string) => string;
  readonly alwaysRequired: (field: string) => string;
  readonly readonly: (field: string, when: string) => string;
  readonly value: (field: string, value: string) => string;
  readonly check: Readonly<Record<'error' | 'warning' | 'explain', (when: string) => string>>;
  readonly section: (title: string, when: string) => string;
  readonly cell: (list: string, column: string) => string;
}

const zh: RuleWords = {
  visible: (field, when) => `${field}只在${when}时显示`,
  required: (field, when) => `当${when}时，${field}必填`,
  alwaysRequired: (field) => `${field}必填`,
  readonly: (field, when) => `当${when}时，${field}不能修改`,
  value: (field, value) => `${field}自动得出：${value}`,
  check: {
    error: (when) => `必须满足：${when}`,
    warning: (when) => `不满足时提醒：${when}`,
    explain: (when) => `不满足时须说明：${when}`,
  },
  section: (title, when) => `分组${title}只在${when}时显示`,
  cell: (list, column) => `${list}每一行的${column}`,
};

const en: RuleWords = {
  visible: (field, when) => `${field} is shown only when ${when}`,
  required: (field, when) => `When ${when}, ${field} is required`,
  alwaysRequired: (field) => `${field} is required`,
  readonly: (field, when) => `When ${when}, ${field} cannot be changed`,
  value: (field, value) => `${field} is worked out: ${value}`,
  check: {
    error: (when) => `Must hold: ${when}`,
    warning: (when) => `Warned of unless: ${when}`,
    explain: (when) => `To be explained unless: ${when}`,
  },
  section: (title, when) => `The group ${title} is shown only when ${when}`,
  cell: (list, column) => `${column} in each row of ${list}`,
};

export const RULE_WORDS: Readonly<Record<Language, RuleWords>> = { 'zh-CN': zh, en };
