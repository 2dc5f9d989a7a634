import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/start/define.js';
import { definitions, problemList } from '../data/definitions.ts';
import { sessionOf } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/新建 jc-builder-start', component: 'jc-builder-start' } satisfies Meta;

const stories = statesOf({
  default: () => html`<jc-builder-start .templates=${definitions}></jc-builder-start>`,
  begun: () =>
    html`<jc-builder-start .templates=${definitions} .begun=${[
      { title: '青石镇党支部季度评价', text: '{"id":"quarterly"}' },
      { title: '入户走访登记', text: '{"id":"visits"}' },
    ]}></jc-builder-start>`,
  paste: () => html`<jc-builder-start way="paste"></jc-builder-start>`,
  schema: () => html`<jc-builder-start way="schema"></jc-builder-start>`,
  empty: () => html`<jc-builder-start way="template"></jc-builder-start>`,
  into: ({ locale }) => html`<jc-paste-into .session=${sessionOf(problemList, locale)}></jc-paste-into>`,
});

export const Default: StoryObj = { name: '用模板', render: stories.default };
export const Begun: StoryObj = { name: '接着设计', render: stories['begun']! };
export const Pasting: StoryObj = { name: '粘贴', render: stories['paste']! };
export const Schema: StoryObj = { name: '用 JSON Schema', render: stories['schema']! };
export const Empty: StoryObj = { name: '没有模板', render: stories.empty };
export const Into: StoryObj = { name: '粘进打开的表', render: stories['into']! };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
