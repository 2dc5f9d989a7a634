import type { CheckRule, Definition, FieldRule } from '../generated/definition.ts';

/** The rules of one field address, `*` standing for any row. */
export interface RulesOfField {
  /** The first rule that computes a value. */
  readonly value: string | undefined;
  /** All must hold. */
  readonly visible: readonly string[];
  /** One suffices. */
  readonly required: readonly string[];
  readonly readonly: readonly string[];
  readonly prefill: { readonly from: string; readonly editable: boolean } | undefined;
}

const NONE: RulesOfField = { value: undefined, visible: [], required: [], readonly: [], prefill: undefined };

/** Field rules and prefills by address. */
export function rulesByField(definition: Definition): (pattern: string) => RulesOfField {
  const found = new Map<string, RulesOfField>();
  const at = (pattern: string) => found.get(pattern) ?? NONE;
  for (const rule of definition.rules ?? []) {
    if (isCheck(rule)) continue;
    const known = at(rule.field);
    found.set(rule.field, {
      ...known,
      value: known.value ?? rule.value,
      visible: with_(known.visible, rule.visible),
      required: with_(known.required, rule.required),
      readonly: with_(known.readonly, rule.readonly),
    });
  }
  for (const { field, from, editable = false } of definition.prefill ?? []) {
    const known = at(field);
    if (!known.prefill) found.set(field, { ...known, prefill: { from, editable } });
  }
  return at;
}

const with_ = (list: readonly string[], formula: string | undefined): readonly string[] =>
  formula === undefined ? list : [...list, formula];

/** The checks over several fields, in order. */
export function checksOf(definition: Definition): CheckRule[] {
  return (definition.rules ?? []).filter(isCheck);
}

export function isCheck(rule: FieldRule | CheckRule): rule is CheckRule {
  return 'check' in rule;
}
