import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { compile } from '@jiceng/core/definition/compile.js';
import { translated } from '@jiceng/core/definition/translated.js';
import { createForm } from '@jiceng/core/form/create-form.js';
import '@jiceng/builder/why/define.js';
import { problemList } from '../data/definitions.ts';
import { sessionOf, sourceOfStories } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/原因 jc-why', component: 'jc-why' } satisfies Meta;

const why = (field: string, locale: string) => {
  const form = createForm({
    compiled: compile(translated(problemList, locale)),
    data: { foundOn: '2026-01-05', dueOn: '2026-02-05' },
    now: sourceOfStories.now(),
  });
  return html`<jc-why .session=${sessionOf(problemList, locale)} .form=${form} .field=${field}></jc-why>`;
};

const stories = statesOf({
  default: ({ locale }) => why('/overdueDays', locale),
  hidden: ({ locale }) => why('/closeRequestedOn', locale),
  empty: ({ locale }) => why('', locale),
});

export const Default: StoryObj = { name: '自动得出的值', render: stories.default };
export const Hidden: StoryObj = { name: '隐藏的字段', render: stories['hidden']! };
export const Empty: StoryObj = { name: '没有选中字段', render: stories.empty };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
