import type { Pane } from '../session/pane.ts';

export const burdenPane: Pane = {
  id: 'burden',
  title: { 'zh-CN': '负担', en: 'Burden' },
  help: {
    'zh-CN': '填一次要多久、哪些字段别的表已经有、填报单位全年要花多少时间。',
    en: 'How long it takes, what other forms already ask for, and what it adds to the year of those who fill it in.',
  },
  tag: 'jc-burden',
  load: () => import('./define.ts'),
};
