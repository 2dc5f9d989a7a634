import type { Opened, OpenedRow } from '@jiceng/core/report/open.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportTexts } from './report.messages.ts';

/** Rows shown before the rest is asked for. */
const FIRST = 100;

export interface OpenedInput {
  readonly opened: Opened;
  readonly title: string;
  readonly isWhole: boolean;
  readonly texts: ReportTexts;
  whole(): void;
  close(): void;
  record(id: string): void;
}

/** What a number is made of: how it is computed, and its rows, each of which leads to its records. */
export function openedView(input: OpenedInput): TemplateResult {
  const { opened, title, texts } = input;
  return html`<section class="opened no-print" part="opened" aria-label=${texts.opened(title)}>
    <div class="opened-head"><h4 tabindex="-1">${texts.opened(title)}</h4><button type="button" class="button" @click=${input.close}>${texts.close}</button></div>
    <p>${opened.note}</p>
    ${opened.parts.map((part) => html`
      ${opened.parts.length > 1 ? html`<h5>${part.title}</h5><p class="weak">${part.note}</p>` : nothing}
      <p class="weak">${texts.rows(part.rows.length)}${part.den === null ? '' : `：${part.num ?? '—'} ÷ ${part.den}`}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${part.title}><table>
        <thead><tr><th scope="col">${texts.row}</th><th scope="col">${texts.when}</th><th scope="col">${texts.num}</th>${part.den === null ? nothing : html`<th scope="col">${texts.den}</th>`}<th scope="col"><span class="visually-hidden">${texts.openRecord}</span></th></tr></thead>
        <tbody>${(input.isWhole ? part.rows : part.rows.slice(0, FIRST)).map((row) => rowView(row, part.den !== null, input))}</tbody>
      </table></div>
      ${input.isWhole || part.rows.length <= FIRST ? nothing : html`<button type="button" class="button plain" @click=${input.whole}>${texts.more(part.rows.length - FIRST)}</button>`}`)}
  </section>`;
}

function rowView(row: OpenedRow, hasDen: boolean, { texts, record }: OpenedInput): TemplateResult {
  return html`<tr><th scope="row">${row.organisation}</th><td>${row.when}</td><td class="amount">${row.error ?? row.num ?? ''}</td>${hasDen ? html`<td class="amount">${row.den ?? ''}</td>` : nothing}
    <td>${row.recordIds.slice(0, 20).map((id) => html`<button type="button" class="button plain" @click=${() => record(id)}>${texts.openRecord}</button>`)}</td></tr>`;
}
