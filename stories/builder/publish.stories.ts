import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/publish/define.js';
import { branchStandard } from '../data/definitions.ts';
import { people } from '../data/people.ts';
import { sessionOf, sourceOfStories } from '../support/builder.ts';
import { statesOf } from '../support/states.ts';

export default { title: '设计器/发布 jc-publish', component: 'jc-publish' } satisfies Meta;

/** A template that keeps every rule. */
const kept = (locale: string) => sessionOf(branchStandard, locale, { dataSource: sourceOfStories });
/** The same with too little time and no end of admission. */
const blocked = (locale: string) => {
  const { validUntil: _gone, ...rest } = branchStandard;
  return sessionOf(
    { ...rest, filing: { ...branchStandard.filing, by: {}, due: 'DATE(YEAR(periodEndOn),12,2)' } },
    locale,
    { dataSource: sourceOfStories, person: people[0]! },
  );
};

const stories = statesOf({
  default: ({ locale }) => html`<jc-publish .session=${blocked(locale)}></jc-publish>`,
  kept: ({ locale }) => html`<jc-publish .session=${kept(locale)}></jc-publish>`,
  failed: ({ locale }) =>
    html`<jc-publish .session=${sessionOf({ ...branchStandard, subject: 5 }, locale)}></jc-publish>`,
});

export const Default: StoryObj = { name: '有规则未通过', render: stories.default };
export const Kept: StoryObj = { name: '可以发布', render: stories['kept']! };
export const Failed: StoryObj = { name: '定义有错误', render: stories['failed']! };
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
