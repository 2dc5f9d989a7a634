// What a careful hand writes without a library: labels, controls, one listener each, errors with ARIA. The floor of
// every ratio.
import { fieldsOf, options, sum } from '../specs.js';

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function makeControl({ kind, id, label }, value) {
  const control = make(
    kind === 'choice' ? 'select' : kind === 'longText' ? 'textarea' : kind === 'total' ? 'output' : 'input',
    id === undefined ? {} : { id },
  );
  if (kind === 'choice') {
    control.append(new Option('', ''));
    for (const [key, text] of options) control.append(new Option(text, key));
  } else if (kind === 'number' || kind === 'date') control.type = kind;
  if (kind === 'boolean') {
    control.type = 'checkbox';
    control.checked = value === true;
  } else if (value !== undefined) control.value = value;
  if (id === undefined) control.setAttribute('aria-label', label);
  return control;
}
const read = (control, { kind }) =>
  kind === 'boolean'
    ? control.checked
    : kind === 'number'
      ? control.value === ''
        ? undefined
        : control.valueAsNumber
      : control.value || undefined;

export function mount(root, spec) {
  const data = structuredClone(spec.data);
  const controls = new Map();
  const boxes = new Map();
  const totals = new Map();
  const dependants = new Map();
  for (const field of fieldsOf(spec)) {
    for (const id of field.of ?? []) totals.set(id, [...(totals.get(id) ?? []), field]);
    if (field.when) dependants.set(field.when, [...(dependants.get(field.when) ?? []), field]);
  }
  const form = make('form', { noValidate: true });
  for (const { title, fields } of spec.groups) {
    const set = make('fieldset', {}, make('legend', { textContent: title }));
    for (const field of fields) {
      const control = makeControl(field, field.kind === 'total' ? sum(field, data) : data[field.id]);
      const label = make('label', { htmlFor: field.id, textContent: field.label });
      if (field.required) {
        control.required = true;
        label.append(make('span', { className: 'star', textContent: '*' }));
      }
      const box = make('div', { className: 'field' }, label, control);
      if (field.when) box.hidden = control.disabled = data[field.when] !== true;
      control.addEventListener('input', () => {
        data[field.id] = read(control, field);
        for (const total of totals.get(field.id) ?? []) controls.get(total.id).value = sum(total, data);
        for (const other of dependants.get(field.id) ?? [])
          boxes.get(other.id).hidden = controls.get(other.id).disabled = !data[field.id];
        if (control.getAttribute('aria-invalid')) check(field);
      });
      controls.set(field.id, control);
      boxes.set(field.id, box);
      set.append(box);
    }
    form.append(set);
  }
  function check(field) {
    const control = controls.get(field.id);
    const wrong = field.required && !control.disabled && (data[field.id] ?? '') === '';
    const old = document.getElementById(`${field.id}-error`);
    if (!wrong) {
      old?.remove();
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
      return false;
    }
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', `${field.id}-error`);
    if (!old)
      boxes
        .get(field.id)
        .append(make('p', { id: `${field.id}-error`, className: 'error', textContent: `请填写${field.label}。` }));
    return true;
  }

  let body;
  const { table } = spec;
  function row(item) {
    const line = make('tr');
    for (const column of table.columns) {
      const control = makeControl({ ...column, id: undefined }, item[column.id]);
      control.addEventListener('input', () => {
        item[column.id] = read(control, column);
      });
      line.append(make('td', {}, control));
    }
    const gone = make('button', { type: 'button', textContent: '删除' });
    gone.addEventListener('click', () => {
      data[table.id].splice([...body.rows].indexOf(line), 1);
      line.remove();
    });
    line.append(make('td', {}, gone));
    return line;
  }
  if (table) {
    body = make('tbody');
    for (const item of data[table.id]) body.append(row(item));
    form.append(
      make(
        'table',
        {},
        make('caption', { textContent: table.label }),
        make('thead', {}, make('tr', {}, ...table.columns.map(({ label }) => make('th', { textContent: label })))),
        body,
      ),
    );
  }
  root.append(form);
  return {
    control: (id) => controls.get(id),
    total: (id) => controls.get(id).value,
    validate: () => {
      for (const { fields } of spec.groups) for (const field of fields) check(field);
      form.querySelector('[aria-invalid]')?.focus();
    },
    errors: () => form.querySelectorAll('.error').length,
    cell: (at, column) => body.rows[at].cells[table.columns.findIndex(({ id }) => id === column)].firstElementChild,
    add: () => {
      const item = {};
      data[table.id].push(item);
      body.append(row(item));
    },
    remove: (at) => body.rows[at].cells[8].firstElementChild.click(),
    rows: () => body.rows.length,
    unmount: () => form.remove(),
  };
}
