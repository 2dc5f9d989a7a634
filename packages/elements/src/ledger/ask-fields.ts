import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import { cleanText } from '@jiceng/core/form/field-value.js';
import { readDate } from '@jiceng/core/form/typed-date.js';
import { readNumber, type Typed } from '@jiceng/core/form/typed-number.js';
import type { Json } from '@jiceng/core/json/json.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { cellRaw } from './edits.ts';
import { valueText } from '../widgets/format.ts';
import { messages } from './ledger.messages.ts';
import type { Sight } from './sight.ts';

/** What the fields of a small form need besides the form. */
export interface AskContext {
  readonly sight: Sight;
  /** Before every id, so that two forms in one shadow root do not meet. */
  readonly prefix: string;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  /** Something was typed. */
  changed(): void;
}

/** The fields that a move or step asks for, as native controls in reading order. Kinds too large for them are told to be filled in elsewhere. */
export function askFields(form: FormModel, context: AskContext): TemplateResult {
  return html`${form.layout.sections.value.flatMap(({ fields }) => fields).map(({ pointer, help }, at) => {
    const field = form.field(pointer);
    return field && field.visible.value ? askField(field, help, `${context.prefix}-${at}`, context) : nothing;
  })}`;
}

function askField(field: FieldModel, help: string | undefined, id: string, context: AskContext): TemplateResult {
  const language = context.sight.names.language;
  const problems = field.shown.value;
  const required = field.required.value;
  const hint = help ?? field.form.layout.helpOf(field.node);
  const described = [hint ? `${id}-help` : '', problems.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ');
  const text = messages(context.sight.locale);
  return html`<div class="ask ${problems.some(({ level }) => level === 'error') ? 'bad' : ''}">
    <label class="ask-label" id=${`${id}-label`} for=${id}>${required ? html`<span class="required" aria-hidden="true">*</span>` : nothing}${field.label}${field.node.unit ? `（${field.node.unit}）` : nothing}${required ? html`<span class="visually-hidden">（${text.required}）</span>` : nothing}</label>
    ${field.readonly.value ? html`<output id=${id}>${valueText(field.value.value, field.node, context.sight.names)}</output>` : control(field, id, described, required, context)}
    ${hint ? html`<p class="ask-help" id=${`${id}-help`}>${hint}</p>` : nothing}
    ${problems.length > 0 ? html`<p class="ask-error" id=${`${id}-error`}>${problems.map(({ reason }) => reason[language]).join('；')}</p>` : nothing}
  </div>`;
}

function control(field: FieldModel, id: string, described: string, required: boolean, context: AskContext): TemplateResult {
  const { node } = field;
  const value = field.value.value;
  const raw = field.typed.value?.text ?? cellRaw(value);
  const bad = field.shown.value.some(({ level }) => level === 'error');
  const take = (typed: Typed<Json>, text: string) => {
    if (typed.ok) field.set(typed.value);
    else field.refuse(text, { ...typed.problem, pointer: field.pointer, level: 'error' });
    context.changed();
  };
  const leave = () => { field.touched.value = true; field.form.endStep(); context.changed(); };
  const onInput = (event: Event) => { const text = (event.target as HTMLInputElement).value; take(read(text, field), text); };
  const choices = choicesOf(field, context);
  if (choices) {
    return html`<select id=${id} class="input" aria-describedby=${described || nothing} aria-invalid=${bad || nothing} ?required=${required} @change=${onInput} @blur=${leave}>
      <option value="" .selected=${raw === ''}></option>${choices.map((option) => html`<option value=${option.value} .selected=${option.value === raw}>${option.title}</option>`)}
    </select>`;
  }
  switch (node.kind) {
    case 'boolean':
      return html`<select id=${id} class="input" aria-describedby=${described || nothing} aria-invalid=${bad || nothing} @change=${(event: Event) => { const text = (event.target as HTMLSelectElement).value; take({ ok: true, value: text === '' ? undefined : text === 'true' }, text); }} @blur=${leave}>
        <option value="" .selected=${raw === ''}></option><option value="true" .selected=${raw === 'true'}>${messages(context.sight.locale).yes}</option><option value="false" .selected=${raw === 'false'}>${messages(context.sight.locale).no}</option>
      </select>`;
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as readonly Json[]) : [];
      return html`<div id=${id} role="group" aria-labelledby=${`${id}-label`} aria-describedby=${described || nothing}>${(node.item()?.options ?? node.options).map((option) => html`<label class="tick"><input type="checkbox" .checked=${live(chosen.includes(option.value))}
        @change=${(event: Event) => take({ ok: true, value: (event.target as HTMLInputElement).checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value) }, '')} @blur=${leave}> ${option.title}</label>`)}</div>`;
    }
    case 'longText':
      return html`<textarea id=${id} class="input" rows="3" aria-describedby=${described || nothing} aria-invalid=${bad || nothing} ?required=${required} .value=${live(raw)} @input=${onInput} @blur=${leave}></textarea>`;
    case 'text': case 'number': case 'integer': case 'date':
      return html`<input id=${id} class="input" type=${node.kind === 'date' ? 'date' : 'text'} inputmode=${node.kind === 'number' || node.kind === 'integer' ? 'decimal' : 'text'} autocomplete="off"
        aria-describedby=${described || nothing} aria-invalid=${bad || nothing} ?required=${required} .value=${live(raw)} @input=${onInput} @blur=${leave}>`;
    default:
      return html`<output id=${id}>${valueText(value, node, context.sight.names)}</output>`;
  }
}

function choicesOf({ node }: FieldModel, { organisations, people }: AskContext): { value: string; title: string }[] | undefined {
  if (node.kind === 'choice') return node.options.map(({ value, title }) => ({ value: String(value), title }));
  if (node.format === 'organisation' && organisations.length > 0) return organisations.map(({ orgId, orgShortName }) => ({ value: orgId, title: orgShortName }));
  if (node.format === 'person' && people.length > 0) return people.map(({ personId, personName }) => ({ value: personId, title: personName }));
  return undefined;
}

function read(text: string, { node }: FieldModel): Typed<Json> {
  switch (node.kind) {
    case 'number': case 'integer': return readNumber(text, { percent: node.unit === '%' });
    case 'date': return readDate(text);
    case 'choice': return { ok: true, value: node.options.find(({ value }) => String(value) === text)?.value };
    default: { const clean = cleanText(text); return { ok: true, value: clean === '' ? undefined : clean }; }
  }
}
