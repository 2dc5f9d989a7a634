import { isObject, type Json } from '../../json/json.ts';
import { childOf } from '../resolve.ts';
import { childrenOf, constantOf, heldBy, viewOf, type View } from './view.ts';
import { equalityKey } from '../equal.ts';
import type { TypeName } from '../schema.ts';

/**
 * How a field is filled in. `mixed` is one plain value of several types, such as a text or a number. `unknown` has no
 * good widget: it is shown as text and kept as it is.
 */
export type FieldKind =
  | 'object'
  | 'rows'
  | 'list'
  | 'text'
  | 'longText'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'mixed'
  | 'unknown';

/** One value to choose. */
export interface FieldOption {
  readonly value: Json;
  readonly title: string;
  readonly description?: string;
}

/** A text longer than this gets several lines. */
export const LONG_TEXT = 60;

const FORMAT_KINDS: ReadonlyMap<unknown, FieldKind> = new Map<unknown, FieldKind>([
  ['date', 'date'],
  ['date-time', 'dateTime'],
  ['time', 'time'],
]);

/** The kind of the field with this view; `root` is an object even while it has no properties. */
export function kindOf(view: View, root: boolean): FieldKind {
  if (hasOptions(view)) return view.types.length === 1 && view.types[0] === 'boolean' ? 'boolean' : 'choice';
  const type = typeAmong(view.types);
  switch (type) {
    case 'object':
      return root || declaresProperties(view) ? 'object' : 'unknown';
    case 'array':
      return listKind(view);
    case 'string':
      return textKind(view);
    case 'integer':
    case 'number':
    case 'boolean':
    case 'mixed':
      return type;
    default:
      return root && view.types.length === 0 ? 'object' : 'unknown';
  }
}

/** Whether the value is chosen from constants. Whole objects can be constants too. */
export function hasOptions({ schema, constants }: View): boolean {
  return constants.length > 0 || schema.const !== undefined || (Array.isArray(schema.enum) && schema.enum.length > 0);
}

/** The options of a field, without `null`, which is what leaving it empty means. */
export function optionsOf(view: View): readonly FieldOption[] {
  const { schema, constants } = view;
  const admitted = Array.isArray(schema.enum) ? new Set((schema.enum as readonly Json[]).map(equalityKey)) : undefined;
  if (constants.length > 0) {
    const seen = new Set<unknown>();
    const options: FieldOption[] = [];
    for (const place of constants) {
      const { value } = constantOf(place)!;
      const key = equalityKey(value);
      if (value === null || seen.has(key) || (admitted !== undefined && !admitted.has(key))) continue;
      seen.add(key);
      const described = place.ref === undefined ? place.schema : viewOf([place]).schema;
      options.push(option(value, own(described, 'title'), own(described, 'description')));
    }
    return options;
  }
  const values: readonly Json[] =
    schema.const !== undefined ? [schema.const] : Array.isArray(schema.enum) ? (schema.enum as Json[]) : [];
  return values.filter((value) => value !== null).map((value) => option(value));
}

function own(schema: unknown, keyword: 'title' | 'description'): string | undefined {
  const text = isObject(schema) ? (schema[keyword] as unknown) : undefined;
  return typeof text === 'string' ? text : undefined;
}

function option(value: Json, title = plainText(value), description?: string): FieldOption {
  return description === undefined ? { value, title } : { value, title, description };
}

/** A value as text for people where nothing better is known; long ones are cut. */
export function plainText(value: Json): string {
  if (typeof value === 'string') return value;
  try {
    const text = JSON.stringify(value) ?? '';
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
  } catch {
    return '…'; // nested too deeply to be written
  }
}

/** The one type to fill in; a number that may be whole or not is a number. `mixed`: several types of plain values. */
function typeAmong(types: readonly TypeName[]): TypeName | 'mixed' | undefined {
  if (types.length < 2) return types[0];
  if (types.every((type) => type === 'number' || type === 'integer')) return 'number';
  return types.every((type) => type !== 'object' && type !== 'array') ? 'mixed' : undefined;
}

function declaresProperties(view: View): boolean {
  const conditional = ['then', 'else', 'dependentSchemas', 'dependencies'];
  return (
    view.parts.some(
      (part) =>
        childrenOf(part, 'properties').length > 0 || conditional.some((keyword) => heldBy(part, keyword) !== undefined),
    ) || view.alternatives.length > 0
  );
}

/** Formats that name something else by its id: short whatever their `maxLength`. */
const REFERENCES: ReadonlySet<unknown> = new Set(['person', 'organisation', 'file', 'period']);

function textKind({ schema }: View): FieldKind {
  if (schema.contentEncoding !== undefined) return 'unknown'; // bytes written as text are not for typing
  const kind = FORMAT_KINDS.get(schema.format);
  if (kind !== undefined) return kind;
  if (REFERENCES.has(schema.format)) return 'text';
  return typeof schema.maxLength === 'number' && schema.maxLength > LONG_TEXT ? 'longText' : 'text';
}

function listKind(view: View): FieldKind {
  // Tuples, in both spellings, mean something else at each index: there is no honest table for them.
  if (view.parts.some((part) => childrenOf(part, 'prefixItems').length > 0 || Array.isArray(heldBy(part, 'items'))))
    return 'unknown';
  const seeds = view.parts.map((part) => childOf(part, 'items')).filter((place) => place !== undefined);
  const item = viewOf(seeds);
  if (item.never) return 'unknown';
  const kind = hasOptions(item)
    ? 'choice'
    : item.types.length === 1 && item.types[0] === 'array'
      ? 'list'
      : kindOf(item, false);
  if (kind === 'choice' && view.schema.uniqueItems === true) return 'choices';
  if (kind === 'object') return 'rows';
  // What may be a text among other things is written as one, and so is what may be anything.
  if (kind === 'mixed') return item.types.includes('string') ? 'list' : 'unknown';
  return kind === 'unknown' && item.types.length > 0 ? 'unknown' : 'list';
}
