import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { fieldTree, type FieldNode } from '@jiceng/core/schema/fields/field-tree.js';
import { fieldAt, fieldsBelow, itemOf, schemaAt } from '../structure/field-places.ts';

/** A field of a definition that may be half made. */
export interface ListedField {
  /** Address in the record's data, `*` for any row. */
  readonly address: string;
  /** Titles from the outermost group down. */
  readonly title: string;
  /** JSON Pointer of its schema in the definition. */
  readonly pointer: string;
}

/** Schemas refer to each other, even in circles. */
const DEEPEST = 4;

/** Every field of a definition in the order of the document, with the fields of groups and rows. */
export function listFields(document: Json): ListedField[] {
  const found: ListedField[] = [];
  const walk = (place: string, address: string, title: string, depth: number) => {
    for (const { key, pointer } of fieldsBelow(document, place)) {
      const here = `${address}${fieldAt(`/record/properties/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`) ?? ''}`;
      const words = title + titleOf(document, pointer, key);
      found.push({ address: here, title: words, pointer });
      if (depth === 0) continue;
      walk(pointer, here, `${words} › `, depth - 1);
      const item = itemOf(document, pointer);
      if (item !== undefined) walk(item, `${here}/*`, `${words} › `, depth - 1);
    }
  };
  walk('/record', '', '', DEEPEST);
  return found;
}

function titleOf(document: Json, pointer: string, key: string): string {
  for (const schema of [valueAt(document, pointer), schemaAt(document, pointer)?.schema]) {
    const title = isObject(schema) ? own(schema, 'title') : undefined;
    if (typeof title === 'string' && title !== '') return title;
  }
  return key;
}

/** How the schema at a pointer of the definition is filled in; `undefined` where it cannot be read. */
export function nodeAt(document: Json, pointer: string): FieldNode | undefined {
  const schema = valueAt(document, pointer);
  const defs = valueAt(document, '/record/$defs');
  if (!isObject(schema)) return undefined;
  try {
    return fieldTree({ ...(defs === undefined ? {} : { $defs: defs }), ...schema } as JsonObject as Parameters<
      typeof fieldTree
    >[0]);
  } catch {
    return undefined; // a stranger's schema: nothing can be said about it
  }
}
