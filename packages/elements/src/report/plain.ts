import type { BlockResult, NumberCell, ReportResult, TableRow } from '@jiceng/core/report/model.js';
import { escapeHTML } from '../grid/plain-table.ts';

const number = ({ text, unit, value, word, coverage }: NumberCell, withUnit: boolean): string => [`${text}${withUnit && value !== null ? unit : ''}`, word, coverage?.text].filter(Boolean).join(' ');

/** A block as rows of texts; the first `heads` rows are headings. */
export interface PlainBlock {
  readonly heads: readonly (readonly { readonly text: string; readonly columnSpan: number; readonly rowSpan: number }[])[];
  readonly rows: readonly (readonly string[])[];
  readonly paragraphs: readonly string[];
}

const cellOf = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan });

/** The same numbers as on screen, for reading aloud and for paper. */
export function plainBlock({ model }: BlockResult, words: { readonly serial: string; readonly rank: string; readonly row: string; readonly band: string; readonly moved: string; readonly reported: string; readonly expected: string; readonly missing: string }): PlainBlock {
  const indented = (title: string, depth: number) => `${'　'.repeat(depth)}${title}`;
  switch (model.kind) {
    case 'cards': return { heads: [], rows: [], paragraphs: model.cards.map(({ title, cell, compare }) => [`${title} ${number(cell, true)}`, ...compare.map((other) => `${other.title} ${number(other.cell, true)}`)].join('，')) };
    case 'text': return { heads: [], rows: [], paragraphs: model.paragraphs.map((parts) => parts.map((part) => (part.kind === 'words' ? part.text : part.kind === 'number' ? number(part.cell, true) : part.members.map(({ title, cell }) => (cell ? `${title}（${number(cell, true)}）` : title)).join('、'))).join('')) };
    case 'table': {
      const corner = [...(model.hasSerial ? [cellOf(words.serial, 1, model.head.length)] : []), cellOf([model.corner.rows, model.corner.columns].filter((text) => text !== '').join('＼'), 1, model.head.length)];
      return {
        heads: model.head.map((line, at) => [...(at === 0 ? corner : []), ...line.map(({ title, columnSpan, rowSpan }) => cellOf(title, columnSpan, rowSpan))]), paragraphs: [],
        rows: model.rows.map((row: TableRow) => [...(model.hasSerial ? [String(row.serial ?? '')] : []), indented(row.title, row.depth), ...model.columns.map((_, at) => { const cell = row.cells[at]; return cell ? number(cell, false) : ''; })]),
      };
    }
    case 'board': return {
      heads: [[words.rank, words.row, ...model.columns.map(({ title, unit }) => (unit === '' ? title : `${title}（${unit}）`)), words.band, words.moved].map((text) => cellOf(text))], paragraphs: [],
      rows: model.groups.flatMap(({ rows }) => rows.map((row) => [String(row.rank ?? '—'), row.title, ...row.cells.map((cell) => number(cell, false)), row.band?.title ?? '', row.moved === null ? '' : String(row.moved)])),
    };
    case 'lights': return { heads: [[cellOf([model.corner.rows, model.corner.columns].join('＼')), ...model.columns.map((title) => cellOf(title))]], rows: model.rows.map((row) => [indented(row.title, row.depth), ...row.cells.map((cell) => number(cell, false))]), paragraphs: model.legend.map(({ title, text }) => `${title} ${text}`.trim()) };
    case 'chart': return { heads: [[cellOf(''), ...model.series.map(({ title, unit }) => cellOf(unit === '' ? title : `${title}（${unit}）`))]], rows: model.categories.map(({ title }, at) => [title, ...model.series.map(({ cells }) => { const cell = cells[at]; return cell ? number(cell, false) : ''; })]), paragraphs: [] };
    case 'coverage': return { heads: [[words.row, words.reported, words.expected, words.missing].map((text) => cellOf(text))], rows: model.data.flatMap(({ rows }) => rows.map((row) => [indented(row.title, row.depth), String(row.reported), String(row.expected), row.missing.map(({ title, organisations }) => `${title === '' ? '' : `${title}：`}${organisations.map((organisation) => organisation.title).join('、')}`).join('；')])), paragraphs: [] };
  }
}

type Words = Parameters<typeof plainBlock>[1];

/** The report as plain lines, in reading order. */
export function reportText(result: ReportResult, words: Words): string {
  const lines = [result.title, result.subtitle];
  for (const block of result.blocks) {
    const { heads, rows, paragraphs } = plainBlock(block, words);
    lines.push('', block.title, ...paragraphs, ...heads.map((line) => line.map(({ text }) => text).join('\t')), ...rows.map((row) => row.join('\t')));
  }
  return [...lines, '', ...result.notes].join('\n');
}

const CELL = 'border:0.5pt solid #000;padding:1mm 1.4mm;vertical-align:middle';

/** The report for paper: A4, headings on every page, signature line and notes; every value is escaped. */
export function reportHtml(result: ReportResult, words: Words): string {
  const { print } = result;
  const blocks = result.blocks.map((block) => {
    const { heads, rows, paragraphs } = plainBlock(block, words);
    const table = rows.length === 0 ? '' : `<table style="width:100%;border-collapse:collapse;margin-bottom:4mm"><thead>${heads.map((line) => `<tr>${line.map(({ text, columnSpan, rowSpan }) => `<th colspan="${columnSpan}" rowspan="${rowSpan}" style="${CELL};background:#eee">${escapeHTML(text)}</th>`).join('')}</tr>`).join('')}</thead><tbody>${rows.map((row) => `<tr style="page-break-inside:avoid">${row.map((text, at) => `<td style="${CELL}${at > 0 && /^[-\d—]/.test(text) ? ';text-align:right' : ''}">${escapeHTML(text)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    const title = block.title === '' ? '' : `<h3 style="font-family:SimHei,sans-serif;font-size:12pt;margin:3mm 0">${escapeHTML(block.title)}</h3>`;
    return `<div style="${block.newPage ? 'page-break-before:always' : ''}">${title}${paragraphs.map((text) => `<p style="text-indent:2em;line-height:1.6">${escapeHTML(text)}</p>`).join('')}${table}</div>`;
  });
  const signatures = print.signatures ? `<p style="margin-top:8mm">${print.signatures.map((text) => `<span style="margin-right:30mm">${escapeHTML(text)}：</span>`).join('')}</p>` : '';
  const notes = print.notes === false ? '' : `<div style="font-size:9pt;margin-top:6mm">${result.notes.map((text) => `<p>${escapeHTML(text)}</p>`).join('')}</div>`;
  const unit = print.unit === undefined ? '' : `<p>${escapeHTML(`${print.unit}：${result.subtitle}`)}</p>`;
  return `<div style="font-family:FangSong,STFangsong,serif;font-size:10.5pt;color:#000"><h2 style="font-family:SimHei,sans-serif;font-size:18pt;text-align:center">${escapeHTML(result.title)}</h2>${unit}${blocks.join('')}${signatures}${notes}</div>`;
}
