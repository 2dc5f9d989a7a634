import { readFormula } from '../formula/read.ts';
import { contentHash } from '../json/hash.ts';
import type { FormulaReading } from './formula-part.ts';
import { namesOf, parametersOf } from './known-names.ts';
import { withNumbers } from './with-numbers.ts';

/** All that reads the formulas and parameters of a definition, for `provideReading`. */
export const wholeReading: FormulaReading = { readFormula, parametersOf, namesOf, contentHash, withNumbers };
