import type { Definition, FieldRef } from '../generated/definition.ts';
import { someKey } from '../json/keywords.ts';

/**
 * Whether a form of `definition`, or of some `fields` of it, needs formulas: in rules, prefills, conditions of its
 * view, or for parameters in its texts.
 */
export function usesFormulas({ rules, prefill, parameters, view }: Definition, fields?: readonly FieldRef[]): boolean {
  return Boolean(rules || prefill || parameters) || hasConditions(view) || hasConditions(fields);
}

const hasConditions = (part: unknown): boolean =>
  someKey(part, (key, value) => (key === 'visible' || key === 'required') && typeof value === 'string');
