import { laterMark } from '../session/marks.ts';
import type { Pane } from '../session/pane.ts';

export const logicPane: Pane = {
  id: 'logic',
  title: { 'zh-CN': '规则', en: 'Rules' },
  help: {
    'zh-CN': '什么时候显示、必填、不能修改，哪些内容自动得出，填得对不对。',
    en: 'When fields are shown, required or closed, what is worked out, and what is checked.',
  },
  tag: 'jc-logic',
  load: () => import('./define.ts'),
  mark: laterMark(async (session) => (await import('./findings.ts')).findingsOf(session).length),
};
