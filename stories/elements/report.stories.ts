import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/report/define.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import boardJson from '@jiceng/schemas/reports/branch-standard-board.json';
import disciplineJson from '@jiceng/schemas/reports/filing-discipline.json';
import closingJson from '@jiceng/schemas/reports/problem-closing.json';
import chartsJson from '../data/charts.json';
import { directory } from '../data/organisations.ts';
import { store } from '../data/store.ts';
import { settingsOf } from '../support/settings.ts';
import { statesOf } from '../support/states.ts';

interface Args {
  readonly loading: boolean;
}

const report = (document: unknown) => document as Report;
const sources: ReportSources = {
  definition: (id) => store.definition(id),
  records: (id) => store.records(id),
  organisations: directory,
  facts: store.facts,
  now: store.now,
  isWorkday: (date) => store.isWorkday(date),
};
const nobody: ReportSources = { ...sources, records: () => [] };

const view = (document: Report | undefined, from: ReportSources | undefined = sources, loading = false) =>
  html`<jc-report .report=${document} .sources=${from} ?loading=${loading}></jc-report>`;

const states = statesOf({
  default: () => view(report(closingJson)),
  loading: () => view(report(closingJson), sources, true),
  empty: () => view(report(closingJson), nobody),
  failed: () =>
    view(report({ ...closingJson, blocks: [{ block: 'table', id: 'x', rows: ['none'], columns: ['total'] }] })),
});

export default { title: '元素/报表 jc-report', component: 'jc-report', args: { loading: false } } satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = { name: '默认', render: ({ loading }) => view(report(closingJson), sources, loading) };
export const AllStates: Story = { name: '全部状态', render: states.all };
export const Board: Story = { name: '排名通报', tags: ['!autodocs'], render: () => view(report(boardJson)) };
export const Discipline: Story = { name: '填报情况', tags: ['!autodocs'], render: () => view(report(disciplineJson)) };
/** Every kind of drawing, over the same problems. */
export const Charts: Story = {
  name: '全部图形',
  tags: ['!autodocs'],
  render: () => view(report({ ...closingJson, blocks: chartsJson })),
};
export const Loading: Story = { name: '加载中', tags: ['!autodocs'], render: states.loading };
export const Empty: Story = { name: '还没有数据', tags: ['!autodocs'], render: states.empty };
export const Failed: Story = { name: '出错', tags: ['!autodocs'], render: states.failed };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Elder: Story = { name: '适老', tags: ['!autodocs'], render: states.elder };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Print: Story = { name: '打印', tags: ['!autodocs'], render: states.print };
export const Locale: Story = {
  name: '英文',
  tags: ['!autodocs'],
  render: (_, context) =>
    html`<jc-provider locale="en" theme=${settingsOf(context).theme}
      size=${settingsOf(context).size}>${view(report(closingJson))}</jc-provider>`,
};
