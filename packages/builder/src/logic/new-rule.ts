import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import type { Effect } from '@jiceng/core/logic/rule-text.js';
import { formulaOf } from '@jiceng/core/logic/write-sentence.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { rowsOf } from '@jiceng/core/definition/places.js';
import type { FormulaContext } from '../formula/formula-context.ts';
import { addRule, type RuleChange } from './rule-edits.ts';
import { newRow, sentenceOfRow } from '../condition/rows.ts';

/** What a new rule can do. */
export type NewEffect = Effect | 'check' | 'section';

/**
 * A first condition that can be changed by choices: about something with options or yes and no, if there is such, and
 * not about `field`.
 */
export function firstCondition({ subjects }: FormulaContext, field: string | undefined): string {
  const others = subjects.filter(({ word }) => word.field !== field);
  const chosen =
    others.find(
      ({ word, group }) =>
        (group === 'row' || group === 'fields') &&
        (word.options.length > 0 || word.kind === 'boolean') &&
        word.kind !== 'list',
    ) ??
    others.find(({ word }) => word.kind !== 'list') ??
    others[0];
  return chosen ? formulaOf(sentenceOfRow(newRow(chosen.term, chosen.word), chosen.word.kind)) : 'TRUE';
}

const MESSAGE: Bilingual = { 'zh-CN': '请核对填写内容。', en: 'Please check what was filled in.' };

/** A new rule about the field at an address; for `section`, about the section at that pointer. */
export function newRule(value: Json, effect: NewEffect, target: string, context: FormulaContext): RuleChange {
  if (effect === 'section')
    return {
      edits: [{ set: `${target}/when`, value: firstCondition(context, undefined), after: 'section' }],
      select: [target],
    };
  return addRule(value, ruleOf(effect, target, context));
}

function ruleOf(effect: Exclude<NewEffect, 'section'>, field: string, context: FormulaContext): JsonObject {
  if (effect !== 'check')
    return { field, [effect]: effect === 'value' ? firstValue(field, context) : firstCondition(context, field) };
  const own = rowsOf(field) === undefined ? context.subjects.find(({ word }) => word.field === field) : undefined;
  const check = own
    ? formulaOf(sentenceOfRow(newRow(own.term, own.word), own.word.kind))
    : firstCondition(context, undefined);
  return { check, level: 'error', message: MESSAGE['zh-CN'], ...(own ? { fields: [field] } : {}) };
}

function firstValue(field: string, { words }: FormulaContext): string {
  const word = words.at(field);
  return word?.kind === 'number' ? '0' : word?.kind === 'date' ? 'TODAY()' : word?.kind === 'boolean' ? 'TRUE' : '""';
}
