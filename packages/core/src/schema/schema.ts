import { isObject, own, type Json } from '../json/json.ts';

/** A JSON Schema 2020-12: `true` admits everything, `false` nothing. */
export type JsonSchema = boolean | SchemaObject;

/** A type name of JSON Schema. */
export type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/**
 * A schema with its keywords as 2020-12 writes them. Unknown keywords are kept and mean nothing.
 * Schemas come from strangers: a typed keyword may still hold anything until `compileSchema` accepted the document.
 */
export interface SchemaObject {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $anchor?: string;
  readonly $dynamicRef?: string;
  readonly $dynamicAnchor?: string;
  readonly $defs?: SchemaMap;
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly readOnly?: boolean;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly contains?: JsonSchema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly unevaluatedItems?: JsonSchema;
  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly unevaluatedProperties?: JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: SchemaMap;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly [keyword: string]: unknown;
}

/** Schemas by name. The names come from data: read them with `own`. */
export type SchemaMap = Readonly<Record<string, JsonSchema>>;

/** How a keyword holds schemas: one, a list, or a map by name. `mixed` also takes what is no schema. */
export type Holding = 'one' | 'list' | 'map' | 'mixed';

/** Every keyword that holds schemas. `definitions` and `dependencies` are of older drafts and still allowed. */
export const HOLDERS: ReadonlyMap<string, Holding> = new Map<string, Holding>([
  ['$defs', 'map'],
  ['definitions', 'map'],
  ['properties', 'map'],
  ['patternProperties', 'map'],
  ['dependentSchemas', 'map'],
  ['dependencies', 'mixed'],
  ['prefixItems', 'list'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['items', 'one'],
  ['contains', 'one'],
  ['additionalProperties', 'one'],
  ['propertyNames', 'one'],
  ['unevaluatedItems', 'one'],
  ['unevaluatedProperties', 'one'],
  ['contentSchema', 'one'],
  ['not', 'one'],
  ['if', 'one'],
  ['then', 'one'],
  ['else', 'one'],
]);

/** Whether `value` can be a schema at all; its keywords may still be wrong. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isObject(value);
}

/** The sub-schemas that `schema` holds directly: their keyword, their name or index (`undefined` for a single one). */
export function* subSchemas(
  schema: JsonSchema,
): Generator<readonly [keyword: string, key: string | undefined, schema: JsonSchema]> {
  if (typeof schema === 'boolean') return;
  for (const keyword of Object.keys(schema)) {
    const holding = HOLDERS.get(keyword);
    if (holding === undefined) continue;
    const held = schema[keyword];
    if (holding === 'one') {
      // Drafts before 2020-12 wrote a list of schemas here; it is walked so that the field tree can still show it.
      if (isSchema(held)) yield [keyword, undefined, held];
      else if (Array.isArray(held)) yield* inList(keyword, held);
    } else if (holding === 'list') {
      if (Array.isArray(held)) yield* inList(keyword, held);
    } else if (isObject(held)) {
      for (const key of Object.keys(held)) {
        const entry: unknown = own(held, key);
        if (isSchema(entry)) yield [keyword, key, entry];
      }
    }
  }
}

function* inList(keyword: string, held: readonly unknown[]): Generator<readonly [string, string, JsonSchema]> {
  for (let index = 0; index < held.length; index++) {
    const entry = held[index];
    if (isSchema(entry)) yield [keyword, String(index), entry];
  }
}
