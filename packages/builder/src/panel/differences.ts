import { sameJson } from '@jiceng/core/json/changes.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { fromForm, toForm } from './shape.ts';

/**
 * The smallest edits that make what stands at `pointer` (`original`) what the form now holds (`after`, `undefined`:
 * nothing). What the form does not know of stays. `order`: the keys in whose order new members of the object around it
 * stand.
 */
export function differences(
  pointer: string,
  original: Json | undefined,
  after: Json | undefined,
  schema: Json | undefined,
  place?: { readonly after: string | null | undefined },
): Edit[] {
  const before = original === undefined ? undefined : toForm(original, schema);
  if (sameJson(before, after)) return [];
  if (after === undefined) return [{ remove: pointer }];
  if (original === undefined)
    return [
      { set: pointer, value: fromForm(after, schema), ...(place?.after === undefined ? {} : { after: place.after }) },
    ];
  if (isMap(schema)) return membersOf(pointer, original, fromForm(after, schema), undefined);
  if (Array.isArray(original) && Array.isArray(after))
    return rowsOf(pointer, original, after, isObject(schema) ? own(schema, 'items') : undefined);
  if (isObject(original) && isObject(after))
    return membersOf(pointer, original, after, isObject(schema) ? own(schema, 'properties') : undefined);
  const value = fromForm(after, schema);
  return sameJson(value, original) ? [] : [{ set: pointer, value }];
}

const isMap = (schema: Json | undefined): boolean => isObject(schema) && own(schema, 'x-shape') === 'map';

function membersOf(pointer: string, original: Json, after: Json, properties: Json | undefined): Edit[] {
  if (!isObject(original) || !isObject(after)) return [{ set: pointer, value: after }];
  const keys = [...new Set([...Object.keys(original), ...Object.keys(after)])];
  const order = isObject(properties) ? Object.keys(properties) : [];
  return keys.flatMap((key) =>
    differences(
      childPointer(pointer, key),
      own(original, key),
      own(after, key),
      isObject(properties) ? own(properties, key) : undefined,
      { after: behind(original, key, order) },
    ),
  );
}

/** Rows that stand alike at both ends stay; what is between them is changed row by row, added or taken away. */
function rowsOf(pointer: string, original: readonly Json[], after: readonly Json[], item: Json | undefined): Edit[] {
  const before = original.map((row) => toForm(row, item));
  let start = 0;
  while (start < before.length && start < after.length && sameJson(before[start], after[start])) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    sameJson(before[before.length - 1 - end], after[after.length - 1 - end])
  )
    end++;
  const [old, now] = [before.length - start - end, after.length - start - end];
  const edits: Edit[] = [];
  for (let at = 0; at < Math.min(old, now); at++)
    edits.push(...differences(childPointer(pointer, start + at), original[start + at], after[start + at], item));
  for (let at = old - 1; at >= now; at--) edits.push({ remove: childPointer(pointer, start + at) });
  for (let at = old; at < now; at++)
    edits.push({ insert: childPointer(pointer, start + at), value: fromForm(after[start + at] as Json, item) });
  return edits;
}

/**
 * The member of `object` behind which a new member `key` stands, by the order of the metaschema; `null`: first,
 * `undefined`: anywhere.
 */
export function behind(object: JsonObject, key: string, order: readonly string[]): string | null | undefined {
  const at = order.indexOf(key);
  if (at < 0) return undefined;
  for (let before = at - 1; before >= 0; before--)
    if (own(object, order[before] as string) !== undefined) return order[before];
  return null;
}
