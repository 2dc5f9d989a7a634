import { brokenFormulas } from '../form/broken-formulas.ts';
import { formRules } from '../form/form-rules.ts';
import { evaluate, evaluateList } from '../formula/evaluate.ts';
import { readFormula } from '../formula/read.ts';
import { recordScope } from '../record/scope.ts';
import { contentHash } from '../json/hash.ts';
import { namesOf, parametersOf } from './known-names.ts';
import { withNumbers } from './with-numbers.ts';

/** All that reads and evaluates formulas, as one part: a page whose definition has none need not load it. */
export const formulaEngine = { evaluate, evaluateList, readFormula, recordScope, parametersOf, namesOf, contentHash, withNumbers, formRules, brokenFormulas };

export type FormulaEngine = typeof formulaEngine;
