import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: '基层 Jiceng · 元素目录',
    colorPrimary: '#b3131b',
    colorSecondary: '#0b57a4',
  }),
  sidebar: { showRoots: true },
});
