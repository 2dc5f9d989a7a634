import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/lamp/define.js';
import { panels } from '../support/states.ts';

const LAMPS = ['green', 'yellow', 'red', 'blue', 'grey'] as const;
interface Args {
  readonly lamp: string;
  readonly title: string;
}

const all = (text = '') =>
  html`<div class="row">${LAMPS.map((lamp) => html`<jc-lamp lamp=${lamp} title=${text}></jc-lamp>`)}</div>`;

export default {
  title: '元素/亮灯 jc-lamp',
  component: 'jc-lamp',
  args: { lamp: 'yellow', title: '' },
  argTypes: { lamp: { control: 'select', options: LAMPS } },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = {
  name: '默认',
  render: ({ lamp, title }) => html`<jc-lamp lamp=${lamp} title=${title}></jc-lamp>`,
};
export const AllStates: Story = {
  name: '全部状态',
  render: (_, { globals }) =>
    panels(
      [
        ['五种灯 · Lamps', all()],
        ['自定义文字 · Own words', all('临期或进度滞后')],
        ['未知的灯 · Unknown', html`<jc-lamp lamp="purple"></jc-lamp>`],
        ['适老 · Elder', html`<jc-provider size="elder" locale=${globals['locale']}>${all()}</jc-provider>`],
        ['高对比 · Contrast', html`<jc-provider theme="contrast" locale=${globals['locale']}>${all()}</jc-provider>`],
        ['打印 · Print', html`<story-print class="state-place paper">${all()}</story-print>`],
      ],
      true,
    ),
};
