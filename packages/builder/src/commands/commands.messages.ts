import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    title: '全部操作',
    find: '输入操作名称，例如“移动”“添加字段”',
    list: '操作',
    none: '没有这样的操作。',
    cancel: '取消',
    history: '操作记录',
    undoHere: '撤销到此处',
    undoTo: (what: string) => `撤销到此处（含“${what}”）`,
    empty: '还没有可撤销的操作。',
  },
  en: {
    title: 'All commands',
    find: 'Type a command, such as “move” or “add field”',
    list: 'Commands',
    none: 'There is no such command.',
    cancel: 'Cancel',
    history: 'History',
    undoHere: 'Undo to here',
    undoTo: (what: string) => `Undo up to and including “${what}”`,
    empty: 'Nothing to undo yet.',
  },
});
