import type { Language } from '../text/problem.ts';

/** The words of spoken formulas. Every argument is a finished text. */
export interface SpokenWords {
  readonly title: (title: string) => string;
  readonly columnOf: (list: string, column: string) => string;
  readonly quoted: (text: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly today: string;
  readonly now: string;
  readonly inner: (text: string) => string;
  readonly and: string;
  readonly or: string;
  readonly orLast: string;
  readonly comma: string;
  readonly not: (text: string) => string;
  readonly notTogether: (text: string) => string;
  readonly always: string;
  readonly never: string;
  /** By relation, for numbers and everything else; `date` for dates. */
  readonly relations: Readonly<Record<string, (left: string, right: string) => string>>;
  readonly dates: Readonly<Record<string, (left: string, right: string) => string>>;
  readonly oneOf: (left: string, list: string) => string;
  readonly noneOf: (left: string, list: string) => string;
  readonly between: (of: string, from: string, to: string) => string;
  readonly blank: (of: string) => string;
  readonly filled: (of: string) => string;
  readonly contains: (of: string, what: string) => string;
  readonly lacks: (of: string, what: string) => string;
  readonly after: (date: string, amount: string) => string;
  readonly before: (date: string, amount: string) => string;
  readonly days: (amount: string) => string;
  readonly months: (amount: string) => string;
  readonly daysFrom: (from: string, to: string) => string;
  readonly calc: (left: string, operator: string, right: string) => string;
  readonly percent: (of: string) => string;
  readonly minus: (of: string) => string;
  readonly calls: Readonly<Record<string, (...args: string[]) => string>>;
  readonly call: (name: string, args: string) => string;
  readonly matches: (criteria: string) => string;
  readonly iff: (when: string, then: string) => string;
  readonly otherwise: (value: string) => string;
  /** Before another condition. */
  readonly otherwiseIf: string;
  readonly cases: (of: string, cases: readonly (readonly [string, string])[], otherwise: string | undefined) => string;
  readonly fallback: (of: string, otherwise: string) => string;
  readonly fact: (title: string, parts: string) => string;
  readonly factParts: Readonly<Record<'FACT' | 'FACTNUM' | 'FACTDEN', (title: string) => string>>;
  readonly factBy: (by: string) => string;
  readonly periods: (offset: number) => string;
  readonly period: (offset: string) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly under: string;
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', '+': '+', '^': '^', '&': '&' };

/** In quotation marks; those inside become single. */
const quoted = (text: string): string => `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`;

const largest = (of: readonly string[], which: string): string =>
  of.length > 1 ? `以下各项中${which}的：〔${of.join('；')}〕` : `${of.join('')}中${which}的`;

const zh: SpokenWords = {
  title: quoted,
  columnOf: (list, column) => `${quoted(list)}各行的${quoted(column)}`,
  quoted,
  yes: '“是”',
  no: '“否”',
  nothing: '空',
  today: '今天',
  now: '现在',
  inner: (text) => `（${text}）`,
  and: '，并且',
  or: '，或者',
  orLast: '或',
  comma: '、',
  not: (text) => `不是（${text}）的情形`,
  notTogether: (text) => `不出现这样的情形：${text}`,
  always: '始终',
  never: '从不',
  relations: {
    '=': (l, r) => `${l}为${r}`,
    '<>': (l, r) => `${l}不为${r}`,
    '>': (l, r) => `${l}大于${r}`,
    '<': (l, r) => `${l}小于${r}`,
    '>=': (l, r) => `${l}不小于${r}`,
    '<=': (l, r) => `${l}不大于${r}`,
  },
  dates: {
    '=': (l, r) => `${l}是${r}`,
    '<>': (l, r) => `${l}不是${r}`,
    '>': (l, r) => `${l}晚于${r}`,
    '<': (l, r) => `${l}早于${r}`,
    '>=': (l, r) => `${l}不早于${r}`,
    '<=': (l, r) => `${l}不晚于${r}`,
  },
  oneOf: (l, list) => `${l}为${list}`,
  noneOf: (l, list) => `${l}不是${list}`,
  between: (of, from, to) => `${of}在${from}到${to}之间`,
  blank: (of) => `${of}未填`,
  filled: (of) => `${of}已填`,
  contains: (of, what) => `${of}包含${what}`,
  lacks: (of, what) => `${of}不包含${what}`,
  after: (date, amount) => `${date}之后${amount}`,
  before: (date, amount) => `${date}之前${amount}`,
  days: (amount) => `${amount}天`,
  months: (amount) => `${amount}个月`,
  daysFrom: (from, to) => `从${from}到${to}的天数`,
  calc: (l, operator, r) => `${l}${SIGNS[operator] ?? operator}${r}`,
  percent: (of) => `${of}%`,
  minus: (of) => `负${of}`,
  calls: {
    COUNTA: (...of) => `${of.join('、')}已填的个数`,
    COUNT: (...of) => `${of.join('、')}中数字的个数`,
    ROWS: (of) => `${of}的行数`,
    SUM: (...of) => `${of.join('、')}的合计`,
    MAX: (...of) => largest(of, '最大（最晚）'),
    MIN: (...of) => largest(of, '最小（最早）'),
    AVERAGE: (...of) => `${of.join('、')}的平均数`,
    YEAR: (of) => `${of}的年份`,
    QUARTER: (of) => `${of}所在的季度`,
    MONTH: (of) => `${of}的月份`,
    DAY: (of) => `${of}是几号`,
    LEN: (of) => `${of}的字数`,
    N: (of) => of,
    ROUND: (of, places) =>
      places === undefined || places === '0' ? `${of}（取整）` : `${of}（保留 ${places} 位小数）`,
    INT: (of) => `${of}（舍去小数）`,
    UNIQUE: (of) => `${of}（去掉重复）`,
    NETWORKDAYS: (from, to) => `从${from}到${to}的工作日数`,
    WORKDAY: (from, days) => `${from}之后${days}个工作日`,
    ABS: (of) => `${of}的绝对值`,
    WEEKDAY: (of) => `${of}是星期几`,
    NA: () => '“没有数据”',
  },
  call: (name, args) => `${name}（${args}）`,
  matches: (criteria) => `符合（${criteria}）的个数`,
  iff: (when, then) => `当${when}时为${then}`,
  otherwise: (value) => `，否则为${value}`,
  otherwiseIf: '；否则',
  cases: (of, cases, otherwise) =>
    `按${of}取值：${cases.map(([key, value]) => `${key}→${value}`).join('，')}${otherwise === undefined ? '' : `，其他→${otherwise}`}`,
  fallback: (of, otherwise) => `${of}（没有时为${otherwise}）`,
  fact: (title, parts) => (parts === '' ? `统计数${quoted(title)}` : `统计数${quoted(title)}（${parts}）`),
  factParts: { FACT: (title) => title, FACTNUM: (title) => `${title}·分子`, FACTDEN: (title) => `${title}·分母` },
  factBy: (by) => `按${by}`,
  periods: (offset) =>
    offset === 0 ? '本期' : offset === -1 ? '上一期' : offset < 0 ? `前 ${-offset} 期` : `后 ${offset} 期`,
  period: (offset) => `相隔${offset}期`,
  kinds: { month: '按月', quarter: '按季度', halfYear: '按半年', year: '按年度' },
  under: '含下级',
};

const en: SpokenWords = {
  title: quoted,
  columnOf: (list, column) => `${quoted(column)} of all rows of ${quoted(list)}`,
  quoted,
  yes: '“yes”',
  no: '“no”',
  nothing: 'nothing',
  today: 'today',
  now: 'now',
  inner: (text) => `(${text})`,
  and: ' and ',
  or: ' or ',
  orLast: ' or ',
  comma: ', ',
  not: (text) => `not: ${text}`,
  notTogether: (text) => `it is not the case that ${text}`,
  always: 'always',
  never: 'never',
  relations: {
    '=': (l, r) => `${l} is ${r}`,
    '<>': (l, r) => `${l} is not ${r}`,
    '>': (l, r) => `${l} is more than ${r}`,
    '<': (l, r) => `${l} is less than ${r}`,
    '>=': (l, r) => `${l} is at least ${r}`,
    '<=': (l, r) => `${l} is at most ${r}`,
  },
  dates: {
    '=': (l, r) => `${l} is ${r}`,
    '<>': (l, r) => `${l} is not ${r}`,
    '>': (l, r) => `${l} is after ${r}`,
    '<': (l, r) => `${l} is before ${r}`,
    '>=': (l, r) => `${l} is not before ${r}`,
    '<=': (l, r) => `${l} is not after ${r}`,
  },
  oneOf: (l, list) => `${l} is ${list}`,
  noneOf: (l, list) => `${l} is none of ${list}`,
  between: (of, from, to) => `${of} is between ${from} and ${to}`,
  blank: (of) => `${of} is blank`,
  filled: (of) => `${of} is filled in`,
  contains: (of, what) => `${of} contains ${what}`,
  lacks: (of, what) => `${of} does not contain ${what}`,
  after: (date, amount) => `${amount} after ${date}`,
  before: (date, amount) => `${amount} before ${date}`,
  days: (amount) => `${amount} days`,
  months: (amount) => `${amount} months`,
  daysFrom: (from, to) => `the days from ${from} to ${to}`,
  calc: (l, operator, r) => `${l} ${SIGNS[operator] ?? operator} ${r}`,
  percent: (of) => `${of}%`,
  minus: (of) => `−${of}`,
  calls: {
    COUNTA: (...of) => `the number of entries in ${of.join(', ')}`,
    COUNT: (...of) => `the number of numbers in ${of.join(', ')}`,
    ROWS: (of) => `the number of rows of ${of}`,
    SUM: (...of) => `the sum of ${of.join(', ')}`,
    MAX: (...of) => `the largest (latest) of ${of.join(', ')}`,
    MIN: (...of) => `the smallest (earliest) of ${of.join(', ')}`,
    AVERAGE: (...of) => `the average of ${of.join(', ')}`,
    YEAR: (of) => `the year of ${of}`,
    QUARTER: (of) => `the quarter of ${of}`,
    MONTH: (of) => `the month of ${of}`,
    DAY: (of) => `the day of the month of ${of}`,
    LEN: (of) => `the length of ${of}`,
    N: (of) => of,
    ROUND: (of, places) =>
      places === undefined || places === '0' ? `${of} (rounded)` : `${of} (to ${places} decimals)`,
    INT: (of) => `${of} (rounded down)`,
    UNIQUE: (of) => `${of} (each once)`,
    NETWORKDAYS: (from, to) => `the working days from ${from} to ${to}`,
    WORKDAY: (from, days) => `${days} working days after ${from}`,
    ABS: (of) => `${of} without its sign`,
    WEEKDAY: (of) => `the day of the week of ${of}`,
    NA: () => '“not available”',
  },
  call: (name, args) => `${name}(${args})`,
  matches: (criteria) => `the number of entries where ${criteria}`,
  iff: (when, then) => `${then} if ${when}`,
  otherwise: (value) => `, else ${value}`,
  otherwiseIf: '; else ',
  cases: (of, cases, otherwise) =>
    `by ${of}: ${cases.map(([key, value]) => `${key} → ${value}`).join(', ')}${otherwise === undefined ? '' : `, else ${otherwise}`}`,
  fallback: (of, otherwise) => `${of} (${otherwise} where there is none)`,
  fact: (title, parts) => (parts === '' ? `the figure ${quoted(title)}` : `the figure ${quoted(title)} (${parts})`),
  factParts: {
    FACT: (title) => title,
    FACTNUM: (title) => `${title}, numerator`,
    FACTDEN: (title) => `${title}, denominator`,
  },
  factBy: (by) => `for ${by}`,
  periods: (offset) =>
    offset === 0
      ? 'this period'
      : offset === -1
        ? 'the period before'
        : offset < 0
          ? `${-offset} periods before`
          : `${offset} periods after`,
  period: (offset) => `${offset} periods away`,
  kinds: { month: 'by month', quarter: 'by quarter', halfYear: 'by half-year', year: 'by year' },
  under: 'with all below',
};

export const SPOKEN: Readonly<Record<Language, SpokenWords>> = { 'zh-CN': zh, en };
