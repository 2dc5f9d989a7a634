import type { Definition } from '../generated/definition.ts';
import { compileWith, type Compiled } from './compiled.ts';
import { formulaEngine } from './formula-engine.ts';

export type { Compiled, NameKind } from './compiled.ts';

/** Compiles an admitted definition with all that its formulas need; the same object is compiled once. */
export function compile(definition: Definition): Compiled {
  return compileWith(definition, formulaEngine);
}
