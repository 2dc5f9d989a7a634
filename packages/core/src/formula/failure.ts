import type { Place } from './tree.ts';

/** What can be wrong with a formula's text; problems.ts has the words. */
export type FormulaProblemCode =
  | 'formula-empty'
  | 'formula-too-long'
  | 'formula-too-deep'
  | 'formula-character'
  | 'formula-cell-reference'
  | 'formula-missing-quote'
  | 'formula-missing-bracket'
  | 'formula-missing-value'
  | 'formula-unexpected'
  | 'formula-separator'
  | 'formula-array'
  | 'formula-number'
  | 'formula-name'
  | 'formula-unknown-function'
  | 'formula-argument-count';

/** Why parsing ended; thrown inside the parser only. */
export class ParseFailure {
  readonly code: FormulaProblemCode;
  readonly at: Place;
  readonly found: string;
  readonly wanted: string;

  constructor(code: FormulaProblemCode, at: Place, found = '', wanted = '') {
    this.code = code;
    this.at = at;
    this.found = found;
    this.wanted = wanted;
  }
}
