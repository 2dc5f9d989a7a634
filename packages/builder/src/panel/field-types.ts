import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { FieldNode } from '@jiceng/core/schema/fields/field-node.js';

/** A kind of field that can be chosen: its words and the keywords that make it. */
export interface FieldType {
  readonly id: string;
  readonly title: readonly [zh: string, en: string];
  readonly schema: JsonObject;
}

export const FIELD_TYPES: readonly FieldType[] = [
  { id: 'text', title: ['单行文本', 'Line of text'], schema: { type: 'string', maxLength: 60 } },
  { id: 'longText', title: ['多行文本', 'Several lines'], schema: { type: 'string', maxLength: 500 } },
  { id: 'integer', title: ['整数', 'Whole number'], schema: { type: 'integer' } },
  { id: 'number', title: ['数', 'Number'], schema: { type: 'number' } },
  { id: 'boolean', title: ['是 / 否', 'Yes or no'], schema: { type: 'boolean' } },
  { id: 'choice', title: ['单选', 'One of several'], schema: { type: 'string', oneOf: [] } },
  {
    id: 'choices',
    title: ['多选', 'Several of several'],
    schema: { type: 'array', uniqueItems: true, items: { type: 'string', oneOf: [] } },
  },
  { id: 'date', title: ['日期', 'Date'], schema: { type: 'string', format: 'date' } },
  { id: 'dateTime', title: ['日期和时间', 'Date and time'], schema: { type: 'string', format: 'date-time' } },
  { id: 'period', title: ['期次', 'Period'], schema: { type: 'string', format: 'period' } },
  { id: 'person', title: ['人员', 'Person'], schema: { type: 'string', format: 'person' } },
  { id: 'organisation', title: ['组织', 'Organisation'], schema: { type: 'string', format: 'organisation' } },
  { id: 'file', title: ['附件', 'Files'], schema: { type: 'array', items: { type: 'string', format: 'file' } } },
  {
    id: 'list',
    title: ['多条文本', 'List of texts'],
    schema: { type: 'array', items: { type: 'string', maxLength: 60 } },
  },
  {
    id: 'rows',
    title: ['明细表', 'Table of rows'],
    schema: { type: 'array', items: { type: 'object', properties: {} } },
  },
  { id: 'object', title: ['字段组', 'Group of fields'], schema: { type: 'object', properties: {} } },
];

const FORMATS: ReadonlySet<string> = new Set(['period', 'person', 'organisation', 'file']);

/** Which of the kinds a field is; `undefined` for anything else that JSON Schema can say. */
export function typeOfField(node: FieldNode): string | undefined {
  const format = node.format ?? '';
  if (FORMATS.has(format)) return format;
  if (node.kind === 'list') return node.item()?.format === 'file' ? 'file' : 'list';
  return FIELD_TYPES.some(({ id }) => id === node.kind) ? node.kind : undefined;
}

/** Keywords that belong to the kind of a field and go when it changes, unless the new kind has them as well. */
const OF_TYPE: readonly string[] = [
  'type',
  'format',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'x-unit',
  'minItems',
  'maxItems',
  'uniqueItems',
  'items',
  'properties',
  'required',
  'enum',
  'oneOf',
  'x-periodKind',
  'x-unmet',
  'default',
];

/** Keywords that stay with a kind, where they were set before. */
const STAYING: Readonly<Record<string, readonly string[]>> = {
  text: ['minLength', 'pattern'],
  longText: ['minLength'],
  integer: ['minimum', 'maximum', 'x-unit', 'multipleOf'],
  number: ['minimum', 'maximum', 'x-unit', 'multipleOf'],
  choices: ['minItems', 'maxItems', 'x-unmet'],
  rows: ['minItems', 'maxItems'],
  list: ['minItems', 'maxItems'],
  file: ['minItems', 'maxItems'],
  period: ['x-periodKind'],
};

/**
 * The keywords of a field made another kind, by keyword: a value to set, or `undefined` to take away. Options and
 * columns go along.
 */
export function retyped(schema: JsonObject, to: string): Map<string, Json | undefined> {
  const type = FIELD_TYPES.find(({ id }) => id === to);
  const changes = new Map<string, Json | undefined>();
  if (!type) return changes;
  const stays = own(STAYING, to) ?? [];
  for (const keyword of OF_TYPE)
    if (own(schema, keyword) !== undefined && own(type.schema, keyword) === undefined && !stays.includes(keyword))
      changes.set(keyword, undefined);
  for (const keyword of Object.keys(type.schema)) changes.set(keyword, own(type.schema, keyword) as Json);
  const options = optionList(schema);
  if (options && to === 'choice') changes.set('oneOf', options);
  if (options && to === 'choices') changes.set('items', { type: 'string', oneOf: options });
  const inner = own(schema, 'items');
  const columns = own(isObject(inner) ? inner : schema, 'properties');
  if (isObject(columns) && to === 'object') changes.set('properties', columns);
  if (isObject(columns) && to === 'rows') changes.set('items', { type: 'object', properties: columns });
  return changes;
}

/** The options as the schema writes them, of a field or of its entries. */
function optionList(schema: JsonObject): Json | undefined {
  const items = own(schema, 'items');
  const holder = isObject(items) ? items : schema;
  const options = own(holder, 'oneOf');
  if (Array.isArray(options)) return options;
  const values = own(holder, 'enum');
  return Array.isArray(values) ? values.map((value: Json) => ({ const: value, title: String(value) })) : undefined;
}
