import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { renumbered } from './renumber.ts';
import type { RuleLine } from './rule-list.ts';

/** Edits with what is selected afterwards. */
export interface RuleChange {
  readonly edits: readonly Edit[];
  readonly select: readonly string[];
}

const rulesIn = (value: Json): readonly Json[] => {
  const rules = valueAt(value, '/rules');
  return Array.isArray(rules) ? rules : [];
};
const indexOf = (rule: string): number => Number(rule.slice('/rules/'.length));

/** Adds a rule at the end. */
export function addRule(value: Json, rule: JsonObject): RuleChange {
  const at = rulesIn(value).length;
  return { edits: [{ insert: `/rules/${at}`, value: rule }], select: [`/rules/${at}`] };
}

/** Takes a line away: the whole rule where it does nothing else. */
export function removeLine(
  value: Json,
  { rule, pointer, effect }: Pick<RuleLine, 'rule' | 'pointer' | 'effect'>,
): RuleChange {
  if (effect === 'section') return { edits: [{ remove: pointer }], select: [rule] };
  const held = valueAt(value, rule);
  const others = isObject(held)
    ? ['visible', 'required', 'readonly', 'value'].filter((key) => key !== effect && own(held, key) !== undefined)
    : [];
  if (effect !== 'check' && others.length > 0) return { edits: [{ remove: pointer }], select: [rule] };
  const at = indexOf(rule);
  return {
    edits: [
      ...renumbered(value, '/rules', (index) => (index === at ? undefined : index > at ? index - 1 : index)),
      { remove: rule },
    ],
    select: [],
  };
}

/** Puts a copy of a rule behind it. */
export function duplicateRule(value: Json, rule: string): RuleChange | undefined {
  const at = indexOf(rule);
  const held = rulesIn(value)[at];
  if (held === undefined) return undefined;
  return {
    edits: [
      ...renumbered(value, '/rules', (index) => (index > at ? index + 1 : index)),
      { insert: `/rules/${at + 1}`, value: held },
    ],
    select: [`/rules/${at + 1}`],
  };
}

/** Moves a rule one place; `undefined` at the end of the list. */
export function shiftRule(value: Json, rule: string, by: -1 | 1): RuleChange | undefined {
  const at = indexOf(rule);
  const to = at + by;
  if (!rule.startsWith('/rules/') || to < 0 || to >= rulesIn(value).length) return undefined;
  return {
    edits: [
      ...renumbered(value, '/rules', (index) => (index === at ? to : index === to ? at : index)),
      { move: rule, to: `/rules/${to}` },
    ],
    select: [`/rules/${to}`],
  };
}
