const collators = new Map<string, (a: string, b: string) => number>();

/** The collator's comparison for `locale`; numbers inside texts compare by size. `zh-u-co-stroke` orders by strokes. */
export function collator(locale: string): (a: string, b: string) => number {
  let found = collators.get(locale);
  if (found === undefined)
    collators.set(
      locale,
      (found = new Intl.Collator(/^zh(?!.*-u-)/i.test(locale) ? 'zh' : locale, { numeric: true }).compare),
    );
  return found;
}

/** Weights of single characters and of whole numbers among the texts in question; equal ones have the same. */
export interface CharOrder {
  /** By character code; 1 and more for those that occur. */
  readonly weightOf: Uint16Array;
  /** By the digits as they stand. */
  readonly digits: ReadonlyMap<string, number>;
  /** The largest weight. */
  readonly count: number;
}

/** Characters of a language that were put into order once, so that the next column asks only for new ones. */
const known = new Map<string, { readonly chars: Set<string>; sorted: readonly string[] }>();

/** Puts the characters and numbers of `texts[code]`, for all `codes`, into order. */
export function charOrder(texts: readonly string[], codes: readonly number[], locale: string): CharOrder {
  const compare = collator(locale);
  const seen = new Uint8Array(0x10000);
  const numbers = new Set<string>();
  for (const code of codes) {
    const text = texts[code]!;
    for (let at = 0; at < text.length;) {
      let char = text.charCodeAt(at);
      if (char < 48 || char > 57) {
        seen[char] = 1;
        at += 1;
        continue;
      }
      const from = at;
      while (char >= 48 && char <= 57) char = text.charCodeAt((at += 1));
      numbers.add(text.slice(from, at));
    }
  }
  let order = known.get(locale);
  if (order === undefined) known.set(locale, (order = { chars: new Set('0'), sorted: ['0'] }));
  const before = order.chars.size;
  for (let char = 0; char < seen.length; char++) if (seen[char] === 1) order.chars.add(String.fromCharCode(char));
  if (order.chars.size > before) order.sorted = [...order.chars].sort(compare);

  const weightOf = new Uint16Array(0x10000);
  const digits = new Map<string, number>();
  let weight = 0;
  let last = '';
  const next = (char: string): number => {
    if (last === '' || compare(last, char) !== 0) weight += 1;
    last = char;
    return Math.min(weight, 0xffff);
  };
  for (const char of order.sorted) {
    // All numbers stand together where the digit nought stands.
    if (char === '0') for (const number of [...numbers].sort(compare)) digits.set(number, next(number));
    else if (seen[char.charCodeAt(0)] === 1) weightOf[char.charCodeAt(0)] = next(char);
  }
  return { weightOf, digits, count: weight };
}
