import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';
import { fieldAt } from '../structure/field-places.ts';
import type { RuleAct } from './carry-out.ts';
import type { NewEffect } from './new-rule.ts';

const NO_FIELD: Bilingual = { 'zh-CN': '请先选中一个字段。', en: 'Select a field first.' };
const NO_RULE: Bilingual = { 'zh-CN': '请先选中一条规则。', en: 'Select a rule first.' };
const NO_FURTHER: Bilingual = { 'zh-CN': '不能再往这个方向移动了。', en: 'It cannot go any further that way.' };
const FAILED: Bilingual = {
  'zh-CN': '规则功能没有加载成功，请检查网络后重试。',
  en: 'The part for rules could not be loaded. Check the network and try again.',
};

/** Address of the one field that is selected. */
function fieldIn(session: BuilderSession): string | undefined {
  const [only, more] = session.selection.value;
  return only === undefined || more !== undefined ? undefined : fieldAt(only);
}

/** Number of the one rule that is selected. */
function ruleIn(session: BuilderSession): number | undefined {
  const [only = '', more] = session.selection.value;
  const [, index] = /^\/rules\/(\d+)$/.exec(only) ?? [];
  return more !== undefined || index === undefined ? undefined : Number(index);
}

/** Most of what rules need is loaded with the first of them. */
function carryOut(session: BuilderSession, run: (part: typeof import('./carry-out.ts')) => void): void {
  import('./carry-out.ts').then(run).catch((error: unknown) => {
    console.error('Jiceng: rules could not be changed:', error);
    session.said.value = FAILED[session.language.peek()];
  });
}

const TITLES: Readonly<Record<Exclude<NewEffect, 'section'>, Bilingual>> = {
  visible: { 'zh-CN': '添加规则：什么情况下显示', en: 'Add a rule: when it is shown' },
  required: { 'zh-CN': '添加规则：什么情况下必填', en: 'Add a rule: when it is required' },
  readonly: { 'zh-CN': '添加规则：什么情况下不能修改', en: 'Add a rule: when it cannot be changed' },
  value: { 'zh-CN': '添加规则：自动得出', en: 'Add a rule: worked out' },
  check: { 'zh-CN': '添加规则：校验', en: 'Add a rule: a check' },
};

const adding = (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((effect): Command => ({
  id: `rule-${effect}`,
  title: TITLES[effect],
  refused: (session) => (fieldIn(session) === undefined ? NO_FIELD : undefined),
  run(session) {
    const address = fieldIn(session);
    if (address !== undefined) carryOut(session, ({ addTo }) => addTo(session, effect, address));
  },
}));

function acting(act: RuleAct, title: Bilingual, step = 0): Command {
  return {
    id: `rule-${act}`,
    title,
    refused(session) {
      const at = ruleIn(session);
      if (at === undefined) return NO_RULE;
      return step !== 0 && valueAt(session.value.value, `/rules/${at + step}`) === undefined ? NO_FURTHER : undefined;
    },
    run(session) {
      const at = ruleIn(session);
      if (at !== undefined) carryOut(session, ({ actOn }) => actOn(session, act, `/rules/${at}`));
    },
  };
}

/** What can be done with rules from the command palette. */
export const logicCommands: readonly Command[] = [
  ...adding,
  acting('remove', { 'zh-CN': '删除规则', en: 'Delete the rule' }),
  acting('duplicate', { 'zh-CN': '复制规则', en: 'Duplicate the rule' }),
  acting('up', { 'zh-CN': '规则上移', en: 'Move the rule up' }, -1),
  acting('down', { 'zh-CN': '规则下移', en: 'Move the rule down' }, 1),
];
