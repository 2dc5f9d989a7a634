import '../../src/form/define.ts';
import { fieldsOf, options } from '../specs.js';

const kinds = {
  text: { type: 'string' },
  longText: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  total: { type: 'number' },
};
const property = ({ kind, label }) =>
  kind === 'choice'
    ? { type: 'string', title: label, oneOf: options.map(([value, title]) => ({ const: value, title })) }
    : { ...kinds[kind], title: label };
const properties = (fields) => Object.fromEntries(fields.map((field) => [field.id, property(field)]));
/** The same controls as everybody's: choices drop down, yes or no is one box. */
const widgets = { choice: 'select', boolean: 'checkbox', longText: 'longText' };
const shown = ({ id, kind }) => (widgets[kind] ? { field: `/${id}`, widget: widgets[kind] } : `/${id}`);

export function prepare(spec) {
  const { table } = spec;
  const fields = fieldsOf(spec);
  const required = fields.filter((field) => field.required).map(({ id }) => id);
  const rules = fields
    .filter(({ of, when }) => of || when)
    .map(({ id, of, when }) => ({
      field: `/${id}`,
      ...(of ? { value: `SUM(${of.join(',')})` } : {}),
      ...(when ? { visible: when } : {}),
    }));
  const view = spec.groups.map(({ title, fields: own }) => ({ section: title, fields: own.map(shown) }));
  return {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'bench',
    version: '1.0.0',
    title: spec.title,
    subject: 'item',
    purpose: { readBy: 'county', decision: '测量' },
    record: {
      type: 'object',
      ...(required.length ? { required } : {}),
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
    },
    ...(view.length ? { view } : {}),
    ...(rules.length ? { rules } : {}),
  };
}

export function mount(root, spec, definition) {
  const form = document.createElement('jc-form');
  form.definition = definition;
  form.value = spec.data;
  root.append(form);
  const inside = (selector) => form.renderRoot?.querySelector(selector);
  const idOf = new Map(fieldsOf(spec).map(({ id, label }) => [label, id]));
  let places;
  function control(id) {
    if (!form.renderRoot) return undefined;
    // Labels are the public way to a control.
    if (!places?.get(id)?.isConnected)
      places = new Map(
        [...form.renderRoot.querySelectorAll('label')].map((label) => [
          idOf.get(label.firstChild?.data ?? ''),
          label.control ?? form.renderRoot.getElementById(label.id.replace(/-l$/, '')),
        ]),
      );
    return places.get(id);
  }
  const cell = (row, column) =>
    inside(
      `[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${spec.table.columns.findIndex(({ id }) => id === column) + 2}"]`,
    );
  const button = (at) => form.renderRoot.querySelectorAll('.rows-bar button')[at];
  return {
    control,
    cell,
    total: (id) => control(id)?.textContent,
    validate: () => form.validate(true),
    errors: () => form.renderRoot.querySelectorAll('.problem:not([hidden])').length,
    add: () => button(0).click(),
    pick: async (row) => {
      form.focusField(`/${spec.table.id}/${row}/owner`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    remove: () => button(3).click(),
    rows: () => Number(inside('[role=grid]')?.getAttribute('aria-rowcount') ?? 0) - 1,
    unmount: () => form.remove(),
  };
}
