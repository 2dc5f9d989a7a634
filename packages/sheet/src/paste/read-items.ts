import type { Bilingual } from '@jiceng/core/text/problem.js';
import { isFooter, isNote, isTotals } from '../draft/words.ts';
import { numbered, plainDigits } from './numbering.ts';
import { readInMiddle, readPoints, readPointsCell, type Points } from './points.ts';
import type { PastedGroup, PastedItem, PastedRest } from './result.ts';

/** Longest title of an item; what is longer is its rule. */
const LONGEST_TITLE = 40;
const ADJUST = /^(加分|减分|扣分|奖励|附加|倒扣|负面|奖惩|加减分)/;

const TOTALS: Bilingual = { 'zh-CN': '合计行，由系统计算', en: 'totals, which the system computes' };
const NOTE: Bilingual = { 'zh-CN': '说明文字', en: 'a note' };
const VETO: Bilingual = { 'zh-CN': '一票否决情形，请在评分里另外设置', en: 'a veto, to be set up in the score' };
const BASE: Bilingual = { 'zh-CN': '基础分，请在评分里另外设置', en: 'base points, to be set up in the score' };

/** Why a line is no item; `undefined` where it may be one. */
export function notAnItem(text: string): Bilingual | undefined {
  const plain = plainDigits(text).trim();
  if (isTotals(plain) || /^(满分|总分|合计|总计|共计)\s*[:：]?\s*(\d+\s*分?)?$/.test(plain)) return TOTALS;
  if (isNote(plain) || isFooter(plain)) return NOTE;
  if (/一票否决/.test(plain)) return VETO;
  return /^(基础|基本|基准)分\s*[:：]?\s*[（(]?\d/.test(plain) ? BASE : undefined;
}

/** An item out of its parts; the words of its rule may say more about points than its own. */
export function makeItem(
  title: string,
  rule: string,
  code: string,
  points: Omit<Points, 'rest'>,
  group: string,
): PastedItem {
  const said = rule === '' ? undefined : readPoints(rule);
  const inAdjust = ADJUST.test(group);
  const sign =
    points.sign ??
    (points.per > 0 || !inAdjust ? undefined : /^(减|扣|倒扣|负面)/.test(group) ? 'minus' : 'plus') ??
    (said?.sign === 'minus' && said.per > 0 ? 'minus' : undefined);
  const max = points.max ?? (points.per > 0 ? null : (said?.max ?? null));
  const per =
    points.per > 0 ? points.per : sign === 'minus' && inAdjust && max !== null && !said?.per ? max : (said?.per ?? 0);
  const short = shortened(title, rule);
  const base = { ...short, code };
  if (sign === 'minus')
    return max === null || inAdjust
      ? { ...base, method: 'deduct', max: 0, per, adjust: true }
      : { ...base, method: per > 0 ? 'deduct' : 'manual', max, per, adjust: false };
  const adjust = sign === 'plus' || inAdjust;
  if (per > 0 && (max === null || max > per)) return { ...base, method: 'countCap', max: max ?? per, per, adjust };
  return {
    ...base,
    method: /^是否|^有无|^(有|无)[^，,。]{2,}$/.test(title) || adjust ? 'boolean' : 'manual',
    max: max ?? (per > 0 ? per : null),
    per: 0,
    adjust,
  };
}

/** Titles are short: a long sentence is cut where it can be, and stands as the rule in full. */
function shortened(title: string, rule: string): { readonly title: string; readonly rule: string } {
  const whole = title.replace(/[。；;，,：:]+$/, '').trim();
  const bare = whole
    .replace(/[，,：:;；。]?\s*(?:每[^，,。；;]{0,20}?|[少缺][一1]次)?(?:扣|加|得|减|计)\s*\d+(?:\.\d+)?\s*分.*$/, '')
    .trim();
  const cut = bare.length >= 2 ? bare : whole;
  const first = /^([^。；;：:，,]{4,40})[。；;：:，,]/.exec(cut)?.[1] ?? cut.slice(0, LONGEST_TITLE);
  const short = cut.length <= LONGEST_TITLE ? cut : first;
  return { title: short, rule: rule !== '' ? rule : short === whole ? '' : whole };
}

/** Items out of lines: the innermost numbers are items, what stands around them are their headings. */
export function itemsOfLines(lines: readonly string[]): { groups: PastedGroup[]; rest: PastedRest[]; title: string } {
  const rest: PastedRest[] = [];
  const read = lines.flatMap((text) => {
    const { rest: words, code, level } = numbered(text);
    const reason = notAnItem(words);
    if (!reason) return [{ text, words, code, level }];
    rest.push({ text, reason });
    return [];
  });
  let title = '';
  const [top] = read;
  if (
    top &&
    read.length > 2 &&
    top.level === undefined &&
    read[1]?.level !== undefined &&
    readPoints(top.words).per === 0 &&
    top.words.length <= 60
  ) {
    title = readPoints(top.words).rest;
    read.shift();
  }
  const groups: { title: string; items: PastedItem[] }[] = [];
  let heads: { readonly level: number; readonly title: string }[] = [];
  read.forEach((line, at) => {
    const { words, code } = line;
    const next = read[at + 1];
    const level = line.level ?? Infinity;
    heads = heads.filter((head) => head.level < level);
    const points = readPoints(words);
    const isHead =
      next !== undefined &&
      points.per === 0 &&
      level !== Infinity &&
      (next.level ?? Infinity) > level &&
      !isExtra(next.words) &&
      (next.level !== undefined || !continues(next.words));
    if (isHead || (isExtra(words) && next !== undefined)) {
      const head = { level, title: points.rest.replace(/[：:。]$/, '') };
      // Without a number it stands beside the outermost heading, not in it.
      if (level === Infinity) heads = [{ ...head, level: heads[0]?.level ?? 0 }];
      else heads.push(head);
      return;
    }
    const last = groups[groups.length - 1];
    const item = last?.items[last.items.length - 1];
    if (item && line.level === undefined && continues(words) && read[at - 1]?.level !== undefined) {
      const code_ = item.code;
      last.items[last.items.length - 1] = makeItem(
        item.title,
        [item.rule, words].filter((text) => text !== '').join('\n'),
        code_,
        {
          max: item.adjust && item.max === 0 ? null : item.max,
          per: 0,
          sign: item.adjust ? (item.method === 'deduct' ? 'minus' : 'plus') : undefined,
        },
        last.title,
      );
      return;
    }
    const group = heads
      .map((head) => head.title)
      .join(' · ')
      .slice(0, 60);
    if (!last || last.title !== group) groups.push({ title: group, items: [] });
    const parts = readInMiddle(words);
    groups[groups.length - 1]!.items.push(
      parts
        ? makeItem(parts.title, parts.rule, code, { max: parts.max, per: 0, sign: undefined }, group)
        : makeItem(points.rest, '', code, points, group),
    );
  });
  return { groups, rest, title };
}

/** Whether a line is the heading of what is added and taken off. */
const isExtra = (words: string): boolean => ADJUST.test(words) && words.length <= 12;

/** Whether a line without a number goes on with the item above it: how it is scored. */
const continues = (words: string): boolean =>
  /^(评分标准|计分办法|评分办法|扣分标准|考核标准|计分方式|说明|标准)[:：]|^[（(]?(每|未|没有|少|缺)[^，,。]{0,20}扣/.test(
    words,
  );

/** Columns of a score card by what their headings say. */
const ROLES: readonly (readonly [role: Role, pattern: RegExp])[] = [
  [
    'none',
    /^(序号|编号|自评分?|自评得分|得分|考核得分|实得分|复核分?|考评得分|评分|上级评分|扣分|备注|加分情况|责任单位|责任部门|牵头单位|考核单位|联系人|完成情况)$/,
  ],
  ['points', /(分值|标准分|基准分|基本分|分数|满分|权重|赋分|计分值?)(（.*）)?$|^分$/],
  ['rule', /(标准|办法|细则|方式|方法|说明|依据|要求|扣分项?|计分规则)(（.*）)?$/],
  [
    'group',
    /^(一级指标|考核项目|项目|类别|维度|大类|考核类别|指标类别|模块|板块|考评项目|测评项目|分类|评价维度|一级)$/,
  ],
  ['title', /(指标|内容|事项|要点|任务|条目|测评点|二级|三级|名称|项目)(（.*）)?$/],
];
type Role = 'none' | 'points' | 'rule' | 'group' | 'title';

/** A cell's words in one line: Chinese characters that a narrow column broke stand together again. */
const oneLine = (text: string): string =>
  text.replace(/([^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])/g, '$1').replace(/\s*\n\s*/g, ' ');

const roleOf = (heading: string): Role | undefined =>
  ROLES.find(([, pattern]) => pattern.test(heading.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）')))?.[0];

/** Which columns hold what; by a row of headings, or by what stands in them. */
function columnsOf(rows: readonly (readonly string[])[]): {
  readonly header: number;
  readonly roles: readonly (Role | undefined)[];
} {
  for (let row = 0; row < Math.min(rows.length, 6); row++) {
    const roles = (rows[row] ?? []).map(roleOf);
    if (
      roles.filter((role) => role !== undefined).length >= 2 &&
      roles.some((role) => role === 'title' || role === 'group')
    ) {
      // With one column of words only, it holds the items, whatever it is called.
      return {
        header: row,
        roles: roles.includes('title')
          ? roles
          : roles.map((role, at) => (role === 'group' && at === roles.lastIndexOf('group') ? 'title' : role)),
      };
    }
  }
  const width = Math.max(...rows.map(({ length }) => length));
  const column = (at: number) => rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const isPoints = (at: number) =>
    column(at).length > 0 && column(at).filter((cell) => readPointsCell(cell)).length >= column(at).length * 0.7;
  const isCount = (at: number) => column(at).every((cell, index) => plainDigits(cell) === String(index + 1));
  const roles: (Role | undefined)[] = Array.from({ length: width }, (_, at) =>
    at === 0 && isCount(at) && width > 2 ? 'none' : isPoints(at) ? 'points' : undefined,
  );
  if (roles.filter((role) => role === 'points').length > 1)
    roles.forEach((role, at) => {
      if (role === 'points' && at !== roles.lastIndexOf('points')) roles[at] = at === 0 ? 'none' : role;
    });
  const words = roles.flatMap((role, at) => (role === undefined && column(at).length > 0 ? [at] : []));
  const [first, second, third] = words;
  const repeats =
    first !== undefined &&
    second !== undefined &&
    (column(first).length < rows.length * 0.8 || new Set(column(first)).size < column(first).length * 0.7);
  if (repeats) {
    roles[first] = 'group';
    roles[second] = 'title';
    if (third !== undefined) roles[third] = 'rule';
  } else if (first !== undefined) {
    roles[first] = 'title';
    if (second !== undefined) roles[second] = 'rule';
  }
  return { header: -1, roles };
}

/** A heading without its number and its points. */
const headOf = (cell: string): string => readPoints(numbered(oneLine(cell)).rest).rest.slice(0, 60);

/** Items out of a table. */
export function itemsOfTable(rows: readonly (readonly string[])[]): {
  groups: PastedGroup[];
  rest: PastedRest[];
  title: string;
} {
  const { header, roles } = columnsOf(rows);
  const rest: PastedRest[] = [];
  const above = rows.slice(0, Math.max(0, header));
  const title = above.find((row) => row.filter((cell) => cell !== '').length === 1)?.find((cell) => cell !== '') ?? '';
  const groups: { title: string; items: PastedItem[] }[] = [];
  let group = '';
  const at = (row: readonly string[], role: Role) =>
    roles.flatMap((one, column) => (one === role && (row[column] ?? '') !== '' ? [row[column] as string] : []));
  // A column of which nothing is known, such as the evidence, stands with the rule: nothing that people wrote is lost.
  const besides = (row: readonly string[]): string[] =>
    header < 0
      ? []
      : roles.flatMap((role, column) =>
          role === undefined && (row[column] ?? '') !== '' && (rows[header]?.[column] ?? '') !== ''
            ? [`${oneLine(rows[header]?.[column] ?? '')}：${row[column] as string}`]
            : [],
        );
  const hasPoints =
    rows.slice(header + 1).filter((row) => at(row, 'points').some((cell) => readPointsCell(cell))).length >
    rows.length / 2;
  for (const row of rows.slice(header + 1)) {
    const filled = row.filter((cell) => cell !== '');
    const reason = filled
      .map((cell) => (cell === filled[0] ? notAnItem(cell) : undefined))
      .find((one) => one !== undefined);
    if (reason) {
      rest.push({ text: filled.join(' '), reason });
      continue;
    }
    const heads = at(row, 'group');
    const titles = at(row, 'title');
    if (heads.length > 0) group = heads.map(headOf).join(' · ').slice(0, 60);
    if (filled.length === 1 && heads.length === 0 && (titles.length === 0 || (hasPoints && roles.includes('points')))) {
      group = headOf(filled[0] as string);
      continue;
    }
    const rules = [...at(row, 'rule'), ...besides(row)];
    const last = groups[groups.length - 1];
    if (titles.length === 0) {
      const item = last?.items[last.items.length - 1];
      if (item && rules.length > 0)
        last.items[last.items.length - 1] = { ...item, rule: [item.rule, ...rules].join('\n') };
      else if (filled.length > 0 && heads.length === 0) rest.push({ text: filled.join(' '), reason: NOTE });
      continue;
    }
    const { rest: words, code } = numbered(titles.map(oneLine).join(' · '));
    const own = readPoints(words);
    const cell = at(row, 'points')
      .map(readPointsCell)
      .find((points) => points !== undefined);
    if (!last || last.title !== group) groups.push({ title: group, items: [] });
    const said = cell ?? own;
    groups[groups.length - 1]!.items.push(
      makeItem(
        own.rest,
        rules.join('\n'),
        code,
        said.per === 0 && said.sign === undefined && own.per > 0 ? { ...own, max: said.max } : said,
        group,
      ),
    );
  }
  return { groups, rest, title: readPoints(title).rest };
}
