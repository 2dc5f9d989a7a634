import type { Definition, FieldRef } from '../generated/definition.ts';
import { isObject } from '../json/json.ts';

/** Whether a form of `definition`, or of some `fields` of it, evaluates any formula: in rules, prefills, or conditions of its view. */
export function usesFormulas({ rules, prefill, view }: Definition, fields?: readonly FieldRef[]): boolean {
  return Boolean(rules || prefill) || hasConditions(view) || hasConditions(fields);
}

function hasConditions(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasConditions);
  return isObject(part) && Object.entries(part).some(([key, value]) => ((key === 'visible' || key === 'required') && typeof value === 'string') || hasConditions(value));
}
