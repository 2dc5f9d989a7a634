import { isObject, own, type Json, type JsonObject } from '../json/json.ts';

/** Keywords whose value is a schema, a list of schemas, or a map of schemas. */
const ONE: ReadonlySet<string> = new Set([
  'items',
  'additionalItems',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
]);
const LIST: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const MAP: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
]);

/**
 * A schema of draft 4 to 2019-09 as 2020-12 writes it. What means the same stays as it is; keywords that nobody knows
 * are kept. Check the structure first.
 */
export function newerSchema(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const made: [string, Json][] = [];
  for (const key of Object.keys(schema))
    for (const [name, value] of newerKeyword(schema, key, own(schema, key) as Json)) made.push([name, value]);
  return Object.fromEntries(made);
}

function newerKeyword(schema: JsonObject, key: string, value: Json): [string, Json][] {
  const each = (list: readonly Json[]): Json => list.map(newerSchema);
  const map = (all: JsonObject): JsonObject =>
    Object.fromEntries(Object.keys(all).map((name) => [name, newerSchema(own(all, name) as Json)]));
  if (key === '$ref' && typeof value === 'string') return [[key, value.replace(/^#\/definitions\//, '#/$defs/')]];
  if (key === 'definitions' && isObject(value))
    return [
      ['$defs', { ...map(value), ...(isObject(own(schema, '$defs')) ? map(own(schema, '$defs') as JsonObject) : {}) }],
    ];
  if (key === '$defs' && isObject(own(schema, 'definitions'))) return [];
  if (key === 'items' && Array.isArray(value))
    return [
      ['prefixItems', each(value)],
      ...(own(schema, 'additionalItems') === undefined
        ? []
        : [['items', newerSchema(own(schema, 'additionalItems') as Json)] as [string, Json]]),
    ];
  if (key === 'additionalItems') return [];
  if (key === 'dependencies' && isObject(value)) {
    const names = Object.keys(value);
    const required = names.filter((name) => Array.isArray(own(value, name)));
    const schemas = names.filter((name) => !required.includes(name));
    return [
      ...(required.length > 0
        ? [
            ['dependentRequired', Object.fromEntries(required.map((name) => [name, own(value, name) as Json]))] as [
              string,
              Json,
            ],
          ]
        : []),
      ...(schemas.length > 0
        ? [
            [
              'dependentSchemas',
              Object.fromEntries(schemas.map((name) => [name, newerSchema(own(value, name) as Json)])),
            ] as [string, Json],
          ]
        : []),
    ];
  }
  const limit = /^exclusive(Minimum|Maximum)$/.exec(key)?.[1]?.toLowerCase();
  if (limit !== undefined && typeof value === 'boolean')
    return value && typeof own(schema, limit) === 'number' ? [[key, own(schema, limit) as Json]] : [];
  if (
    (key === 'minimum' || key === 'maximum') &&
    own(schema, `exclusive${key === 'minimum' ? 'Minimum' : 'Maximum'}`) === true
  )
    return [];
  if (ONE.has(key)) return [[key, newerSchema(value)]];
  if (LIST.has(key) && Array.isArray(value)) return [[key, each(value)]];
  return MAP.has(key) && isObject(value) ? [[key, map(value)]] : [[key, value]];
}
