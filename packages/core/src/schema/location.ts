import { own } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import { splitFragment } from './formats/uri.ts';
import type { JsonSchema, SchemaObject } from './schema.ts';

/** A schema with its own URI: the document, or a sub-schema with `$id`. */
export interface Resource {
  readonly uri: string;
  readonly root: Location;
  readonly anchors: Map<string, Location>;
  readonly dynamicAnchors: Map<string, Location>;
}

/** One schema at its place in a document. */
export interface Location {
  readonly schema: JsonSchema;
  readonly resource: Resource;
  readonly parent: Location | undefined;
  /** What leads here from the parent: keyword and name, or raw parts where a reference points past the keywords. */
  readonly parts: readonly string[];
  /** Sub-schemas by `keyword` or `keyword/name`. */
  readonly children: ReadonlyMap<string, Location>;
  /** Where `$ref` leads. */
  readonly ref: Location | undefined;
  /** Where `$dynamicRef` leads unless an outer resource has the same dynamic anchor. */
  readonly dynamicRef: Location | undefined;
}

/** JSON Pointer of a location inside its own document. */
export function schemaPointer(location: Location): string {
  const runs: (readonly string[])[] = [];
  for (let at: Location | undefined = location; at !== undefined; at = at.parent) runs.push(at.parts);
  return runs.reverse().map(toPointer).join('');
}

/** The name that a `$dynamicRef` looks for in outer resources, or `undefined` if it acts like `$ref`. */
export function dynamicName(location: Location): string | undefined {
  if (location.dynamicRef === undefined) return undefined;
  const { fragment } = splitFragment(textOf(location.schema, '$dynamicRef') ?? '');
  return location.dynamicRef.resource.dynamicAnchors.get(fragment) === location.dynamicRef ? fragment : undefined;
}

/** A keyword's text; `undefined` where it holds none. */
export function textOf(schema: JsonSchema, keyword: string): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  const value: unknown = own<unknown>(schema as SchemaObject, keyword);
  return typeof value === 'string' ? value : undefined;
}
