import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { fieldsOf, options, sum } from '../specs.js';

function property({ kind, label }) {
  const title = label;
  switch (kind) {
    case 'number':
      return { type: 'number', title };
    case 'total':
      return { type: 'number', title, readOnly: true };
    case 'choice':
      return { type: 'string', title, oneOf: options.map(([value, text]) => ({ const: value, title: text })) };
    case 'boolean':
      return { type: 'boolean', title };
    case 'date':
      return { type: 'string', format: 'date', title };
    default:
      return { type: 'string', title };
  }
}
const properties = (fields) => Object.fromEntries(fields.map((field) => [field.id, property(field)]));

export function prepare(spec) {
  const { table } = spec;
  const fields = fieldsOf(spec);
  const control = ({ id, kind, when }) => ({
    type: 'Control',
    scope: `#/properties/${id}`,
    ...(kind === 'longText' ? { options: { multi: true } } : {}),
    ...(when
      ? { rule: { effect: 'SHOW', condition: { scope: `#/properties/${when}`, schema: { const: true } } } }
      : {}),
  });
  return {
    schema: {
      type: 'object',
      properties: {
        ...properties(fields),
        ...(table
          ? {
              [table.id]: {
                type: 'array',
                title: table.label,
                items: { type: 'object', properties: properties(table.columns) },
              },
            }
          : {}),
      },
      required: fields.filter(({ required }) => required).map(({ id }) => id),
    },
    uischema: {
      type: 'VerticalLayout',
      elements: table
        ? [{ type: 'Control', scope: `#/properties/${table.id}` }]
        : spec.groups.map(({ title, fields: own }) => ({ type: 'Group', label: title, elements: own.map(control) })),
    },
  };
}

export function mount(root, spec, { schema, uischema }) {
  const totals = fieldsOf(spec).filter(({ kind }) => kind === 'total');
  const compute = (data) => {
    let next = data;
    for (const total of totals) {
      const value = sum(total, next);
      if (next[total.id] !== value) next = { ...next, [total.id]: value };
    }
    return next;
  };
  let show;
  let set;
  let now;
  function Page() {
    const [data, setData] = useState(() => compute(spec.data));
    const [mode, setMode] = useState('ValidateAndHide');
    show = () => setMode('ValidateAndShow');
    set = setData;
    now = data;
    return createElement(JsonForms, {
      schema,
      uischema,
      data,
      renderers: vanillaRenderers,
      cells: vanillaCells,
      validationMode: mode,
      onChange: ({ data: next }) => {
        const done = compute(next);
        if (done !== now) setData(done);
      },
    });
  }
  const react = createRoot(root);
  react.render(createElement(Page));
  const find = (id) =>
    document.getElementById(`#/properties/${id}-input`) ??
    document.getElementById(`#/properties/${id}`)?.querySelector('input, select, textarea');
  const items = () => root.querySelectorAll('tbody tr');
  return {
    control: find,
    total: (id) => find(id)?.value,
    validate: () => show(),
    errors: () => root.querySelectorAll('.validation_error').length,
    cell: (row, column) =>
      items()[row]?.querySelectorAll('input, select, textarea')[
        spec.table.columns.findIndex(({ id }) => id === column)
      ],
    add: () => root.querySelector('.array-table-layout button, fieldset button, button').click(),
    remove: (row) => set((data) => ({ ...data, [spec.table.id]: data[spec.table.id].filter((_, at) => at !== row) })),
    rows: () => items().length,
    unmount: () => react.unmount(),
  };
}
