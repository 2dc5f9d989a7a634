import { charOrder, collator, type CharOrder } from './char-order.ts';
import { withDigits } from './numerals.ts';

/** Rank of a row without a value: last, whichever way the column is sorted. */
export const BLANK = 0xffffffff;

/**
 * The place of every text in Chinese order (pinyin, or strokes with `zh-u-co-stroke`; numbers by size, 第一 … 第十二 in
 * their order): equal texts share a rank, blank ones have `BLANK`. Texts of Han characters and digits are ordered by
 * the ranks of their characters, which asks the collator a few thousand times instead of millions of times; the others
 * are put in between by the collator.
 */
export function textRanks(texts: readonly string[], locale = 'zh-CN'): Uint32Array {
  const codes = repeats(texts) ? new Map<string, number>() : undefined;
  const rowCodes = new Uint32Array(texts.length);
  const keys: string[] = [];
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row]!;
    let code = text === '' ? BLANK : codes?.get(text);
    if (code === undefined) {
      code = keys.length;
      codes?.set(text, code);
      keys.push(text);
    }
    rowCodes[row] = code;
  }
  const rankOf = ranksOfKeys(keys, locale);
  for (let row = 0; row < rowCodes.length; row++) {
    const code = rowCodes[row]!;
    if (code !== BLANK) rowCodes[row] = rankOf[code]!;
  }
  return rowCodes;
}

/** Whether it pays to rank each different text once: a look at some of them tells. */
function repeats(texts: readonly string[]): boolean {
  if (texts.length < 2000) return true;
  const step = Math.floor(texts.length / 1000);
  const seen = new Set<string>();
  for (let at = 0; at < 1000; at++) seen.add(texts[at * step]!);
  return seen.size < 500 || [...seen].some(({ length }) => length > SHORT);
}

/**
 * What a character means for the order: 0 asks the collator, 1 has an order of its own, 2 is a digit, 3 may be part of
 * a numeral or a word.
 */
const CLASS = new Uint8Array(0x10000);
CLASS.fill(1, 0x4e00, 0x9fa6);
for (const char of '（）、，。·《》') CLASS[char.charCodeAt(0)] = 1;
CLASS.fill(2, 48, 58);
for (const char of '〇零一二三四五六七八九十百千两重沈瀋藏') CLASS[char.charCodeAt(0)] = 3;
/** Only characters whose order does not depend on their neighbours, and that differ by more than case or width. */
const PLAIN = /^[\u4e00-\u9fa50-9（）、，。·《》]+$/;
/** The words that Unicode's pinyin order takes as a whole, since their first character is read differently in them. */
const WORDS = /重[庆慶]|[沈瀋][阳陽]|藏[文語语]/;
/** More weights are compared one by one; longer texts are left to the collator. */
const MOST_WEIGHTS = 0xffff;
const SHORT = 12;
const LONGEST = 64;

/** Whether a text has an order of its own; numerals in it are written as digits first. */
function prepare(keys: string[], code: number): boolean {
  const key = keys[code]!;
  let suspect = false;
  for (let at = 0; at < key.length; at++) {
    const found = CLASS[key.charCodeAt(at)]!;
    if (found === 0) {
      keys[code] = withDigits(key);
      return false;
    }
    if (found === 3) suspect = true;
  }
  if (!suspect) return key.length <= LONGEST;
  const written = (keys[code] = withDigits(key));
  return written.length <= LONGEST && PLAIN.test(written) && !WORDS.test(written);
}

function ranksOfKeys(keys: string[], locale: string): Uint32Array {
  const compare = collator(locale);
  const plain: number[] = [];
  const mixed: number[] = [];
  let width = 0;
  for (let code = 0; code < keys.length; code++) {
    const isPlain = prepare(keys, code);
    (isPlain ? plain : mixed).push(code);
    if (isPlain && keys[code]!.length > width) width = keys[code]!.length;
  }
  const weights = weigh(keys, plain, width, charOrder(keys, plain, locale));
  const sorted =
    weights.count < MOST_WEIGHTS
      ? sortPlain(plain, weights)
      : Uint32Array.from(plain).sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  mixed.sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  const order = merge(sorted, mixed, (a, b) => compare(keys[a]!, keys[b]!));
  const ranks = new Uint32Array(keys.length);
  let rank = 0;
  for (let at = 1; at < order.length; at++) {
    const before = order[at - 1]!;
    const code = order[at]!;
    const a = weights.row[before]!;
    const b = weights.row[code]!;
    if (
      a >= 0 && b >= 0
        ? !sameWeights(weights, a, b)
        : keys[before] !== keys[code] && compare(keys[before]!, keys[code]!) !== 0
    )
      rank += 1;
    ranks[code] = rank;
  }
  return ranks;
}

