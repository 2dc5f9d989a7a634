import { placed } from '../json/changes.ts';
import { isObject, type Json } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';

/**
 * The data with a value at a place; `undefined` where its name is forbidden. An object that only the form made goes when
 * its last value does; one that `base`, the stored record, has stays, empty.
 */
export function placedIn(data: Json, pointer: string, value: Json | undefined, base: Json): Json | undefined {
  const next = placed(data, pointer, value);
  if (next === undefined || value !== undefined) return next;
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  const held = parent === '' ? undefined : valueAt(next, parent);
  const isOver = isObject(held) && Object.keys(held).length === 0;
  return !isOver || /\/\d+$/.test(parent) || valueAt(base, parent) !== undefined
    ? next
    : placedIn(next, parent, undefined, base);
}
