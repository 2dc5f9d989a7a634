import { definitionSchema } from '@jiceng/core/generated/definition-schema.js';
import { reportSchema } from '@jiceng/core/generated/report-schema.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { listFields, nodeAt } from '../panel/field-list.ts';
import { partsOf } from './model/zones.ts';
import { REPORT_CHOICES, REPORT_WORDS } from './properties.messages.ts';

const REPORT = reportSchema as JsonObject;
const DEFINITION = definitionSchema as JsonObject;

/** The properties of a schema for objects; none of any other. */
export const propertiesOf = (schema: JsonObject | undefined): JsonObject => {
  const properties = own(schema, 'properties');
  return isObject(properties) ? properties : {};
};

const defOf = (name: string, base: JsonObject): JsonObject | undefined =>
  own(own(base, '$defs') as JsonObject | undefined, name) as JsonObject | undefined;

/** The properties of a part of reports, as the metaschema has them. */
export const partProperties = (part: string): JsonObject =>
  propertiesOf(part === 'report' ? REPORT : defOf(part, REPORT));

/** Sides of a rate are edited as how and what, since only one way of counting holds. */
export const COUNTED: ReadonlySet<string> = new Set(['num', 'den']);

/** Deeper than this no form is of use. */
const DEEPEST = 5;
const MEASURES: ReadonlySet<string> = new Set(['of', 'measure', 'measures', 'compare']);
const DIMENSIONS: ReadonlySet<string> = new Set(['dimension', 'over', 'within', 'series', 'spread', 'trend']);

/** Turns properties of the metaschema into ones that a form edits: references followed, words in, choices listed. */
export class PropertyDrawer {
  private readonly report: Json;
  private readonly at: 0 | 1;
  private readonly value: JsonObject;
  private readonly definitions: readonly Definition[];

  constructor(report: Json, language: Language, value: JsonObject, definitions: readonly Definition[]) {
    this.report = report;
    this.value = value;
    this.definitions = definitions;
    this.at = language === 'zh-CN' ? 0 : 1;
  }

  /** The property of a part; `undefined` where the metaschema has none. */
  property(part: string, key: string): JsonObject | undefined {
    const schema = own(partProperties(part), key);
    const drawn = COUNTED.has(key)
      ? this.counted()
      : isObject(schema)
        ? this.drawn(schema, REPORT, key, part, 0)
        : undefined;
    return drawn && { ...drawn, ...this.words(key, part) };
  }

  private words(key: string, part: string): { readonly title: string; readonly description?: string } {
    const words = own(REPORT_WORDS, `${part}.${key}`) ?? own(REPORT_WORDS, key);
    const help = words?.[(this.at + 2) as 2 | 3];
    return { title: words?.[this.at] ?? key, ...(help === undefined ? {} : { description: help }) };
  }

  /** How something is counted, and what. */
  private counted(): JsonObject {
    const how = own(REPORT_CHOICES, 'how') ?? {};
    return {
      type: 'object',
      properties: {
        how: { ...this.listed('how', Object.keys(how)), ...this.words('how', '') },
        formula: { type: 'string', 'x-formula': true, ...this.words('formula', 'counted') },
      },
    };
  }

