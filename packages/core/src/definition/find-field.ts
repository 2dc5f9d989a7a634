import { isObject, type Json } from '../json/json.ts';
import { pointerParts, valueAt } from '../json/pointer.ts';
import { fieldTree, type FieldNode } from '../schema/fields/field-tree.ts';
import type { SchemaObject } from '../schema/schema.ts';

const byKey = new WeakMap<FieldNode, Map<string, FieldNode>>();

/** The field `key` directly below `node`, also one that only a condition brings in; undefined where there is none. */
export function childField(node: FieldNode, key: string): FieldNode | undefined {
  let keys = byKey.get(node);
  if (!keys) {
    keys = new Map();
    for (const branch of node.branches()) for (const field of branch.fields()) keys.set(field.key, field);
    for (const field of node.children()) keys.set(field.key, field);
    byKey.set(node, keys);
  }
  return keys.get(key);
}

const values = new WeakMap<FieldNode, FieldNode>();

/** What every entry of a map by key holds; undefined where the field is no map. */
function valueField(document: SchemaObject, node: FieldNode): FieldNode | undefined {
  let field = values.get(node);
  if (!field) {
    const own = valueAt(document as Json, node.schemaPointer.replace(/^#/, ''));
    const schema = isObject(own) ? own['additionalProperties'] : undefined;
    if (!isObject(schema)) return undefined;
    values.set(
      node,
      (field = fieldTree((document.$defs ? { $defs: document.$defs, ...schema } : schema) as SchemaObject)),
    );
  }
  return field;
}

/**
 * The field of the tree of `document` at an address; `*` or a position stands for any row, `*` or a key for any entry
 * of a map.
 */
export function findField(document: SchemaObject, root: FieldNode, pointer: string): FieldNode | undefined {
  let node: FieldNode | undefined = root;
  for (const part of pointerParts(pointer)) {
    if (!node) return undefined;
    const item: FieldNode | undefined = node.item();
    node = item && (part === '*' || /^\d+$/.test(part)) ? item : (childField(node, part) ?? valueField(document, node));
  }
  return node;
}
