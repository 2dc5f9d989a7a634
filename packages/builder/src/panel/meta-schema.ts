import { definitionSchema } from '@jiceng/core/generated/definition-schema.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { choiceTitle, choicesOf, oneOf, type ChoiceContext } from './choice-lists.ts';
import { METASCHEMA_WORDS } from './definition.messages.ts';
import { FIELD_WORDS } from './field.messages.ts';
import type { ChoiceSource } from './kinds/kind-spec.ts';
import type { Words } from './words.ts';

const META = definitionSchema as JsonObject;
const DEFS = own(META, '$defs') as JsonObject;

/** A part of the metaschema by its name in `$defs`; `definition` is the whole. */
export const partOf = (part: string): JsonObject | undefined =>
  part === 'definition' ? META : (own(DEFS, part) as JsonObject | undefined);

/** The keys that a part may have, in the order in which definitions write them. */
export function keysOf(part: string): readonly string[] {
  const properties = own(partOf(part) ?? {}, 'properties');
  return isObject(properties) ? Object.keys(properties) : [];
}

/** What a property is called; `undefined` where nobody has said. */
export function wordsOf(part: string, key: string): Words | undefined {
  return part === 'field' ? own(FIELD_WORDS, key) : own(own(METASCHEMA_WORDS, part) ?? {}, key);
}

/** Title and help of a property for a schema. */
export function titled(
  words: Words | undefined,
  key: string,
  language: Language,
): { readonly title: string; readonly description?: string } {
  const at = language === 'zh-CN' ? 0 : 1;
  const help = words?.[at + 2];
  return { title: words?.[at] ?? key, ...(help === undefined ? {} : { description: help }) };
}

/** Parts that are edited in another shape than they are written in, see shape.ts. */
const FORMULA: JsonObject = { type: 'string', 'x-formula': true };
const SHAPED: Readonly<Record<string, JsonObject>> = {
  formula: FORMULA,
  numberOrFormula: { type: 'string', 'x-shape': 'number', 'x-formula': true },
};

/** Addresses of organisations in the place of a closed list: who acts. */
const OWNERS: ReadonlySet<string> = new Set(['actor.at', 'actor.is']);

/**
 * The schema of one property of a part, for a form: references followed, texts in, choices listed. `undefined` where a
 * form cannot edit it.
 */
export function propertySchema(
  part: string,
  key: string,
  context: ChoiceContext,
  choices?: ChoiceSource,
): JsonObject | undefined {
  const properties = own(partOf(part) ?? {}, 'properties');
  const schema = isObject(properties) ? own(properties, key) : undefined;
  return isObject(schema)
    ? {
        ...drawn(schema, `${part}.${key}`, context, choices, 0, false),
        ...titled(wordsOf(part, key), key, context.language),
      }
    : undefined;
}

/** Deeper than this no form is of use. */
const DEEPEST = 4;

function drawn(
  schema: JsonObject,
  place: string,
  context: ChoiceContext,
  choices: ChoiceSource | undefined,
  depth: number,
  inRows: boolean,
): JsonObject {
  const reference = own(schema, '$ref');
  const name = typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : undefined;
  const next = (inner: JsonObject, where: string, rows = inRows) =>
    drawn(inner, where, context, choices, depth + 1, rows);
  if (OWNERS.has(place)) return oneOf([...ownersOf(place, context), ...choicesOf('ownerFields', context)]);
  if (name === 'fieldRef') return askedField(context);
  if (name !== undefined && own(SHAPED, name)) return own(SHAPED, name) as JsonObject;
  if (
    choices &&
    (name === 'pointer' || name === 'name' || name === 'id' || own(schema, 'oneOf') || own(schema, 'pattern'))
  )
    return oneOf(choicesOf(place.endsWith('.name') ? 'envelope' : choices, context));
  if (name !== undefined) {
    const part = own(DEFS, name);
    return isObject(part) && depth < DEEPEST ? next(part, own(part, 'properties') ? name : place) : {};
  }
  const values = own(schema, 'enum');
  if (Array.isArray(values))
    return oneOf(
      values
        .filter((value: Json): value is string => typeof value === 'string')
        .map((value) => ({ const: value, title: choiceTitle(place, value, context.language) })),
    );
  const items = own(schema, 'items');
  if (isObject(items)) {
    const item = next(items, place, true);
    return own(item, 'oneOf') ? { type: 'array', uniqueItems: true, items: item } : { type: 'array', items: item };
  }
  const map = own(schema, 'additionalProperties');
  if (isObject(map)) return mapOf(context);
  const properties = own(schema, 'properties');
  if (!isObject(properties)) return kept(schema);
  const inner = Object.keys(properties).flatMap((key): [string, JsonObject][] => {
    const child = own(properties, key) as JsonObject;
    const drawnChild = next(child, `${place}.${key}`);
    // a cell holds one value
    const isHidden = Object.keys(drawnChild).length === 0 || (inRows && own(drawnChild, 'type') === 'array');
    return isHidden ? [] : [[key, { ...drawnChild, ...titled(wordsOf(place, key), key, context.language) }]];
  });
  const required = own(schema, 'required');
  return { type: 'object', properties: Object.fromEntries(inner), ...(Array.isArray(required) ? { required } : {}) };
}

/** What judges a plain value; words and defaults are not taken over. */
function kept(schema: JsonObject): JsonObject {
  const taken = [
    'type',
    'format',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
  ].flatMap((key): [string, Json][] => {
    const value = own(schema, key);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(taken);
}

/** Where an actor stands: the closed list of the metaschema. */
function ownersOf(place: string, { language }: ChoiceContext) {
  return (place === 'actor.is' ? ['subject'] : ['own', 'parent', 'ancestor', 'below']).map((value) => ({
    const: value,
    title: choiceTitle(place, value, language),
  }));
}

/** A field that is asked for, with whether it must be filled. */
function askedField(context: ChoiceContext): JsonObject {
  const { language } = context;
  return {
    type: 'object',
    'x-shape': 'reference',
    required: ['field'],
    properties: {
      field: { ...oneOf(choicesOf('fields', context)), ...titled(wordsOf('fieldView', 'field'), 'field', language) },
      required: {
        type: 'string',
        'x-shape': 'flag',
        'x-formula': true,
        ...titled(wordsOf('fieldView', 'required'), 'required', language),
      },
    },
  };
}

/** Formulas by field: in this definition, or by the names that the target has. */
function mapOf(context: ChoiceContext): JsonObject {
  const isOther = context.thing.kind === 'handover';
  const language = context.language;
  return {
    type: 'array',
    'x-shape': 'map',
    items: {
      type: 'object',
      required: ['field', 'formula'],
      properties: {
        field: {
          ...(isOther
            ? oneOf(targetFields(context))
            : oneOf([
                ...choicesOf('fields', context),
                ...choicesOf('envelope', context).filter((choice) => choice.const === 'periodCode'),
              ])),
          ...titled(wordsOf('fieldView', 'field'), 'field', language),
        },
        formula: { ...FORMULA, ...titled(wordsOf('measure', 'formula'), 'formula', language) },
      },
    },
  };
}

/** Fields of the definition that a hand-over leads to. */
function targetFields(context: ChoiceContext) {
  const to = own(context.thing.value, 'to');
  const target = context.definitions.find(({ id }) => id === to);
  return target ? choicesOf('fields', { ...context, document: target as unknown as Json }) : [];
}
