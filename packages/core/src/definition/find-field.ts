import { pointerParts } from '../json/pointer.ts';
import type { FieldNode } from '../schema/fields.ts';

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

/** The field at an address; `*` or a position stands for any row. */
export function findField(root: FieldNode, pointer: string): FieldNode | undefined {
  let node: FieldNode | undefined = root;
  for (const part of pointerParts(pointer)) {
    if (!node) return undefined;
    const item: FieldNode | undefined = node.item();
    node = item && (part === '*' || /^\d+$/.test(part)) ? item : childField(node, part);
  }
  return node;
}
