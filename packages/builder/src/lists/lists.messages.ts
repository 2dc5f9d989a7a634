import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    up: (name: string) => `上移“${name}”`,
    down: (name: string) => `下移“${name}”`,
    copy: (name: string) => `复制“${name}”`,
    remove: (name: string) => `删除“${name}”`,
    open: (name: string) => `设置“${name}”`,
    copyWord: '复制',
    removeWord: '删除',
    openWord: '设置',
    unnamed: '未命名',
    name: '名称',
    tools: '操作',
    problems: '需要修改：',
    more: (count: number) => `另有 ${count} 处`,
  },
  en: {
    up: (name: string) => `Move “${name}” up`,
    down: (name: string) => `Move “${name}” down`,
    copy: (name: string) => `Copy “${name}”`,
    remove: (name: string) => `Remove “${name}”`,
    open: (name: string) => `Properties of “${name}”`,
    copyWord: 'Copy',
    removeWord: 'Remove',
    openWord: 'Set',
    unnamed: 'unnamed',
    name: 'Name',
    tools: 'Actions',
    problems: 'To be mended:',
    more: (count: number) => `${count} more`,
  },
});

/** What was done to a thing of a list, as undo names it. */
export const DID = {
  up: (name: string) => ({ 'zh-CN': `上移“${name}”`, en: `“${name}” moved up` }),
  down: (name: string) => ({ 'zh-CN': `下移“${name}”`, en: `“${name}” moved down` }),
  copy: (name: string) => ({ 'zh-CN': `复制“${name}”`, en: `“${name}” copied` }),
  remove: (name: string) => ({ 'zh-CN': `删除“${name}”`, en: `“${name}” removed` }),
  add: (name: string) => ({ 'zh-CN': `新增${name}`, en: `${name} added` }),
  change: (name: string) => ({ 'zh-CN': `修改“${name}”`, en: `“${name}” changed` }),
};
