import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@jiceng/elements/ledger/define.js';
import type { Ledger } from '@jiceng/elements/ledger/ledger.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { organisationLife, problemList } from '../data/definitions.ts';
import { meetings } from '../data/meetings.ts';
import { organisations } from '../data/organisations.ts';
import { people, personOf } from '../data/people.ts';
import { problems } from '../data/problems.ts';
import { NOW } from '../data/record.ts';
import { store } from '../data/store.ts';
import { panels, statesOf } from '../support/states.ts';

interface Args {
  readonly readonly: boolean;
  readonly heading: string;
}
interface Shown extends Partial<Args> {
  readonly definition?: unknown;
  readonly records?: readonly StoredRecord[] | undefined;
  readonly open?: string;
  readonly person?: string;
}

const opened = new WeakSet<Element>();
const open = (recordId: string) => (element: Element | undefined) => {
  if (!element || opened.has(element)) return;
  opened.add(element);
  void (element as Ledger).updateComplete.then(() => (element as Ledger).openRecord(recordId));
};

const ledger = ({
  definition = problemList,
  records = problems,
  readonly: fixed = false,
  heading,
  open: recordId,
  person = 'p-0012',
}: Shown = {}) => html`
  <jc-ledger .definition=${definition as Definition} .records=${records} .organisations=${organisations}
    .people=${people} .person=${personOf(person)} .facts=${store.facts} .snapshot=${store} now=${NOW}
    ?readonly=${fixed} heading=${heading || nothing} ${recordId === undefined ? nothing : ref(open(recordId))}></jc-ledger>`;
const loading = () => html`<jc-ledger .definition=${problemList} .person=${personOf('p-0012')} now=${NOW}></jc-ledger>`;

/** Many rows: the same problems again and again under other names. */
const many = Array.from({ length: 400 }, (_, at): StoredRecord => {
  const problem = problems[at % problems.length]!;
  return {
    ...problem,
    id: `many-${at}`,
    data: { ...problem.data, problemText: `${at + 1}. ${String(problem.data['problemText'])}` },
  };
});

const states = statesOf({
  default: () => ledger(),
  loading,
  empty: () => ledger({ records: [] }),
  failed: () => ledger({ definition: { id: 'broken', title: '问题清单' } }),
  readonly: () => ledger({ readonly: true }),
});

export default {
  title: '元素/台账 jc-ledger',
  component: 'jc-ledger',
  args: { readonly: false, heading: '' },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = { name: '默认', render: (args) => ledger(args) };
export const AllStates: Story = { name: '全部状态', render: states.all };
export const Opened: Story = { name: '展开一条', tags: ['!autodocs'], render: () => ledger({ open: 'problem-2' }) };
export const OpenedNarrow: Story = {
  name: '窄栏展开一条',
  tags: ['!autodocs'],
  render: () => html`<div class="state-place narrow">${ledger({ open: 'problem-2' })}</div>`,
};
/** The responsible person may neither grant nor verify, and is told why. */
export const Refused: Story = {
  name: '不能操作的原因',
  tags: ['!autodocs'],
  render: () => ledger({ open: 'problem-3', person: 'p-0347' }),
};
export const Many: Story = { name: '四百行', tags: ['!autodocs'], render: () => ledger({ records: many }) };
/** Header groups and totals. */
export const Meetings: Story = {
  name: '分组表头与合计',
  tags: ['!autodocs'],
  render: () => ledger({ definition: organisationLife, records: meetings }),
};
export const Loading: Story = { name: '加载中', tags: ['!autodocs'], render: states.loading };
export const Empty: Story = { name: '空', tags: ['!autodocs'], render: states.empty };
export const Failed: Story = { name: '出错', tags: ['!autodocs'], render: states.failed };
export const ReadOnly: Story = { name: '只读', tags: ['!autodocs'], render: states.readonly };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Widths: Story = {
  name: '三种宽度',
  tags: ['!autodocs'],
  render: () =>
    panels([
      ['360 px', html`<div class="state-place narrow">${ledger()}</div>`],
      ['560 px', html`<div class="state-place column">${ledger()}</div>`],
      ['不限 · Full', ledger()],
    ]),
};
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Elder: Story = { name: '适老', tags: ['!autodocs'], render: states.elder };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Print: Story = { name: '打印', tags: ['!autodocs'], render: states.print };
