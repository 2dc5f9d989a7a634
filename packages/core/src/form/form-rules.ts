import { withComputed } from './computed-fields.ts';
import { FormChecks } from './form-checks.ts';
import type { FormModel } from './form.ts';
import { FormulaReader } from './formulas.ts';
import { RowsModel } from './rows.ts';

/** What the formulas of a definition mean in a form; a form without any never asks for it. */
export const formRules = {
  reader: (form: FormModel): FormulaReader => new FormulaReader(form),
  checks: (form: FormModel): FormChecks => new FormChecks(form),
  withComputed,
  /** Formulas read columns. */
  RowsModel,
};
