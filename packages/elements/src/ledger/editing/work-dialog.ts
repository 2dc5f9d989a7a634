import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { questionsOf } from '@jiceng/core/table/paste.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { JcForm } from '../../form/form.ts';
import { askedForm, askForm } from '../../record/ask-form.ts';
import { unableList } from '../../record/unable.ts';
import { answerKey, type EditDraft, type PasteDraft, type WorkDraft } from './drafts.ts';
import { dialogMessages } from './dialog.messages.ts';
import type { LedgerColumn } from '../table/column.ts';
import type { Sight } from '../../record/sight.ts';
import type { Wanted } from './wanted.ts';

export interface WorkDialogInput {
  readonly sight: Sight;
  readonly prefix: string;
  readonly wanted: Wanted;
  titleOf(record: StoredRecord): string;
  take(column: number, on: boolean): void;
  answer(column: LedgerColumn, name: string, id: string): void;
  confirm(form: JcForm | null): void;
  close(): void;
}

/** The dialog for pasting, for changing many rows, and for the columns. */
export function workDialog(draft: WorkDraft | undefined, input: WorkDialogInput): TemplateResult {
  const { prefix, close } = input;
  const keyed = (event: KeyboardEvent) => {
    // Pages close their own layers at an Esc that they hear.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    close();
  };
  return html`<dialog class="move-dialog work-dialog no-print" aria-labelledby=${`${prefix}-title`} @cancel=${(
    event: Event,
  ) => {
    event.preventDefault();
    close();
  }} @keydown=${keyed}>${
    draft === undefined || draft.kind === 'pasted'
      ? nothing
      : draft.kind === 'paste'
        ? paste(draft, input)
        : draft.kind === 'edit'
          ? edit(draft, input)
          : columns(input)
  }</dialog>`;
}

function paste(
  { plan, taken, source }: PasteDraft,
  { sight, prefix, take, answer, confirm, close }: WorkDialogInput,
): TemplateResult {
  const text = dialogMessages(sight.locale);
  const questions = questionsOf(plan);
  const count = plan.columns.reduce((sum, { changes }, at) => sum + (taken.has(at) ? changes : 0), 0);
  const shown = (words: string) => (words === '' ? text.blank : words);
  return html`
    <h3 class="dialog-title" id=${`${prefix}-title`}>${text.pasteTitle}</h3>
    <div class="dialog-body">
      <p class="weak">${text.pasteHint}</p>
      <table class="plain paste"><thead><tr><th scope="col">${text.pasteTake}</th><th scope="col">${text.pasteColumn}</th><th scope="col">${text.pasteChanges}</th><th scope="col">${text.pasteWrong}</th><th scope="col">${text.pasteFixed}</th><th scope="col">${text.pasteSample}</th></tr></thead>
        <tbody>${plan.columns.map(
          ({ column, cells, changes, wrong, fixed, usable }, at) => html`<tr>
          <td class="center"><input type="checkbox" aria-label=${column.title} .checked=${taken.has(at)}
            ?disabled=${!usable} @change=${(event: Event) => take(at, (event.target as HTMLInputElement).checked)}></td>
          <th scope="row">${column.title}</th><td class="end">${changes}</td><td class="end ${wrong > 0 ? 'bad' : ''}">${wrong}</td><td class="end">${fixed}</td>
          <td>${samples(cells).map(({ before, text: typed, reading }) => html`<p class=${reading.kind}>${reading.kind === 'value' ? html`<del>${shown(before)}</del> → <ins>${shown(reading.shown)}</ins>` : html`${shown(typed)}${text.marks.colon}${reading.kind === 'wrong' || reading.kind === 'fixed' ? reading.reason : ''}`}</p>`)}</td>
        </tr>`,
        )}</tbody></table>
      ${
        questions.length > 0
          ? html`<fieldset class="which"><legend>${text.whichOne}</legend>${questions.map(
              (
                { column, text: name, meanings },
                at,
              ) => html`<label for=${`${prefix}-which-${at}`}>${text.whichOf(column.title, name)}
        <select id=${`${prefix}-which-${at}`} class="input"
          @change=${(event: Event) => answer(column, name, (event.target as HTMLSelectElement).value)}><option value="">${text.chooseOne}</option>${meanings.map(
            ({ id, title }) => html`<option value=${id}
          .selected=${source.answers.get(answerKey(column, name)) === id}>${title}</option>`,
          )}</select></label>`,
            )}</fieldset>`
          : nothing
      }
      ${plan.rowsBeyond > 0 ? html`<p>${text.beyondRows(plan.rowsBeyond)}</p>` : nothing}${plan.columnsBeyond > 0 ? html`<p>${text.beyondColumns(plan.columnsBeyond)}</p>` : nothing}
      ${count === 0 ? html`<p>${text.nothing}</p>` : nothing}
    </div>
    <div class="dialog-foot"><button type="button" class="button"
      @click=${close}>${text.cancel}</button><button type="button" class="button primary" ?disabled=${count === 0}
      @click=${() => confirm(null)}>${text.write(count)}</button></div>`;
}

