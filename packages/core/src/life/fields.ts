import type { Compiled } from '../definition/compiled.ts';
import { pointerParts } from '../json/pointer.ts';

/** Whether the field `pointer` is `pattern` or stands below it; `*` in the pattern stands for any part. */
export function covers(pattern: string, pointer: string): boolean {
  const wanted = pointerParts(pattern);
  const parts = pointerParts(pointer);
  return wanted.length <= parts.length && wanted.every((part, at) => part === '*' || part === parts[at]);
}

/** Whether the fields meet: one is the other or stands below it. */
export function touches(pattern: string, pointer: string): boolean {
  const wanted = pointerParts(pattern);
  const parts = pointerParts(pointer);
  return wanted.slice(0, parts.length).every((part, at) => part === '*' || part === parts[at]);
}

const cache = new WeakMap<Compiled, readonly string[]>();

/** Addresses of fields that nobody types: computed by a rule, results of the score, prefilled for good. */
export function computedFields(compiled: Compiled): readonly string[] {
  let known = cache.get(compiled);
  if (!known) {
    const { rules = [], score, prefill = [] } = compiled.definition;
    known = [
      ...rules
        .filter((rule) => 'field' in rule && rule.value !== undefined)
        .map((rule) => (rule as { field: string }).field),
      ...Object.values(score?.over ? {} : (score?.outputs ?? {})).filter(
        (pointer): pointer is string => typeof pointer === 'string',
      ),
      ...prefill.filter(({ editable }) => editable !== true).map(({ field }) => field),
    ];
    cache.set(compiled, known);
  }
  return known;
}

/** Whether the field is computed, so that any other value would be written over at once. */
export function isComputed(compiled: Compiled, pointer: string): boolean {
  return computedFields(compiled).some((pattern) => covers(pattern, pointer));
}

/** Whether nobody may type the field, whoever they are: it is computed, or the record schema says so. */
export function isTypedByNobody(compiled: Compiled, pointer: string): boolean {
  if (isComputed(compiled, pointer)) return true;
  const parts = pointerParts(pointer);
  for (let node = compiled.field(pointer), at = parts.length; node && at > 0; node = node.parent, at--)
    if (node.schema.readOnly === true) return true;
  return false;
}
