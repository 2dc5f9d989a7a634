import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    canvas: '画面',
    handles: '对选中项的操作',
    drag: '拖动以移动',
    sometimes: '有条件显示',
    hint: '方向键选择上一项、下一项，Shift 加方向键多选，Alt 加方向键移动，Delete 删除，Enter 修改属性。',
    card: (dimensions: number, items: number, max: number) =>
      `填报时这里是整张评分表：${dimensions}个方面、${items}项指标，满分${max}分，在“评分”中设置。`,
    empty: '还没有字段。从左侧添加，或者按 Ctrl+K 查找操作。',
  },
  en: {
    canvas: 'Canvas',
    handles: 'For the selected',
    drag: 'Drag to move',
    sometimes: 'shown under a condition',
    hint: 'Arrow keys select the one before or after, with Shift several, with Alt they move it; Delete deletes, Enter goes to its properties.',
    card: (dimensions: number, items: number, max: number) =>
      `The whole score card stands here when it is filled in: ${dimensions} dimensions, ${items} items, ${max} points; set under “Score”.`,
    empty: 'No fields yet. Add some from the left, or press Ctrl+K to find a command.',
  },
});

export type CanvasMessages = ReturnType<typeof messages>;
