import type { JsonObject } from '@jiceng/core/json/json.js';
import type { ColumnKind } from './guess.ts';
import type { ColumnDraft } from './result.ts';
import { termOf } from './names.ts';

/** Codes of a column's choices: those of its term where all words are the term's, otherwise the words themselves. */
export function codesOf(kind: ColumnKind, options: readonly string[], heading: string): Map<string, string> {
  if (kind !== 'choice' && kind !== 'choices') return new Map();
  const term = termOf(heading);
  const known = new Map((term?.options ?? []).map(([code, word]) => [word, code]));
  const isTerm = options.length > 0 && options.every((option) => known.has(option));
  return new Map(options.map((option) => [option, isTerm ? known.get(option)! : option]));
}

/** Limits for texts: the first that holds what is there. */
const LENGTHS = [60, 200, 500, 2_000, 10_000, 32_767];

/** The schema of a column's field. `longest`: characters of its longest text. */
export function fieldSchema(
  { kind: { value: kind }, title, options, unit, help, formula }: ColumnDraft,
  codes: ReadonlyMap<string, string>,
  longest: number,
  precision: 'day' | 'month' | undefined,
): JsonObject {
  const about = { title: title.value, ...(help ? { description: help.slice(0, 500) } : {}) };
  const behind = { ...(unit ? { 'x-unit': unit } : {}), ...(formula ? { readOnly: true } : {}) };
  const choices = options.value.map((word) => ({ const: codes.get(word) ?? word, title: word }));
  switch (kind) {
    case 'integer':
      return { type: 'integer', ...about, ...behind };
    case 'number':
      return { type: 'number', ...about, ...behind };
    case 'percent':
      return { type: 'number', ...about, ...behind, 'x-unit': '%' };
    case 'boolean':
      return { type: 'boolean', ...about, ...behind };
    case 'date':
      return {
        type: 'string',
        ...about,
        format: 'date',
        ...(precision === 'month' ? { 'x-precision': 'month' } : {}),
        ...behind,
      };
    case 'dateTime':
      return { type: 'string', ...about, format: 'date-time', ...behind };
    case 'choice':
      return { type: 'string', ...about, oneOf: choices, ...behind };
    case 'choices':
      return { type: 'array', ...about, items: { type: 'string', oneOf: choices }, uniqueItems: true, ...behind };
    default: {
      const least = kind === 'longText' ? 500 : 60;
      return {
        type: 'string',
        ...about,
        maxLength: LENGTHS.find((length) => length >= least && length >= longest) ?? 32_767,
        ...behind,
      };
    }
  }
}
