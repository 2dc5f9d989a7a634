import { compile } from '@jiceng/core/definition/compile.js';
import { translated } from '@jiceng/core/definition/translated.js';
import { conditionText } from '@jiceng/core/logic/rule-text.js';
import { spokenFormula } from '@jiceng/core/logic/speak.js';
import { wordsOf } from '@jiceng/core/logic/words.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { BuilderSession } from '../session/session.ts';

/** Says formulas in the words of the definition as it was last right; as they are written while there is none. */
export function spokenIn(session: BuilderSession): {
  condition(formula: Json | undefined): string;
  value(formula: Json | undefined): string;
} {
  const definition = session.definition.value;
  const language = session.language.value;
  const { definitions } = session.supplies.value;
  const words =
    definition &&
    wordsOf(compile(translated(definition, language)), { language, ...(definitions ? { definitions } : {}) });
  const plain = (formula: Json | undefined) =>
    formula === undefined || formula === null ? '' : typeof formula === 'object' ? '…' : String(formula);
  return {
    condition: (formula) => (words && typeof formula === 'string' ? conditionText(formula, words) : plain(formula)),
    value: (formula) => (words && typeof formula === 'string' ? spokenFormula(formula, words) : plain(formula)),
  };
}
