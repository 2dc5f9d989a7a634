import { html, nothing, type TemplateResult } from 'lit';
import type { ReportTexts } from './report.messages.ts';

/**
 * More rows than this stand in a box that scrolls, in which only those that are seen are drawn: with all of them every
 * change on the page would be slow.
 */
export const MOST_DRAWN = 300;

/**
 * What a row of a long table bears besides its cells: its place for read-aloud tools, and whether it is the one that
 * was looked for.
 */
export interface RowMark {
  readonly index: number | typeof nothing;
  readonly isFound: boolean;
}

export interface LongTableInput<R> {
  readonly name: string;
  readonly texts: ReportTexts;
  /** What draws long tables, once it is loaded; reports load it before they show one. */
  readonly longRows: typeof import('./long-rows.ts').longRows | undefined;
  /** On paper every row stands in the page. */
  readonly isPrinting: boolean;
  /** Caption and headings, and how many lines these have. */
  readonly head: TemplateResult;
  readonly headLines: number;
  readonly rows: readonly R[];
  /** Totals at the end, which always stay in sight. */
  readonly totals?: readonly R[];
  readonly kind?: string;
  draw(row: R, mark: RowMark): TemplateResult;
  /** The texts of a row's cells in order: rows are found by them, and columns keep the width of the longest. */
  cells(row: R): readonly string[];
}

const PLAIN: RowMark = { index: nothing, isFound: false };

/** A table with any number of rows, totals at its end. */
export function longTable<R>(input: LongTableInput<R>): unknown {
  const { rows, totals = [], head, name, kind = '', isPrinting, draw, longRows } = input;
  if (rows.length > MOST_DRAWN && !isPrinting && longRows) return longRows(input as LongTableInput<unknown>);
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${name}><table part="table"
    class=${kind}>${head}<tbody>${[...rows, ...totals].map((row) => draw(row, PLAIN))}</tbody></table></div>`;
}
