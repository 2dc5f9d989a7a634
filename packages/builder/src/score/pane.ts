import { problemMark } from '../session/marks.ts';
import type { Pane } from '../session/pane.ts';

export const scorePane: Pane = {
  id: 'score',
  title: { 'zh-CN': '评分', en: 'Score' },
  help: {
    'zh-CN': '维度、指标、分值和档次，并用示例数据试算。',
    en: 'Dimensions, items, points and bands, tried out on example data.',
  },
  tag: 'jc-score-editor',
  load: () => import('./define.ts'),
  mark: problemMark('/score'),
};
