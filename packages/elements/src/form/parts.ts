import { hasFormulas, provideFormulas } from '@jiceng/core/definition/formula-part.js';
import { usesFormulas } from '@jiceng/core/form/uses-formulas.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import { hasTextPart, provideTextPart } from '@jiceng/core/schema/text-part.js';
import { usesTexts } from '@jiceng/core/schema/uses-texts.js';

/**
 * Loads what the forms of a definition need beyond what every form needs: the formula engine, patterns and rare formats.
 * Undefined when all is there. The structure of the definition must have been checked.
 */
export function missingParts(definition: Definition, fields: readonly FieldRef[] | undefined): Promise<unknown> | undefined {
  const waits: Promise<void>[] = [];
  if (!hasFormulas() && usesFormulas(definition, fields)) waits.push(import('@jiceng/core/definition/formula-engine.js').then(({ formulaEngine }) => provideFormulas(formulaEngine)));
  if (!hasTextPart() && usesTexts(definition.record)) waits.push(import('@jiceng/core/schema/text-judges.js').then(({ textJudges }) => provideTextPart(textJudges)));
  return waits.length > 0 ? Promise.all(waits) : undefined;
}