/** The texts as rows of weights, one for each character or number, 0 behind the end. */
interface Weights {
  readonly flat: Uint16Array;
  readonly width: number;
  readonly row: Int32Array;
  readonly count: number;
}

function weigh(
  keys: readonly string[],
  plain: readonly number[],
  width: number,
  { weightOf, digits, count }: CharOrder,
): Weights {
  const flat = new Uint16Array(plain.length * width);
  const row = new Int32Array(keys.length).fill(-1);
  for (let place = 0; place < plain.length; place++) {
    const code = plain[place]!;
    row[code] = place;
    const key = keys[code]!;
    let to = place * width;
    for (let at = 0; at < key.length;) {
      let char = key.charCodeAt(at);
      if (char < 48 || char > 57) {
        flat[to++] = weightOf[char]!;
        at += 1;
        continue;
      }
      const from = at;
      while (char >= 48 && char <= 57) char = key.charCodeAt((at += 1));
      flat[to++] = digits.get(key.slice(from, at))!;
    }
  }
  return { flat, width, row, count };
}

function sameWeights({ flat, width }: Weights, a: number, b: number): boolean {
  for (let at = 0; at < width; at++) if (flat[a * width + at] !== flat[b * width + at]) return false;
  return true;
}

/**
 * Counting sort from the last positions to the first, as many at a time as 16 bits hold, for many texts; few are
 * compared.
 */
function sortPlain(plain: readonly number[], { flat, width, count }: Weights): Uint32Array {
  const order = Uint32Array.from(plain.keys());
  const sorted =
    plain.length < 400 || width > SHORT
      ? order.sort((a, b) => {
          for (let at = 0; at < width; at++) {
            const difference = flat[a * width + at]! - flat[b * width + at]!;
            if (difference !== 0) return difference;
          }
          return a - b;
        })
      : countingSorted(order, flat, width, 32 - Math.clz32(count));
  for (let at = 0; at < sorted.length; at++) sorted[at] = plain[sorted[at]!]!;
  return sorted;
}

/** `order`, which counts from 0, by the rows of `flat`, whose weights have so many `bits`. */
function countingSorted(order: Uint32Array, flat: Uint16Array, width: number, bits: number): Uint32Array {
  const atOnce = Math.max(1, Math.floor(16 / bits));
  const keys = new Uint16Array(order.length);
  let next: Uint32Array = new Uint32Array(order.length);
  for (let end = width; end > 0; end -= atOnce) {
    const from = Math.max(0, end - atOnce);
    const starts = new Uint32Array((1 << (bits * (end - from))) + 1);
    for (let each = 0; each < keys.length; each++) {
      let key = 0;
      for (let at = each * width + from; at < each * width + end; at++) key = (key << bits) | flat[at]!;
      keys[each] = key;
      starts[key + 1]! += 1;
    }
    // Positions that no text reaches leave the order as it is.
    if (starts[1] === order.length) continue;
    for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!;
    for (let place = 0; place < order.length; place++) {
      const each = order[place]!;
      next[starts[keys[each]!]!++] = each;
    }
    [order, next] = [next, order];
  }
  return order;
}

function merge(left: Uint32Array, right: readonly number[], compare: (a: number, b: number) => number): Uint32Array {
  if (right.length === 0) return left;
  const merged = new Uint32Array(left.length + right.length);
  let from = 0;
  let to = 0;
  for (const code of right) {
    let low = from;
    let high = left.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(left[middle]!, code) <= 0) low = middle + 1;
      else high = middle;
    }
    while (from < low) merged[to++] = left[from++]!;
    merged[to++] = code;
  }
  merged.set(left.subarray(from), to);
  return merged;
}
