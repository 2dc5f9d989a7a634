import type { Language } from '@jiceng/core/text/problem.js';
import type { PlannedCell, PlannedRow } from '@jiceng/sheet/ledger/planned-row.js';
import type { SeveralNamed } from '@jiceng/sheet/ledger/read-cell.js';
import { html, nothing, type TemplateResult } from 'lit';
import { whichOne } from './belonging.ts';
import type { ImportMessages } from './import.messages.ts';
import { toggled, type Planning } from './planning.ts';

export interface PlanRowsInput {
  readonly rows: readonly PlannedRow[];
  readonly planning: Planning;
  readonly text: ImportMessages;
  readonly language: Language;
  readonly prefix: string;
  readonly change: (planning: Planning) => void;
  readonly meaningOf: (what: SeveralNamed['what'], id: string) => string;
  /** Which of several people or organisations a name means. */
  readonly answer: (several: SeveralNamed, id: string) => void;
}

/** Rows that would be stored or cannot be, each with its cells before and after. */
export function planRows(input: PlanRowsInput): TemplateResult {
  const { rows, planning, text, language, change } = input;
  return html`<ul class="plan">${rows.map((row) => {
    const { status, cells, problems, organisation, person } = row;
    const canBeTaken = status === 'new' || status === 'changed';
    const isSkipped = planning.skippedRows.has(row.row);
    return html`<li class=${`plan-row ${status} ${isSkipped ? 'skipped' : ''}`}>
      <div class="plan-head">${
        canBeTaken
          ? html`<label class="check"><input type="checkbox" .checked=${!isSkipped}
        @change=${(event: Event) => change({ ...planning, skippedRows: toggled(planning.skippedRows, row.row, !(event.target as HTMLInputElement).checked) })}>${text.rowPlace(row.row)}</label>`
          : html`<span>${text.rowPlace(row.row)}</span>`
      }
        <span class="mark">${text.status[status]}</span> <strong>${titleOf(row)}</strong>${organisation?.orgId === undefined ? nothing : html`<span class="weak belongs">${text.belongsWord}${text.marks.colon}${input.meaningOf('organisation', organisation.orgId)}</span>`}</div>
      ${problems.length > 0 ? html`<ul class="bad">${problems.map((reason) => html`<li>${reason[language]}</li>`)}</ul>` : nothing}
      ${organisation?.several ? whichOne(organisation.several, `${input.prefix}-which-${organisation.place}`, input, input.answer) : nothing}
      ${person?.several ? whichOne(person.several, `${input.prefix}-which-${person.place}`, input, input.answer) : nothing}
      ${cells.length === 0 ? nothing : html`<dl class="cells">${cells.map((cell) => (planning.skippedColumns.has(cell.pointer) ? nothing : cellLine(cell, status === 'new', input)))}</dl>`}
    </li>`;
  })}</ul>`;
}

function cellLine(cell: PlannedCell, isNew: boolean, input: PlanRowsInput): TemplateResult {
  const { planning, text, language, prefix, change } = input;
  const { title, place, shown, problem, conflict } = cell;
  const words = (value: string): string => (value === '' ? text.blank : value);
  const isKept = conflict !== undefined && planning.conflicts.get(place) === 'record';
  const value = problem
    ? html`<span class="bad">${problem[language]}</span>${isNew || shown.before === '' ? nothing : html` <span class="weak">${text.before}${text.marks.colon}${shown.before}</span>`}`
    : isNew
      ? html`${words(shown.after)}`
      : html`<del><span class="visually-hidden">${text.before}${text.marks.colon}</span>${words(shown.before)}</del> → <ins class=${isKept ? 'kept' : ''}><span class="visually-hidden">${text.after}${text.marks.colon}</span>${words(shown.after)}</ins>`;
  const decide = (by: 'file' | 'record') => () =>
    change({ ...planning, conflicts: new Map(planning.conflicts).set(place, by) });
  const choice = (by: 'file' | 'record', label: string) =>
    html`<label class="check"><input type="radio" name=${`${prefix}-conflict-${place}`}
      .checked=${planning.conflicts.get(place) === by} @change=${decide(by)}>${label}</label>`;
  return html`<div class=${problem ? 'cell faulty' : conflict ? 'cell conflicting' : 'cell'}><dt>${title} <span class="weak">${place}</span></dt><dd>${value}${cell.several ? whichOne(cell.several, `${prefix}-which-${place}`, input, input.answer) : nothing}
    ${
      conflict
        ? html`<div class="conflict" role="radiogroup"
      aria-label=${text.decide(title)}><span>${text.conflict(words(shown.base ?? ''))}</span> ${choice('file', text.useFile)} ${choice('record', text.useRecord)}</div>`
        : nothing
    }</dd></div>`;
}

/** What a row is about: the person, the first text of the record, or of the new cells. */
function titleOf({ record, person, cells }: PlannedRow): string {
  const name = record?.subject?.title ?? person?.text ?? '';
  if (name !== '') return name;
  for (const value of Object.values(record?.data ?? {}))
    if (typeof value === 'string' && /[^\d\-:T.+]/.test(value))
      return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return record ? '' : (cells.find(({ problem }) => problem === undefined)?.shown.after.slice(0, 40) ?? '');
}
