import type { Opened, OpenedRow } from '@jiceng/core/report/open.js';
import { html, nothing, type TemplateResult } from 'lit';
import { longRows } from './long-rows.ts';
import { longTable, type RowMark } from './long-table.ts';
import type { ReportTexts } from './report.messages.ts';

/** Buttons to records in one row; a fact may have thousands behind it. */
const MOST_RECORDS = 20;

export interface OpenedInput {
  readonly opened: Opened;
  readonly title: string;
  readonly texts: ReportTexts;
  /** How a measure is computed, in words. */
  noteOf(measure: string): string;
  close(): void;
  record(id: string): void;
}

/** What a number is made of: how it is computed, and its rows, each of which leads to its records. */
export function openedView(input: OpenedInput): TemplateResult {
  const { opened, title, texts } = input;
  return html`<section class="opened no-print" part="opened" aria-label=${texts.opened(title)}>
    <div class="opened-head"><h4 tabindex="-1">${texts.opened(title)}</h4><button type="button" class="button"
      @click=${input.close}>${texts.close}</button></div>
    <p>${input.noteOf(opened.measure)}</p>
    ${opened.parts.map(
      (part) => html`
      ${opened.parts.length > 1 ? html`<h5>${part.title}</h5><p class="weak">${input.noteOf(part.measure)}</p>` : nothing}
      <p class="weak">${texts.rows(part.rows.length)}${part.den === null ? '' : `：${part.num ?? '—'} ÷ ${part.den}`}</p>
      ${longTable({
        name: part.title,
        texts,
        isPrinting: false,
        longRows,
        headLines: 1,
        rows: part.rows,
        head: html`<thead><tr><th scope="col">${texts.row}</th><th scope="col">${texts.when}</th><th scope="col">${texts.num}</th>${part.den === null ? nothing : html`<th scope="col">${texts.den}</th>`}<th scope="col">${texts.version}</th><th scope="col"><span class="visually-hidden">${texts.openRecord}</span></th></tr></thead>`,
        draw: (row, mark) => rowView(row, part.den !== null, input, mark),
        cells: (row) => [
          row.organisation,
          row.when,
          String(row.error ?? row.num ?? ''),
          ...(part.den === null ? [] : [String(row.den ?? '')]),
          row.version ?? '',
          row.recordIds
            .slice(0, MOST_RECORDS)
            .map(() => texts.openRecord)
            .join('　　'),
        ],
      })}`,
    )}
  </section>`;
}

function rowView(row: OpenedRow, hasDen: boolean, { texts, record }: OpenedInput, mark: RowMark): TemplateResult {
  return html`<tr class=${mark.isFound ? 'found' : ''}
    aria-rowindex=${mark.index}><th scope="row">${row.organisation}</th><td>${row.when}</td><td class="amount">${row.error ?? row.num ?? ''}</td>${hasDen ? html`<td class="amount">${row.den ?? ''}</td>` : nothing}
    <td>${row.version ?? ''}</td><td>${row.recordIds.slice(0, MOST_RECORDS).map(
      (id) => html`<button type="button"
      class="button plain" @click=${() => record(id)}>${texts.openRecord}</button>`,
    )}</td></tr>`;
}
