import { plainDigits } from './numbering.ts';

/** What a text says about points. */
export interface Points {
  /** Most points; `null` where none are named. */
  readonly max: number | null;
  /** Points for each time; 0 without. */
  readonly per: number;
  /** `minus`: points are lost; `plus`: points are added on top. */
  readonly sign: 'plus' | 'minus' | undefined;
  /** The text without the points that only say how many. */
  readonly rest: string;
}

const NUMBER = '(\\d{1,4}(?:\\.\\d{1,2})?)';
const UNIT = '(?:次|个|名|条|项|例|起|人|户|家|期|篇|场|月|季度?|年|天|周|处|件|份|节|轮)';

/** Points in brackets of their own: （5分）, [满分10分], (分值:5), （1-5分）. */
const IN_BRACKETS = new RegExp(
  `[（(【[]\\s*(?:满分|分值|共计?|计|占|标准分|基准分|基础分|本项)?\\s*[:：]?\\s*(?:${NUMBER}\\s*[-~～—至到]\\s*)?${NUMBER}\\s*分?\\s*[)）】\\]]`,
);
/** The same at the end of a line: ……：5分, ……——5分, …… 5 分, ……满分5分. */
const AT_END = new RegExp(
  `(?:[，,;；:：\\s]|[-—–]{1,2}|\\.{2,}|…+)\\s*(?:满分|分值|计|占|得|共)?\\s*[:：]?\\s*(?:${NUMBER}\\s*[-~～—至到]\\s*)?${NUMBER}\\s*分\\s*[。.]?$`,
);
/** Title, points and rule in one line: 三会一课 15分 每缺一次扣3分, 支委会健全（10分）缺1名委员扣2分. */
const IN_MIDDLE = [
  new RegExp(`^([^\\s，,。；;：:]{2,40})\\s+(?:满分|分值)?\\s*${NUMBER}\\s*分[\\s，,。；;：:]+(\\S.*)$`),
  new RegExp(
    `^([^\\s，,。；;：:（）()]{2,40})\\s*[（(]\\s*(?:满分|分值|计)?\\s*${NUMBER}\\s*分\\s*[)）][\\s，,。；;：:]*([^\\s，,。；;：:].*)$`,
  ),
];
/** Points and what earns them in one bracket: 志愿服务（10分，每次得2分）. The points get a bracket of their own. */
const WITH_RULE = new RegExp(
  `[（(]\\s*((?:满分|分值)?\\s*${NUMBER}\\s*分)\\s*[，,；;]\\s*([^（()）]*分[^（()）]*)[)）]`,
);
const PER_MINUS = [
  new RegExp(`(?:每[^，,。；;分]{0,20}?|[一1]${UNIT}[^，,。；;分]{0,8}?)(?:扣|减|倒扣)\\s*${NUMBER}\\s*分`),
  new RegExp(`(?:扣|减)\\s*${NUMBER}\\s*分\\s*[/每]\\s*${UNIT}`),
  new RegExp(`-\\s*${NUMBER}\\s*分?\\s*/\\s*${UNIT}`),
];
const PER_PLUS = [
  new RegExp(`每[^，,。；;分]{0,20}?(加|得|计|奖励?)\\s*${NUMBER}\\s*分`),
  new RegExp(`(加|得|计|奖励?)?\\+?\\s*${NUMBER}\\s*分\\s*[/每]\\s*${UNIT}`),
];
const MOST = new RegExp(
  `(?:最多|最高|至多|上限|累计不超过|不超过|封顶|满分|扣完为止|共)(?:可)?(?:加|扣|得|计|为)?\\s*[:：]?\\s*${NUMBER}\\s*分`,
);
const ONCE_MINUS = [
  new RegExp(`(?:扣|减|倒扣)\\s*${NUMBER}\\s*分`),
  new RegExp(`(?:^|[（(\\s:：])-\\s*${NUMBER}\\s*分`),
];
const ONCE_PLUS = new RegExp(`(?:加|奖励?|\\+)\\s*${NUMBER}\\s*分`);
const PLAIN = new RegExp(`(?:得|计|满分|分值)\\s*[:：]?\\s*${NUMBER}\\s*分`);

