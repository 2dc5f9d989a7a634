import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/process/define.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { memberAdmission } from '../data/definitions.ts';
import { organisations } from '../data/organisations.ts';
import { admission, applicant } from '../data/others.ts';
import { people, personOf } from '../data/people.ts';
import { NOW } from '../data/record.ts';
import { store } from '../data/store.ts';
import { statesOf } from '../support/states.ts';

interface Args {
  readonly readonly: boolean;
}

const process = (
  record: StoredRecord | undefined,
  { readonly: fixed = false }: Partial<Args> = {},
  definition: unknown = memberAdmission,
  person = 'p-0347',
) => html`
  <jc-process .definition=${definition as Definition | undefined} .record=${record} .organisations=${organisations}
    .people=${people} .person=${personOf(person)} .facts=${store.facts} .snapshot=${store} now=${NOW}
    ?readonly=${fixed}></jc-process>`;

const returned: StoredRecord = {
  ...admission,
  id: 'admission-3',
  steps: {
    ...admission.steps,
    s08: {
      status: 'returned',
      on: '2024-11-06',
      at: '2024-11-06T09:40:00+08:00',
      by: 'p-0012',
      note: '公示起止日期与会议记录不一致，请核对后重新报送。',
    },
  },
};

const states = statesOf({
  default: () => process(admission),
  loading: () => process(undefined),
  empty: () => process(undefined, {}, null),
  failed: () => process(admission, {}, { id: 'broken' }),
  readonly: () => process(admission, { readonly: true }),
});

export default {
  title: '元素/流程 jc-process',
  component: 'jc-process',
  args: { readonly: false },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = { name: '默认', render: (args) => process(admission, args) };
export const AllStates: Story = { name: '全部状态', render: states.all };
export const Overdue: Story = { name: '超期', tags: ['!autodocs'], render: () => process(applicant) };
export const Returned: Story = { name: '退回补正', tags: ['!autodocs'], render: () => process(returned) };
/** Someone who acts elsewhere. */
export const Stranger: Story = {
  name: '无权办理',
  tags: ['!autodocs'],
  render: () => process(applicant, {}, memberAdmission, 'p-0520'),
};
export const Loading: Story = { name: '加载中', tags: ['!autodocs'], render: states.loading };
export const Empty: Story = { name: '空', tags: ['!autodocs'], render: states.empty };
export const Failed: Story = { name: '出错', tags: ['!autodocs'], render: states.failed };
export const ReadOnly: Story = { name: '只读', tags: ['!autodocs'], render: states.readonly };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Elder: Story = { name: '适老', tags: ['!autodocs'], render: states.elder };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Print: Story = { name: '打印', tags: ['!autodocs'], render: states.print };
