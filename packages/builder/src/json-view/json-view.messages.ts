import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    text: '定义的全文（JSON）',
    problems: (count: number) => `有 ${count} 处需要改正`,
    fine: '没有发现错误。',
    line: (line: number) => `第 ${line} 行`,
    locked: '当前层级只能修改本级内容，全文只供查看。',
    hint: '修改随时生效，与其他页面共用撤销；Tab 键离开，缩进请用空格。',
    keys: '输入引号列出可填的内容，Ctrl+F 查找。',
    tidy: '整理格式',
    find: '查找',
    loading: '正在打开带提示的编辑器，现在就可以修改……',
    plain: '带提示的编辑器未能加载，可以直接修改文字。',
    retry: '重试',
  },
  en: {
    text: 'The whole definition (JSON)',
    problems: (count: number) => (count === 1 ? '1 thing to put right' : `${count} things to put right`),
    fine: 'No errors found.',
    line: (line: number) => `Line ${line}`,
    locked: 'At this level only one’s own part may be changed; the whole can be read here.',
    hint: 'Changes take effect at once and share undo with all other tabs. Tab leaves the text; indent with spaces.',
    keys: 'A quote lists what may be written; Ctrl+F searches.',
    tidy: 'Tidy up',
    find: 'Find',
    loading: 'The editor with hints is being opened; you may write already.',
    plain: 'The editor with hints could not be loaded. The text can be changed as it is.',
    retry: 'Try again',
  },
});

/** Types of JSON Schema, Chinese and English. */
export const SCHEMA_TYPES: Readonly<Record<string, readonly [string, string]>> = {
  string: ['文字', 'text'],
  number: ['数', 'number'],
  integer: ['整数', 'whole number'],
  boolean: ['是 / 否', 'yes or no'],
  array: ['多项', 'several'],
  object: ['字段组', 'group of fields'],
  null: ['空', 'nothing'],
};
