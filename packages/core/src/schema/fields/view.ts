import { isObject, own, type Json } from '../../json/json.ts';
import { equalityKey } from '../equal.ts';
import { conjuncts } from '../locate.ts';
import type { Location } from '../location.ts';
import { HOLDERS, type SchemaObject, type TypeName } from '../schema.ts';

/** What all schemas at one place say together, as far as it holds whatever the value is. */
export interface View {
  /** The schemas that judge the place unconditionally, from the outside in. */
  readonly parts: readonly Location[];
  /** Their keywords merged: the outermost title, the narrowest limit. Keywords that hold schemas are left out. */
  readonly schema: SchemaObject;
  /** The types that a filled-in value may have; empty when the schemas do not tell. `null` is in `nullable`. */
  readonly types: readonly TypeName[];
  readonly nullable: boolean;
  /** The alternatives that are neither options to choose from nor a way to write `null`, by the part they stand in. */
  readonly alternatives: readonly (readonly Location[])[];
  /** Places of the constants to choose from. */
  readonly constants: readonly Location[];
  /** A schema that admits nothing is among the parts. */
  readonly never: boolean;
}

type Merge = (outer: unknown, inner: unknown) => unknown;

const larger: Merge = (a, b) => (typeof b === 'number' && (typeof a !== 'number' || b > a) ? b : a);
const smaller: Merge = (a, b) => (typeof b === 'number' && (typeof a !== 'number' || b < a) ? b : a);
const either: Merge = (a, b) => a === true || b === true;
const together: Merge = (a, b) => [...new Set([...listOf(a), ...listOf(b)])];

/** Keywords that two schemas narrow together; of all others the outermost counts. */
const MERGES: ReadonlyMap<string, Merge> = new Map<string, Merge>([
  ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'].map(
    (keyword) => [keyword, larger] as const,
  ),
  ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'].map(
    (keyword) => [keyword, smaller] as const,
  ),
  ...['readOnly', 'writeOnly', 'deprecated', 'uniqueItems'].map((keyword) => [keyword, either] as const),
  ['required', together],
  ['enum', (a, b) => common(listOf(a), listOf(b))],
  ['type', (a, b) => commonTypes(typeList(a), typeList(b))],
]);

/** Keywords that tell the type of a value where `type` is missing. */
const TELLING: readonly (readonly [TypeName, readonly string[]])[] = [
  [
    'object',
    ['properties', 'required', 'patternProperties', 'additionalProperties', 'dependentRequired', 'dependentSchemas'],
  ],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format', 'contentMediaType', 'contentEncoding']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** The view of the place that all of `seeds` judge. */
export function viewOf(seeds: readonly Location[]): View {
  const parts = new Set<Location>();
  const constants: Location[] = [];
  const alternatives: (readonly Location[])[] = [];
  let nullable = false;
  const queue = [...seeds];
  for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
    for (const part of conjuncts(seed)) {
      if (parts.has(part)) continue;
      parts.add(part);
      for (const keyword of ['oneOf', 'anyOf']) {
        const held = childrenOf(part, keyword);
        if (held.length === 0) continue;
        const filled = held.filter((branch) => !admitsOnlyNull(branch));
        if (filled.length < held.length) nullable = true;
        if (filled.length === 1 && filled.length < held.length) queue.push(filled[0]!);
        else if (filled.length > 0 && filled.every((branch) => constantOf(branch) !== undefined))
          constants.push(...filled);
        else if (filled.length > 0) alternatives.push(filled);
      }
    }
  }
  const list = [...parts];
  const schema = merged(list);
  const types = typesOf(list, schema, constants, alternatives);
  const never = list.some((part) => part.schema === false);
  const enumNull = Array.isArray(schema.enum) && schema.enum.includes(null);
  const filledTypes = types.filter((type) => type !== 'null');
  return {
    parts: list,
    schema,
    types: filledTypes,
    nullable: nullable || filledTypes.length < types.length || enumNull,
    alternatives,
    constants,
    never,
  };
}

