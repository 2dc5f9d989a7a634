import { FormulaError, type Value } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';

/** Values of the parameters as formulas read them: lists as lists, columns of tables as `name.column`. */
export function parametersOf(definition: Definition): Map<string, Value | readonly Value[]> {
  const values = new Map<string, Value | readonly Value[]>();
  for (const [name, parameter] of Object.entries(definition.parameters ?? {})) {
    const value = parameter.value as Json;
    if (!Array.isArray(value)) {
      values.set(name, value as Value);
      continue;
    }
    const rows = value.filter(isObject);
    if (rows.length === 0) values.set(name, value as readonly Value[]);
    else for (const column of columnsOf(rows)) values.set(`${name}.${column}`, rows.map((row) => cell(own(row, column))));
  }
  return values;
}

function columnsOf(rows: readonly JsonObject[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}

function cell(json: Json | undefined): Value {
  if (json === undefined || json === null) return null;
  return typeof json === 'object' ? new FormulaError('#VALUE!', 'not-a-value') : json;
}
