import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement, createRef, useState } from 'react';
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
const areas = (fields) =>
  Object.fromEntries(
    fields.filter(({ kind }) => kind === 'longText').map(({ id }) => [id, { 'ui:widget': 'textarea' }]),
  );

/** Groups are objects; fields of a condition stand flat, since a condition reaches only its own object. */
export function prepare(spec) {
  const { table } = spec;
  if (table)
    return {
      schema: {
        type: 'object',
        properties: {
          [table.id]: {
            type: 'array',
            title: table.label,
            items: { type: 'object', properties: properties(table.columns) },
          },
        },
      },
      uiSchema: { [table.id]: { items: areas(table.columns) } },
      data: spec.data,
      path: () => '',
    };
  const fields = fieldsOf(spec);
  if (fields.some(({ when }) => when)) {
    const always = fields.filter(({ when }) => !when);
    const later = fields.filter(({ when }) => when);
    return {
      schema: {
        type: 'object',
        properties: properties(always),
        required: always.filter(({ required }) => required).map(({ id }) => id),
        if: { properties: { [later[0].when]: { const: true } }, required: [later[0].when] },
        then: { properties: properties(later) },
      },
      uiSchema: areas(fields),
      data: spec.data,
      path: (id) => `root_${id}`,
    };
  }
  const groupOf = new Map(spec.groups.flatMap(({ id, fields: own }) => own.map((field) => [field.id, id])));
  const data = {};
  for (const { id, fields: own } of spec.groups)
    data[id] = Object.fromEntries(
      own.filter((field) => field.id in spec.data).map((field) => [field.id, spec.data[field.id]]),
    );
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        spec.groups.map(({ id, title, fields: own }) => [
          id,
          {
            type: 'object',
            title,
            properties: properties(own),
            required: own.filter(({ required }) => required).map((field) => field.id),
          },
        ]),
      ),
    },
    uiSchema: Object.fromEntries(spec.groups.map(({ id, fields: own }) => [id, areas(own)])),
    data,
    path: (id) => `root_${groupOf.get(id)}_${id}`,
  };
}

export function mount(root, spec, { schema, uiSchema, data, path }) {
  const form = createRef();
  const totals = spec.groups.flatMap(({ id, fields }) =>
    fields.filter(({ kind }) => kind === 'total').map((field) => [id, field]),
  );
  const compute = (values) => {
    let next = values;
    for (const [group, total] of totals) {
      const value = sum(total, next[group]);
      if (next[group][total.id] !== value) next = { ...next, [group]: { ...next[group], [total.id]: value } };
    }
    return next;
  };
  function Page() {
    const [formData, setData] = useState(() => compute(data));
    return createElement(Form, {
      ref: form,
      schema,
      uiSchema,
      validator,
      formData,
      showErrorList: false,
      noHtml5Validate: true,
      onChange: (event) => setData(compute(event.formData)),
    });
  }
  const react = createRoot(root);
  react.render(createElement(Page));
  const find = (id) => document.getElementById(path(id));
  const items = () => root.querySelectorAll('.rjsf-array-item');
  return {
    control: find,
    total: (id) => find(id)?.value,
    validate: () => form.current.validateForm(),
    errors: () =>
      root.querySelectorAll('.error-detail, .text-danger').length &&
      root.querySelectorAll('.rjsf-field-string .text-danger').length,
    cell: (row, column) => document.getElementById(`root_${spec.table.id}_${row}_${column}`),
    add: () => root.querySelector('.rjsf-array-item-add button, button.rjsf-array-item-add').click(),
    remove: (row) => root.querySelectorAll('.rjsf-array-item-remove')[row].click(),
    rows: () => root.querySelectorAll('.rjsf-array-item-remove').length || items().length,
    unmount: () => react.unmount(),
  };
}
