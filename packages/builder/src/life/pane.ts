import { problemMark } from '../session/marks.ts';
import type { Pane } from '../session/pane.ts';

export const lifePane: Pane = {
  id: 'life',
  title: { 'zh-CN': '状态流转', en: 'States' },
  help: {
    'zh-CN': '状态、流转、谁来办、填什么，以及按周期填报。',
    en: 'States, moves, who makes them and what they ask, and filing by period.',
  },
  tag: 'jc-life-editor',
  load: () => import('./define.ts'),
  mark: problemMark('/states', '/moves', '/filing'),
};

export const processPane: Pane = {
  id: 'process',
  title: { 'zh-CN': '流程', en: 'Process' },
  help: { 'zh-CN': '阶段、步骤、时限和应有材料。', en: 'Stages, steps, times and documents.' },
  tag: 'jc-process-editor',
  load: () => import('./define.ts'),
  mark: problemMark('/process'),
};

export const factsPane: Pane = {
  id: 'facts',
  title: { 'zh-CN': '统计与移交', en: 'Facts' },
  help: {
    'zh-CN': '本表统计出什么数、移交给谁，和其他表的数据往来。',
    en: 'What is counted, what is handed over, and what feeds what.',
  },
  tag: 'jc-facts-editor',
  load: () => import('./define.ts'),
  mark: problemMark('/facts', '/handovers'),
};
