import type { Opened, OpenedRow } from '@jiceng/core/report/open.js';
import { html, nothing, type TemplateResult } from 'lit';
import { longRows } from './long-rows.ts';
import { longTable, type RowMark } from './long-table.ts';
import { behindMessages, type BehindTexts } from './behind.messages.ts';
import type { ReportTexts } from './report.messages.ts';

/** Buttons to records in one row; a fact may have thousands behind it. */
const MOST_RECORDS = 20;

export interface OpenedInput {
  readonly opened: Opened;
  readonly title: string;
  readonly texts: ReportTexts;
  readonly locale: string;
  /** How a measure is computed, in words. */
  noteOf(measure: string): string;
  close(): void;
  record(id: string): void;
}

/** What a number is made of: how it is computed, and its rows, each of which leads to its records. */
export function openedView(input: OpenedInput): TemplateResult {
  const { opened, title, texts } = input;
  const words = behindMessages(input.locale);
  return html`<section class="opened no-print" part="opened" aria-label=${words.opened(title)}>
    <div class="opened-head"><h4 tabindex="-1">${words.opened(title)}</h4><button type="button" class="button"
      @click=${input.close}>${words.close}</button></div>
    <p>${input.noteOf(opened.measure)}</p>
    ${opened.parts.map(
      (part) => html`
      ${opened.parts.length > 1 ? html`<h5>${part.title}</h5><p class="weak">${input.noteOf(part.measure)}</p>` : nothing}
      <p class="weak">${words.rows(part.rows.length)}${part.den === null ? '' : `：${part.num ?? '—'} ÷ ${part.den}`}</p>
      ${longTable({
        name: part.title,
        texts,
        isPrinting: false,
        longRows,
        headLines: 1,
        rows: part.rows,
        head: html`<thead><tr><th scope="col">${texts.row}</th><th scope="col">${words.when}</th><th scope="col">${words.num}</th>${part.den === null ? nothing : html`<th scope="col">${words.den}</th>`}<th scope="col">${words.version}</th><th scope="col"><span class="visually-hidden">${words.openRecord}</span></th></tr></thead>`,
        draw: (row, mark) => rowView(row, part.den !== null, input, words, mark),
        cells: (row) => [
          row.organisation,
          row.when,
          String(row.error ?? row.num ?? ''),
          ...(part.den === null ? [] : [String(row.den ?? '')]),
          row.version ?? '',
          row.recordIds
            .slice(0, MOST_RECORDS)
            .map(() => words.openRecord)
            .join('　　'),
        ],
      })}`,
    )}
  </section>`;
}

function rowView(
  row: OpenedRow,
  hasDen: boolean,
  { record }: OpenedInput,
  words: BehindTexts,
  mark: RowMark,
): TemplateResult {
  return html`<tr class=${mark.isFound ? 'found' : ''}
    aria-rowindex=${mark.index}><th scope="row">${row.organisation}</th><td>${row.when}</td><td class="amount">${row.error ?? row.num ?? ''}</td>${hasDen ? html`<td class="amount">${row.den ?? ''}</td>` : nothing}
    <td>${row.version ?? ''}</td><td>${row.recordIds.slice(0, MOST_RECORDS).map(
      (id) => html`<button type="button"
      class="button plain" @click=${() => record(id)}>${words.openRecord}</button>`,
    )}</td></tr>`;
}
