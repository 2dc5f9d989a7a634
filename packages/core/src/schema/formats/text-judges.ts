import { FORMATS } from './formats.ts';
import { compilePattern } from '../pattern/pattern.ts';
import type { TextPart } from './text-part.ts';

/** Patterns and formats, for `provideTextPart`. */
export const textJudges: TextPart = { compilePattern, formats: FORMATS };
