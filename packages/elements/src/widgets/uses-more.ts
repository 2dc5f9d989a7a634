import { isObject } from '@jiceng/core/json/json.js';
import { MANY } from './choice.ts';

const FORMATS = /^(?:period|person|organisation|file)$/;
const NAMES = /^(?:period|search|person|organisation|files)$/;
const PLAIN = /^(?:string|number|integer|boolean)$/;

// Both answer yes too often rather than too seldom, and know only structures that have been checked.

/** Whether fields of these schemas and views may need `moreWidgets`: files, periods, people and organisations, long lists of options. */
export const usesMore = (...documents: readonly unknown[]): boolean => documents.some((document) => has(document, (key, value) =>
  (key === 'format' && FORMATS.test(String(value))) || (key === 'widget' && NAMES.test(String(value))) || (Array.isArray(value) && value.length > MANY)));

/** Whether fields of these schemas and views may need tables. */
export const usesRows = (...documents: readonly unknown[]): boolean => documents.some((document) => has(document, (key, value) =>
  (key === 'items' && !(isObject(value) && ('enum' in value || PLAIN.test(String(value['type']))))) || (key === 'widget' && value === 'table')));

/** Whether `test` finds any keyword at any depth. */
function has(part: unknown, test: (key: string, value: unknown) => boolean): boolean {
  if (Array.isArray(part)) return part.some((item) => has(item, test));
  return isObject(part) && Object.entries(part).some(([key, value]) => test(key, value) || has(value, test));
}
