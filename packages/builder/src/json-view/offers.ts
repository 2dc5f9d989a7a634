import { getLocation, parseTree } from 'jsonc-parser';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { membersOf, nodeAt } from '../document/json-tree.ts';
import { choiceTitle, choicesOf } from '../panel/choice-lists.ts';
import { FIELD_WORDS } from '../panel/field.messages.ts';
import { FIELD_TYPES } from '../panel/field-types.ts';
import type { ChoiceSource, KindSpec, PropertySpec } from '../panel/kinds/kind-spec.ts';
import { KINDS } from '../panel/kinds/kinds.ts';
import { partOf, titled, wordsOf } from '../panel/meta-schema.ts';
import { SCHEMA_TYPES } from './json-view.messages.ts';
import { schemaPlace, shapesAt, type Path, type Shape } from './shapes.ts';

/** Something that may be written at a place. */
export interface Offer {
  /** JSON text of a key or a value. */
  readonly text: string;
  readonly title: string;
  readonly help?: string;
  /** What comes behind a new key, and where in it one goes on writing. */
  readonly rest?: { readonly text: string; readonly caret: number };
}

/** What may be written, in place of the text between `from` and `to`. */
export interface Offers {
  readonly from: number;
  readonly to: number;
  readonly list: readonly Offer[];
}

/** What offers are taken from, besides the text. */
export interface OfferContext {
  /** The last content that was JSON: its fields and states may be named. */
  readonly document: Json;
  readonly language: Language;
  readonly definitions: readonly Definition[];
}

/**
 * Keys and values that the metaschema allows at a place of a text, which may be half-written. `undefined` where nothing
 * is known.
 */
export function offersAt(text: string, at: number, context: OfferContext): Offers | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, at);
  const isInside =
    previousNode !== undefined && previousNode.offset < at && at <= previousNode.offset + previousNode.length;
  const from = isInside
    ? previousNode.offset
    : at - (/[\w$.-]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0].length ?? 0);
  const to = isInside ? previousNode.offset + previousNode.length : at;
  const list = isAtPropertyKey
    ? keysFor(text, path.slice(0, -1), from, to, context.language)
    : valuesFor(path, context);
  return list.length === 0 ? undefined : { from, to, list };
}

function keysFor(text: string, path: Path, from: number, to: number, language: Language): Offer[] {
  const node = nodeAt(parseTree(text) ?? { type: 'null', offset: 0, length: 0 }, path.map(String));
  const there = new Set(
    membersOf(node ?? { type: 'null', offset: 0, length: 0 })
      .filter(({ offset }) => offset !== from)
      .map(({ children }) => children?.[0]?.value as unknown),
  );
  const behind = text.slice(to);
  const hasValue = /^\s*:/.test(behind);
  const comma = /^\s*"/.test(behind) ? ',' : '';
  return knownKeys(path)
    .filter(({ key }) => !there.has(key))
    .map(({ key, words, stub }) => {
      const { title, description } = titled(words, key, language);
      const value = ': ' + stub;
      return {
        text: JSON.stringify(key),
        title,
        ...(description === undefined ? {} : { help: description }),
        ...(hasValue ? {} : { rest: { text: value + comma, caret: value.length - (stub === '' ? 0 : 1) } }),
      };
    });
}

interface KnownKey {
  readonly key: string;
  readonly words: ReturnType<typeof wordsOf>;
  readonly stub: string;
}

function knownKeys(path: Path): KnownKey[] {
  if (path[0] === 'record') {
    if (schemaPlace(path.slice(1)).is !== 'schema') return [];
    return Object.keys(FIELD_WORDS)
      .filter((key) => !key.startsWith('@'))
      .map((key) => ({ key, words: own(FIELD_WORDS, key), stub: STUBS[key] ?? '""' }));
  }
  const found = new Map<string, KnownKey>();
  for (const { schema, place } of shapesAt(path)) {
    const properties = own(schema, 'properties');
    for (const key of isObject(properties) ? Object.keys(properties) : [])
      found.set(key, { key, words: wordsOf(place, key), stub: stubOf(shapesAt([...path, key])) });
  }
  return [...found.values()];
}

