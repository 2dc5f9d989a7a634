import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@jiceng/elements/form/define.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { examples, organisationLife, problemList } from '../data/definitions.ts';
import { organisations } from '../data/organisations.ts';
import { people, personOf } from '../data/people.ts';
import { problems } from '../data/problems.ts';
import { NOW } from '../data/record.ts';
import { store } from '../data/store.ts';
import { statesOf } from '../support/states.ts';

interface Args {
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly bare: boolean;
}

const form = (
  value: JsonObject | undefined,
  args: Partial<Args> = {},
  definition: unknown = organisationLife,
  shown?: (element: Element | undefined) => void,
) => html`
  <jc-form .definition=${definition as Definition | undefined} .value=${value} .organisations=${organisations}
    .people=${people} .person=${personOf('p-0347')} .facts=${store.facts} .now=${NOW}
    ?readonly=${args.readonly} ?disabled=${args.disabled} ?bare=${args.bare} ${ref(shown)}></jc-form>`;

/** A source that never answers: the form stays in loading. */
const silent = { now: () => NOW, subscribe: () => () => undefined } as unknown as JcForm['dataSource'];
for (const name of [
  'definition',
  'definitions',
  'record',
  'records',
  'organisations',
  'people',
  'snapshot',
  'facts',
] as const)
  Object.assign(silent!, { [name]: () => new Promise(() => undefined) });

/** Shows every error, as after a try to submit. */
const tried = (element: Element | undefined) => {
  if (element) void (element as JcForm).updateComplete.then(() => (element as JcForm).validate());
};
const faulty: JsonObject = {
  ...examples.organisationLife,
  meetingTopic: '',
  heldOn: '2025-10-01',
  attendeesExpected: 1,
  votesFor: 40,
  lecturerName: '',
  meetingType: ['lecture'],
};

/** Forms on one page are told apart by their titles. */
const titled = (state: string): Definition => ({ ...organisationLife, title: `${organisationLife.title}（${state}）` });

const states = statesOf({
  default: (_, state) => form(examples.organisationLife, {}, titled(state)),
  loading: () => html`<jc-form bare definition-id="organisation-life" .dataSource=${silent}></jc-form>`,
  empty: () => form(undefined, { bare: true }, null),
  failed: () =>
    form(
      undefined,
      { bare: true },
      { id: 'broken', record: { type: 'object', properties: { a: { $ref: '#/nowhere' } } } },
    ),
  invalid: (_, state) => form(faulty, {}, titled(state), tried),
  readonly: (_, state) => form(examples.organisationLife, { readonly: true }, titled(state)),
  disabled: (_, state) => form(examples.organisationLife, { disabled: true }, titled(state)),
});

export default {
  title: '元素/表单 jc-form',
  component: 'jc-form',
  args: { readonly: false, disabled: false, bare: false },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
export const Default: Story = { name: '默认', render: (args) => form(examples.organisationLife, args) };
export const AllStates: Story = { name: '全部状态', render: states.all };
export const Blank: Story = { name: '空白', tags: ['!autodocs'], render: () => form(undefined) };
/** A stored record with a repeated table, people, organisations and long texts. */
export const StoredRecord: Story = {
  name: '已存记录',
  tags: ['!autodocs'],
  render: () =>
    html`<jc-form .definition=${problemList} .record=${problems[1]} .organisations=${organisations} .people=${people}
      .person=${personOf('p-0012')} .facts=${store.facts} .now=${NOW}></jc-form>`,
};
/** Any JSON Schema will do, without a definition. */
export const PlainSchema: Story = {
  name: '仅有 JSON Schema',
  tags: ['!autodocs'],
  render: () =>
    html`<jc-form .now=${NOW} .schema=${{ type: 'object', title: '意见征集', required: ['topic'], properties: { topic: { type: 'string', title: '意见主题', maxLength: 30 }, detail: { type: 'string', title: '具体意见', maxLength: 500 }, named: { type: 'boolean', title: '愿意留下姓名' }, count: { type: 'integer', title: '涉及人数', minimum: 1 } } }}></jc-form>`,
};
export const Invalid: Story = { name: '有错误', tags: ['!autodocs'], render: states.invalid };
export const Loading: Story = { name: '加载中', tags: ['!autodocs'], render: states.loading };
export const Empty: Story = { name: '空', tags: ['!autodocs'], render: states.empty };
export const Failed: Story = { name: '出错', tags: ['!autodocs'], render: states.failed };
export const ReadOnly: Story = { name: '只读', tags: ['!autodocs'], render: states.readonly };
export const Disabled: Story = { name: '停用', tags: ['!autodocs'], render: states.disabled };
export const Narrow: Story = { name: '窄栏', tags: ['!autodocs'], render: states.narrow };
export const Large: Story = { name: '大字', tags: ['!autodocs'], render: states.large };
export const Elder: Story = { name: '适老', tags: ['!autodocs'], render: states.elder };
export const Contrast: Story = { name: '高对比', tags: ['!autodocs'], render: states.contrast };
export const Print: Story = { name: '打印', tags: ['!autodocs'], render: states.print };
