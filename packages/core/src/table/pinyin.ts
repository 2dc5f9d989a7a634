import { collator } from './char-order.ts';

/** The first character of each letter in pinyin order; no word begins with i, u or v. */
const FIRST: readonly (readonly [string, string])[] = [
  ['a', '吖'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '喔'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];
const HAN = /[\u4e00-\u9fff]/;
/** Characters with two readings that names of places, people and offices have. */
const READINGS = new Map(
  [
    ...'重cz长cz曾cz单sd解jx仇qc查cz朝cz乐ly盖gj尉wy区qo召sz会hk行xh调dt参cs降jx薄bp藏cz沈sc还hq便bp传cz弹td都dd石sd率ls扁bp'.matchAll(
      /(.)(..)/g,
    ),
  ].map(([, char, both]) => [char!, both!]),
);
const letters = new Map<string, string>();

/**
 * The letter that a Han character's reading begins with, found by where the collator puts it: no dictionary is needed.
 */
function letterOf(char: string): string {
  let found = letters.get(char);
  if (found === undefined) {
    const compare = collator('zh-CN');
    let low = 0;
    let high = FIRST.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(FIRST[middle]![1], char) <= 0) low = middle + 1;
      else high = middle;
    }
    letters.set(char, (found = FIRST[Math.max(0, low - 1)]![0]));
  }
  return found;
}

/**
 * Whether `search` (small letters) is what the pinyin of neighbouring characters in `text` begins with: `zm` finds 张明.
 */
export function matchesInitials(text: string, search: string): boolean {
  for (let from = 0; from + search.length <= text.length; from++) {
    let at = 0;
    while (at < search.length) {
      const char = text[from + at]!;
      const wanted = search[at]!;
      if (
        !HAN.test(char) ? char !== wanted : letterOf(char) !== wanted && READINGS.get(char)?.includes(wanted) !== true
      )
        break;
      at += 1;
    }
    if (at === search.length) return true;
  }
  return false;
}
