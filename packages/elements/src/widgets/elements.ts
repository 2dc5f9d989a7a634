import type { FieldModel } from '@jiceng/core/form/field.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { withValueAt } from '@jiceng/core/json/pointer.js';
import { effect } from '@preact/signals-core';
import { make } from '../internal/nodes.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

/** What the elements have in common that stand in a form for one of its fields. */
interface FillingElement extends HTMLElement {
  value: JsonObject;
  readonly: boolean;
  disabled: boolean;
}

/** The entries of a score card: the whole card, where the page has the element. */
export const scorecardWidget: WidgetType = {
  name: 'scorecard',
  always: true,
  rank: (field) => (field.form.compiled.definition.score?.entries === field.pointer ? 0.1 : 0),
  create: (field, context) => elementWidget('jc-scorecard', field, context, {}, true),
};

/** Several choices, or a check in a group of fields, to be gone through one by one. */
export const checklistWidget: WidgetType = {
  name: 'checklist',
  always: true,
  rank: ({ kind }) => (kind === 'choices' || kind === 'object' ? 0.1 : 0),
  create: (field, context, spec) =>
    elementWidget(
      'jc-checklist',
      field,
      context,
      {
        fields: [
          { field: field.pointer, widget: 'checklist', ...(spec.title === undefined ? {} : { title: spec.title }) },
        ],
        bare: true,
      },
      false,
    ),
};

function elementWidget(
  tag: 'jc-scorecard' | 'jc-checklist',
  field: FieldModel,
  context: WidgetContext,
  more: object,
  titled: boolean,
): Widget {
  const { form } = field;
  const { record, organisation, facts, now, readonly } = form.options;
  const element = document.createElement(tag) as unknown as FillingElement;
  Object.assign(element, {
    definition: form.compiled.definition,
    record,
    organisation,
    facts,
    now,
    locale: context.locale,
    ...more,
  });
  // Fields of no plain kind count as read-only for typing; the element types into them.
  element.readonly =
    readonly === true ||
    field.node.schema.readOnly === true ||
    !form.mayEdit(field.node.pointer) ||
    (field.kind !== 'unknown' && field.readonly.peek());
  element.addEventListener('jc-change', (event) => {
    event.stopPropagation();
    const { changes } = (event as CustomEvent<{ changes: readonly Change[] }>).detail;
    for (const { pointer, value } of changes) {
      if (pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))
        form.write(field, withValueAt(field.raw, pointer.slice(field.pointer.length), value));
    }
    context.committed(field);
  });
  // Formulas of the element read other fields too.
  context.onDispose(
    effect(() => {
      void form.revision.value;
      element.value = form.value.peek() as JsonObject;
    }),
  );
  return {
    node: make('div', {}, element),
    control: element,
    group: true,
    titled,
    show: () => undefined,
    focus: () => element.shadowRoot?.querySelector<HTMLElement>('input, textarea, button')?.focus(),
    disable: (on) => {
      element.disabled = on;
    },
  };
}
