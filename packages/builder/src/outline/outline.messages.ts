import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    tree: '表单结构',
    rest: '未放入版面的字段',
    locked: '统一',
    untitled: '（未命名）',
    problems: (count: number) => `${count} 处有误`,
    section: '分组',
    open: '展开',
    close: '收起',
    empty: '还没有字段。',
    hint: '方向键移动，Shift 加方向键多选，Ctrl 加空格增减选择，Alt 加方向键移动位置，Delete 删除，F2 修改标识。',
  },
  en: {
    tree: 'Structure of the form',
    rest: 'Fields outside the layout',
    locked: 'Locked',
    untitled: '(untitled)',
    problems: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    section: 'Section',
    open: 'Open',
    close: 'Close',
    empty: 'No fields yet.',
    hint: 'Arrow keys go through it, with Shift they select several, Ctrl and Space adds or takes out one, Alt and arrow keys move, Delete deletes, F2 changes the key.',
  },
});
