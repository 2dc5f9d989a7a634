import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { documents, groups, templateAt, terms, type Shown } from '../data/catalogue.ts';
import { templatePreview } from '../support/template-preview.ts';

interface Args {
  readonly template: string;
}
type Story = StoryObj<Args>;

const RHYTHM: Readonly<Record<string, string>> = {
  month: '每月一次',
  quarter: '每季度一次',
  halfYear: '每半年一次',
  year: '每年一次',
  multiYear: '几年一次',
  term: '每届一次',
};

/**
 * All templates by group: what each is for, how often it is filled in, which business systems it serves, and what it
 * looks like.
 */
const list = () => html`<div lang="zh-CN">
  <h2>全部模板（${documents.length}）</h2>
  ${groups.map(
    ({ title, found }) => html`
    <h3>${title}（${found.length}）</h3>
    <dl>${found.map(
      (each) => html`<dt><b>${each.title}</b>　${RHYTHM[each.period ?? ''] ?? '有事才填'}</dt>
      <dd>${each.description}<br>对应业务：${each.serves.map((entry) => terms.get(entry) ?? entry).join('；')}
        <story-template-preview path=${each.path}></story-template-preview></dd>`,
    )}</dl>`,
  )}
</div>`;

export default {
  title: '场景/全部模板',
  tags: ['!autodocs'],
  args: { template: 'plans/plan-measure.json' },
  argTypes: { template: { control: 'select', options: documents.map(({ path }) => path) } },
} satisfies Meta<Args>;

export const All: Story = { name: '按业务分组', parameters: { controls: { disable: true } }, render: list };
/**
 * One template with its example; the controls choose which. The help of each field ends with the basis of its rules.
 */
export const Preview: Story = {
  name: '预览示例',
  loaders: [({ args }) => templateAt(args.template)],
  render: (_, { loaded }) => templatePreview(loaded as Shown),
};
