import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/texts/define.js';
import { problemList, siteCheck } from '../data/definitions.ts';
import { sessionOf } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/文字 jc-texts', component: 'jc-texts' } satisfies Meta;

const { texts: _, ...chinese } = siteCheck;

const stories = statesOf({
  default: ({ locale }) => html`<jc-texts .session=${sessionOf(problemList, locale)}></jc-texts>`,
  missing: ({ locale }) =>
    html`<jc-texts .session=${sessionOf({ ...chinese, texts: { en: { '/title': 'Site check', '/record/properties/gone/title': 'Gone' } } }, locale)}></jc-texts>`,
  readonly: ({ locale }) =>
    html`<jc-texts .session=${sessionOf({ title: '试表', parameters: { least: { title: '最低分', locked: true } } }, locale, { level: 'township' })}></jc-texts>`,
  empty: ({ locale }) => html`<jc-texts .session=${sessionOf({}, locale)}></jc-texts>`,
});

export const Default: StoryObj = { name: '默认', render: stories.default };
export const Missing: StoryObj = { name: '缺译文', render: stories['missing']! };
export const Readonly: StoryObj = { name: '统一规定的文字', render: stories.readonly };
export const Empty: StoryObj = { name: '空', render: stories.empty };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
