import { isObject } from '@jiceng/core/json/json.js';
import { MANY } from './choice.ts';

const MORE = /^(?:period|files?)$/;
const PICKED = /^(?:person|organisation|search)$/;
const PLAIN = /^(?:string|number|integer|boolean)$/;

/** Whether it is the type of a plain value, or a schema that says so. */
const isPlain = (part: unknown): boolean => PLAIN.test(String(isObject(part) ? part['type'] : part));

// They are asked of the keywords of schemas and views, and answer yes too often rather than too seldom.

/** Whether it may need `moreWidgets`: a file or a period. */
export const isMoreKeyword = (key: string, value: unknown): boolean =>
  (key === 'format' || key === 'widget') && MORE.test(String(value));

/** Whether it may need `rareWidgets`: people, organisations, a long list of options, several types. */
export const isRareKeyword = (key: string, value: unknown): boolean =>
  ((key === 'format' || key === 'widget') && PICKED.test(String(value))) ||
  (Array.isArray(value) &&
    /^(?:enum|oneOf|anyOf|type)$/.test(key) &&
    (value.length > MANY || value.filter((part) => isPlain(part) || (isObject(part) && '$ref' in part)).length > 1));

/** Whether it may need tables. */
export const isRowsKeyword = (key: string, value: unknown): boolean =>
  (key === 'items' && !(isObject(value) && ('enum' in value || isPlain(value)))) ||
  (key === 'widget' && value === 'table');
