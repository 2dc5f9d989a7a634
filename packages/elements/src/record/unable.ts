import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { html, nothing, type TemplateResult } from 'lit';

/** A record that cannot take part in what is done to several, with the reasons in the page's language. */
export interface Unable {
  readonly record: StoredRecord;
  readonly reasons: readonly string[];
}

/** Records that cannot take part, each with its reasons. */
export function unableList(
  unable: readonly Unable[],
  title: string,
  titleOf: (record: StoredRecord) => string,
): TemplateResult | typeof nothing {
  if (unable.length === 0) return nothing;
  return html`<details class="unable" ?open=${unable.length <= 5}><summary>${title}</summary><ul>${unable.slice(0, 200).map(({ record, reasons }) => html`<li><strong>${titleOf(record)}</strong><br>${reasons.join(' ')}</li>`)}</ul></details>`;
}
