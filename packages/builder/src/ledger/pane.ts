import { problemMark } from '../session/marks.ts';
import type { Pane } from '../session/pane.ts';

export const ledgerPane: Pane = {
  id: 'ledger',
  title: { 'zh-CN': '台账', en: 'Ledger' },
  help: {
    'zh-CN': '台账的列、表头分组、亮灯和计数，下面就是预览。',
    en: 'Columns, header groups, lamps and counters of the ledger, with a preview.',
  },
  tag: 'jc-ledger-editor',
  // the preview's table comes in a file of its own
  load: () => Promise.all([import('./define.ts'), import('@jiceng/elements/ledger/define.js')]),
  mark: problemMark('/ledger'),
};
