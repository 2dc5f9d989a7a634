import type { Json } from '../../json/json.ts';
import type { FieldNode } from './fields.ts';

/**
 * What stands in a field of a new record: its default, or the defaults of the fields inside it. `undefined` where
 * there is none. A schema that contains itself is not followed.
 */
export function startValue(field: FieldNode): Json | undefined {
  if (field.default !== undefined || field.kind !== 'object' || field.recursive) return field.default;
  const entries = field.children().map((child) => [child.key, startValue(child)] as const);
  const given = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined; // a key may be `__proto__`
}
