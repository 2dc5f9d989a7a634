import type { Pane } from '../session/pane.ts';
import { laterFindings } from './later-findings.ts';
import { logicCommands } from './logic-commands.ts';

export const logicPane: Pane = {
  id: 'logic',
  title: { 'zh-CN': '规则', en: 'Rules' },
  help: { 'zh-CN': '什么时候显示、必填、不能修改，哪些内容自动得出，填得对不对。', en: 'When fields are shown, required or closed, what is worked out, and what is checked.' },
  tag: 'jc-logic',
  load: () => import('./define.ts'),
  commands: logicCommands,
  mark: (session) => { const count = laterFindings(session).length; return count === 0 ? undefined : String(count); },
};
