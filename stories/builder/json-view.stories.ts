import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/json-view/define.js';
import { problemList } from '../data/definitions.ts';
import { sessionOf } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/全文 jc-builder-json', component: 'jc-builder-json' } satisfies Meta;

/** A text that somebody is in the middle of: a field that is gone stands in the layout, a rule is no formula. */
const halfMade = {
  id: 'half',
  title: '还没画完的表',
  record: { type: 'object', properties: { count: { type: 'integer', title: '数量' } } },
  view: [{ section: '基本信息', fields: ['/count', '/gone'] }],
  rules: [{ check: 'count>', level: 'error', message: '数量要大于零' }],
};

const stories = statesOf({
  default: ({ locale }) => html`<jc-builder-json .session=${sessionOf(problemList, locale)}></jc-builder-json>`,
  invalid: ({ locale }) => html`<jc-builder-json .session=${sessionOf(halfMade, locale)}></jc-builder-json>`,
  readonly: ({ locale }) =>
    html`<jc-builder-json .session=${sessionOf(problemList, locale, { level: 'township' })}></jc-builder-json>`,
});

export const Default: StoryObj = { name: '默认', render: stories.default };
export const Invalid: StoryObj = { name: '有错误', render: stories.invalid };
export const Readonly: StoryObj = { name: '只供查看', render: stories.readonly };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const Contrast: StoryObj = { name: '高对比', render: stories.contrast };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
