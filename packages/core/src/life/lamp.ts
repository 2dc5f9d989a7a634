import type { Compiled } from '../definition/compiled.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { LampRule } from '../generated/definition.ts';
import { isTrue } from '../record/judge.ts';
import type { Bilingual } from '../text/problem.ts';

/** The lamp of a record: its colour and, always, its word. */
export interface Lamp {
  readonly lamp: LampRule['lamp'];
  /** Word of the definition, in its own language. */
  readonly title: string;
  /** Place of the rule in `ledger.lamp`, for translated words. */
  readonly index: number;
  /** Rules that could not be decided, with the reason; they were passed over. */
  readonly errors: readonly { readonly index: number; readonly reason: Bilingual }[];
}

/** The first rule that holds; `undefined` without lamp rules, or where none holds. */
export function lampOf(compiled: Compiled, scope: Scope): Lamp | undefined {
  const errors: { index: number; reason: Bilingual }[] = [];
  for (const [index, { lamp, when, title }] of (compiled.definition.ledger?.lamp ?? []).entries()) {
    const holds = when === undefined ? true : evaluate(compiled.formula(when), scope);
    if (holds instanceof FormulaError) errors.push({ index, reason: holds.reason });
    else if (isTrue(holds)) return { lamp, title, index, errors };
  }
  return undefined;
}
