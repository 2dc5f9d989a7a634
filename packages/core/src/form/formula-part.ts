import { provideReading } from '../definition/formula-part.ts';
import type { FormulaEngine } from './formula-engine.ts';

let engine: FormulaEngine | undefined;

/** Makes the engine known; whoever makes any form whatever calls this first. */
export function provideFormulas(given: FormulaEngine): void {
  engine = given;
  provideReading(given.reading);
}

export function hasFormulas(): boolean {
  return engine !== undefined;
}

/** What evaluates a form's formulas. Throws where a page has loaded none: ask `usesFormulas` before. */
export function formulas(): FormulaEngine {
  if (!engine) throw new Error('this page was loaded without formulas');
  return engine;
}
