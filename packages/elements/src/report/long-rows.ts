import { html, nothing, type TemplateResult } from 'lit';
import type { ReportSight } from './sight.ts';

/** Rows that a table shows before the rest is asked for: more would make every change on the page slow. */
export const FIRST_ROWS = 300;

/** The rows of a table that are shown now, and how many are not. Rows that are `kept`, such as totals, always are; on paper all are. */
export function rowsNow<T>(rows: readonly T[], key: string, sight: ReportSight, kept: (row: T) => boolean = () => false): { readonly shown: readonly T[]; readonly left: number } {
  if (rows.length <= FIRST_ROWS || sight.isPrinting || sight.isWhole(key)) return { shown: rows, left: 0 };
  const shown = rows.filter((row, at) => at < FIRST_ROWS || kept(row));
  return { shown, left: rows.length - shown.length };
}

/** Asks for the rows that are left. */
export function moreRows(left: number, key: string, sight: ReportSight): TemplateResult | typeof nothing {
  return left === 0 ? nothing : html`<p class="no-print"><button type="button" class="button" @click=${() => sight.showWhole(key)}>${sight.texts.more(left)}</button></p>`;
}
