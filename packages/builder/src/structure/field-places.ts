import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';

/** Keywords of one schema, of a list of schemas and of a map of schemas that bring in properties under conditions. */
const ONE = ['if', 'then', 'else'];
const LIST = ['allOf', 'anyOf', 'oneOf'];
const MOST_REFERENCES = 20;

/**
 * JSON Pointer in the definition of the schema of the field at `address` (`/a/b`; a part `*` stands for any row);
 * `undefined` where there is none.
 */
export function placeOfField(value: Json, address: string): string | undefined {
  if (address === '') return undefined;
  let at: string | undefined = '/record';
  for (const part of pointerParts(address)) {
    if (at === undefined) return undefined;
    at = part === '*' ? itemOf(value, at) : propertyOf(value, at, part, 4);
  }
  return at;
}

/** The address of the field whose schema stands at `pointer` in the definition; `undefined` where no field is. */
export function fieldAt(pointer: string): string | undefined {
  const [first, ...parts] = pointerParts(pointer);
  if (first !== 'record' || parts.length === 0) return undefined;
  const address: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as string;
    if (part === 'properties' && parts[at + 1] !== undefined) address.push(parts[++at] as string);
    else if (part === 'items') address.push('*');
    else if (LIST.includes(part) && parts[at + 1] !== undefined) at++;
    else if (!ONE.includes(part)) return undefined;
  }
  return address.length > 0 && parts[parts.length - 2] === 'properties' ? toPointer(address) : undefined;
}

interface FoundSchema {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/**
 * What was found in a content. Contents never change, and every part of the builder looks up the same places in each.
 */
const known = new WeakMap<object, Map<string, FoundSchema | undefined>>();

/** The schema at a pointer, references within the record schema followed; with the pointer where it really stands. */
export function schemaAt(value: Json, pointer: string): FoundSchema | undefined {
  if (!isObject(value)) return undefined;
  let found = known.get(value);
  if (!found) known.set(value, (found = new Map()));
  if (!found.has(pointer)) found.set(pointer, findSchema(value, pointer));
  return found.get(pointer);
}

function findSchema(value: Json, pointer: string): FoundSchema | undefined {
  let at = pointer;
  for (let steps = 0; steps < MOST_REFERENCES; steps++) {
    const schema = valueAt(value, at);
    if (!isObject(schema)) return undefined;
    const reference = own(schema, '$ref');
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return { schema, pointer: at };
    try {
      at = `/record${decodeURIComponent(reference.slice(1))}`;
    } catch {
      return { schema, pointer: at };
    }
  }
  return undefined;
}

/** The fields directly below the schema at `pointer`, in their order: key and place. */
export function fieldsBelow(value: Json, pointer: string): { readonly key: string; readonly pointer: string }[] {
  const found = schemaAt(value, pointer);
  const properties = found && own(found.schema, 'properties');
  return found && isObject(properties)
    ? Object.keys(properties).map((key) => ({ key, pointer: found.pointer + toPointer(['properties', key]) }))
    : [];
}

/** Place of the rows' schema of a repeated field; `undefined` where the field is none, or its rows hold no fields. */
export function itemOf(value: Json, pointer: string): string | undefined {
  const found = schemaAt(value, pointer);
  return found && isObject(own(found.schema, 'items')) ? `${found.pointer}/items` : undefined;
}

/** The address in a reference to a field; `''` where there is none. */
export function addressOf(ref: Json): string {
  if (typeof ref === 'string') return ref;
  const field = isObject(ref) ? own(ref, 'field') : undefined;
  return typeof field === 'string' ? field : '';
}

function propertyOf(value: Json, pointer: string, key: string, depth: number): string | undefined {
  const found = schemaAt(value, pointer);
  if (!found || depth < 0) return undefined;
  const properties = own(found.schema, 'properties');
  if (isObject(properties) && own(properties, key) !== undefined) return found.pointer + toPointer(['properties', key]);
  for (const keyword of ONE) {
    const place = isObject(own(found.schema, keyword))
      ? propertyOf(value, `${found.pointer}/${keyword}`, key, depth - 1)
      : undefined;
    if (place !== undefined) return place;
  }
  for (const keyword of LIST) {
    const list = own(found.schema, keyword);
    for (let at = 0; Array.isArray(list) && at < list.length; at++) {
      const place = propertyOf(value, `${found.pointer}/${keyword}/${at}`, key, depth - 1);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** Addresses under which the schema at `pointer` is a field: several where it is referred to. */
export function addressesOf(value: Json, pointer: string): string[] {
  const direct = fieldAt(pointer);
  if (direct !== undefined && !pointer.includes('/$defs/')) return [direct];
  const found: string[] = [];
  const walk = (place: string, address: string, depth: number) => {
    for (const { key, pointer: at } of fieldsBelow(value, place)) {
      const here = address + toPointer([key]);
      if (at === pointer) found.push(here);
      if (depth === 0) continue;
      walk(at, here, depth - 1);
      const item = itemOf(value, at);
      if (item !== undefined) walk(item, `${here}/*`, depth - 1);
    }
  };
  walk('/record', '', 4);
  return found;
}
