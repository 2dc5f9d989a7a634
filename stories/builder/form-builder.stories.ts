import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/builder/form-builder/define.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { organisationLife, problemList } from '../data/definitions.ts';
import { NOW } from '../data/record.ts';
import { panels, statesOf } from '../support/states.ts';

interface Shown {
  readonly definition?: unknown;
  readonly pane?: string;
}

const builder = ({ definition = problemList, pane = 'design' }: Shown = {}) =>
  html`<div class="state-place builder"><jc-form-builder .definition=${definition as Definition}
    .definitions=${[organisationLife]} .now=${NOW} pane=${pane}></jc-form-builder></div>`;
/** A form that somebody is in the middle of: a field that is gone stands in the layout, a rule is no formula. */
const halfMade = `{ "id": "half", "title": "还没画完的表", "record": { "type": "object", "properties": { "name": { "type": "string", "title": "名称" }, "count": { "type": "integer", "title": "数量" } } },
  "view": [{ "section": "基本信息", "fields": ["/name", "/gone"] }, { "section": "情况", "fields": ["/count"] }], "rules": [{ "check": "count>", "level": "error", "message": "数量要大于零" }] }`;

const states = statesOf({
  default: () => builder(),
  empty: () => html`<jc-form-builder></jc-form-builder>`,
  failed: () => html`<jc-form-builder .definition=${'{ "title": '}></jc-form-builder>`,
  invalid: () => builder({ definition: halfMade }),
});

export default { title: '设计器/表单设计器 jc-form-builder', component: 'jc-form-builder' } satisfies Meta;

type Story = StoryObj;
export const Default: Story = { name: '默认', render: () => builder() };
export const HalfMade: Story = { name: '没画完的定义', render: states.invalid };
export const Empty: Story = { name: '空', render: states.empty };
export const Failed: Story = { name: '不是 JSON', render: states.failed };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Preview: Story = { name: '预览', tags: ['!autodocs'], render: () => builder({ pane: 'preview' }) };
export const Json: Story = {
  name: 'JSON',
  tags: ['!autodocs'],
  render: () => panels([['有错误', builder({ definition: halfMade, pane: 'json' })]]),
};
