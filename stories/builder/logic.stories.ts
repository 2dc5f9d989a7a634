import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/logic/define.js';
import { branchStandard, problemList } from '../data/definitions.ts';
import { sessionOf } from '../support/builder.ts';
import { panels, statesOf } from '../support/states.ts';

export default { title: '设计器/规则 jc-logic', component: 'jc-logic' } satisfies Meta;

const pane = (definition: object, locale: string, selection: readonly string[] = []) => {
  const session = sessionOf(definition, locale);
  session.select(selection);
  return html`<jc-logic .session=${session}></jc-logic>`;
};

/** Rules that cannot be meant, each with its reason. */
const muddled = {
  ...problemList,
  rules: [
    { field: '/problemDesc', visible: 'AND(ledgerStatus="closed",ledgerStatus="registered")' },
    { field: '/dueOn', required: 'ledgerStatus="finished"' },
    { check: 'gone>1', level: 'error', message: '请核对。' },
  ],
};

const stories = statesOf({
  default: ({ locale }) => pane(problemList, locale),
  open: ({ locale }) => pane(problemList, locale, ['/rules/0']),
  invalid: ({ locale }) => pane(muddled, locale, ['/rules/1']),
  empty: ({ locale }) => pane({ record: { type: 'object', properties: {} } }, locale),
});

export const Default: StoryObj = { name: '默认', render: stories.default };
export const Open: StoryObj = { name: '修改一条规则', render: stories['open']! };
export const Invalid: StoryObj = { name: '有问题的规则', render: stories['invalid']! };
export const Score: StoryObj = {
  name: '评价表的规则',
  render: () => panels([['评价表', pane(branchStandard, 'zh-CN')]]),
};
export const Narrow: StoryObj = { name: '窄栏', render: stories.narrow };
export const AllStates: StoryObj = { name: '全部状态', render: stories.all };
