import { Form } from '@bpmn-io/form-js-viewer';
import { fieldsOf, options } from '../specs.js';

const types = {
  text: 'textfield',
  number: 'number',
  choice: 'select',
  longText: 'textarea',
  boolean: 'checkbox',
  date: 'textfield',
};
function component({ id, kind, label, required, when }) {
  return {
    type: types[kind],
    id,
    key: id,
    label,
    ...(kind === 'choice' ? { values: options.map(([value, text]) => ({ value, label: text })) } : {}),
    ...(required ? { validate: { required: true } } : {}),
    ...(when ? { conditional: { hide: `=${when} != true` } } : {}),
  };
}
const expression = ({ id, of }) => ({
  type: 'expression',
  id: `${id}e`,
  key: id,
  computeOn: 'change',
  expression: `=sum([${of.join(',')}])`,
});

export function prepare(spec) {
  const { table } = spec;
  const components = spec.groups.map(({ id, title, fields }) => ({
    type: 'group',
    id,
    label: title,
    components: fields.flatMap((field) =>
      field.of
        ? [expression(field), { type: 'text', id: `${field.id}s`, text: `${field.label}：{{${field.id}}}` }]
        : [component(field)],
    ),
  }));
  if (table)
    components.push({
      type: 'dynamiclist',
      id: table.id,
      path: table.id,
      label: table.label,
      allowAddRemove: true,
      defaultRepetitions: 1,
      components: table.columns.map(component),
    });
  return { type: 'default', id: 'bench', schemaVersion: 19, components };
}

export async function mount(root, spec, schema) {
  const form = new Form({ container: root });
  await form.importSchema(schema, structuredClone(spec.data));
  const controls = () => [...root.querySelectorAll('input, textarea, select')];
  const find = (id) => root.querySelector(`[id$="-${id}"]`);
  const items = () => root.querySelectorAll('.fjs-repeat-row-container');
  return {
    control: find,
    total: (id) => {
      const at = fieldsOf(spec)
        .filter(({ of }) => of)
        .findIndex((field) => field.id === id);
      return root.querySelectorAll('.fjs-form-field-text')[at]?.textContent?.replace(/^.*：/, '').trim();
    },
    validate: () => form.validate(),
    errors: () => root.querySelectorAll('.fjs-form-field-error').length,
    cell: (row, column) =>
      items()[row]?.querySelectorAll('input, textarea')[spec.table.columns.findIndex(({ id }) => id === column)] ??
      controls()[0],
    add: () => root.querySelector('.fjs-repeat-render-add').click(),
    remove: (row) => root.querySelectorAll('.fjs-repeat-row-remove')[row].click(),
    rows: () => items().length,
    unmount: () => form.destroy(),
  };
}
