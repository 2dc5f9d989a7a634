import type { Pane } from '../session/pane.ts';

export const jsonPane: Pane = {
  id: 'json',
  title: { 'zh-CN': 'JSON', en: 'JSON' },
  help: {
    'zh-CN': '直接查看和修改定义的全文，供熟悉 JSON 的人员使用；与画面共用一份内容和撤销。',
    en: 'The whole definition as text, for those who know JSON; it shares content and undo with the canvas.',
  },
  tag: 'jc-builder-json',
  load: () => import('./define.ts'),
};
