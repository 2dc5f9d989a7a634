import { laterMark } from '../session/marks.ts';
import type { Pane } from '../session/pane.ts';

export const publishPane: Pane = {
  id: 'publish',
  title: { 'zh-CN': '发布', en: 'Publish' },
  help: {
    'zh-CN': '发布前逐条检查，然后发布、下载文件，或把表嵌入现有页面。',
    en: 'Every rule is checked; then publish, download the file, or put the form into an existing page.',
  },
  tag: 'jc-publish',
  load: () => import('./define.ts'),
  mark: laterMark(async (session) => (await import('./blocked.ts')).countBlocked(session)),
};
