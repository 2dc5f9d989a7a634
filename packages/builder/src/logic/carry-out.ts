import { rowsOf } from '@jiceng/core/definition/places.js';
import { contextOf } from '../formula/formula-context.ts';
import type { BuilderSession } from '../session/session.ts';
import { both } from './logic.messages.ts';
import { newRule, type NewEffect } from './new-rule.ts';
import { duplicateRule, removeLine, shiftRule, type RuleChange } from './rule-edits.ts';

/** Adds a rule about the field at an address. */
export function addTo(session: BuilderSession, effect: Exclude<NewEffect, 'section'>, address: string): void {
  const value = session.value.peek();
  const context = contextOf(value, { language: session.language.peek(), rows: rowsOf(address) });
  if (!context) return;
  const change = newRule(value, effect, address, context);
  session.edit({ title: both('added') }, change.edits, change.select);
}

export type RuleAct = 'remove' | 'duplicate' | 'up' | 'down';

/** Does something with the rule at a pointer. */
export function actOn(session: BuilderSession, act: RuleAct, rule: string): void {
  const value = session.value.peek();
  const change: RuleChange | undefined =
    act === 'remove'
      ? removeLine(value, { rule, pointer: rule, effect: 'check' })
      : act === 'duplicate'
        ? duplicateRule(value, rule)
        : shiftRule(value, rule, act === 'up' ? -1 : 1);
  if (change)
    session.edit(
      { title: both(act === 'remove' ? 'removed' : act === 'duplicate' ? 'copied' : 'moved') },
      change.edits,
      change.select,
    );
}
