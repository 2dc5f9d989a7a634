import type { NumberCell } from '@jiceng/core/report/model.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportSight } from './sight.ts';

/** One number: a button to what is behind it, with its word where it has a threshold; — and why where there is none. */
export function numberView(
  cell: NumberCell,
  title: string,
  sight: ReportSight,
  unitShown: 'none' | 'inside' | 'behind' = 'none',
): TemplateResult {
  const { text, unit, value, tone, word, coverage, missing } = cell;
  if (value === null && unitShown === 'inside') return html`<span class="none">${missing?.text ?? text}</span>`;
  if (value === null)
    return html`<span class="none" title=${missing?.text ?? nothing}>${text}<span class="visually-hidden">${missing?.text ?? ''}</span></span>`;
  const shown = unitShown === 'inside' ? `${text}${unit}` : text;
  return html`<button type="button" class=${`number ${tone ?? ''}`} part="number"
    aria-label=${sight.texts.open([title, `${text}${unit}`, word, coverage?.text].filter(Boolean).join(' '))}
      @click=${(event: Event) => sight.open(cell, title, event.currentTarget as HTMLElement)}>${shown}</button>${unitShown === 'behind' && unit !== '' ? html`<span class="unit">${unit}</span>` : nothing}${word === undefined ? nothing : html`<span class=${`word ${tone ?? ''}`}>${word}</span>`}${coverage ? html`<span class="coverage">${coverage.text}</span>` : nothing}`;
}

/** The same as plain text, as wide as it is shown. */
export function numberText({ text, value, word, coverage }: NumberCell): string {
  return value === null ? text : [text, word, coverage?.text].filter(Boolean).join('　');
}
