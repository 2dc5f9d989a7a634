import type { Definition, FieldRef } from '../generated/definition.ts';
import { someKey } from '../json/keywords.ts';

/** Whether a form of `definition`, or of some `fields` of it, evaluates any formula: in rules, prefills, or conditions of its view. */
export function usesFormulas({ rules, prefill, view }: Definition, fields?: readonly FieldRef[]): boolean {
  return Boolean(rules || prefill) || hasConditions(view) || hasConditions(fields);
}

const hasConditions = (part: unknown): boolean => someKey(part, (key, value) => (key === 'visible' || key === 'required') && typeof value === 'string');
