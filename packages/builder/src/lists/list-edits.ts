import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';

/** A change of a list in a definition, and what is selected afterwards. */
export interface ListChange {
  readonly edits: readonly Edit[];
  readonly select: readonly string[];
}

/** The list at a pointer; empty where there is none. */
export function listAt(document: Json, pointer: string): readonly Json[] {
  const list = valueAt(document, pointer);
  return Array.isArray(list) ? list : [];
}

/** A list and a place in it: `/moves/2` is place 2 of `/moves`. */
export function placeIn(pointer: string): { readonly list: string; readonly at: number } {
  const parts = pointerParts(pointer);
  return { list: toPointer(parts.slice(0, -1)), at: Number(parts[parts.length - 1]) };
}

/** Puts `value` into the list at `list`, before place `at` (the end by default). A missing list is made. */
export function added(document: Json, list: string, value: Json, at = listAt(document, list).length): ListChange {
  const edit: Edit = Array.isArray(valueAt(document, list))
    ? { insert: `${list}/${at}`, value }
    : { set: list, value: [value] };
  return { edits: [edit], select: [`${list}/${Array.isArray(valueAt(document, list)) ? at : 0}`] };
}

/** Takes the thing at `pointer` away; `undefined` where nothing is. `emptied`: an emptied list goes as well. */
export function removed(document: Json, pointer: string, emptied = true): ListChange | undefined {
  const { list, at } = placeIn(pointer);
  const { length } = listAt(document, list);
  if (!(at < length)) return undefined;
  return {
    edits: [{ remove: emptied && length === 1 ? list : pointer }],
    select: length === 1 ? [] : [`${list}/${Math.min(at, length - 2)}`],
  };
}

/** Moves the thing at `pointer` by so many places in its list; `undefined` where it would leave the list. */
export function moved(document: Json, pointer: string, by: number): ListChange | undefined {
  const { list, at } = placeIn(pointer);
  const to = at + by;
  if (by === 0 || to < 0 || to >= listAt(document, list).length) return undefined;
  return { edits: [{ move: pointer, to: `${list}/${to}` }], select: [`${list}/${to}`] };
}

/** A copy of the thing at `pointer` behind it, with an id of its own. */
export function duplicated(document: Json, pointer: string, taken: ReadonlySet<string>): ListChange | undefined {
  const { list, at } = placeIn(pointer);
  const value = valueAt(document, pointer);
  if (value === undefined) return undefined;
  return added(document, list, renumbered(value, new Set(taken)), at + 1);
}

/** A copy in which every id that is taken is another. */
function renumbered(value: Json, taken: Set<string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renumbered(item, taken));
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const inner = own(value, key) as Json;
    copy[key] =
      key === 'id' && typeof inner === 'string' ? freshId(inner.replace(/\d+$/, ''), taken) : renumbered(inner, taken);
    if (key === 'id' && typeof copy[key] === 'string') taken.add(copy[key]);
  }
  return copy;
}

/** `base` followed by the first number that makes it a new id. */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`${base}${number}`)) return `${base}${number}`;
}

/** The ids of the things in a list. */
export function idsOf(list: readonly Json[]): string[] {
  return list.flatMap((thing) => {
    const id = isObject(thing) ? own(thing as JsonObject, 'id') : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

/** A text of an object; `''` where it has none. */
export function textOf(thing: Json | undefined, key: string): string {
  const text = isObject(thing) ? own(thing, key) : undefined;
  return typeof text === 'string' ? text : '';
}
