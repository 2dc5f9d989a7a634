import { wholeReading } from '../definition/formula-reading.ts';
import { brokenFormulas } from './broken-formulas.ts';
import { withComputed } from './computed-fields.ts';
import { FormChecks } from './form-checks.ts';
import type { FormModel } from './form.ts';
import { FormulaReader } from './formulas.ts';
import { RowsModel } from './rows.ts';

/** All that formulas mean in a form, as one part: a page whose forms have none need not load it. */
export const formulaEngine = {
  reading: wholeReading,
  brokenFormulas,
  reader: (form: FormModel): FormulaReader => new FormulaReader(form),
  checks: (form: FormModel): FormChecks => new FormChecks(form),
  withComputed,
  /** Formulas read columns. */
  RowsModel,
};

export type FormulaEngine = typeof formulaEngine;
