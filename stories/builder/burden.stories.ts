import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/burden/define.js';
import '@jiceng/builder/burden/meter/define.js';
import { branchStandard, problemList } from '../data/definitions.ts';
import { sessionOf, sourceOfStories } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/负担 jc-burden', component: 'jc-burden' } satisfies Meta;

const stories = statesOf({
  default: ({ locale }) =>
    html`<jc-burden-meter .session=${sessionOf(branchStandard, locale)}></jc-burden-meter><jc-burden .session=${sessionOf(branchStandard, locale, { dataSource: sourceOfStories })}></jc-burden>`,
  event: ({ locale }) =>
    html`<jc-burden-meter .session=${sessionOf(problemList, locale)}></jc-burden-meter><jc-burden .session=${sessionOf(problemList, locale)}></jc-burden>`,
  empty: ({ locale }) =>
    html`<jc-burden-meter .session=${sessionOf({}, locale)}></jc-burden-meter><jc-burden .session=${sessionOf({}, locale)}></jc-burden>`,
});

export const Default: StoryObj = { name: '默认', render: stories.default };
export const Event: StoryObj = { name: '有事才填', render: stories['event']! };
export const Empty: StoryObj = { name: '没有可估算的内容', render: stories.empty };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
