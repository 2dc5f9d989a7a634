import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { FieldNode } from '@jiceng/core/schema/fields/field-node.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { choiceTitle, oneOf } from './choice-lists.ts';
import { viewPlace } from './field-lens.ts';
import { nodeAt } from './field-list.ts';
import { FIELD_TYPES, typeOfField } from './field-types.ts';
import { WIDGETS } from './widgets.ts';
import { titled, wordsOf } from './meta-schema.ts';
import { isShared } from './field-lens.ts';
import { addressOf, type Thing } from './thing.ts';

const TEXT: JsonObject = { type: 'string' };
const NUMBER: JsonObject = { type: 'number' };
const COUNT: JsonObject = { type: 'integer', minimum: 0 };
const FLAG: JsonObject = { type: 'boolean' };
const PERIODS = ['month', 'quarter', 'halfYear', 'year', 'multiYear', 'term', 'adHoc'];

/** Properties that every field has, with what edits them. */
const ALWAYS: Readonly<Record<string, JsonObject>> = {
  title: { type: 'string', maxLength: 60 },
  description: TEXT,
  '@required': FLAG,
  readOnly: FLAG,
  'x-source': TEXT,
};

/** Properties that only some kinds of field have. */
const BY_KIND: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  text: { minLength: COUNT, maxLength: COUNT, pattern: TEXT },
  longText: { minLength: COUNT, maxLength: COUNT, pattern: TEXT },
  number: { minimum: NUMBER, maximum: NUMBER, multipleOf: NUMBER, 'x-unit': TEXT },
  integer: { minimum: NUMBER, maximum: NUMBER, 'x-unit': TEXT },
  choices: { minItems: COUNT, maxItems: COUNT, 'x-unmet': FLAG },
  list: { minItems: COUNT, maxItems: COUNT },
  rows: { minItems: COUNT, maxItems: COUNT },
};

/** Kinds of field that can start with a value typed in the panel. */
const WITH_DEFAULT: ReadonlySet<string> = new Set([
  'text',
  'longText',
  'number',
  'integer',
  'boolean',
  'choice',
  'date',
]);

/** The properties of one field that the panel can edit, by key, as schemas of a form. */
export function fieldProperties(document: Json, thing: Thing, language: Language): Map<string, JsonObject> {
  const node = nodeAt(document, thing.pointer);
  const found = new Map<string, JsonObject>(Object.entries(ALWAYS));
  const kind = node?.kind ?? '';
  const shared = isShared(thing);
  if (!shared) {
    const type = node && typeOfField(node);
    if (type !== undefined)
      found.set(
        '@type',
        oneOf(FIELD_TYPES.map(({ id, title }) => ({ const: id, title: title[language === 'zh-CN' ? 0 : 1] }))),
      );
    for (const [key, schema] of Object.entries(own(BY_KIND, kind) ?? {})) found.set(key, schema);
    if (type === 'file') for (const [key, schema] of Object.entries(own(BY_KIND, 'list') ?? {})) found.set(key, schema);
    if (kind === 'choice' || kind === 'choices') found.set('@options', optionTable(language));
    if (node?.format === 'period')
      found.set(
        'x-periodKind',
        oneOf(PERIODS.map((value) => ({ const: value, title: choiceTitle('', value, language) }))),
      );
  }
  if (viewPlace(document, addressOf(thing)) !== undefined) {
    const widgets = own(WIDGETS, kind) ?? [];
    if (widgets.length > 0)
      found.set(
        '@widget',
        oneOf(widgets.map(([value, zh, en]) => ({ const: value, title: language === 'zh-CN' ? zh : en }))),
      );
    found.set(
      '@width',
      oneOf(['full', 'half', 'third'].map((value) => ({ const: value, title: choiceTitle('', value, language) }))),
    );
    found.set('@viewTitle', { type: 'string', maxLength: 60 });
    found.set('@viewHelp', TEXT);
  }
  const isRow = addressOf(thing).includes('*');
  if (node && WITH_DEFAULT.has(kind)) found.set('default', startSchema(document, thing, node));
  if (!isRow) {
    found.set('@prefill', { type: 'string', 'x-formula': true });
    found.set('@prefillEditable', FLAG);
  }
  return new Map(
    [...found].map(([key, schema]) => [key, { ...schema, ...titled(wordsOf('field', key), key, language) }]),
  );
}

/** The field's own schema without its words and demands, so that its default is edited as it is filled in. */
function startSchema(document: Json, { value }: Thing, node: FieldNode): JsonObject {
  if (node.kind === 'choice')
    return { oneOf: node.options.map((option) => ({ const: option.value, title: option.title })) };
  const {
    title: _title,
    description: _description,
    default: _default,
    readOnly: _readOnly,
    minLength: _least,
    ...rest
  } = value as Record<string, Json>;
  const defs = isObject(document) ? own((own(document, 'record') as JsonObject | undefined) ?? {}, '$defs') : undefined;
  return own(value, '$ref') !== undefined && defs === undefined ? { type: 'string' } : rest;
}

/** Options as a table: what people see, and what is stored. */
function optionTable(language: Language): JsonObject {
  const isZh = language === 'zh-CN';
  return {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        title: { type: 'string', title: isZh ? '选项' : 'Option' },
        value: { type: 'string', title: isZh ? '存储值' : 'Stored value' },
      },
    },
  };
}
