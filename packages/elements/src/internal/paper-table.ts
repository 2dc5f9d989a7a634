import { escapeHTML } from './escape-html.ts';

/** A table for printing tools: texts only, every one of which is escaped. */
export interface PaperTable {
  readonly title: string;
  /** Under the title; may be empty. */
  readonly about: string;
  readonly heads: readonly string[];
  /** Rows in groups; a group with an empty title has no line of its own. */
  readonly groups: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[];
  /** Columns of numbers, from 0. */
  readonly numbers: readonly number[];
  /** Below the table; may be empty. */
  readonly result: string;
}

const CELL = 'border:0.5pt solid #000;padding:1.2mm 1.6mm;vertical-align:top;text-align:';

/** Self-contained HTML for A4 with inline styles. */
export function paperTable({ title, about, heads, groups, numbers, result }: PaperTable): string {
  const head = (text: string, more = '') => `<th${more} style="${CELL}left;background:#eee">${escapeHTML(text)}</th>`;
  const row = (cells: readonly string[]) =>
    `<tr style="page-break-inside:avoid">${cells.map((text, at) => `<td style="${CELL}${numbers.includes(at) ? 'right' : 'left'}">${escapeHTML(text)}</td>`).join('')}</tr>`;
  const line = (style: string, text: string) => (text === '' ? '' : `<div style="${style}">${escapeHTML(text)}</div>`);
  const body = groups.map(
    (group) =>
      (group.title === '' ? '' : `<tr>${head(group.title, ` colspan="${heads.length}"`)}</tr>`) +
      group.rows.map(row).join(''),
  );
  return `<div style="font-family:FangSong,STFangsong,serif;font-size:10.5pt;color:#000;white-space:pre-line"><table style="width:100%;border-collapse:collapse"><caption style="font-family:SimHei,sans-serif;font-size:16pt;padding:2mm;text-align:center">${escapeHTML(title)}${line('font-size:10.5pt', about)}</caption><thead style="display:table-header-group"><tr>${heads.map((text) => head(text)).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${line('margin-top:3mm;font-weight:bold', result)}</div>`;
}
