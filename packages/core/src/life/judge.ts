import type { Compiled } from '../definition/compile.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { Guard } from '../generated/definition.ts';
import type { Bilingual } from '../text/problem.ts';
import { isTrue } from './lamp.ts';

/** The messages of the guards that do not hold. A guard that cannot be decided does not hold, and says why. */
export function brokenGuards(compiled: Compiled, guards: readonly Guard[], scope: Scope): readonly Bilingual[] {
  return guards.flatMap(({ when, message }) => {
    const value = evaluate(compiled.formula(when), scope);
    if (isTrue(value)) return [];
    if (!(value instanceof FormulaError)) return [{ 'zh-CN': message, en: message }];
    return [{ 'zh-CN': `${message}（${value.reason['zh-CN']}）`, en: `${message} (${value.reason.en})` }];
  });
}
