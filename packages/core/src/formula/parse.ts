import type { Result } from '../text/problem.ts';
import { ParseFailure } from './failure.ts';
import { toProblem } from './problems.ts';
import { readFormula } from './read.ts';
import type { Formula, FormulaProblem } from './tree.ts';

/** A failed parse; unlike the problems of other gates, these know their place in the text. */
export type FormulaResult =
  | { readonly ok: true; readonly value: Formula }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/**
 * Reads a formula in Excel's syntax: with or without the leading `=`, with full-width or half-width punctuation. Never
 * throws. Unknown functions and wrong numbers of arguments are problems; whether a name exists is for the caller to
 * check by `names`.
 */
export function parseFormula(text: string): FormulaResult & Result<Formula> {
  try {
    return { ok: true, value: readFormula(text) };
  } catch (failure) {
    if (failure instanceof ParseFailure) return { ok: false, problems: [toProblem(text, failure)] };
    throw failure;
  }
}
