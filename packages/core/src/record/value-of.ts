import { FormulaError, type Value } from '../formula/value.ts';
import type { Json } from '../json/json.ts';

/**
 * A stored value as formulas see it: absent and null are blank, lists of plain values are lists, objects are no value.
 */
export function valueOf(json: Json | undefined): Value | readonly Value[] {
  return Array.isArray(json) ? json.map((item) => cellOf(item)) : cellOf(json);
}

/** The same for one cell, where a list is no value, either. */
export function cellOf(json: Json | undefined): Value {
  if (json === undefined || json === null || json === '') return null;
  return typeof json === 'object' ? new FormulaError('#VALUE!', 'not-a-value') : json;
}
