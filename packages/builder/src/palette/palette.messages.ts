import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    find: '查找字段类型',
    kinds: '字段类型',
    none: '没有这样的字段类型。',
    hint: '回车添加在选中的字段之后。',
    section: '分组',
    found: (count: number) => `${count} 种`,
  },
  en: {
    find: 'Find a kind of field',
    kinds: 'Kinds of field',
    none: 'There is no such kind of field.',
    hint: 'Enter adds it behind the selected field.',
    section: 'Section',
    found: (count: number) => `${count} kinds`,
  },
});
