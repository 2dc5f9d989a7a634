import { isObject, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { ChoiceContext } from './choice-lists.ts';
import { titled, wordsOf } from './meta-schema.ts';

/** What edits the value of a parameter: as it is now, so that a number stays a number and a table keeps its columns. */
export function parameterSchema(value: Json | undefined, { language }: ChoiceContext): JsonObject {
  return {
    ...(value === undefined ? { type: 'number' } : inferred(value)),
    ...titled(wordsOf('parameter', 'value'), 'value', language),
  };
}

function inferred(value: Json): JsonObject {
  if (typeof value === 'number') return { type: 'number' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (!Array.isArray(value)) return { type: 'string' };
  const rows = value.filter(isObject);
  if (rows.length === 0)
    return {
      type: 'array',
      items:
        value.every((item: Json) => typeof item === 'number') && value.length > 0
          ? { type: 'number' }
          : { type: 'string' },
    };
  const columns = new Map<string, JsonObject>();
  for (const row of rows)
    for (const [column, cell] of Object.entries(row))
      if (!columns.has(column)) columns.set(column, { ...inferred(cell), title: column });
  return { type: 'array', items: { type: 'object', properties: Object.fromEntries(columns) } };
}
