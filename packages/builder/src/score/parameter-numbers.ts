import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { questions } from './method-form.messages.ts';

/** A number where one is there or is still missing; a formula that no parameter stands for stays text. */
export function numberSchema(document: Json, value: Json | undefined): JsonObject {
  const name = parameterAt(document, value);
  const limit = (key: 'min' | 'max', keyword: string) => {
    const bound = name === undefined ? undefined : valueAt(document, toPointer(['parameters', name, key]));
    return typeof bound === 'number' ? { [keyword]: bound } : {};
  };
  return isNumeric(document, value)
    ? { type: 'number', ...limit('min', 'minimum'), ...limit('max', 'maximum') }
    : { type: 'string', 'x-shape': 'number' };
}

/** Whether people see a number, their own or a parameter's; so it is where there is none yet. */
export const isNumeric = (document: Json, value: Json | undefined): boolean =>
  value === undefined || typeof value === 'number' || parameterAt(document, value) !== undefined;

/** Says that a number is a parameter's; `undefined` where it is not. */
export function heldIn(
  document: Json,
  value: Json | undefined,
  text: ReturnType<typeof questions>,
): string | undefined {
  const name = parameterAt(document, value);
  return name === undefined
    ? undefined
    : text.held(String(valueAt(document, toPointer(['parameters', name, 'title'])) ?? name));
}

/** The name of the parameter that a value names, where it holds a number. */
export function parameterAt(document: Json, value: Json | undefined): string | undefined {
  const name = typeof value === 'string' ? value.trim() : '';
  return name !== '' && typeof valueAt(document, toPointer(['parameters', name, 'value'])) === 'number'
    ? name
    : undefined;
}

/** What the form shows of a value: the number in place of the parameter that holds it. */
export function shownNumber(document: Json, value: Json | undefined): Json | undefined {
  const name = parameterAt(document, value);
  return name === undefined ? value : valueAt(document, toPointer(['parameters', name, 'value']));
}
