import type { BlockResult, ReportResult } from '@jiceng/core/report/model.js';
import { plainBlock, type PlainWords } from '@jiceng/core/report/words/plain.js';
import { escapeHTML } from '../internal/escape-html.ts';
import { BODY, pageRules } from './page-rules.ts';

/** Fonts of official documents, with what systems without them have. No quotes: they stand in style attributes. */
const TITLE = 'FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,STZhongsong,SimSun,Noto Serif CJK SC,serif';
const HEADING = 'SimHei,STHeiti,Noto Sans CJK SC,sans-serif';
const CELL = 'border:0.5pt solid #000;padding:1mm 1.4mm;vertical-align:middle';

export interface PaperInput {
  readonly result: ReportResult;
  readonly words: PlainWords & { readonly printedOn: string };
  /** Day of printing, for the end of the signature line. */
  readonly today: string;
  /** A chart as SVG text; `''` where drawings are not loaded. */
  readonly picture: (block: BlockResult) => string;
}

/**
 * The report for paper as HTML that needs no style sheet and no script: headings on every page, signature line and
 * notes; every value is escaped.
 */
export function reportHtml({ result, words, today, picture }: PaperInput): string {
  const { print } = result;
  const organisation =
    print.unit === undefined ? '' : `<p style="margin:0 0 2mm">${escapeHTML(`${print.unit}：${result.subtitle}`)}</p>`;
  const signed = [
    ...(print.signatures ?? []).map((text) => `${text}：`),
    ...(print.signatures && print.date !== false ? [`${words.printedOn}：${today}`] : []),
  ];
  const signatures =
    signed.length === 0
      ? ''
      : `<table style="width:100%;margin-top:8mm;page-break-inside:avoid"><tbody><tr>${signed.map((text) => `<td>${escapeHTML(text)}</td>`).join('')}</tr></tbody></table>`;
  const notes =
    print.notes === false
      ? ''
      : `<div style="font-size:9pt;line-height:1.4;margin-top:6mm">${result.notes.map((text) => `<p style="margin:0 0 1mm">${escapeHTML(text)}</p>`).join('')}</div>`;
  return `<style>${pageRules(print)}</style><div style="font-family:${BODY};font-size:10.5pt;line-height:1.4;color:#000"><h2 style="font-family:${TITLE};font-size:22pt;font-weight:normal;line-height:1.5;text-align:center;margin:0 0 6mm">${escapeHTML(result.title)}</h2>${organisation}${result.blocks.map((block) => blockHtml(block, words, picture)).join('')}${signatures}${notes}</div>`;
}

function blockHtml(block: BlockResult, words: PlainWords, picture: PaperInput['picture']): string {
  const { heads, rows, paragraphs, after } = plainBlock(block, words);
  const title =
    block.title === ''
      ? ''
      : `<h3 style="font-family:${HEADING};font-size:14pt;font-weight:normal;margin:4mm 0 2mm;page-break-after:avoid">${escapeHTML(block.title)}</h3>`;
  const size = block.model.kind === 'text' ? 'font-size:16pt;line-height:28pt' : 'line-height:1.6';
  const sentences = paragraphs
    .map((text) => `<p style="text-indent:2em;margin:0;${size}">${escapeHTML(text)}</p>`)
    .join('');
  const head = heads
    .map(
      (line) =>
        `<tr>${line.map(({ text, columnSpan, rowSpan }) => `<th colspan="${columnSpan}" rowspan="${rowSpan}" style="${CELL};background:#eee;font-weight:bold">${escapeHTML(text)}</th>`).join('')}</tr>`,
    )
    .join('');
  const body = rows
    .map(
      (row) =>
        `<tr style="page-break-inside:avoid">${row.map((text, at) => `<td style="${CELL}${at > 0 && /^[-\d—]/.test(text) ? ';text-align:right' : ''}">${escapeHTML(text)}</td>`).join('')}</tr>`,
    )
    .join('');
  const table =
    rows.length === 0
      ? ''
      : `<table style="width:100%;border-collapse:collapse;margin-bottom:4mm"><thead style="display:table-header-group">${head}</thead><tbody>${body}</tbody></table>`;
  const behind = after.map((text) => `<p style="margin:0 0 4mm">${escapeHTML(text)}</p>`).join('');
  const drawing = picture(block);
  return `<div style="${block.newPage ? 'page-break-before:always' : ''}">${title}${sentences}${drawing === '' ? '' : `<div style="page-break-inside:avoid;filter:grayscale(1);margin-bottom:2mm">${drawing}</div>`}${table}${behind}</div>`;
}
