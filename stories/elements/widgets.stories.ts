import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { samples } from '../data/widget-samples.ts';
import { widgetStates } from '../support/widget-states.ts';

export default {
  title: '元素/填写控件',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

export const Text: StoryObj = { name: '单行文字 text', render: () => widgetStates(samples.text) };
export const LongText: StoryObj = { name: '多行文字 longText', render: () => widgetStates(samples.longText) };
export const Lines: StoryObj = { name: '逐行列表 lines', render: () => widgetStates(samples.lines) };
export const Number: StoryObj = { name: '数字 number', render: () => widgetStates(samples.number) };
export const Money: StoryObj = { name: '金额 money', render: () => widgetStates(samples.money) };
export const Percent: StoryObj = { name: '百分比 percent', render: () => widgetStates(samples.percent) };
export const Date: StoryObj = { name: '日期 date', render: () => widgetStates(samples.date) };
export const DateAndTime: StoryObj = { name: '日期时间 dateTime', render: () => widgetStates(samples.dateTime) };
export const Period: StoryObj = { name: '期次 period', render: () => widgetStates(samples.period) };
export const Select: StoryObj = { name: '下拉选择 select', render: () => widgetStates(samples.select) };
export const Radio: StoryObj = { name: '单选 radio', render: () => widgetStates(samples.radio) };
export const Checkboxes: StoryObj = { name: '多选 checkboxes', render: () => widgetStates(samples.checkboxes) };
export const YesNo: StoryObj = { name: '是否 yesNo', render: () => widgetStates(samples.yesNo) };
export const Checkbox: StoryObj = { name: '勾选确认 checkbox', render: () => widgetStates(samples.checkbox) };
export const Switch: StoryObj = { name: '开关 switch', render: () => widgetStates(samples.switch) };
export const Search: StoryObj = { name: '搜索选择 search', render: () => widgetStates(samples.search) };
export const Organisation: StoryObj = { name: '选组织 organisation', render: () => widgetStates(samples.organisation) };
export const Organisations: StoryObj = {
  name: '选多个组织 organisation[]',
  render: () => widgetStates(samples.organisations),
};
export const Person: StoryObj = { name: '选人 person', render: () => widgetStates(samples.person) };
export const Persons: StoryObj = { name: '选多人 person[]', render: () => widgetStates(samples.persons) };
export const Files: StoryObj = { name: '附件 files', render: () => widgetStates(samples.files) };
export const Table: StoryObj = { name: '重复表格 table', render: () => widgetStates(samples.table) };

/** One widget in the size for older readers. */
export const Elder: StoryObj = {
  name: '适老 person',
  render: (_, { globals }) =>
    html`<jc-provider size="elder" theme=${globals['theme']}
      locale=${globals['locale']}>${widgetStates(samples.person)}</jc-provider>`,
};
/** One widget in high contrast. */
export const Contrast: StoryObj = {
  name: '高对比 checkboxes',
  render: (_, { globals }) =>
    html`<jc-provider theme="contrast" locale=${globals['locale']}>${widgetStates(samples.checkboxes)}</jc-provider>`,
};
