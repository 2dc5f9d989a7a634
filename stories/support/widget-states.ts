import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { memorySource } from '@jiceng/client/memory/memory-source.js';
import '@jiceng/elements/form/define.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import { dataSet } from '../data/data-set.ts';
import { organisations } from '../data/organisations.ts';
import { people } from '../data/people.ts';
import { NOW } from '../data/record.ts';
import { store } from '../data/store.ts';
import { FILES, type WidgetSample } from '../data/widget-samples.ts';

/** A form of one required field, whose heading is the state. */
function definitionOf({ widget, schema }: WidgetSample, state: string): Definition {
  return {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'widget',
    version: '1.0.0',
    title: `${String(schema['title'])}（${state}）`,
    subject: 'item',
    purpose: { readBy: 'unit', decision: '填写控件示例。' },
    record: { type: 'object', required: ['field'], properties: { field: schema } },
    view: [{ section: state, columns: 1, fields: [{ field: '/field', widget, width: 'full' }] }],
  } as unknown as Definition;
}

/** Where the files of the samples lie. */
const files = memorySource(dataSet());
for (const [id, name] of Object.entries(FILES)) void files.putFile({ id, name, type: '', size: 0 }, new Uint8Array());

const validate = (element: Element | undefined) => {
  if (element) void (element as JcForm).updateComplete.then(() => (element as JcForm).validate());
};

/** All states of one widget, side by side. */
export function widgetStates(sample: WidgetSample): TemplateResult {
  const panel = (
    state: string,
    value: Json | undefined,
    more: { readonly readonly?: boolean; readonly disabled?: boolean; readonly tried?: boolean } = {},
  ) => html`
    <jc-form class="state-panel" bare .definition=${definitionOf(sample, state)}
      .value=${value === undefined ? {} : { field: value }} .organisations=${organisations} .people=${people}
      .facts=${store.facts} .now=${NOW} .dataSource=${sample.widget === 'files' ? files : undefined}
      ?readonly=${more.readonly} ?disabled=${more.disabled} ${ref(more.tried ? validate : undefined)}></jc-form>`;
  return html`<div class="states ${sample.widget === 'table' ? '' : 'small'}">
    ${panel('空 · Empty', undefined)}
    ${panel('已填 · Filled', sample.filled)}
    ${panel('必填未填 · Missing', undefined, { tried: true })}
    ${sample.wrong === undefined ? nothing : panel('有错误 · Invalid', sample.wrong, { tried: true })}
    ${panel('只读 · Read-only', sample.filled, { readonly: true })}
    ${panel('只读未填 · Read-only, empty', undefined, { readonly: true })}
    ${panel('停用 · Disabled', sample.filled, { disabled: true })}
    ${panel('很长 · Very long', sample.long)}
    <div class="state-place narrow">${panel('很长，窄栏 · Very long, narrow', sample.long)}</div>
    ${panel('很长，只读 · Very long, read-only', sample.long, { readonly: true })}
  </div>`;
}
