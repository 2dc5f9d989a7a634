import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Json } from '@jiceng/core/json/json.js';
import { addFilesButton } from '../internal/add-files.ts';
import { unlessTyping } from '../internal/unless-typing.ts';
import { isUnmet, type CheckItem } from './check-model.ts';
import type { ChecklistTexts } from './checklist.messages.ts';

/** What rows need of the element. */
export interface CheckTools {
  readonly texts: ChecklistTexts;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly hasNote: (id: string) => boolean;
  readonly showNote: (item: CheckItem) => void;
  readonly change: (pointer: string, value: Json | undefined) => void;
  readonly addFiles: (pointer: string, files: readonly File[]) => void;
  readonly openRecord: (recordId: string) => void;
  readonly fileName: (id: string) => string;
}

/** One check: its words, the two answers, a note, files, and where it goes when it is not met. */
export function checkRow(item: CheckItem, number: number, id: string, tools: CheckTools): TemplateResult {
  const { texts } = tools;
  const state = item.value === null ? 'open' : isUnmet(item) ? 'unmet' : 'met';
  return html`<li class=${`item ${state}`} part="item" id=${id}>
    <span class="index" aria-hidden="true">${number}</span>
    <div class="what">
      <p class="title" id=${`${id}-title`}>${item.title}</p>
      ${item.rule === '' ? nothing : html`<p class="rule">${item.rule}</p>`}
      ${noteParts(item, id, state === 'unmet', tools)}
      ${state === 'unmet' ? handOver(item, tools) : nothing}
    </div>
    ${tools.readonly || item.readOnly ? html`<span class=${`answer-text ${state}`}>${item.value === null ? texts.notChecked : answerText(item, item.value, texts)}</span>` : answers(item, id, tools)}
  </li>`;
}

/** The words of an answer: for checks where yes means a problem, that it exists. */
export function answerText({ unmetWhen }: CheckItem, value: boolean, texts: ChecklistTexts): string {
  if (unmetWhen) return value ? texts.hit : texts.noHit;
  return value ? texts.yes : texts.no;
}

function answers(item: CheckItem, id: string, { texts, disabled, change }: CheckTools): TemplateResult {
  const order = item.unmetWhen ? [false, true] : [true, false];
  const radio = (
    value: boolean,
  ) => html`<label class=${`answer ${value === item.unmetWhen ? 'bad' : 'good'}`}><input type="radio"
    name=${`${id}-answer`} .checked=${live(item.value === value)} ?disabled=${disabled}
    @change=${() => change(item.pointer, value ? item.stored.yes : item.stored.no)} /><span>${answerText(item, value, texts)}</span></label>`;
  if (item.ticked) {
    return html`<div class="answers"><label class=${`answer ${item.unmetWhen ? 'bad' : 'good'}`}><input type="checkbox"
      .checked=${live(item.value === true)} ?disabled=${disabled} aria-describedby=${`${id}-title`}
      @change=${(event: Event) => change(item.pointer, (event.target as HTMLInputElement).checked ? item.stored.yes : item.stored.no)} /><span>${answerText(item, true, texts)}</span></label></div>`;
  }
  return html`<div class="answers" role="radiogroup" aria-label=${texts.answer(item.title)}>${order.map(radio)}</div>`;
}

function noteParts(item: CheckItem, id: string, unmet: boolean, tools: CheckTools): TemplateResult | typeof nothing {
  const { texts, change } = tools;
  const fixed = tools.readonly || item.readOnly;
  if (fixed)
    return item.note === '' && item.files.length === 0
      ? nothing
      : html`<p class="note-text">${item.note} ${item.files.map(tools.fileName).join(texts.marks.list)}</p>`;
  if (item.notePointer === null && item.filesPointer === null) return nothing;
  if (!unmet && item.note === '' && item.files.length === 0 && !tools.hasNote(item.id)) {
    return html`<button type="button" class="button plain add-note" ?disabled=${tools.disabled}
      aria-label=${`${texts.addNote}${texts.marks.colon}${item.title}`}
      @click=${() => tools.showNote(item)}>${texts.addNote}</button>`;
  }
  const { notePointer } = item;
  return html`<div class="more">${
    notePointer === null
      ? nothing
      : html`<label class="label" for=${`${id}-note`}>${unmet ? texts.noteUnmet : texts.note}<span class="visually-hidden">${texts.marks.colon}${item.title}</span></label>
    <textarea id=${`${id}-note`} class="input" rows="1" maxlength="500" .value=${unlessTyping(item.note)}
      ?disabled=${tools.disabled}
      @change=${(event: Event) => change(notePointer, (event.target as HTMLTextAreaElement).value.trim() || undefined)}></textarea>`
  }${fileParts(item, tools)}</div>`;
}

function fileParts(
  item: CheckItem,
  { texts, disabled, change, addFiles, fileName }: CheckTools,
): TemplateResult | typeof nothing {
  const { filesPointer, files, title } = item;
  if (filesPointer === null) return nothing;
  return html`<span class="files">${files.map(
    (file, at) => html`<span class="file-name"><bdi>${fileName(file)}</bdi><button type="button" class="button plain"
      ?disabled=${disabled}
      aria-label=${texts.removeFile(fileName(file))} @click=${() =>
        change(
          filesPointer,
          files.filter((_, index) => index !== at),
        )}>×</button></span>`,
  )}
    ${disabled ? nothing : addFilesButton(files.length, texts.addFile, texts.marks.colon + title, (added) => addFiles(filesPointer, added))}</span>`;
}

function handOver(
  { handover, handedTo }: CheckItem,
  { texts, openRecord }: CheckTools,
): TemplateResult | typeof nothing {
  if (!handedTo) return handover === null ? nothing : html`<p class="hand-over">${texts.willHandOver}${handover}</p>`;
  return html`<p class="hand-over done">${texts.handedOver}${handedTo.title}
    <button type="button" class="button plain" part="source"
      @click=${() => openRecord(handedTo.recordId)}>${texts.openRecord}</button></p>`;
}
