import { isObject } from '@jiceng/core/json/json.js';
import { MANY } from './choice.ts';

const MORE = /^(?:period|files?)$/;
const PICKED = /^(?:person|organisation|search)$/;
const PLAIN = /^(?:string|number|integer|boolean)$/;

// They are asked of the keywords of schemas and views, and answer yes too often rather than too seldom.

/** Whether it may need `moreWidgets`: a file or a period. */
export const isMoreKeyword = (key: string, value: unknown): boolean =>
  (key === 'format' || key === 'widget') && MORE.test(String(value));

/** Whether it may need `pickWidgets`: people, organisations, a long list of options. */
export const isPickKeyword = (key: string, value: unknown): boolean =>
  ((key === 'format' || key === 'widget') && PICKED.test(String(value))) ||
  (Array.isArray(value) && value.length > MANY && /^(?:enum|oneOf|anyOf)$/.test(key));

/** Whether it may need tables. */
export const isRowsKeyword = (key: string, value: unknown): boolean =>
  (key === 'items' && !(isObject(value) && ('enum' in value || PLAIN.test(String(value['type']))))) ||
  (key === 'widget' && value === 'table');
