import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/life/define.js';
import { branchStandard, memberAdmission, problemList } from '../data/definitions.ts';
import { statesOf } from '../support/states.ts';
import { sessionOf } from './session.ts';

const supplies = { definitions: [branchStandard, problemList, memberAdmission] };
const life = (definition: object) =>
  html`<jc-life-editor .session=${sessionOf(definition, ['/moves/1'])}></jc-life-editor>`;
const states = statesOf({
  default: () => life(problemList),
  empty: () => life({ ...branchStandard, states: undefined, moves: undefined }),
  invalid: () => html`<jc-life-editor .session=${sessionOf(problemList, ['/moves/0'], true)}></jc-life-editor>`,
});

export default { title: '设计器/状态流转 jc-life-editor', component: 'jc-life-editor' } satisfies Meta;

export const Default: StoryObj = { name: '默认', render: states.default };
export const Empty: StoryObj = { name: '没有状态', render: states.empty };
export const Invalid: StoryObj = { name: '有错误', render: states.invalid };
export const Narrow: StoryObj = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Contrast: StoryObj = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Process: StoryObj = {
  name: '流程 jc-process-editor',
  render: () =>
    html`<jc-process-editor .session=${sessionOf(memberAdmission, ['/process/stages/0/steps/1'])}></jc-process-editor>`,
};
export const Facts: StoryObj = {
  name: '统计与移交 jc-facts-editor',
  render: () =>
    html`<jc-facts-editor .session=${sessionOf(problemList, ['/facts/0'], false, supplies)}></jc-facts-editor>`,
};
