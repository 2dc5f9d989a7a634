import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': { text: '定义的全文（JSON）', problems: (count: number) => `有 ${count} 处需要改正`, fine: '没有发现错误。', line: (line: number) => `第 ${line} 行`, locked: '当前层级只能修改本级内容，全文只供查看。', hint: '修改随时生效；Tab 键离开，缩进请用空格。' },
  en: { text: 'The whole definition (JSON)', problems: (count: number) => (count === 1 ? '1 thing to put right' : `${count} things to put right`), fine: 'No errors found.', line: (line: number) => `Line ${line}`, locked: 'At this level only one’s own part may be changed; the whole can be read here.', hint: 'Changes take effect at once. Tab leaves the text; indent with spaces.' },
});