/** Reads the points out of a line such as `按期换届（5分）` or `“三会一课”每缺一次扣2分，扣完为止`. */
export function readPoints(line: string): Points {
  let rest = plainDigits(line).replace(WITH_RULE, '（$1），$3');
  let max: number | null = null;
  for (const pattern of [IN_BRACKETS, AT_END]) {
    const match = pattern.exec(rest);
    if (!match || (pattern === IN_BRACKETS && !/分/.test(match[0]))) continue;
    max = Number(match[2]);
    rest = `${rest.slice(0, match.index)}${rest.slice(match.index + match[0].length)}`.trim();
    break;
  }
  const most = MOST.exec(rest);
  const perMinus = first(PER_MINUS, rest);
  if (perMinus)
    return {
      max: max ?? numberOf(most) ?? numberOf(PLAIN.exec(rest.slice(0, perMinus.index))),
      per: Number(perMinus[1]),
      sign: 'minus',
      rest,
    };
  const perPlus = first(PER_PLUS, rest);
  if (perPlus) {
    const per = Number(perPlus[2]);
    return {
      max: max ?? numberOf(most),
      per,
      sign: /^(加|奖)/.test(perPlus[1] ?? '') || (/\+/.test(perPlus[0]) && max === null) ? 'plus' : undefined,
      rest,
    };
  }
  const minus = first(ONCE_MINUS, rest);
  if (minus) return { max, per: Number(minus[1]), sign: 'minus', rest };
  const plus = ONCE_PLUS.exec(rest);
  if (plus)
    return { max: max ?? numberOf(most) ?? Number(plus[1]), per: 0, sign: max === null ? 'plus' : undefined, rest };
  return { max: max ?? numberOf(most) ?? numberOf(PLAIN.exec(rest)), per: 0, sign: undefined, rest };
}

/** An item whose points stand between its title and its rule; `undefined` where they do not. */
export function readInMiddle(
  line: string,
): { readonly title: string; readonly max: number; readonly rule: string } | undefined {
  const [, title, max, rule] = first(IN_MIDDLE, plainDigits(line)) ?? [];
  if (title === undefined || rule === undefined || /每|[扣减加得计]$/.test(title)) return undefined;
  return { title, max: Number(max), rule };
}

/** Points that stand in a cell of their own: `5`, `5分`, `-2`, `+3`, `5分/次`, `1-5`, `每次扣2分`. */
export function readPointsCell(cell: string): Omit<Points, 'rest'> | undefined {
  const plain = plainDigits(cell).replace(/\s/g, '');
  const each = new RegExp(`^([-+]?)${NUMBER}分?[/每]${UNIT}$`).exec(plain);
  if (each)
    return { max: null, per: Number(each[2]), sign: each[1] === '-' ? 'minus' : each[1] === '+' ? 'plus' : undefined };
  const range = new RegExp(`^${NUMBER}分?[-~～—至到]${NUMBER}分?$`).exec(plain);
  if (range) return { max: Number(range[2]), per: 0, sign: undefined };
  const one = new RegExp(`^([-+]?)${NUMBER}分?$`).exec(plain);
  if (one)
    return one[1] === '-'
      ? { max: null, per: Number(one[2]), sign: 'minus' }
      : { max: Number(one[2]), per: 0, sign: one[1] === '+' ? 'plus' : undefined };
  if (!/分/.test(plain)) return undefined;
  const { max, per, sign } = readPoints(cell);
  return max === null && per === 0 ? undefined : { max, per, sign };
}

function first(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

const numberOf = (match: RegExpExecArray | null): number | null => (match?.[1] === undefined ? null : Number(match[1]));
