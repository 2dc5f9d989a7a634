import type { Compiled } from '../definition/compile.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { CheckRule, Guard } from '../generated/definition.ts';
import type { Bilingual } from '../text/problem.ts';

/** The messages of the guards that do not hold. A guard that cannot be decided does not hold, and says why. */
export function brokenGuards(compiled: Compiled, guards: readonly Guard[], scope: Scope): readonly Bilingual[] {
  return guards.flatMap(({ when, message }) => {
    const value = evaluate(compiled.formula(when), scope);
    if (isTrue(value)) return [];
    if (!(value instanceof FormulaError)) return [{ 'zh-CN': message, en: message }];
    return [{ 'zh-CN': `${message}（${value.reason['zh-CN']}）`, en: `${message} (${value.reason.en})` }];
  });
}

/** What is said while a check is broken; `undefined` while it holds. Blank counts as held, an error as broken. */
export function brokenCheck(compiled: Compiled, rule: CheckRule, scope: Scope): Bilingual | undefined {
  const value = evaluate(compiled.formula(rule.check), scope);
  if (value === null || isTrue(value)) return undefined;
  const failure = value instanceof FormulaError ? value.reason : undefined;
  return { 'zh-CN': failure ? `${rule.message}（${failure['zh-CN']}）` : rule.message, en: failure ? `${rule.message} (${failure.en})` : rule.message };
}

/** Whether a formula's result says yes. Texts, blanks and errors do not. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}
