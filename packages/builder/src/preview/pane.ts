import type { Pane } from '../session/pane.ts';

export const previewPane: Pane = {
  id: 'preview',
  title: { 'zh-CN': '预览', en: 'Preview' },
  help: {
    'zh-CN': '像填报人和审核人那样试一试：手机、大字、高对比、打印，数据可以自动编造。',
    en: 'Try it as those who fill in and review: on a phone, in large type, in high contrast, on paper, with invented data.',
  },
  tag: 'jc-builder-preview',
  load: () => import('./define.ts'),
};
