import type { Bilingual, Language } from '@jiceng/core/text/problem.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { ImportMessages } from './import.messages.ts';

export interface FilePickInput {
  readonly text: ImportMessages;
  readonly language: Language;
  readonly prefix: string;
  readonly title: string;
  readonly lead: string;
  /** Why the file before could not be read. */
  readonly reasons: readonly Bilingual[];
  readonly disabled: boolean;
  readonly take: (file: File) => void;
}

/** Where a file is chosen or dropped. */
export function filePick({
  text,
  language,
  prefix,
  title,
  lead,
  reasons,
  disabled,
  take,
}: FilePickInput): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = ''; // the same file, mended, can be chosen again
    if (file) take(file);
  };
  const over = (event: DragEvent): void => {
    if (disabled || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    (event.currentTarget as Element).classList.add('over');
  };
  const out = (event: DragEvent): void => (event.currentTarget as Element).classList.remove('over');
  const dropped = (event: DragEvent): void => {
    out(event);
    const [file] = event.dataTransfer?.files ?? [];
    if (disabled || !file) return;
    event.preventDefault();
    take(file);
  };
  return html`<h2 class="title" tabindex="-1">${title}</h2><p class="lead">${lead}</p>
    ${
      reasons.length > 0
        ? html`<div class="refusal"
      role="alert">${text.notRead}<ul>${reasons.map((reason) => html`<li>${reason[language]}</li>`)}</ul></div>`
        : nothing
    }
    <div class="drop" @dragover=${over} @dragleave=${out} @drop=${dropped}>
      <input class="visually-hidden file" type="file" id=${`${prefix}-file`} accept=".xlsx,.xls,.et,.ods,.csv,.txt"
        ?disabled=${disabled} @change=${chosen}>
      <label class="button primary" for=${`${prefix}-file`}>${text.choose}</label> <span class="weak">${text.drop}</span>
      <p class="weak">${text.kinds}</p>
    </div>`;
}

/** Encodings that people may choose where a text file was read wrongly. */
const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'];

/** Which file is looked at, how a text file was read, and the way to another one. */
export function fileLine(
  fileName: string,
  encoding: string | undefined,
  {
    text,
    prefix,
    again,
    read,
  }: {
    readonly text: ImportMessages;
    readonly prefix: string;
    readonly again: () => void;
    readonly read: (encoding: string) => void;
  },
): TemplateResult {
  return html`<p class="file-line">${text.file}${text.marks.colon}<bdi>${fileName}</bdi> <button type="button"
    class="button" @click=${again}>${text.again}</button>
    ${
      encoding === undefined
        ? nothing
        : html`<label class="check encoding"
      for=${`${prefix}-encoding`}>${text.encoding} <select id=${`${prefix}-encoding`} class="input"
      @change=${(event: Event) => read((event.target as HTMLSelectElement).value)}>${[
        ...new Set([encoding, ...ENCODINGS]),
      ].map(
        (each) => html`<option value=${each}
      .selected=${each === encoding}>${each.toUpperCase()}</option>`,
      )}</select></label>`
    }</p>`;
}
