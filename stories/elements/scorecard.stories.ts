import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/scorecard/define.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { branchStandard } from '../data/definitions.ts';
import { directory, longBranch } from '../data/organisations.ts';
import { NOW } from '../data/record.ts';
import { standardDraft, standardReview, standardVeto } from '../data/standard.ts';
import { store } from '../data/store.ts';
import { statesOf } from '../support/states.ts';
import { settingsOf } from '../support/settings.ts';

interface Args {
  readonly readonly: boolean;
  readonly reviewing: boolean;
  readonly disabled: boolean;
  readonly loading: boolean;
}

const card = (record: StoredRecord | undefined, args: Partial<Args> = {}, definition: unknown = branchStandard) => html`
  <jc-scorecard .definition=${definition as Definition | undefined} .record=${record}
    .organisation=${directory.organisation(record?.orgId ?? '')} .facts=${store.facts} now=${NOW}
    ?readonly=${args.readonly} ?reviewing=${args.reviewing} ?disabled=${args.disabled}
    ?loading=${args.loading}></jc-scorecard>`;

const states = statesOf({
  default: () => card(standardDraft),
  loading: () => card(standardDraft, { loading: true }),
  empty: () => card(undefined, {}, null),
  failed: () => card(undefined, {}, { id: 'broken' }),
  readonly: () => card(standardReview, { readonly: true }),
  disabled: () => card(standardDraft, { disabled: true }),
});

export default {
  title: '元素/评分表 jc-scorecard',
  component: 'jc-scorecard',
  args: { readonly: false, reviewing: false, disabled: false, loading: false },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = { name: '默认', render: (args) => card(standardDraft, args) };
export const AllStates: Story = { name: '全部状态', render: states.all };
export const Reviewing: Story = {
  name: '上级审核',
  tags: ['!autodocs'],
  render: () => card(standardReview, { reviewing: true }),
};
/** Forty characters in the name, items replaced for enterprises, and a veto. */
export const LongNames: Story = {
  name: '长名称与否决',
  tags: ['!autodocs'],
  render: () =>
    html`${card(standardVeto, { readonly: true })}<p class="story-said" lang="zh-CN">${longBranch.orgName}</p>`,
};
export const Loading: Story = { name: '加载中', tags: ['!autodocs'], render: states.loading };
export const Empty: Story = { name: '空', tags: ['!autodocs'], render: states.empty };
export const Failed: Story = { name: '出错', tags: ['!autodocs'], render: states.failed };
export const ReadOnly: Story = { name: '只读', tags: ['!autodocs'], render: states.readonly };
export const Disabled: Story = { name: '停用', tags: ['!autodocs'], render: states.disabled };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Elder: Story = { name: '适老', tags: ['!autodocs'], render: states.elder };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Print: Story = { name: '打印', tags: ['!autodocs'], render: states.print };
/** What the toolbar says, for checks by hand. */
export const Locale: Story = {
  name: '英文',
  tags: ['!autodocs'],
  render: (_, context) =>
    html`<jc-provider locale="en" theme=${settingsOf(context).theme}
      size=${settingsOf(context).size}>${card(standardReview, { readonly: true })}</jc-provider>`,
};
