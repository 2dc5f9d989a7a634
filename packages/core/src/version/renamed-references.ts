import { isObject, type Json } from '../json/json.ts';
import { pointerParts } from '../json/pointer.ts';

/** A field that has another address, and where its schema stood and stands. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly schema: readonly [from: string, to: string];
}

/** Keys whose strings people read: a word in them is no name of a field. */
const PROSE: ReadonlySet<string> = new Set([
  'title',
  'description',
  'help',
  'message',
  'section',
  'decision',
  'does',
  'rule',
  '$comment',
  'source',
]);

/**
 * A part of a definition as it would read had its fields always had their later names: a rename is told once, not at
 * each place that names the field.
 */
export function withRenamed(value: Json, renames: readonly Rename[]): Json {
  if (renames.length === 0) return value;
  if (typeof value === 'string') return renames.reduce((text, rename) => renamedIn(text, rename), value);
  if (Array.isArray(value)) return value.map((item: Json) => withRenamed(item, renames));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      withRenamed(
        key,
        renames.filter(({ from }) => key.startsWith('/') && key.includes(from)),
      ),
      PROSE.has(key) ? inner : withRenamed(inner, renames),
    ]),
  );
}

function renamedIn(text: string, { from, to, schema }: Rename): string {
  for (const [old, now] of [[from, to], schema] as const)
    if (text === old || text.startsWith(`${old}/`)) return now + text.slice(old.length);
  if (text.startsWith('/')) return text;
  const [old, now] = [nameOf(from), nameOf(to)];
  return old === now ? text : text.replace(/[\w\u4e00-\u9fff]+/g, (word) => (word === old ? now : word));
}

const nameOf = (address: string): string => {
  const parts = pointerParts(address);
  return parts[parts.length - 1] ?? '';
};
