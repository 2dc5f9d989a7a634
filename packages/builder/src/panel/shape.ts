import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';

/**
 * Values that the metaschema writes in more than one way, and the way in which the panel's form edits them; `x-shape`
 * of a property's schema:
 * - `number`: a number or a formula, edited as text;
 * - `flag`: yes, no or a formula, edited as text;
 * - `reference`: a field, by its address or with its looks, edited as an object;
 * - `map`: formulas by field, edited as rows.
 */
export type Shape = 'number' | 'flag' | 'reference' | 'map';

/** A schema of the panel's form, as far as shapes follow from it. */
export type FormSchema = JsonObject;

const shapeOf = (schema: Json | undefined): Json | undefined => (isObject(schema) ? own(schema, 'x-shape') : undefined);
const inner = (schema: Json | undefined, key: string): Json | undefined => {
  const properties = isObject(schema) ? own(schema, 'properties') : undefined;
  return isObject(properties) ? own(properties, key) : undefined;
};
const itemsOf = (schema: Json | undefined): Json | undefined => (isObject(schema) ? own(schema, 'items') : undefined);

/** A value of the definition as the form edits it. */
export function toForm(value: Json, schema: Json | undefined): Json {
  const shape = shapeOf(schema);
  if (shape === 'number' && typeof value === 'number') return String(value);
  if (shape === 'flag' && typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (shape === 'map')
    return isObject(value) ? Object.keys(value).map((field) => ({ field, formula: own(value, field) as Json })) : value;
  const whole = shape === 'reference' && typeof value === 'string' ? { field: value } : value;
  if (Array.isArray(whole)) return whole.map((item: Json) => toForm(item, itemsOf(schema)));
  if (isObject(whole))
    return Object.fromEntries(
      Object.keys(whole).map((key) => [key, toForm(own(whole, key) as Json, inner(schema, key))]),
    );
  return whole;
}

/** What the form holds as the definition writes it. */
export function fromForm(value: Json, schema: Json | undefined): Json {
  const shape = shapeOf(schema);
  if (shape === 'number' && typeof value === 'string') return asNumber(value);
  if (shape === 'flag' && typeof value === 'string')
    return /^=?\s*true$/i.test(value) ? true : /^=?\s*false$/i.test(value) ? false : value;
  if (shape === 'map') return asMap(value);
  if (Array.isArray(value)) return value.map((item: Json) => fromForm(item, itemsOf(schema)));
  if (!isObject(value)) return value;
  const whole = Object.fromEntries(
    Object.keys(value).map((key) => [key, fromForm(own(value, key) as Json, inner(schema, key))]),
  );
  return shape === 'reference' && Object.keys(whole).length === 1 && typeof own(whole, 'field') === 'string'
    ? (own(whole, 'field') as Json)
    : whole;
}

/** Only what reads back the same is a number: half-typed text must not change under the typist's hands. */
function asNumber(text: string): Json {
  const number = Number(text);
  return text.trim() !== '' && String(number) === text ? number : text;
}

/** Rows of a map by key; rows without a field wait until they have one. */
function asMap(value: Json): Json {
  const rows = Array.isArray(value) ? value : [];
  return Object.fromEntries(
    rows.flatMap((row: Json) => {
      const field = isObject(row) ? own(row, 'field') : undefined;
      const isKey =
        typeof field === 'string' &&
        field !== '' &&
        !pointerParts(field.startsWith('/') ? field : `/${field}`).includes('__proto__');
      return isKey ? [[field, (own(row as JsonObject, 'formula') as Json | undefined) ?? '']] : [];
    }),
  );
}