/** The sub-schemas that `location` keeps in a list or map, in their order. */
export function childrenOf(location: Location, keyword: string): readonly Location[] {
  if (!isObject(location.schema) || own<unknown>(location.schema, keyword) === undefined) return [];
  const found: Location[] = [];
  location.children.forEach((child) => {
    if (child.parts[0] === keyword) found.push(child);
  });
  return found;
}

/** The keyword of one part, whatever stands there. */
export function heldBy(location: Location, keyword: string): unknown {
  return isObject(location.schema) ? own<unknown>(location.schema, keyword) : undefined;
}

/** The one value that a schema admits, in a box; `undefined` if it is not a constant. */
export function constantOf(location: Location): { readonly value: Json } | undefined {
  for (const part of location.ref === undefined ? [location] : conjuncts(location)) {
    const constant = heldBy(part, 'const');
    if (constant !== undefined) return { value: constant as Json };
    const choices = heldBy(part, 'enum');
    if (Array.isArray(choices) && choices.length === 1) return { value: choices[0] as Json };
  }
  return undefined;
}

function admitsOnlyNull(location: Location): boolean {
  const types = typeList(heldBy(location, 'type'));
  return (types.length === 1 && types[0] === 'null') || constantOf(location)?.value === null;
}

function merged(parts: readonly Location[]): SchemaObject {
  const schema = new Map<string, unknown>();
  for (const part of parts) {
    if (!isObject(part.schema)) continue;
    for (const keyword of Object.keys(part.schema)) {
      if (HOLDERS.has(keyword) || keyword === '$ref' || keyword === '$dynamicRef') continue;
      const inner = part.schema[keyword];
      const merge = MERGES.get(keyword);
      if (!schema.has(keyword)) schema.set(keyword, inner);
      else if (merge !== undefined) schema.set(keyword, merge(schema.get(keyword), inner));
    }
  }
  const object = Object.create(null) as Record<string, unknown>;
  schema.forEach((value, keyword) => (object[keyword] = value));
  return object;
}

function typesOf(
  parts: readonly Location[],
  schema: SchemaObject,
  constants: readonly Location[],
  alternatives: readonly (readonly Location[])[],
): readonly TypeName[] {
  if (schema.type !== undefined) return typeList(schema.type);
  if (schema.const !== undefined) return [typeOf(schema.const)];
  if (Array.isArray(schema.enum)) return [...new Set(schema.enum.map(typeOf))];
  if (constants.length > 0) return [...new Set(constants.map((branch) => typeOf(constantOf(branch)?.value)))];
  const told = TELLING.filter(([, keywords]) =>
    parts.some((part) => keywords.some((keyword) => heldBy(part, keyword) !== undefined)),
  );
  if (told.length === 1) return [told[0]![0]];
  if (told.length > 1 || alternatives.length === 0) return [];
  // One level of alternatives is looked into; deeper ones leave the type open, which shows the value as text.
  const [branches = []] = alternatives;
  const types = new Set<TypeName>();
  for (const branch of branches) {
    const own = merged(conjuncts(branch));
    const inner = typesOf(conjuncts(branch), own, [], []);
    if (inner.length === 0) return [];
    inner.forEach((type) => types.add(type));
  }
  return [...types];
}

function typeOf(value: unknown): TypeName {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'number' || type === 'boolean' || type === 'string' ? type : 'object';
}

const TYPE_NAMES: readonly unknown[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

function typeList(held: unknown): readonly TypeName[] {
  return listOf(Array.isArray(held) ? held : [held]).filter((type) => TYPE_NAMES.includes(type)) as TypeName[];
}

function commonTypes(a: readonly TypeName[], b: readonly TypeName[]): readonly TypeName[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const within = (type: TypeName, list: readonly TypeName[]) =>
    list.includes(type) || (type === 'integer' && list.includes('number'));
  return [...new Set([...a.filter((type) => within(type, b)), ...b.filter((type) => within(type, a))])];
}

function common(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const keys = new Set(b.map(equalityKey));
  return a.filter((value) => keys.has(equalityKey(value)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
