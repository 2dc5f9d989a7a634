import { laterMark } from '../session/marks.ts';
import type { Pane } from '../session/pane.ts';

export const textsPane: Pane = {
  id: 'texts',
  title: { 'zh-CN': '文字', en: 'Texts' },
  help: {
    'zh-CN': '全部文字与译文并排修改，看看哪些没有译文，用加长的文字试一试。',
    en: 'All texts beside their translations: see which are missing, and try the form with long texts.',
  },
  tag: 'jc-texts',
  load: () => import('./define.ts'),
  mark: laterMark(async ({ value }) => (await import('./missing.ts')).countMissing(value.peek())),
};
