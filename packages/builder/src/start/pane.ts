import type { Pane } from '../session/pane.ts';

export const pastePane: Pane = {
  id: 'paste',
  title: { 'zh-CN': '粘贴', en: 'Paste' },
  help: {
    'zh-CN': '把 Word、Excel 里的字段或评分指标粘进这张表，先看会变成什么。',
    en: 'Paste fields or score items out of Word or Excel, and see what they become first.',
  },
  tag: 'jc-paste-into',
  load: () => import('./define.ts'),
};
