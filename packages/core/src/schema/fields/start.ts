import { isObject, type Json } from '../../json/json.ts';
import type { FieldNode } from './fields.ts';

/** Rows made before anyone has asked for them; a default or `minItems` may want any number. */
export const MAX_START_ROWS = 20;

/**
 * What stands in a field of a new record: its default, the constants and defaults inside it, `minItems` empty rows.
 * `undefined` where nothing does. A schema that contains itself is not followed, and lists stop at MAX_START_ROWS.
 */
export function startValue(field: FieldNode): Json | undefined {
  const given = field.default;
  if (Array.isArray(given)) return given.slice(0, MAX_START_ROWS);
  if (given !== undefined && !isObject(given)) return given;
  if (field.kind === 'object') return startObject(field, given);
  if (given !== undefined) return given;
  if (field.required && field.schema.const !== undefined) return field.schema.const;
  return field.kind === 'rows' || field.kind === 'list' ? startRows(field) : undefined;
}

function startObject(field: FieldNode, given: Json | undefined): Json | undefined {
  const entries: [string, Json][] = isObject(given) ? Object.entries(given) : [];
  const present = new Set(entries.map(([key]) => key));
  for (const child of field.children()) {
    const value = child.recursive || present.has(child.key) ? undefined : startValue(child);
    if (value !== undefined) entries.push([child.key, value]);
  }
  if (entries.length === 0) return given;
  const object: Record<string, Json> = {};
  // defineProperty, since a key may be `__proto__`
  for (const [key, value] of entries)
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  return object;
}

function startRows(field: FieldNode): Json | undefined {
  const wanted = field.schema.minItems;
  const item = field.item();
  if (typeof wanted !== 'number' || !(wanted >= 1) || item === undefined || item.recursive) return undefined;
  const empty: Json | undefined = field.kind === 'rows' ? {} : undefined;
  const first = startValue(item) ?? empty;
  if (first === undefined) return undefined;
  return Array.from({ length: Math.min(Math.floor(wanted), MAX_START_ROWS) }, () => first);
}
