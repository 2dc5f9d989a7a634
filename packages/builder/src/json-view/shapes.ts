import { isObject, own, type JsonObject } from '@jiceng/core/json/json.js';
import { partOf } from '../panel/meta-schema.ts';

/** Keys and indices on the way to a place, as jsonc-parser gives them. */
export type Path = readonly (string | number)[];

/** One way in which a place of a definition may be written. */
export interface Shape {
  readonly schema: JsonObject;
  /**
   * Name by which words know it: a part of the metaschema (`score`), or part and property below one (`purpose.readBy`).
   */
  readonly place: string;
}

/** Every way in which what stands at `path` may be written, as the metaschema says; none where it says nothing. */
export function shapesAt(path: Path): readonly Shape[] {
  let shapes = ways({ schema: partOf('definition') ?? {}, place: 'definition' });
  for (const part of path) shapes = shapes.flatMap((shape) => inner(shape, part)).flatMap(ways);
  return shapes;
}

/** References followed, alternatives one by one. */
function ways({ schema, place }: Shape): Shape[] {
  const reference = own(schema, '$ref');
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const part = partOf(name);
    return part ? ways({ schema: part, place: own(part, 'properties') ? name : place }) : [];
  }
  const several = own(schema, 'oneOf');
  return Array.isArray(several)
    ? several.filter(isObject).flatMap((each) => ways({ schema: each, place }))
    : [{ schema, place }];
}

function inner({ schema, place }: Shape, part: string | number): Shape[] {
  const properties = own(schema, 'properties');
  const known = typeof part === 'string' && isObject(properties) ? own(properties, part) : undefined;
  if (isObject(known)) return [{ schema: known, place: `${place}.${part}` }];
  const others = own(schema, typeof part === 'number' ? 'items' : 'additionalProperties');
  return isObject(others) ? [{ schema: others, place }] : [];
}

/**
 * What stands at a place of the record schema, which is plain JSON Schema: a schema, the value of a keyword, or nothing
 * that is known.
 */
export type SchemaPlace =
  | { readonly is: 'schema' }
  | { readonly is: 'value'; readonly keyword: string }
  | { readonly is: 'other' };

const MAPS: ReadonlySet<string | number> = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas']);
const LISTS: ReadonlySet<string | number> = new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems']);
const SCHEMAS: ReadonlySet<string | number> = new Set([
  'items',
  'if',
  'then',
  'else',
  'not',
  'contains',
  'additionalProperties',
  'propertyNames',
]);

/** The place at `path` below `/record`. */
export function schemaPlace(path: Path): SchemaPlace {
  let isSchema = true;
  for (let at = 0; at < path.length; at++) {
    const part = path[at] as string | number;
    if (isSchema && !MAPS.has(part) && !LISTS.has(part) && !SCHEMAS.has(part))
      return at >= path.length - 2 ? { is: 'value', keyword: String(part) } : { is: 'other' };
    isSchema = !isSchema || SCHEMAS.has(part);
  }
  return isSchema ? { is: 'schema' } : { is: 'other' };
}