  private drawn(schema: JsonObject, base: JsonObject, key: string, part: string, depth: number): JsonObject {
    const reference = own(schema, '$ref');
    if (typeof reference === 'string') {
      const name = reference.slice(reference.lastIndexOf('/') + 1);
      if (name === 'formula') return { type: 'string', 'x-formula': true };
      if (name === 'numberOrFormula') return { type: 'string', 'x-shape': 'number' };
      if (name === 'name' || name === 'pointer') return this.chosen(key, part);
      const target = reference.startsWith('#') ? base : DEFINITION;
      const found = defOf(name, target);
      return found && depth < DEEPEST ? this.drawn(found, target, key, name, depth) : {};
    }
    const values =
      own(schema, 'enum') ??
      (Array.isArray(own(schema, 'oneOf'))
        ? (own(schema, 'oneOf') as Json[]).flatMap((each) => (isObject(each) ? this.valuesOf(each, base) : []))
        : undefined);
    if (Array.isArray(values) && values.length > 0) return this.listed(key, values);
    const items = own(schema, 'items');
    if (isObject(items)) {
      const item = this.drawn(items, base, key, part, depth + 1);
      return {
        type: 'array',
        ...(own(item, 'oneOf') ? { uniqueItems: true } : {}),
        items: own(schema, 'type') === 'array' && key === 'paragraphs' ? { ...item, 'x-long': true } : item,
      };
    }
    const properties = own(schema, 'properties');
    if (!isObject(properties))
      return Object.fromEntries(
        ['type', 'minLength', 'maxLength', 'minimum', 'maximum'].flatMap((word): [string, Json][] => {
          const value = own(schema, word);
          return value === undefined ? [] : [[word, value]];
        }),
      );
    const inner = Object.keys(properties).flatMap((name): [string, JsonObject][] => {
      const child = own(properties, name);
      const drawn = isObject(child) && name !== 'id' ? this.drawn(child, base, name, part, depth + 1) : {};
      return Object.keys(drawn).length === 0 ? [] : [[name, { ...drawn, ...this.words(name, part) }]];
    });
    const required = own(schema, 'required');
    return {
      type: 'object',
      properties: Object.fromEntries(inner),
      ...(Array.isArray(required)
        ? {
            required: required.filter(
              (name: Json) => typeof name === 'string' && inner.some(([key_]) => key_ === name),
            ),
          }
        : {}),
    };
  }

  private valuesOf(each: JsonObject, base: JsonObject): Json[] {
    const reference = own(each, '$ref');
    const target =
      typeof reference === 'string'
        ? defOf(reference.slice(reference.lastIndexOf('/') + 1), reference.startsWith('#') ? base : DEFINITION)
        : each;
    const listed = own(target, 'enum');
    const one = own(target, 'const');
    return Array.isArray(listed) ? listed : one === undefined ? [] : [one];
  }

  private listed(key: string, values: readonly Json[]): JsonObject {
    return {
      type: 'string',
      oneOf: values
        .filter((value): value is string => typeof value === 'string')
        .map((value) => ({ const: value, title: own(own(REPORT_CHOICES, key), value)?.[this.at] ?? value })),
    };
  }

  /** Ids of other parts of the report, by their titles; a plain text where they come from elsewhere. */
  private chosen(key: string, part: string): JsonObject {
    const dimensions =
      DIMENSIONS.has(key) || (part === 'sortKey' && key === 'by') ? partsOf(this.report, 'dimension') : [];
    const measures = MEASURES.has(key) || (part === 'sortKey' && key === 'by') ? partsOf(this.report, 'measure') : [];
    const sets =
      key === 'data' ? ((own(this.report as JsonObject, 'data') as Json[] | undefined) ?? []).filter(isObject) : [];
    const fields = part === 'dataSet' ? this.fromDefinition(key) : [];
    if (fields.length > 0) return { type: 'string', oneOf: fields };
    const choices = [...measures, ...dimensions, ...sets].map((each) => ({
      const: String(own(each, 'id')),
      title: String(own(each, 'title') ?? own(each, 'id')),
    }));
    return choices.length > 0 ? { type: 'string', oneOf: choices } : { type: 'string' };
  }

  /** Dates and states of the records that a data set takes. */
  private fromDefinition(key: string): JsonObject[] {
    const [id] = (own(this.value, 'records') as readonly Json[] | undefined) ?? [];
    const definition = this.definitions.find((each) => each.id === id);
    if (!definition) return [];
    if (key === 'states') return (definition.states ?? []).map((state) => ({ const: state.id, title: state.title }));
    return key === 'on'
      ? listFields(definition as unknown as Json)
          .filter(({ pointer }) => nodeAt(definition as unknown as Json, pointer)?.kind === 'date')
          .map(({ address, title }) => ({ const: address, title }))
      : [];
  }
}
