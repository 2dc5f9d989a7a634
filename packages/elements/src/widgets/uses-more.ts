import { isObject } from '@jiceng/core/json/json.js';
import { MANY } from './choice.ts';

const FORMATS = /^(?:period|person|organisation|file)$/;
const NAMES = /^(?:period|search|person|organisation|files)$/;
const PLAIN = /^(?:string|number|integer|boolean)$/;

// Both are asked of the keywords of schemas and views, and answer yes too often rather than too seldom.

/** Whether it may need `moreWidgets`: a file, a period, people or organisations, a long list of options. */
export const isMoreKeyword = (key: string, value: unknown): boolean =>
  (key === 'format' && FORMATS.test(String(value))) || (key === 'widget' && NAMES.test(String(value))) || (Array.isArray(value) && value.length > MANY && /^(?:enum|oneOf|anyOf)$/.test(key));

/** Whether it may need tables. */
export const isRowsKeyword = (key: string, value: unknown): boolean =>
  (key === 'items' && !(isObject(value) && ('enum' in value || PLAIN.test(String(value['type']))))) || (key === 'widget' && value === 'table');
