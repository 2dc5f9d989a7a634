import { isObject } from '../json/json.ts';
import { DATE_FORMATS } from './date-formats.ts';

/** Whether a schema may need `textJudges`: somewhere in it stands a pattern, or a format other than those of dates. Its structure must have been checked. */
export function usesTexts(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(usesTexts);
  return isObject(schema) && Object.entries(schema).some(([key, value]) =>
    (key === 'pattern' && typeof value === 'string') || key === 'patternProperties' || (key === 'format' && typeof value === 'string' && !DATE_FORMATS.has(value)) || usesTexts(value));
}
