import { isObject, own } from '../json/json.ts';
import type { Vocabulary } from './keywords/keyword.ts';
import type { Resource } from './location.ts';
import type { SchemaIndex } from './resolve.ts';

const PREFIX = 'https://json-schema.org/draft/2020-12/vocab/';

/**
 * The vocabularies in which a resource is written. All of them, unless its `$schema` names a registered meta-schema
 * that lists its own. Formats count if the program asked for them or the meta-schema says that they assert.
 */
export function vocabulariesOf(
  resource: Resource,
  index: SchemaIndex,
  assertsFormats: boolean,
): ReadonlySet<Vocabulary> {
  const { schema } = resource.root;
  const named: unknown = isObject(schema) ? own<unknown>(schema, '$schema') : undefined;
  const meta = typeof named === 'string' ? index.documentOf(named) : undefined;
  const listed: unknown = isObject(meta) ? own<unknown>(meta, '$vocabulary') : undefined;
  const allowed = new Set<Vocabulary>(['core']);
  const lists = (name: string) => !isObject(listed) || own<unknown>(listed, PREFIX + name) !== undefined;
  for (const name of ['applicator', 'unevaluated', 'validation'] as const) if (lists(name)) allowed.add(name);
  if (assertsFormats || (isObject(listed) && lists('format-assertion'))) allowed.add('format');
  return allowed;
}