/** Keywords of JSON Schema whose values are no strings. */
const STUBS: Readonly<Record<string, string>> = {
  properties: '{}',
  items: '{}',
  additionalProperties: '{}',
  if: '{}',
  then: '{}',
  else: '{}',
  not: '{}',
  required: '[]',
  enum: '[]',
  oneOf: '[]',
  anyOf: '[]',
  allOf: '[]',
  examples: '[]',
  minLength: '',
  maxLength: '',
  minimum: '',
  maximum: '',
  exclusiveMinimum: '',
  exclusiveMaximum: '',
  multipleOf: '',
  minItems: '',
  maxItems: '',
  uniqueItems: '',
  readOnly: '',
  'x-unmet': '',
  default: '',
  const: '',
};

/** How a value of this shape begins. */
function stubOf([shape]: readonly Shape[]): string {
  const type = shape && own(shape.schema, 'type');
  if (type === 'array') return '[]';
  if (type === 'object') return '{}';
  return type === 'string' || (shape && (own(shape.schema, 'enum') ?? own(shape.schema, 'const')) !== undefined)
    ? '""'
    : '';
}

function valuesFor(path: Path, context: OfferContext): Offer[] {
  if (path[0] === 'record') return schemaValues(path, context);
  return shapesAt(path).flatMap(({ schema, place }) => {
    const source = SOURCES.get(place) ?? (schema === partOf('pointer') ? 'fields' : undefined);
    const form = own(schema, 'type');
    if (source && form === 'string')
      return choicesOf(source, { ...context, thing: thingFor(path, context.document) }).map(
        ({ const: value, title }) => ({ text: JSON.stringify(value), title }),
      );
    const constant = own(schema, 'const');
    const values =
      own(schema, 'enum') ?? (constant === undefined ? (form === 'boolean' ? [true, false] : []) : [constant]);
    return Array.isArray(values)
      ? values.map((value: Json) => ({
          text: JSON.stringify(value),
          title: typeof value === 'string' ? choiceTitle(place, value, context.language) : '',
        }))
      : [];
  });
}

/** What the choices of properties are taken from, by part and property, as the property panel has it. */
const SOURCES: ReadonlyMap<string, ChoiceSource> = new Map(
  Object.values<KindSpec>(KINDS).flatMap(({ part, groups }) =>
    groups
      .flatMap(({ properties }) => properties)
      .filter(
        (property): property is PropertySpec & { choices: ChoiceSource } =>
          typeof property !== 'string' && property.choices !== undefined,
      )
      .map(({ key, choices }) => [`${part}.${key}`, choices] as const),
  ),
);

/** Choices may leave out the thing itself; which one it is, is told by what stands around the place. */
function thingFor(path: Path, document: Json) {
  const around = valueAt(document, toPointer(path.slice(0, -1)));
  return { pointer: '', kind: 'definition', value: isObject(around) ? around : {}, isShort: false } as const;
}

function schemaValues(path: Path, { document, language }: OfferContext): Offer[] {
  const place = schemaPlace(path.slice(1));
  if (place.is !== 'value') return [];
  const at = language === 'zh-CN' ? 0 : 1;
  const isItem = typeof path[path.length - 1] === 'number';
  switch (place.keyword) {
    case 'type':
      return Object.keys(SCHEMA_TYPES).map((type) => ({
        text: JSON.stringify(type),
        title: SCHEMA_TYPES[type]?.[at] ?? type,
      }));
    case 'format':
      return FIELD_TYPES.flatMap(({ schema, title }) => {
        const format = own(schema, 'format');
        return typeof format === 'string' ? [{ text: JSON.stringify(format), title: title[at] }] : [];
      });
    case 'required':
      return isItem ? fieldsOf(valueAt(document, toPointer([...path.slice(0, -2), 'properties']))) : [];
    case 'uniqueItems':
    case 'readOnly':
    case 'x-unmet':
      return [
        { text: 'true', title: '' },
        { text: 'false', title: '' },
      ];
    default:
      return [];
  }
}

function fieldsOf(properties: Json | undefined): Offer[] {
  return isObject(properties)
    ? Object.keys(properties).map((key) => {
        const schema = own(properties, key);
        const title = isObject(schema) ? own(schema, 'title') : undefined;
        return { text: JSON.stringify(key), title: typeof title === 'string' ? title : key };
      })
    : [];
}
