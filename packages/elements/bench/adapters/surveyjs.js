import { Model } from 'survey-core';
import 'survey-js-ui';
import { options } from '../specs.js';

const choices = options.map(([value, text]) => ({ value, text }));
function element({ id, kind, label, required, when, of }) {
  const type =
    kind === 'choice'
      ? 'dropdown'
      : kind === 'longText'
        ? 'comment'
        : kind === 'boolean'
          ? 'boolean'
          : kind === 'total'
            ? 'expression'
            : 'text';
  return {
    type,
    name: id,
    title: label,
    ...(kind === 'number' || kind === 'date' ? { inputType: kind } : {}),
    ...(kind === 'choice' ? { choices } : {}),
    ...(kind === 'boolean' ? { renderAs: 'checkbox' } : {}),
    ...(required ? { isRequired: true } : {}),
    ...(when ? { visibleIf: `{${when}} = true` } : {}),
    ...(of ? { expression: of.map((name) => `{${name}}`).join(' + ') } : {}),
  };
}

export function prepare({ groups, table }) {
  const elements = groups.map(({ id, title, fields }) => ({
    type: 'panel',
    name: id,
    title,
    elements: fields.map(element),
  }));
  const cellType = { choice: 'dropdown', longText: 'comment', boolean: 'boolean' };
  if (table)
    elements.push({
      type: 'matrixdynamic',
      name: table.id,
      title: table.label,
      rowCount: 1,
      maxRowCount: 1000,
      confirmDelete: false,
      columns: table.columns.map((column) => ({ ...element(column), cellType: cellType[column.kind] ?? 'text' })),
    });
  // Without this SurveyJS takes a text only when its field is left, and nothing follows the keys.
  return { textUpdateMode: 'onTyping', elements };
}

export function mount(root, spec, json) {
  const survey = new Model(json);
  survey.data = structuredClone(spec.data);
  const place = document.createElement('div');
  root.append(place);
  survey.render(place);
  const find = (id) => document.getElementById(survey.getQuestionByName(id).inputId);
  const table = () => survey.getQuestionByName(spec.table.id);
  const lines = () =>
    root.querySelectorAll(
      'tbody .sd-table__row:not(.sd-table__row-detail):not(.sd-table__row--has-end-actions-header)',
    );
  return {
    control: find,
    total: (id) => String(survey.getQuestionByName(id).value),
    validate: () => survey.validate(true, true),
    errors: () =>
      root.querySelectorAll('.sd-question__erbox:not([style*="none"]) .sv-string-viewer, .sd-error .sv-string-viewer')
        .length,
    cell: (row, column) => {
      const cell = table().visibleRows[row]?.cells.find((each) => each.column.name === column);
      return cell && document.getElementById(cell.question.inputId);
    },
    add: () => table().addRow(),
    remove: (row) => table().removeRow(row),
    rows: () => [...lines()].filter((line) => line.querySelector('input, textarea')).length,
    unmount: () => {
      survey.dispose();
      place.remove();
    },
  };
}
