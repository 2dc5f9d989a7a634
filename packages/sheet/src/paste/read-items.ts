import type { Bilingual } from '@jiceng/core/text/problem.js';
import { isFooter, isNote, isTotals } from '../draft/words.ts';
import { numbered, plainDigits } from './numbering.ts';
import { readInMiddle, readPoints, type Points } from './points.ts';
import type { PastedGroup, PastedItem, PastedRest } from './result.ts';

/** Longest title of an item; what is longer is its rule. */
const LONGEST_TITLE = 40;
const ADJUST = /^(加分|减分|扣分|奖励|附加|倒扣|负面|奖惩|加减分)/;

const TOTALS: Bilingual = { 'zh-CN': '合计行，由系统计算', en: 'totals, which the system computes' };
/** Words that explain something. */
export const NOTE: Bilingual = { 'zh-CN': '说明文字', en: 'a note' };
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
