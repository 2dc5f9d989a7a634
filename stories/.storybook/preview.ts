import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '@jiceng/elements/custom-elements.json';
import { inFrame } from '../support/frame.ts';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          '开始',
          '场景',
          ['标准化评价', '阵地检查', '问题清单', '发展党员', '组织生活登记'],
          '元素',
          [
            '评分表 jc-scorecard',
            '检查表 jc-checklist',
            '台账 jc-ledger',
            '流程 jc-process',
            '表单 jc-form',
            '填写控件',
            '办理 jc-moves',
            '亮灯 jc-lamp',
            '星级 jc-stars',
          ],
          '设计变量',
        ],
      },
    },
    controls: { expanded: true, sort: 'requiredFirst' },
    // The gate runs axe on every story, contrast included; here the same, as findings to look at.
    a11y: {
      test: 'todo',
      config: {
        rules: ['region', 'landmark-one-main', 'page-has-heading-one', 'heading-order', 'bypass'].map((id) => ({
          id,
          enabled: false,
        })),
      },
    },
  },
  initialGlobals: { theme: 'gov-red', size: 'normal', contrast: 'normal', locale: 'zh-CN', width: 'full' },
  globalTypes: {
    theme: {
      description: '主题 · Theme',
      toolbar: {
        title: '主题',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'gov-red', title: '政务红' },
          { value: 'gov-blue', title: '政务蓝' },
          { value: 'neutral', title: '中性灰' },
        ],
      },
    },
    size: {
      description: '字号 · Size',
      toolbar: {
        title: '字号',
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          { value: 'normal', title: '标准' },
          { value: 'large', title: '大字' },
          { value: 'elder', title: '适老' },
        ],
      },
    },
    contrast: {
      description: '对比度 · Contrast',
      toolbar: {
        title: '对比度',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'normal', title: '标准对比' },
          { value: 'more', title: '高对比' },
        ],
      },
    },
    locale: {
      description: '语言 · Language',
      toolbar: {
        title: '语言',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    width: {
      description: '宽度 · Width',
      toolbar: {
        title: '宽度',
        icon: 'mobile',
        dynamicTitle: true,
        items: [
          { value: '360', title: '360' },
          { value: '560', title: '560' },
          { value: '768', title: '768' },
          { value: 'full', title: '不限' },
        ],
      },
    },
  },
  decorators: [inFrame],
};

export default preview;
