import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/moves/define.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { branchStandard, problemList } from '../data/definitions.ts';
import { organisations } from '../data/organisations.ts';
import { people, personOf } from '../data/people.ts';
import { problems } from '../data/problems.ts';
import { NOW } from '../data/record.ts';
import { standardDraft, standardReview } from '../data/standard.ts';
import { store } from '../data/store.ts';
import { panels, statesOf } from '../support/states.ts';

const moves = (definition: Definition, record: StoredRecord, person: string) => html`
  <jc-moves .definition=${definition} .record=${record} .snapshot=${store} .organisations=${organisations}
    .people=${people} .person=${personOf(person)} now=${NOW}></jc-moves>`;

const states = statesOf({ default: () => moves(problemList, problems[1]!, 'p-0012') });

export default { title: '元素/办理 jc-moves', component: 'jc-moves' } satisfies Meta;

export const Default: StoryObj = { name: '默认', render: states.default };
export const AllStates: StoryObj = { name: '全部状态', render: states.all };
/** The same records as seen by those who may act, and those who may not. */
export const People: StoryObj = {
  name: '不同的人',
  render: () =>
    panels([
      ['填报人：评价表暂存 · Own draft', moves(branchStandard, standardDraft, 'p-0347')],
      ['镇审核人：审核中 · In review', moves(branchStandard, standardReview, 'p-0012')],
      ['责任人：整改中 · Responsible person', moves(problemList, problems[0]!, 'p-0347')],
      ['责任人：申请销账后 · After asking to close', moves(problemList, problems[2]!, 'p-0347')],
      ['核验人：待核验 · Verifier', moves(problemList, problems[2]!, 'p-0101')],
      ['其他支部 · Another branch', moves(problemList, problems[0]!, 'p-0520')],
    ]),
};
export const Narrow: StoryObj = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
