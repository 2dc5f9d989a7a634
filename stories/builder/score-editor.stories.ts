import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/score/define.js';
import { branchStandard, problemList } from '../data/definitions.ts';
import { statesOf } from '../support/states.ts';
import { sessionOf } from './session.ts';

const editor = (definition: object, change: (definition: { score?: { max: number } }) => void = () => undefined) => {
  const copy = JSON.parse(JSON.stringify(definition)) as { score?: { max: number } };
  change(copy);
  return html`<jc-score-editor .session=${sessionOf(copy, ['/score/dimensions/0/items/0'])}></jc-score-editor>`;
};
const states = statesOf({
  default: () => editor(branchStandard),
  empty: () => editor(problemList),
  invalid: () =>
    editor(branchStandard, ({ score }) => {
      if (score) score.max = 110;
    }),
});

export default { title: '设计器/评分 jc-score-editor', component: 'jc-score-editor' } satisfies Meta;

export const Default: StoryObj = { name: '默认', render: states.default };
export const Empty: StoryObj = { name: '没有评分', render: states.empty };
export const Invalid: StoryObj = { name: '分值不符', render: states.invalid };
export const Narrow: StoryObj = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: StoryObj = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Contrast: StoryObj = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
