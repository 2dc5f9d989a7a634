import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/panel/define.js';
import { branchStandard, problemList } from '../data/definitions.ts';
import { panels, statesOf } from '../support/states.ts';
import { sessionOf } from './session.ts';

const panel = (selection: readonly string[], definition: object = problemList, broken = false) =>
  html`<jc-builder-panel .session=${sessionOf(definition, selection, broken)}></jc-builder-panel>`;

const first = Object.keys(problemList.record.properties)[0]!;
const states = statesOf({
  default: () => panel([`/record/properties/${first}`]),
  empty: () => panel(['/nothing']),
  invalid: () => panel(['/moves/0'], problemList, true),
});

export default { title: '设计器/属性面板 jc-builder-panel', component: 'jc-builder-panel' } satisfies Meta;

export const Default: StoryObj = { name: '默认', render: states.default };
export const AllStates: StoryObj = { name: '全部状态', render: states.all };
/** One of each kind of thing. */
export const Kinds: StoryObj = {
  name: '各类内容',
  render: () =>
    panels([
      ['表单', panel([])],
      ['分组', panel(['/view/0'])],
      ['流转', panel(['/moves/0'])],
      ['状态', panel(['/states/0'])],
      ['列', panel(['/ledger/columns/0'])],
      ['指标', panel(['/score/dimensions/0/items/0'], branchStandard)],
      ['档次', panel(['/score/bands/0'], branchStandard)],
      ['填报', panel(['/filing'], branchStandard)],
      [
        '几个字段',
        panel(
          Object.keys(branchStandard.record.properties)
            .slice(0, 2)
            .map((key) => `/record/properties/${key}`),
          branchStandard,
        ),
      ],
    ]),
};
export const Narrow: StoryObj = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
