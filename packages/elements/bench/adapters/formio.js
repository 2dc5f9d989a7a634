import { Formio } from '@formio/js/form';
import { options } from '../specs.js';

const types = {
  text: 'textfield',
  number: 'number',
  choice: 'select',
  longText: 'textarea',
  boolean: 'checkbox',
  date: 'textfield',
  total: 'number',
};
function component({ id, kind, label, required, when, of }) {
  return {
    type: types[kind],
    key: id,
    label,
    input: true,
    ...(kind === 'date' ? { inputType: 'date' } : {}),
    ...(kind === 'choice'
      ? {
          widget: 'choicesjs',
          dataSrc: 'values',
          data: { values: options.map(([value, text]) => ({ value, label: text })) },
        }
      : {}),
    ...(required ? { validate: { required: true } } : {}),
    ...(when ? { conditional: { show: true, when, eq: 'true' } } : {}),
    ...(of ? { disabled: true, calculateValue: { '+': of.map((name) => ({ var: `data.${name}` })) } } : {}),
  };
}

export function prepare({ groups, table }) {
  const components = groups.map(({ id, title, fields }) => ({
    type: 'fieldset',
    key: id,
    legend: title,
    input: false,
    components: fields.map(component),
  }));
  if (table)
    components.push({
      type: 'datagrid',
      key: table.id,
      label: table.label,
      input: true,
      components: table.columns.map(component),
    });
  return { display: 'form', components };
}

export async function mount(root, spec, schema) {
  const place = document.createElement('div');
  root.append(place);
  const form = await Formio.createForm(place, structuredClone(schema), { noAlerts: true });
  await form.setSubmission({ data: structuredClone(spec.data) });
  const inputOf = (each) => each?.refs?.input?.[0] ?? each?.element?.querySelector('input, select, textarea');
  const shown = (node) => (node?.getClientRects().length ? node : (node?.closest('.formio-component') ?? node));
  const grid = () => form.getComponent(spec.table.id);
  return {
    control: (id) => shown(inputOf(form.getComponent(id))),
    total: (id) => inputOf(form.getComponent(id))?.value,
    validate: () => form.submit().catch(() => undefined),
    errors: () => root.querySelectorAll('.formio-component.formio-error-wrapper, .formio-component.has-error').length,
    cell: (row, column) => inputOf(grid().rows[row]?.[column]),
    add: () => grid().addRow(),
    remove: (row) => grid().removeRow(row),
    rows: () => root.querySelectorAll(`[ref="datagrid-${spec.table.id}-row"]`).length,
    unmount: () => {
      form.destroy(true);
      root.replaceChildren();
    },
  };
}
