import { FormulaError, type Value } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import type { NameKind } from './formula-part.ts';
import { ENVELOPE_NAMES } from './names.ts';

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
    else
      for (const column of columnsOf(rows))
        values.set(
          `${name}.${column}`,
          rows.map((row) => cell(own(row, column))),
        );
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

/** What the names in a definition's formulas stand for. */
export function namesOf(definition: Definition, statusName: string): Map<string, NameKind> {
  const names = new Map<string, NameKind>();
  for (const name of ENVELOPE_NAMES) names.set(name, 'envelope');
  if (definition.states) names.set(statusName, 'status');
  for (const name of Object.keys(definition.parameters ?? {})) names.set(name, 'parameter');
  const { properties } = definition.record as { readonly properties?: unknown }; // a stranger's schema may have none
  if (isObject(properties)) for (const name of Object.keys(properties)) names.set(name, 'field');
  return names;
}
