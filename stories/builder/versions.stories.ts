import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/versions/define.js';
import { problemList } from '../data/definitions.ts';
import { sessionOf, sourceOfStories } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/版本 jc-versions', component: 'jc-versions' } satisfies Meta;

/**
 * The problem list with a field renamed, a limit and a title changed, a field added, and a choice stored under another
 * code.
 */
const text = JSON.stringify(problemList).split('issueRaisedBy').join('raisedBy').split('"typical"').join('"model"');
const drawn = JSON.parse(text) as typeof problemList;
const changed = {
  ...drawn,
  version: '2.0.0',
  migration: {
    from: problemList.version,
    steps: [
      { do: 'rename', from: '/issueRaisedBy', to: '/raisedBy' },
      { do: 'default', field: '/remark', value: '（无）' },
    ],
  },
  record: {
    ...drawn.record,
    properties: {
      ...drawn.record.properties,
      remark: { type: 'string', title: '说明', maxLength: 3 },
      hotline: { type: 'string', title: '反映电话', maxLength: 20 },
    },
  },
};

const stories = statesOf({
  default: ({ locale }) =>
    html`<jc-versions .session=${sessionOf(changed, locale, { dataSource: sourceOfStories })}></jc-versions>`,
  same: ({ locale }) =>
    html`<jc-versions .session=${sessionOf(problemList, locale, { dataSource: sourceOfStories })}></jc-versions>`,
  empty: ({ locale }) =>
    html`<jc-versions .session=${sessionOf({ ...problemList, id: 'new-form' }, locale, { dataSource: sourceOfStories })}></jc-versions>`,
  none: ({ locale }) => html`<jc-versions .session=${sessionOf(problemList, locale)}></jc-versions>`,
});

export const Default: StoryObj = { name: '有改动', render: stories.default };
export const Same: StoryObj = { name: '没有改动', render: stories['same']! };
export const Empty: StoryObj = { name: '还没有发布过', render: stories.empty };
export const None: StoryObj = { name: '没有数据源', render: stories['none']! };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
