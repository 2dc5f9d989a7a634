import type { Definition } from '../generated/definition.ts';
import { RowsModel } from '../form/rows.ts';
import { provideRows } from '../form/rows-part.ts';
import { textJudges } from '../schema/formats/text-judges.ts';
import { provideTextPart } from '../schema/formats/text-part.ts';
import { compileBare, type Compiled } from './compiled.ts';
import { formulaEngine } from './formula-engine.ts';
import { provideFormulas } from './formula-part.ts';
import { localeOf, translated } from './translated.ts';

export type { Compiled, NameKind } from './compiled.ts';

/** Makes formulas, patterns and tables known to everything on this page. */
export function provideAll(): void {
  provideFormulas(formulaEngine);
  provideTextPart(textJudges);
  provideRows(RowsModel);
}

/** Compiles an admitted definition, whatever is in it, with the numbers that its texts name; the same object is compiled once. */
export function compile(definition: Definition): Compiled {
  provideAll();
  return compileBare(translated(definition, localeOf(definition)));
}
