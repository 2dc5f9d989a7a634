import { isObject, own, type Json } from './json.ts';
import { childPointer, valueAt, withValueAt } from './pointer.ts';

/** One changed value: `undefined` removes it. */
export interface Change {
  readonly pointer: string;
  readonly value: Json | undefined;
}

/** A field that was changed here and elsewhere. */
export interface Conflict {
  readonly pointer: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** Whether two JSON values say the same; the order of keys does not matter. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => sameJson(item, (b as readonly Json[])[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => own(b, key) !== undefined && sameJson(own(a, key), own(b, key)))
  );
}

/**
 * What turns `from` into `to`: the smallest fields that differ, in the order of `to`. Lists of the same length are
 * compared row by row; a list with rows added or taken away is one change.
 */
export function changesBetween(from: Json | undefined, to: Json | undefined, pointer = ''): Change[] {
  if (from === to) return [];
  if (isObject(from) && isObject(to)) {
    const keys = new Set([...Object.keys(to), ...Object.keys(from)]);
    return [...keys].flatMap((key) => changesBetween(own(from, key), own(to, key), childPointer(pointer, key)));
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length && to.every(isObject)) {
    return to.flatMap((item: Json, at) =>
      changesBetween((from as readonly Json[])[at], item, childPointer(pointer, at)),
    );
  }
  return sameJson(from, to) ? [] : [{ pointer, value: to }];
}

/**
 * Own changes since `base` put on top of what the store now holds. Where both sides changed a field, the own value
 * stays and is told of.
 */
export function mergeChanges(
  base: Json,
  mine: Json,
  stored: Json,
): { readonly data: Json; readonly conflicts: Conflict[] } {
  const theirs = changesBetween(base, stored).map(({ pointer }) => pointer);
  const conflicts: Conflict[] = [];
  let data = stored;
  for (const { pointer, value } of changesBetween(base, mine)) {
    const other = valueAt(stored, pointer);
    const both = theirs.some(
      (place) => place === pointer || place.startsWith(`${pointer}/`) || pointer.startsWith(`${place}/`),
    );
    if (both && !sameJson(other, value)) conflicts.push({ pointer, mine: value, theirs: other });
    data = placed(data, pointer, value) ?? data;
  }
  return { data, conflicts };
}

/** `document` with `value` at `pointer`, or `undefined` where no such place can be. */
export function placed(document: Json, pointer: string, value: Json | undefined): Json | undefined {
  try {
    return withValueAt(document, pointer, value) ?? {};
  } catch {
    return undefined;
  }
}
