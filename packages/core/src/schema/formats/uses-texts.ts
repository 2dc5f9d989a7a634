import { DATE_FORMATS } from './date-formats.ts';

/** Whether a keyword of a schema may need `textJudges`: a pattern, or a format other than those of dates. */
export const isTextKeyword = (key: string, value: unknown): boolean =>
  (key === 'pattern' && typeof value === 'string') ||
  key === 'patternProperties' ||
  (key === 'format' && typeof value === 'string' && !DATE_FORMATS.has(value));
