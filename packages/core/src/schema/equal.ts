import { isObject } from '../json/json.ts';

/**
 * A key that two JSON values share exactly if JSON Schema calls them equal: the order of properties does not count.
 * Numbers, booleans and null are their own keys, so that a Set tells 1 from `true` and from "1".
 */
export function equalityKey(value: unknown): unknown {
  if (typeof value === 'string') return `"${value}`;
  return typeof value === 'object' && value !== null ? canonical(value) : value;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return Object.is(value, -0) ? '0' : (JSON.stringify(value) ?? 'null');
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** Characters as people count them in a register: code points, so that a rare Chinese character is one. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      index++;
    }
  }
  return count;
}
