import { rowsOf } from '../definition/places.ts';
import { parseFormula } from '../formula/parse.ts';
import type { CheckRule, FieldRule } from '../generated/definition.ts';
import { RULE_WORDS } from './rule.messages.ts';
import { SPOKEN } from './speak.messages.ts';
import { spokenCondition, spokenFormula } from './speak.ts';
import type { Words } from './words.ts';

/** What a rule on a field can do. */
export type Effect = 'visible' | 'required' | 'readonly' | 'value';
export const EFFECTS: readonly Effect[] = ['visible', 'required', 'readonly', 'value'];

/** A condition in words; one that cannot be read stays as it is written. */
export function conditionText(formula: string, words: Words): string {
  const result = parseFormula(formula);
  return result.ok ? spokenCondition(result.value.tree, words) : formula;
}

/** A field in words; in a repeated field with the field that it repeats in. */
export function fieldText(address: string, words: Words): string {
  const { title } = SPOKEN[words.language];
  const own = title(words.at(address)?.title ?? address.slice(address.lastIndexOf('/') + 1));
  const rows = rowsOf(address);
  return rows === undefined || rows === address
    ? own
    : RULE_WORDS[words.language].cell(title(words.at(rows)?.title ?? rows.slice(1)), own);
}

/** One effect of a rule on a field, as a sentence. */
export function effectText(field: string, effect: Effect, formula: string, words: Words): string {
  const text = RULE_WORDS[words.language];
  const named = fieldText(field, words);
  if (effect === 'value') return text.value(named, spokenFormula(formula, { ...words, into: words.at(field) }));
  if (effect === 'required' && /^=?\s*true(\(\))?\s*$/i.test(formula)) return text.alwaysRequired(named);
  return text[effect](named, conditionText(formula, words));
}

/** A check, as a sentence. */
export function checkText({ check, level }: Pick<CheckRule, 'check' | 'level'>, words: Words): string {
  const { check: say } = RULE_WORDS[words.language];
  return (say[level] ?? say.error)(conditionText(check, words));
}

/** When a group is shown, as a sentence. */
export function sectionText(title: string, when: string, words: Words): string {
  return RULE_WORDS[words.language].section(SPOKEN[words.language].title(title), conditionText(when, words));
}

/** What one rule says, one sentence for each thing that it does. */
export function ruleTexts(rule: FieldRule | CheckRule, words: Words): string[] {
  if ('check' in rule) return [checkText(rule, words)];
  return EFFECTS.flatMap((effect) => {
    const formula = rule[effect];
    return formula === undefined ? [] : [effectText(rule.field, effect, formula, words)];
  });
}
