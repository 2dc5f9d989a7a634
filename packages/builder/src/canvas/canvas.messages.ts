import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    canvas: '画面', hint: '方向键选择上一项、下一项，Shift 加方向键多选，Alt 加方向键移动，Delete 删除，Enter 修改属性。',
    nothing: '这份定义还不能显示。请在“JSON”中改正下列错误：', dropped: (count: number) => `有 ${count} 处有误，暂未在画面上显示：`, empty: '还没有字段。从左侧添加，或者按 Ctrl+K 查找操作。',
  },
  en: {
    canvas: 'Canvas', hint: 'Arrow keys select the one before or after, with Shift several, with Alt they move it; Delete deletes, Enter goes to its properties.',
    nothing: 'This definition cannot be shown yet. Put these errors right under “JSON”:', dropped: (count: number) => (count === 1 ? 'One part is in error and not shown for now:' : `${count} parts are in error and not shown for now:`), empty: 'No fields yet. Add some from the left, or press Ctrl+K to find a command.',
  },
});
