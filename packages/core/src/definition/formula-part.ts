import type { Formula } from '../formula/tree.ts';
import type { Value } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';

/** What a name in a formula stands for. */
export type NameKind = 'field' | 'parameter' | 'envelope' | 'status';

/** What reads the formulas of a definition, as one part: a page whose definitions have none need not load it. */
export interface FormulaReading {
  readonly readFormula: (text: string) => Formula;
  readonly parametersOf: (definition: Definition) => ReadonlyMap<string, Value | readonly Value[]>;
  readonly namesOf: (definition: Definition, statusName: string) => ReadonlyMap<string, NameKind>;
  readonly contentHash: (document: Json) => string;
  readonly withNumbers: <T extends object>(document: T) => T;
}

let reading: FormulaReading | undefined;

/** Makes the part known; whoever compiles any definition whatever calls this first. */
export function provideReading(given: FormulaReading): void {
  reading = given;
}

/** What reads formulas, where the page has loaded it. */
export function readingIfHere(): FormulaReading | undefined {
  return reading;
}

/** What reads formulas. Throws where a page has loaded none: ask `usesFormulas` before. */
export function formulaReading(): FormulaReading {
  if (!reading) throw new Error('this page was loaded without formulas');
  return reading;
}
