import type { Result } from '../text/problem.ts';
import { interpretSchema, type CompileOptions, type Validator } from './interpreter.ts';
import type { JsonSchema } from './schema.ts';
import { textJudges } from './formats/text-judges.ts';
import { provideTextPart } from './formats/text-part.ts';

export type { CompileOptions, Validator, Violation } from './interpreter.ts';

/** Compiles any schema, or says with pointers into it why it cannot be used. Never throws. */
export function compileSchema(schema: JsonSchema, options?: CompileOptions): Result<Validator> {
  provideTextPart(textJudges);
  return interpretSchema(schema, options);
}
