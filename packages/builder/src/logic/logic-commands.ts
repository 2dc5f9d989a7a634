import type { Bilingual } from '@jiceng/core/text/problem.js';
import { rowsOf } from '@jiceng/core/definition/places.js';
import { fieldAt } from '../outline/field-places.ts';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';
import { contextOf } from './formula-context.ts';
import { both, messages } from './logic.messages.ts';
import { newRule, type NewEffect } from './new-rule.ts';
import { duplicateRule, removeLine, shiftRule, type RuleChange } from './rule-edits.ts';

const NO_FIELD: Bilingual = { 'zh-CN': '请先选中一个字段。', en: 'Select a field first.' };
const NO_RULE: Bilingual = { 'zh-CN': '请先选中一条规则。', en: 'Select a rule first.' };

/** Address of the one field that is selected. */
function field(session: BuilderSession): string | undefined {
  const [only, more] = session.selection.value;
  return only === undefined || more !== undefined ? undefined : fieldAt(only);
}

function rule(session: BuilderSession): string | undefined {
  const [only, more] = session.selection.value;
  return more === undefined && only !== undefined && /^\/rules\/\d+$/.test(only) ? only : undefined;
}

const TITLES: Readonly<Record<Exclude<NewEffect, 'section'>, Bilingual>> = {
  visible: { 'zh-CN': '添加规则：什么情况下显示', en: 'Add a rule: when it is shown' }, required: { 'zh-CN': '添加规则：什么情况下必填', en: 'Add a rule: when it is required' },
  readonly: { 'zh-CN': '添加规则：什么情况下不能修改', en: 'Add a rule: when it cannot be changed' }, value: { 'zh-CN': '添加规则：自动得出', en: 'Add a rule: worked out' }, check: { 'zh-CN': '添加规则：校验', en: 'Add a rule: a check' },
};

const adding = (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((effect): Command => ({
  id: `rule-${effect}`, title: TITLES[effect],
  refused: (session) => (field(session) === undefined ? NO_FIELD : undefined),
  run(session) {
    const address = field(session);
    const value = session.value.peek();
    const context = address === undefined ? undefined : contextOf(value, { language: session.language.peek(), rows: rowsOf(address) });
    if (address === undefined || !context) return;
    const change = newRule(value, effect, address, context);
    session.edit({ title: both('added') }, change.edits, change.select);
  },
}));

function changing(id: string, key: 'removed' | 'copied' | 'moved', title: Bilingual, change: (session: BuilderSession, pointer: string) => RuleChange | undefined): Command {
  return {
    id, title,
    refused(session) {
      const pointer = rule(session);
      return pointer === undefined ? NO_RULE : change(session, pointer) ? undefined : { 'zh-CN': messages('zh-CN').noFurther, en: messages('en').noFurther };
    },
    run(session) {
      const pointer = rule(session);
      const made = pointer === undefined ? undefined : change(session, pointer);
      if (made) session.edit({ title: both(key) }, made.edits, made.select);
    },
  };
}

/** What can be done with rules from the command palette. */
export const logicCommands: readonly Command[] = [
  ...adding,
  changing('rule-remove', 'removed', { 'zh-CN': '删除规则', en: 'Delete the rule' }, (session, pointer) => removeLine(session.value.value, { rule: pointer, pointer, effect: 'check' })),
  changing('rule-duplicate', 'copied', { 'zh-CN': '复制规则', en: 'Duplicate the rule' }, (session, pointer) => duplicateRule(session.value.value, pointer)),
  changing('rule-up', 'moved', { 'zh-CN': '规则上移', en: 'Move the rule up' }, (session, pointer) => shiftRule(session.value.value, pointer, -1)),
  changing('rule-down', 'moved', { 'zh-CN': '规则下移', en: 'Move the rule down' }, (session, pointer) => shiftRule(session.value.value, pointer, 1)),
];
