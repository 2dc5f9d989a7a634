import type { Compiled } from '../definition/compiled.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { CheckRule, Guard } from '../generated/definition.ts';
import type { Bilingual } from '../text/problem.ts';

/** The messages of the guards that do not hold. A guard that cannot be decided does not hold, and says why. */
export function brokenGuards(compiled: Compiled, guards: readonly Guard[], scope: Scope): readonly Bilingual[] {
  return guards.flatMap(({ when, message }) => {
    const value = evaluate(compiled.formula(when), scope);
    return isTrue(value) ? [] : [withFailure(message, value)];
  });
}

/**
 * What is said of a check whose formula gives `value`; `undefined` while it holds. Blank counts as held, an error as
 * broken.
 */
export function brokenCheck({ message }: CheckRule, value: unknown): Bilingual | undefined {
  return value === null || isTrue(value) ? undefined : withFailure(message, value);
}

/** The message of a definition, and why it could not be decided where the formula has failed. */
function withFailure(message: string, value: unknown): Bilingual {
  if (!(value instanceof FormulaError)) return { 'zh-CN': message, en: message };
  return { 'zh-CN': `${message}（${value.reason['zh-CN']}）`, en: `${message} (${value.reason.en})` };
}

/**
 * Whether a formula's result says yes, as Excel has it: TRUE, a number other than 0, or a text that says TRUE. Blanks,
 * other texts and errors do not.
 */
export function isTrue(value: unknown): boolean {
  return (
    value === true || (typeof value === 'number' && value !== 0) || (typeof value === 'string' && /^true$/i.test(value))
  );
}
