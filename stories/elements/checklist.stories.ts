import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/checklist/define.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { siteCheck } from '../data/definitions.ts';
import { branch } from '../data/organisations.ts';
import { check } from '../data/others.ts';
import { statesOf } from '../support/states.ts';

interface Args {
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly loading: boolean;
}

const list = (record: StoredRecord | undefined, args: Partial<Args> = {}, definition: unknown = siteCheck) => html`
  <jc-checklist .definition=${definition as Definition | undefined} .record=${record} .organisation=${branch}
    ?readonly=${args.readonly} ?disabled=${args.disabled} ?loading=${args.loading}></jc-checklist>`;

/** The same after confirming: what was missing has become a problem in the ledger. */
const handedOver: StoredRecord = {
  ...check,
  state: 'confirmed',
  links: ['flag', 'talkRoom'].map((item, at) => ({
    rel: 'to',
    handover: 'missing',
    recordId: `problem-${at + 1}`,
    definitionId: 'problem-list',
    key: `${check.id}|${item}`,
    title: `现场检查不符合“${item === 'flag' ? '有党旗' : '谈心谈话室'}”`,
  })),
};

const states = statesOf({
  default: () => list(check),
  loading: () => list(check, { loading: true }),
  empty: () => list(undefined, {}, null),
  failed: () => list(undefined, {}, { id: 'broken' }),
  readonly: () => list(handedOver, { readonly: true }),
  disabled: () => list(check, { disabled: true }),
});

export default {
  title: '元素/检查表 jc-checklist',
  component: 'jc-checklist',
  args: { readonly: false, disabled: false, loading: false },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = { name: '默认', render: (args) => list(check, args) };
export const AllStates: Story = { name: '全部状态', render: states.all };
/** Nothing answered yet. */
export const Blank: Story = { name: '未检查', tags: ['!autodocs'], render: () => list(undefined) };
export const Loading: Story = { name: '加载中', tags: ['!autodocs'], render: states.loading };
export const Empty: Story = { name: '空', tags: ['!autodocs'], render: states.empty };
export const Failed: Story = { name: '出错', tags: ['!autodocs'], render: states.failed };
export const ReadOnly: Story = { name: '只读，已转问题清单', tags: ['!autodocs'], render: states.readonly };
export const Disabled: Story = { name: '停用', tags: ['!autodocs'], render: states.disabled };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Elder: Story = { name: '适老', tags: ['!autodocs'], render: states.elder };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Print: Story = { name: '打印', tags: ['!autodocs'], render: states.print };
