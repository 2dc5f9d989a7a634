import type { Compiled } from '@jiceng/core/definition/compile.js';
import { isObject, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { FieldNode } from '@jiceng/core/schema/fields.js';

/** Groups within groups are filled in so deep; a schema may contain itself. */
const DEEPEST = 4;

/** Data as somebody might fill it in: what the schema gives as an example or default, else the first option or a small value. */
export function exampleOf({ root }: Compiled, now: string): JsonObject {
  const made = fill(root, now, 0);
  return isObject(made) ? made : {};
}

function fill(node: FieldNode, now: string, depth: number): Json | undefined {
  const [example] = node.examples;
  const given = example ?? node.default ?? node.options[0]?.value;
  if (given !== undefined) return node.kind === 'choices' ? [given] : given;
  const today = now.slice(0, 10);
  switch (node.kind) {
    case 'object': return depth > DEEPEST ? undefined : Object.fromEntries(node.children().flatMap((child) => { const value = fill(child, now, depth + 1); return value === undefined ? [] : [[child.key, value] as const]; }));
    case 'rows': case 'list': case 'choices': {
      const item = node.item();
      const value = item && depth <= DEEPEST ? fill(item, now, depth + 1) : undefined;
      return value === undefined ? undefined : [value];
    }
    case 'number': case 'integer': return Math.max(1, typeof node.schema['minimum'] === 'number' ? node.schema['minimum'] : 1);
    case 'boolean': return true;
    case 'date': return today;
    case 'dateTime': return now;
    case 'text': case 'longText': return node.format === undefined ? node.title : undefined;
    default: return undefined;
  }
}
