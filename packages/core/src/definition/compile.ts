import type { Definition } from '../generated/definition.ts';
import { textJudges } from '../schema/text-judges.ts';
import { provideTextPart } from '../schema/text-part.ts';
import { compileWith, type Compiled } from './compiled.ts';
import { formulaEngine } from './formula-engine.ts';

export type { Compiled, NameKind } from './compiled.ts';

/** Compiles an admitted definition with all that its formulas and texts need; the same object is compiled once. */
export function compile(definition: Definition): Compiled {
  provideTextPart(textJudges);
  return compileWith(definition, formulaEngine);
}
