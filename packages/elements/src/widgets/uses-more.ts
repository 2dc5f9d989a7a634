import type { FieldRef } from '@jiceng/core/generated/definition.js';
import { isObject } from '@jiceng/core/json/json.js';
import { MANY } from './choice.ts';

const FORMATS = /^(?:period|person|organisation|file)$/;
const NAMES = /^(?:period|search|person|organisation|files|table)$/;
const PLAIN = /^(?:string|number|integer|boolean)$/;

/**
 * Whether fields of a schema may need `moreWidgets`: tables, files, periods, people and organisations, long lists of options; or whether its view
 * asks for one of them by name. Says yes too often rather than too seldom. Its structure must have been checked.
 */
export function usesMore(schema: unknown, ...views: readonly (readonly FieldRef[] | readonly unknown[] | undefined)[]): boolean {
  return inSchema(schema) || views.some(named);
}

function inSchema(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.length > MANY || schema.some(inSchema);
  return isObject(schema) && Object.entries(schema).some(([key, value]) =>
    (key === 'format' && FORMATS.test(String(value))) || (key === 'items' && !(isObject(value) && ('enum' in value || PLAIN.test(String(value['type']))))) || inSchema(value));
}

function named(view: unknown): boolean {
  if (Array.isArray(view)) return view.some(named);
  return isObject(view) && Object.entries(view).some(([key, value]) => (key === 'widget' && NAMES.test(String(value))) || named(value));
}
