import { halfWidth } from '@jiceng/core/typed/typed-number.js';
import vocabulary from './vocabulary.json' with { type: 'json' };

/**
 * A heading for looking it up: no blanks, line breaks, stars, quotes or numbering; half-width letters, full-width
 * brackets.
 */
export function plainHeading(text: string): string {
  return withoutSpaces(text)
    .replace(/^[(（]?[一二三四五六七八九十\d]{1,2}[、.．)）](?=[^\d])/, '')
    .replace(/[*＊★※“”"'‘’：:]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
}

/** A heading for people: `姓 名` becomes 姓名, blanks between other words stay one. */
export function shownHeading(text: string): string {
  return text
    .replace(/[*＊★※]/g, '')
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/([^\x00-\xff])[\s\u3000]+(?=[^\x00-\xff])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[：:]$/, '');
}

export const withoutSpaces = (text: string): string => text.replace(/[\s\u3000\u00a0\u200b-\u200f\ufeff]+/g, '');

/** One of the words, as a part of a pattern. */
const oneOf = (words: readonly string[]): string => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** Matches texts that end in one of the words. */
export const endsIn = (words: readonly string[]): RegExp => new RegExp(`${oneOf(words)}$`);

/** Ends of headings above whole numbers and above amounts. */
export const COUNT_WORDS = endsIn(vocabulary.countEndings);
export const AMOUNT_WORDS = endsIn(vocabulary.amountEndings);

const UNITS = oneOf(vocabulary.units);
const UNIT = new RegExp(`^(?:单位[:：]?)?${UNITS}(?:[/／]${UNITS}(?:·${UNITS})?)?$`);
/** A unit behind a comma or a slash: `投资，单位：万元`, `面积/亩`. */
const TAIL = new RegExp(`^(.{2,}?)(?:[，,：:/](?:单位[:：]?)?(万元|元|人|个|%|次|天)|[/／](${UNITS}))$`);
/** A unit that nobody takes for a word: `面积m2`. */
const SIGN = /^(.*[\u4e00-\u9fff])(m2|m²|㎡|km|kg)$/i;
const ONLY_UNIT = new RegExp(`^[（(]?${UNITS}[)）]?$`);

/** Whether a text is a unit and nothing else. */
export const isUnit = (text: string): boolean => ONLY_UNIT.test(text);

/** Units that mean the same, under the one that stands for them. */
const SAME_UNITS: ReadonlyMap<string, string> = new Map([
  ['％', '%'],
  ['名', '人'],
  ['周岁', '岁'],
  ['日', '天'],
  ['千米', '公里'],
  ['km', '公里'],
  ['kg', '公斤'],
  ['㎡', '平方米'],
  ['m2', '平方米'],
  ['m²', '平方米'],
]);
const usualUnit = (unit: string): string => SAME_UNITS.get(unit.toLowerCase()) ?? unit;

/** Whether a cell's unit is the column's: 元 is that of 元/月, too. */
export const isSameUnit = (column: string, cell: string): boolean =>
  usualUnit(column.split('/')[0]!) === usualUnit(cell.split('/')[0]!);

/** A number with its unit in a cell. */
export const MEASURE = new RegExp(`^[¥￥]?([-+]?[\\d,]*\\.?\\d+)\\s*(${UNITS})?$`);

/** What stands in the brackets of a heading. */
export interface HeadingNotes {
  readonly title: string;
  readonly unit: string | undefined;
  readonly help: readonly string[];
  readonly required: boolean;
  readonly isExample: boolean;
}

/** Takes a heading apart: `到位金额（万元）`, `出生年月\n（格式：1980.01）`, `*姓名（必填）`. */
export function readHeading(raw: string): HeadingNotes {
  let unit: string | undefined,
    required = /^[\s]*[*＊★]|[*＊★][\s]*$/.test(raw) || /必填/.test(raw);
  const help: string[] = [];
  let title = raw.replace(/[（([【]([^（()）[\]【】]*)[)）\]】]/g, (all, inside: string) => {
    const plain = withoutSpaces(inside).replace(/^单位[:：]/, '');
    if (UNIT.test(plain))
      unit ??= plain
        .replace('％', '%')
        .replace(/^(㎡|m2|m²)$/, '平方米')
        .replace('／', '/');
    else if (/^(必填|必填项|\*|必录)$/.test(plain)) required = true;
    else if (/^(选填|非必填|可不填)$/.test(plain)) required = false;
    else if (
      plain.length > 6 ||
      /[:：，,；;]|格式|如|例|填|按|请|可|选|具体|精确|注明|不含|包括|至少|不超过|[yY]{4}|年月日|\d{4}|^\d+(分|项|个|条)$|^(年|月|年月|年月日|到年|到月|到日)$|^[^\d/／|]{1,6}([/／|][^\d/／|]{1,6})+$|是.否|有.无/.test(
        plain,
      )
    )
      help.push(inside.trim());
    else return all;
    return '';
  });
  const tail = TAIL.exec(withoutSpaces(title)),
    sign = SIGN.exec(withoutSpaces(title));
  if (tail && unit === undefined) {
    unit = tail[2] ?? tail[3];
    title = tail[1]!;
  } else if (sign && unit === undefined) {
    unit = usualUnit(sign[2]!);
    title = sign[1]!;
  }
  const shown = shownHeading(title);
  return { title: shown === '' ? shownHeading(raw) : shown, unit, help, required, isExample: false };
}

/** Words that headings end in or consist of. */
const ENDING = endsIn(vocabulary.headingEndings);
const START = new RegExp(`^${oneOf(vocabulary.headingStarts)}`);

/** How much a text looks like a heading: above 0 it may be one. */
export function headingLikeness(text: string, isTerm: boolean): number {
  const plain = plainHeading(text);
  if (plain === '') return 0;
  if (isTerm) return 2.5;
  const bare = plain.replace(/（[^）]*）/g, '');
  if (
    /^(\d{1,2}月份?|(19|20)\d\d年度?|第?[一二三四1-4]季度|[上下]半年|第[一二三四五六七八九十\d]+[周期次批轮]|\d{1,5}(岁|周岁|元|万元|人|年)?(及?以[下上]|[至到\-—~－]\d+(岁|周岁|元|万元|人|年)?)|\d{1,3}(个月|年|岁|周岁|天)(及?以上)?(不满|未满|不足)\d{1,3}(个月|年|岁|周岁|天))$/.test(
      bare,
    )
  )
    return 0.9;
  if (/^[\d.,%\-/年月日:：]+$/.test(halfWidth(bare))) return -2;
  if (/^(\d{17}[\dXx]|1\d{10})$/.test(bare)) return -3;
  if (/[。；;！!？?]/.test(bare) && bare.length > 12) return -2;
  if (bare.length > 40) return -2;
  if (/^\d/.test(bare) && !/^\d{4}年/.test(bare)) return -0.5;
  const ends = ENDING.test(bare) || START.test(bare) || ENDING.test(bare.replace(/[（(].*$/, ''));
  if (bare.length > 20) return ends ? 0.3 : -1;
  if (ends) return bare.length <= 1 ? 0.4 : 1.5;
  return bare.length <= 8 ? 0.3 : 0;
}

/** Words at the start of totals rows. */
export const isTotals = (text: string): boolean => TOTALS.test(withoutSpaces(text).replace(/[（(].*$/, ''));
const TOTALS = new RegExp(
  `^(${oneOf(vocabulary.totals)}|.{0,8}(合计|总计|小计)|(合计|总计|共计|小计)[:：]?\\d+.{0,6})[:：]?$`,
);

/** Starts of lines that stand below a table and are no data. */
export const isFooter = (text: string): boolean =>
  FOOTER.test(withoutSpaces(text)) ||
  /[（(](签字|签名|签章|盖章|公章)[)）][:：]/.test(withoutSpaces(text)) ||
  /^[（(]?(盖章|签字|公章)[)）]?$/.test(withoutSpaces(text));
const FOOTER = new RegExp(`^[（(]?${oneOf(vocabulary.footerLabels)}[)）]?([（(][^）)]*[）)])?[:：]`);

/** `监票人：`, `上缴日期：2024年12月31日`: a label with nothing or little behind it. */
const LABELLED = /^[^\d:：,，。；;]{2,12}[:：].{0,20}$/;
const BARE_DATE = /^\d{4}\s*[年.\-/]\s*\d{1,2}(\s*[月.\-/]\s*(\d{1,2}\s*日?)?)?$/;

/** Cells of a line in which people sign: labels, and days. */
export function isSigning(texts: readonly string[]): boolean {
  return (
    texts.some((text) => LABELLED.test(text.trim())) &&
    texts.every((text) => LABELLED.test(text.trim()) || BARE_DATE.test(text.trim()))
  );
}

/** Starts of explaining lines. */
export const isNote = (text: string): boolean =>
  /^[—\-（(\s]*以下(空白|无正文)/.test(text) ||
  NOTE.test(text.trim()) ||
  /^(注|填表说明|填报说明|填写说明|注意事项)[:：]?$|^(说明|备注)[:：]$/.test(text.trim()) ||
  /^[※★◆●]\s*\S{6,}/.test(text.trim());
const NOTE = new RegExp(`^[（(【[]?\\s*${oneOf(vocabulary.noteLabels)}\\s*[)）】\\]]?\\s*[:：\\d一.、\\n]`);

/** Whether a cell says that its row is only an example. */
export const isSample = (text: string): boolean =>
  SAMPLE.test(withoutSpaces(text)) ||
  /^[（(【]?(例|示例|样例|范例|如)[)）】]?[:：]|[（(【](示例|样例|例|范例)[)）】]$/.test(withoutSpaces(text));
const SAMPLE = new RegExp(`^[（(【]?${oneOf(vocabulary.sampleLabels)}[)）】:：]?$`);
