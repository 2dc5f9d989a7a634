import type { Pane } from '../session/pane.ts';

export const versionsPane: Pane = {
  id: 'versions',
  title: { 'zh-CN': '版本', en: 'Versions' },
  help: {
    'zh-CN': '与已发布的版本比较，决定已有记录怎么迁移，试一遍再发布。',
    en: 'Compare with what is published, decide how stored records come along, and try it before publishing.',
  },
  tag: 'jc-versions',
  load: () => import('./define.ts'),
};
