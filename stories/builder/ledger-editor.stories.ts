import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/ledger/define.js';
import '@jiceng/builder/ledger/define.js';
import { branchStandard, problemList } from '../data/definitions.ts';
import { statesOf } from '../support/states.ts';
import { sessionOf } from './session.ts';

const editor = (definition: object) =>
  html`<jc-ledger-editor .session=${sessionOf(definition, ['/ledger/columns/3'])}></jc-ledger-editor>`;
const states = statesOf({
  default: () => editor(problemList),
  empty: () => editor({ ...branchStandard, ledger: undefined }),
});

export default { title: '设计器/台账 jc-ledger-editor', component: 'jc-ledger-editor' } satisfies Meta;

export const Default: StoryObj = { name: '默认', render: states.default };
export const Empty: StoryObj = { name: '没有台账', render: states.empty };
export const Narrow: StoryObj = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Contrast: StoryObj = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
