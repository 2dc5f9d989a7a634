import '@jiceng/builder/report-builder/define.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import closingJson from '@jiceng/schemas/reports/problem-closing.json';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { branchStandard, problemList } from '../data/definitions.ts';
import { directory } from '../data/organisations.ts';
import { store } from '../data/store.ts';
import { statesOf } from '../support/states.ts';

const closing = closingJson as unknown as Report;
const sources: ReportSources = {
  definition: (id) => store.definition(id),
  records: (id) => store.records(id),
  organisations: directory,
  facts: store.facts,
  now: store.now,
  isWorkday: (date) => store.isWorkday(date),
};
const definitions = [problemList, branchStandard];
/** A measure that names a field which does not exist: the result still shows the state before. */
const broken = JSON.stringify({
  ...closing,
  measures: closing.measures?.map((measure, at) =>
    at === 0 ? { ...measure, num: { count: 'noSuchField=1' } } : measure,
  ),
});

const states = statesOf({
  default: ({ locale }) =>
    html`<jc-report-builder .report=${closing} .definitions=${definitions} .sources=${sources}
      .locale=${locale}></jc-report-builder>`,
  empty: ({ locale }) =>
    html`<jc-report-builder .definitions=${definitions} .templates=${[closing]} .sources=${sources}
      .locale=${locale}></jc-report-builder>`,
  failed: ({ locale }) =>
    html`<jc-report-builder .report=${broken} .definitions=${definitions} .sources=${sources}
      .locale=${locale}></jc-report-builder>`,
});

export default { title: '设计器/报表 jc-report-builder', component: 'jc-report-builder' } satisfies Meta;

export const Default: StoryObj = { name: '默认', render: states.default };
export const Empty: StoryObj = { name: '新建', render: states.empty };
export const Failed: StoryObj = { name: '有需要修改的地方', render: states.failed };
export const Narrow: StoryObj = { name: '窄栏', render: states.narrow };
export const Elder: StoryObj = { name: '适老', render: states.elder };
export const Contrast: StoryObj = { name: '高对比', render: states.contrast };
