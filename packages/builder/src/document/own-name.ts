import { isObject, own, type Json } from '@jiceng/core/json/json.js';

/**
 * The name that something new would like to have: in the drawing of a local part it begins with `x_`, so that it never
 * meets the core's.
 */
export function ownName(document: Json, wanted: string): string {
  const isPart = isObject(document) && own(document, 'x-local') !== undefined;
  return isPart && !wanted.startsWith('x_') ? `x_${wanted}` : wanted;
}
