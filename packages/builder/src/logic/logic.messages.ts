import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { NewEffect } from './new-rule.ts';

const zh = {
  title: '规则', filter: '只看与这个字段有关的', all: '全部字段', count: (shown: number, all: number) => (shown === all ? `共 ${all} 条` : `${shown} 条，共 ${all} 条`),
  add: '添加规则', effect: '作用', target: '对哪一项', confirm: '添加', none: '还没有规则。', noneHere: '没有与这个字段有关的规则。', unreadable: '定义还不完整，暂时不能列出规则。', noFields: '先添加字段，再设规则。',
  effects: { visible: '字段在什么情况下显示', required: '字段在什么情况下必填', readonly: '字段在什么情况下不能修改', value: '字段自动得出', check: '校验填写的内容', section: '分组在什么情况下显示' } as Readonly<Record<NewEffect, string>>,
  about: (act: string, sentence: string) => `${act}：${sentence}`, up: '上移', down: '下移', duplicate: '复制', remove: '删除', go: '转到字段', more: '提示、级别等属性', other: '规则以外的问题',
  added: '添加规则', removed: '删除规则', copied: '复制规则', moved: '调整规则顺序', changed: '修改规则', fine: '没有发现互相矛盾或不起作用的规则。', show: '查看', noFurther: '不能再往这个方向移动了。',
};
export type Messages = typeof zh;

const en: Messages = {
  title: 'Rules', filter: 'Only those about this field', all: 'All fields', count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
  add: 'Add a rule', effect: 'What it does', target: 'To what', confirm: 'Add', none: 'There are no rules yet.', noneHere: 'No rule is about this field.', unreadable: 'The definition is not complete yet; its rules cannot be listed.', noFields: 'Add fields first, then rules.',
  effects: { visible: 'When a field is shown', required: 'When a field is required', readonly: 'When a field cannot be changed', value: 'A field is worked out', check: 'What is filled in is checked', section: 'When a section is shown' },
  about: (act, sentence) => `${act}: ${sentence}`, up: 'Move up', down: 'Move down', duplicate: 'Duplicate', remove: 'Delete', go: 'Go to the field', more: 'Message, level and other properties', other: 'Outside the rules',
  added: 'Add a rule', removed: 'Delete a rule', copied: 'Duplicate a rule', moved: 'Move a rule', changed: 'Change a rule', fine: 'No rules contradict each other or do nothing.', show: 'Show', noFurther: 'It cannot go any further that way.',
};

export const messages = messagesIn({ 'zh-CN': zh, en });
/** Titles of steps of undo, in both languages. */
export const both = (key: 'added' | 'removed' | 'copied' | 'moved' | 'changed') => ({ 'zh-CN': zh[key], en: en[key] });
