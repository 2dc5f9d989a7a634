import { messagesIn } from '@jiceng/elements/internal/locale.js';

const zh = {
  why: (field: string) => `“${field}”为什么是这样`,
  nothing: '选一个字段，或点一下表单里的字段，这里说明它为什么显示、必填、不能修改，值从哪里来。',
  now: '现在：',
  toRule: '查看规则',
  pick: '看哪个字段',
  none: '（还没有选）',
  hidden: (title: string) => `${title}（现在隐藏）`,
  sides: { shown: '显示', required: '必填', readonly: '修改', value: '取值' },
};
export type Messages = typeof zh;

const en: Messages = {
  why: (field) => `Why “${field}” is as it is`,
  nothing:
    'Choose a field here or in the form to see why it is shown, required or closed, and where its value comes from.',
  now: 'Now: ',
  toRule: 'Show the rule',
  pick: 'Which field',
  none: '(none chosen)',
  hidden: (title) => `${title} (hidden now)`,
  sides: { shown: 'Shown', required: 'Required', readonly: 'Changes', value: 'Value' },
};

export const messages = messagesIn({ 'zh-CN': zh, en });
