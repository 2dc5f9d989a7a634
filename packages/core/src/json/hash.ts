import { isObject, type Json } from './json.ts';

/** `value` as text with sorted keys: equal documents have equal texts whatever the order they were written in. */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] as Json)}`)
    .join(',')}}`;
}

/**
 * Sixteen hexadecimal digits that tell two contents apart, the same on every machine.
 * Says that something has changed; it is no protection against someone who wants two texts to look alike.
 */
export function contentHash(value: Json): string {
  const text = canonicalText(value);
  return lane(text, 0x9747b28c) + lane(text, 0x1b873593);
}

/** `text` mixed into eight hexadecimal digits (MurmurHash3's mixing over UTF-16 units). */
function lane(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    let unit = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    hash ^= Math.imul(unit, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
