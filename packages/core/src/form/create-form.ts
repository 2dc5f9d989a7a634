import { textJudges } from '../schema/formats/text-judges.ts';
import { provideTextPart } from '../schema/formats/text-part.ts';
import { createBareForm, type CreateFormOptions, type FormModel } from './form.ts';
import { formulaEngine } from './formula-engine.ts';
import { provideFormulas } from './formula-part.ts';
import { provideRows } from './rows-part.ts';

/** Makes formulas, patterns and tables known to every form on this page. */
export function provideAll(): void {
  provideFormulas(formulaEngine);
  provideTextPart(textJudges);
  provideRows(formulaEngine.RowsModel);
}

/**
 * Makes a form over one record, whatever is in its definition. Never throws; whatever is wrong with the data is said at
 * its place.
 */
export function createForm(options: CreateFormOptions): FormModel {
  provideAll();
  return createBareForm(options);
}
