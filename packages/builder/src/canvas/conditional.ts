import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { addressOf, placeOfField } from '../structure/field-places.ts';
import { listAt } from '../structure/structure.ts';

/**
 * Pointers of sections and fields that rules or the layout show only sometimes; on the canvas they stand all the same.
 */
export function conditionalParts(value: Json): ReadonlySet<string> {
  const has = (holder: Json, key: string): boolean => isObject(holder) && typeof own(holder, key) === 'string';
  const sections = listAt(value, '/view').flatMap((section, at) => (has(section, 'when') ? [`/view/${at}`] : []));
  const fields = listAt(value, '/rules').flatMap((rule) =>
    has(rule, 'visible') ? [placeOfField(value, addressOf(rule)) ?? ''] : [],
  );
  return new Set([...sections, ...fields]);
}

/** Whether the record schema has a field under a condition only. */
export const isUnderCondition = (pointer: string): boolean => /\/(?:then|else|dependentSchemas)\//.test(pointer);
