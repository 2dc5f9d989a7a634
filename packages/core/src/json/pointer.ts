import { isObject, own, type Json } from './json.ts';

/** Keys through which a path would reach a prototype. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** The parts of a JSON Pointer, unescaped; `''` has none. */
export function pointerParts(pointer: string): string[] {
  if (pointer === '') return [];
  const parts = pointer.slice(1).split('/');
  return pointer.includes('~') ? parts.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~')) : parts;
}

/** The JSON Pointer of `parts`. */
export function toPointer(parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** `pointer` followed by one more part. */
export function childPointer(pointer: string, part: string | number): string {
  return pointer + toPointer([part]);
}

/** The value at `pointer`, or `undefined` where there is none. */
export function valueAt(document: Json | undefined, pointer: string): Json | undefined {
  let value = document;
  for (const part of pointerParts(pointer)) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(part) ? value[Number(part)] : undefined;
    else if (isObject(value)) value = own(value, part);
    else return undefined;
  }
  return value;
}

/**
 * A copy of `document` with `value` at `pointer`; `undefined` removes it. Only the objects on the way are copied.
 * Missing objects on the way are made. Throws a RangeError for keys that would reach a prototype.
 */
export function withValueAt(document: Json | undefined, pointer: string, value: Json | undefined): Json | undefined {
  return place(document, pointerParts(pointer), 0, value);
}

function place(
  document: Json | undefined,
  parts: readonly string[],
  at: number,
  value: Json | undefined,
): Json | undefined {
  const part = parts[at];
  if (part === undefined) return value;
  if (UNSAFE_KEYS.has(part)) throw new RangeError(`forbidden key ${part}`);
  if (Array.isArray(document)) {
    const copy: (Json | undefined)[] = [...document];
    const index = part === '-' ? copy.length : Number(part);
    if (!Number.isInteger(index) || index < 0 || index > copy.length)
      throw new RangeError(`no place ${part} in a list`);
    const next = place(copy[index], parts, at + 1, value);
    if (next === undefined) copy.splice(index, 1);
    else copy[index] = next;
    return copy as Json[];
  }
  const copy: Record<string, Json> = isObject(document) ? { ...document } : {};
  const next = place(own(copy, part), parts, at + 1, value);
  if (next === undefined) delete copy[part];
  else copy[part] = next;
  return copy;
}
