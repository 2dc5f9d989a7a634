import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@jiceng/elements/ledger/define.js';
import type { Ledger } from '@jiceng/elements/ledger/ledger.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { RowSource } from '@jiceng/core/table/row-source.js';
import { problemList } from '../data/definitions.ts';
import { organisations } from '../data/organisations.ts';
import { people, personOf } from '../data/people.ts';
import { problems } from '../data/problems.ts';
import { NOW } from '../data/record.ts';
import { store } from '../data/store.ts';
import { panels } from '../support/states.ts';

/** What somebody does to the ledger once it stands there. */
type Act = (ledger: Ledger) => void;
const done = new WeakSet<Element>();
const after =
  (...acts: Act[]) =>
  (element: Element | undefined) => {
    if (!element || done.has(element)) return;
    done.add(element);
    const ledger = element as Ledger;
    void acts.reduce(
      (before, act) =>
        before
          .then(() => ledger.updateComplete)
          .then(() => new Promise(requestAnimationFrame))
          .then(() => act(ledger)),
      Promise.resolve<unknown>(undefined),
    );
  };
const all = (ledger: Ledger, selector: string) => [...ledger.renderRoot.querySelectorAll<HTMLElement>(selector)];
const press =
  (text: string): Act =>
  (ledger) =>
    all(ledger, 'button')
      .find((node) => node.textContent!.trim().startsWith(text))
      ?.click();
const heading =
  (text: string, more = false): Act =>
  (ledger) =>
    all(ledger, '[role=columnheader]')
      .find((node) => node.textContent === text)
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: more }));

const ledger = (
  {
    definition = problemList,
    records = problems,
    person = 'p-0012',
    source,
  }: { definition?: unknown; records?: readonly StoredRecord[]; person?: string; source?: RowSource } = {},
  ...acts: Act[]
) => html`
  <jc-ledger .definition=${definition as Definition} .records=${source ? undefined : records} .source=${source}
    .organisations=${organisations} .people=${people} .person=${personOf(person)} .facts=${store.facts}
    .snapshot=${store} now=${NOW} ${ref(after(...acts))}></jc-ledger>`;

/** The same problems again and again under other names. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at): StoredRecord => {
    const problem = problems[at % problems.length]!;
    return {
      ...problem,
      id: `many-${at}`,
      data: { ...problem.data, problemText: `${at + 1}. ${String(problem.data['problemText'])}` },
    };
  });

const merged = {
  ...problemList,
  id: 'merged',
  ledger: {
    ...problemList.ledger!,
    groupBy: undefined,
    sort: [{ field: '/problemCategory' }, { field: '/leadOrgId' }],
    columns: [
      { name: 'itemNo' },
      {
        title: '问题',
        columns: [
          { field: '/problemCategory', merge: true },
          { title: '责任', columns: [{ field: '/leadOrgId', merge: true }, '/responsiblePerson'] },
          { field: '/problemText', width: 320 },
        ],
      },
      { title: '进展', columns: ['/dueOn', { field: '/progressPct', total: 'average' }] },
      { name: problemList.statusName ?? 'itemStatus' },
    ],
  },
};

/** Pages that come a moment later, as from a server; it neither searches nor sorts. */
const pages = (records: readonly StoredRecord[], delay = 60): RowSource => {
  const later = <T>(value: T) =>
    new Promise<T>((resolve) => {
      setTimeout(() => resolve(value), delay);
    });
  return {
    summary: () =>
      later({
        all: records.length,
        count: records.length,
        totals: {},
        counters: problemList.ledger!.counters?.map(() => 0) ?? [],
      }),
    rows: (_query, from, to) => later(records.slice(from, to)),
  };
};
const gone: RowSource = {
  summary: () => Promise.reject(new Error('gone')),
  rows: () => Promise.reject(new Error('gone')),
};

/** A block as it comes from a spreadsheet, pasted into the first cell that this person may change. */
const pasted: Act = (element) => {
  const cell = all(element, '.window .row .editable')[0];
  cell?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true }));
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', '屋面维修已进场\t2025/10/31\n补充联系记录\t没有日期\n');
  element.renderRoot
    .querySelector('.edit .control')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

export default { title: '元素/台账 jc-ledger：成批办理', component: 'jc-ledger' } satisfies Meta;

type Story = StoryObj;
/** Three levels of headings; equal neighbours share a cell. */
export const Merged: Story = {
  name: '合并单元格与三级表头',
  render: () => ledger({ definition: merged, records: many(60) }),
};
export const Large: Story = { name: '十万行', tags: ['!autodocs'], render: () => ledger({ records: many(100_000) }) };
export const Ticked: Story = {
  name: '批量操作',
  tags: ['!autodocs'],
  render: () => ledger({ records: many(12) }, press('批量操作'), heading('选择')),
};
export const Pasted: Story = {
  name: '粘贴前核对',
  tags: ['!autodocs'],
  render: () => ledger({ person: 'p-0347' }, pasted),
};
export const Columns: Story = { name: '列与视图', tags: ['!autodocs'], render: () => ledger({}, press('列与视图')) };
export const Filters: Story = {
  name: '按列筛选',
  tags: ['!autodocs'],
  render: () =>
    ledger({}, press('筛选'), (element) => {
      const list = element.renderRoot.querySelector('details');
      if (list) list.open = true;
    }),
};
export const Sorted: Story = {
  name: '多列排序',
  tags: ['!autodocs'],
  render: () => ledger({ records: many(40) }, heading('问题类别'), heading('完成时限', true)),
};
export const Paged: Story = {
  name: '分页读取',
  tags: ['!autodocs'],
  render: () => ledger({ source: pages(many(20_000)) }),
};
export const PagedStates: Story = {
  name: '分页读取：等待与失败',
  tags: ['!autodocs'],
  render: () =>
    panels([
      [
        '读取中 · Reading',
        ledger({ source: { summary: () => new Promise(() => undefined), rows: () => new Promise(() => undefined) } }),
      ],
      ['失败 · Failed', ledger({ source: gone })],
    ]),
};