/** First what is wrong, then what will change. */
function samples<T extends { readonly reading: { readonly kind: string; readonly reason?: string } }>(
  cells: readonly T[],
): T[] {
  const of = (...kinds: string[]) =>
    cells.filter(({ reading }) => kinds.includes(reading.kind) && (reading.kind === 'value' || reading.reason !== ''));
  return [...of('wrong').slice(0, 2), ...of('value').slice(0, 2), ...of('fixed').slice(0, 1)].slice(0, 3);
}

function edit(
  { edit: { column, fields, able, unable } }: EditDraft,
  { sight, prefix, titleOf, confirm, close }: WorkDialogInput,
): TemplateResult {
  const text = dialogMessages(sight.locale);
  const [first] = able;
  return html`
    <h3 class="dialog-title" id=${`${prefix}-title`}>${text.bulkEditTitle(column.title)}</h3>
    <div class="dialog-body">
      ${first ? html`<p class="weak">${text.bulkEditHint(able.length)}</p>${askForm(sight, { ...first, data: {} }, fields)}` : html`<p>${text.noneEditable}</p>`}
      ${unableList(unable, text.cannotEdit(unable.length), titleOf)}
    </div>
    <div class="dialog-foot"><button type="button" class="button"
      @click=${close}>${first ? text.cancel : text.close}</button>${
        first
          ? html`<button type="button"
      class="button primary" @click=${(event: Event) => confirm(askedForm((event.target as Element).closest('dialog')))}>${text.confirm}</button>`
          : nothing
      }</div>`;
}

function columns({ sight, prefix, wanted, close }: WorkDialogInput): TemplateResult {
  const text = dialogMessages(sight.locale);
  const {
    columns: listed,
    named,
    layout: { stroke },
  } = wanted;
  const only = listed.filter(({ shown }) => shown).length === 1;
  return html`
    <h3 class="dialog-title" id=${`${prefix}-title`}>${text.columnsTitle}</h3>
    <div class="dialog-body">
      <p class="weak">${text.columnsHint}</p>
      <ol class="column-list">${listed.map(
        (
          { id, title, shown },
          at,
        ) => html`<li><label><input type="checkbox" .checked=${shown} ?disabled=${shown && only}
          @change=${(event: Event) => wanted.show(id, (event.target as HTMLInputElement).checked)}>${title}</label>
        <button type="button" class="button plain" aria-label=${text.up(title)} ?disabled=${at === 0}
          @click=${() => wanted.shift(id, -1)}>↑</button><button type="button" class="button plain"
          aria-label=${text.down(title)} ?disabled=${at === listed.length - 1}
          @click=${() => wanted.shift(id, 1)}>↓</button></li>`,
      )}</ol>
      <label class="tool" for=${`${prefix}-order`}>${text.order}<select id=${`${prefix}-order`} class="input"
        @change=${(event: Event) => wanted.order((event.target as HTMLSelectElement).value === 'stroke')}><option value=""
        .selected=${!stroke}>${text.pinyin}</option><option value="stroke"
        .selected=${stroke}>${text.stroke}</option></select></label>
      <fieldset class="views"><legend>${text.views}</legend><p class="weak">${text.viewsHint}</p>
        ${
          named.length === 0
            ? html`<p class="weak">${text.noViews}</p>`
            : html`<ul class="column-list">${named.map(
                (name) =>
                  html`<li><button type="button" class="button plain view-name" aria-label=${text.useView(name)}
                    @click=${() => {
                      wanted.use(name);
                      close();
                    }}>${name}</button><button type="button" class="button plain" aria-label=${text.removeView(name)}
                    @click=${() => wanted.remove(name)}>${text.remove}</button></li>`,
              )}</ul>`
        }
        <label class="tool" for=${`${prefix}-view`}>${text.viewName}<input id=${`${prefix}-view`} class="input"
          type="text" maxlength="30" autocomplete="off" @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && !event.isComposing) saveView(event, wanted);
          }}></label>
        <button type="button" class="button" @click=${(event: Event) => saveView(event, wanted)}>${text.saveView}</button></fieldset>
    </div>
    <div class="dialog-foot"><button type="button" class="button"
      @click=${() => wanted.reset()}>${text.reset}</button><button type="button" class="button primary"
      @click=${close}>${text.close}</button></div>`;
}

function saveView(event: Event, wanted: Wanted): void {
  const input = (event.target as HTMLElement).closest('.views')!.querySelector('input')!;
  if (input.value.trim() === '') return input.focus();
  wanted.save(input.value);
  input.value = '';
}
