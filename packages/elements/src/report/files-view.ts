import { html, type TemplateResult } from 'lit';
import type { ReportTexts } from './report.messages.ts';

export type FileType = 'xlsx' | 'docx' | 'csv';

export interface FilesInput {
  readonly texts: ReportTexts;
  /** Nothing can be saved yet, or a file is being made. */
  readonly isBusy: boolean;
  /** Why the last file was not made. */
  readonly failure: string | undefined;
  save(type: FileType): void;
}

/** Takes the report along as a file. */
export function filesView({ texts, isBusy, failure, save }: FilesInput): TemplateResult {
  const one = (type: FileType, text: string) =>
    html`<button type="button" class="button" ?disabled=${isBusy} @click=${() => save(type)}>${text}</button>`;
  return html`<div class="files no-print" part="files" role="group"
    aria-label=${texts.files}>${one('xlsx', texts.saveExcel)}${one('docx', texts.saveWord)}${one('csv', texts.saveCsv)}</div>
    ${failure === undefined ? '' : html`<p class="notice-line" role="alert">${texts.notSaved(failure)}</p>`}`;
}
