import type { FieldRef, Tone } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { own, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { may, type Verdict } from '@jiceng/core/life/may.js';
import type { StepStatus, StepView } from '@jiceng/core/record/process.js';
import { basisText } from '@jiceng/core/text/basis.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { daysBetween } from '@jiceng/core/time/date.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { askForm } from '../record/ask-form.ts';
import { cellText } from '../record/cell-text.ts';
import type { Sight } from '../record/sight.ts';
import { messages } from './process.messages.ts';

/** A step that is being worked on: its fields, and what the store said about them. */
export interface StepDraft {
  readonly view: StepView;
  readonly fields: readonly FieldRef[];
  problems: readonly Problem[];
}

const TONES: Readonly<Record<StepStatus, Tone>> = {
  pending: 'neutral',
  active: 'info',
  overdue: 'negative',
  returned: 'negative',
  done: 'positive',
};

/** The step's fields, its date among them. */
export function fieldsOf({ step: { fields = [], on } }: StepView): FieldRef[] {
  const named = fields.map((ref) => (typeof ref === 'string' ? ref : ref.field));
  return on !== undefined && !named.includes(on) ? [{ field: on, required: true }, ...fields] : [...fields];
}

/** Whether the person may act in this step now. */
export function mayAct(view: StepView, record: StoredRecord, sight: Sight): Verdict {
  return may(sight.person, view.by, record, sight, sight.now.slice(0, 10), {
    orgId: sight.actorOrgId,
    label: (pointer) => sight.compiled.field(pointer)?.title,
  });
}

/** What a step shows and tells. */
export interface StepInput {
  readonly view: StepView;
  readonly record: StoredRecord;
  readonly sight: Sight;
  /** Present while the step is open. */
  readonly draft: StepDraft | undefined;
  readonly readonly: boolean;
  readonly prefix: string;
  /** A done step that this person may send back. */
  readonly canReturn: boolean;
  finish(): void;
  startReturn(): void;
  setReturn(reason: string | undefined): void;
  confirmReturn(): void;
  readonly returning: string | undefined;
  readonly returnTried: boolean;
}

/** One step: number, name, status and dates in words; open ones with what to do, their fields and the button. */
export function stepItem(input: StepInput): TemplateResult {
  const { view, sight, record, prefix } = input;
  const { step, status, number, reason } = view;
  const text = messages(sight.locale);
  const isOpen = status === 'active' || status === 'overdue' || status === 'returned';
  return html`<li class="step ${status} ${isOpen ? 'open' : ''}" aria-current=${isOpen ? 'step' : nothing}>
    <div class="step-head"><span class="number">${number}.</span><h3 id=${`${prefix}-name`}>${step.title}</h3><span class="badge ${TONES[status]}">${text.status[status]}</span>${dates(view, sight)}</div>
    ${reason && status !== 'done' ? html`<p class="reason">${status === 'returned' ? `${text.returnedFor}${text.marks.colon}` : ''}${reason[sight.names.language]}</p>` : nothing}
    ${status === 'done' ? filled(view, record, sight) : nothing}
    ${isOpen ? body(input) : nothing}
    ${status === 'done' && input.canReturn ? returning(input) : nothing}
  </li>`;
}

function dates({ doneOn, dueOn, earliestOn, delayDays, status }: StepView, sight: Sight): TemplateResult {
  const text = messages(sight.locale);
  const left = dueOn === undefined ? undefined : daysBetween(sight.now.slice(0, 10), dueOn);
  return html`<span class="dates">
    ${doneOn ? html`<span>${text.doneOn(doneOn)}</span>` : nothing}
    ${dueOn ? html`<span>${text.dueOn(dueOn)}</span>` : nothing}
    ${earliestOn && status !== 'done' ? html`<span>${text.earliestOn(earliestOn)}</span>` : nothing}
    ${delayDays > 0 ? html`<span class="late">${status === 'done' ? text.wasLate(delayDays) : text.late(delayDays)}</span>` : status !== 'done' && status !== 'pending' && left !== undefined && left >= 0 ? html`<span>${text.left(left)}</span>` : nothing}
  </span>`;
}

/** What was filled in with a step that is done, in one line. */
function filled(view: StepView, record: StoredRecord, sight: Sight): TemplateResult | typeof nothing {
  const text = messages(sight.locale);
  const by = own(record.steps, view.step.id)?.by;
  const entries = fieldsOf(view).flatMap((ref) => {
    const pointer = typeof ref === 'string' ? ref : ref.field;
    const words =
      pointer === view.step.on
        ? ''
        : cellText(valueAt(record.data as Json, pointer), sight.compiled.field(pointer), sight);
    return words === '' ? [] : [{ label: sight.label(pointer), words }];
  });
  if (by !== undefined) entries.push({ label: text.doneBy, words: sight.personName(by) ?? '—' });
  return entries.length === 0
    ? nothing
    : html`<dl class="filled">${entries.map(({ label, words }) => html`<div><dt>${label}${text.marks.colon}</dt><dd>${words}</dd></div>`)}</dl>`;
}

function body(input: StepInput): TemplateResult {
  const { view, sight, draft, record, readonly } = input;
  const { step, errors } = view;
  const text = messages(sight.locale);
  const language = sight.names.language;
  const verdict = mayAct(view, record, sight);
  const isTooEarly = view.earliestOn !== undefined && view.earliestOn > sight.now.slice(0, 10);
  const obstacle = !verdict.allowed
    ? verdict.reason[language]
    : isTooEarly
      ? text.tooEarly(view.earliestOn ?? '')
      : undefined;
  const about: [string, string | TemplateResult | undefined][] = [
    [text.acts, step.actorTitle],
    [text.requirement, step.description ? step.description : undefined],
    [text.basis, step.source === undefined ? undefined : basisText(step.source, language)],
    [text.documents, step.documents?.length ? step.documents.join(text.marks.list) : undefined],
  ];
  return html`<div class="step-body" data-of=${view.number}>
    <dl class="about">${about.map(([label, words]) => (words ? html`<div><dt>${label}</dt><dd>${words}</dd></div>` : nothing))}</dl>
    ${errors.length > 0 ? html`<div class="refusal">${errors.map((error) => error[language]).join(text.marks.semicolon)}</div>` : nothing}
    ${
      draft && draft.problems.length > 0
        ? html`<div class="refusal"
      role="alert">${text.refused}<ul>${draft.problems.map(({ reason }) => html`<li>${reason[language]}</li>`)}</ul></div>`
        : nothing
    }
    ${draft && draft.fields.length > 0 ? askForm(sight, record, draft.fields, readonly || obstacle !== undefined) : nothing}
    ${
      readonly
        ? nothing
        : sight.person === undefined
          ? html`<p class="weak">${text.noPerson}</p>`
          : obstacle === undefined
            ? html`<div class="actions no-print"><button type="button" class="button primary" data-step=${step.id}
            aria-label=${`${text.finish}${text.marks.colon}${step.title}`}
            @click=${input.finish}>${text.finish}</button></div>`
            : html`<div class="actions"><button type="button" class="button no-print" aria-disabled="true"
            disabled>${text.finish}</button><span class="weak">${text.cannot}${obstacle}</span></div>`
    }
  </div>`;
}

function returning({
  sight,
  prefix,
  returning: reason,
  returnTried,
  startReturn,
  setReturn,
  confirmReturn,
  view,
}: StepInput): TemplateResult {
  const text = messages(sight.locale);
  if (reason === undefined)
    return html`<div class="return no-print"><button type="button" class="button plain" data-return=${view.step.id}
      @click=${startReturn}>${text.returnStep}</button></div>`;
  return html`<form class="return no-print" novalidate @submit=${(event: Event) => {
    event.preventDefault();
    confirmReturn();
  }}>
    <label class="ask-label" for=${`${prefix}-why`}>${text.returnHint}</label>
    <textarea id=${`${prefix}-why`} class="input" rows="2" aria-invalid=${returnTried || nothing} .value=${live(reason)}
      @input=${(event: Event) => setReturn((event.target as HTMLTextAreaElement).value)}></textarea>
    ${returnTried ? html`<p class="ask-error" role="alert">${text.reasonShort}</p>` : nothing}
    <div class="actions"><button type="submit" class="button primary">${text.returnStep}</button><button type="button"
      class="button" @click=${() => setReturn(undefined)}>${text.cancel}</button></div>
  </form>`;
}
