import { FormulaError, type Value } from '../formula/value.ts';
import type { Json } from '../json/json.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import { toDateText, toDateTimeText } from '../time/serial.ts';

/**
 * A formula's value as the field stores it: serial numbers become dates, blank becomes nothing, numbers in texts become
 * text, a value for a list its only entry.
 */
export function fieldValue(value: Value, { kind }: FieldNode): Json | undefined | FormulaError {
  if (value === null) return undefined;
  if (value instanceof FormulaError) return value;
  if (typeof value === 'number') {
    if (kind === 'date') return toDateText(value) ?? new FormulaError('#NUM!', 'out-of-range');
    if (kind === 'dateTime') return toDateTimeText(value) ?? new FormulaError('#NUM!', 'out-of-range');
    if (kind === 'text' || kind === 'longText') return String(value);
  }
  if (value === '') return undefined;
  return kind === 'choices' || kind === 'list' ? [value] : value;
}
