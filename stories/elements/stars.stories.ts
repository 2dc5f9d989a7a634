import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/stars/define.js';
import { panels } from '../support/states.ts';

interface Args {
  readonly value: number;
  readonly max: number;
  readonly label: string;
}

const all = () =>
  html`<div class="row">${[null, 0, 1, 2, 3, 4, 5].map((value) => html`<jc-stars .value=${value}></jc-stars>`)}</div>`;

export default {
  title: '元素/星级 jc-stars',
  component: 'jc-stars',
  args: { value: 4, max: 5, label: '' },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = {
  name: '默认',
  render: ({ value, max, label }) => html`<jc-stars value=${value} max=${max} label=${label}></jc-stars>`,
};
export const AllStates: Story = {
  name: '全部状态',
  render: (_, { globals }) =>
    panels(
      [
        ['未定星、零至五星 · Ratings', all()],
        ['自定义文字 · Own words', html`<jc-stars value="3" label="三星（拟定，公示中）"></jc-stars>`],
        ['超出范围 · Out of range', html`<jc-stars value="99"></jc-stars>`],
        ['适老 · Elder', html`<jc-provider size="elder" locale=${globals['locale']}>${all()}</jc-provider>`],
        ['高对比 · Contrast', html`<jc-provider theme="contrast" locale=${globals['locale']}>${all()}</jc-provider>`],
        ['打印 · Print', html`<story-print class="state-place paper">${all()}</story-print>`],
      ],
      true,
    ),
};
