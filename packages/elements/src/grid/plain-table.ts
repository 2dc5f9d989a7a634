import { escapeHTML } from '../internal/escape-html.ts';
import type { GridModel } from './column.ts';
import { headerCells, headerLevels } from './layout.ts';

/** How a cell is written into self-contained HTML. */
const CELL = 'border:0.75pt solid #000;padding:1.5mm;vertical-align:top;overflow-wrap:break-word;white-space:pre-wrap';

/** All lines of a model as a plain table: for print, for find-in-page in long tables, and for people who prefer it. */
export function plainTable(model: GridModel): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'plain';
  const head = table.createTHead();
  const levels = Array.from({ length: headerLevels(model.columns) }, () => head.insertRow());
  for (const { title, level, levels: height, span } of headerCells(model.columns)) {
    const cell = document.createElement('th');
    cell.scope = span > 1 ? 'colgroup' : 'col';
    cell.textContent = title;
    if (span > 1) cell.colSpan = span;
    if (height > 1) cell.rowSpan = height;
    levels[level]!.append(cell);
  }
  const body = table.createTBody();
  for (let at = 0; at < model.lines.length; at++) {
    const line = model.lines[at]!;
    const row = body.insertRow();
    if (line < 0) {
      const cell = document.createElement('th');
      cell.scope = 'rowgroup';
      cell.colSpan = model.columns.length;
      cell.textContent = model.heading?.(-1 - line).text ?? '';
      row.append(cell);
    } else
      for (const column of model.columns) {
        const span = column.runs?.[at] ?? 1;
        if (span < 1) continue;
        const cell = row.insertCell();
        if (span > 1) cell.rowSpan = span;
        const text = column.text(line);
        cell.className = [column.align === 'start' ? '' : (column.align ?? ''), isShort(text) ? 'short' : '']
          .filter(Boolean)
          .join(' ');
        cell.textContent = text;
      }
  }
  if (model.columns.some(({ total }) => total)) {
    const row = table.createTFoot().insertRow();
    for (const column of model.columns) row.insertCell().textContent = column.total?.() ?? '';
  }
  return table;
}

/** All lines as HTML that needs no style sheet and no script, for print tools that copy markup. Texts are escaped. */
export function plainTableHTML(model: GridModel, caption = model.label): string {
  const { columns, lines } = model;
  const head = Array.from({ length: headerLevels(columns) }, () => '');
  for (const { title, level, levels, span } of headerCells(columns)) {
    head[level] +=
      `<th${span > 1 ? ` colspan="${span}"` : ''}${levels > 1 ? ` rowspan="${levels}"` : ''} style="${CELL};background:#eee;text-align:center">${escapeHTML(title)}</th>`;
  }
  const rows: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line < 0)
      rows.push(
        `<tr><th colspan="${columns.length}" style="${CELL};text-align:left">${escapeHTML(model.heading?.(-1 - line).text ?? '')}</th></tr>`,
      );
    else
      rows.push(
        `<tr style="page-break-inside:avoid">${columns.map((column) => cellHTML(column.text(line), column.align, column.runs?.[at])).join('')}</tr>`,
      );
  }
  const foot = columns.some(({ total }) => total)
    ? `<tfoot><tr>${columns.map((column) => cellHTML(column.total?.() ?? '', column.align)).join('')}</tr></tfoot>`
    : '';
  return `<table style="width:100%;border-collapse:collapse;font-family:SimSun,serif;font-size:9pt;line-height:1.4"><caption style="font-size:16pt;font-weight:bold;padding:3mm;text-align:center">${escapeHTML(caption)}</caption><thead style="display:table-header-group">${head.map((cells) => `<tr>${cells}</tr>`).join('')}</thead><tbody>${rows.join('')}</tbody>${foot}</table>`;
}

/** All lines as text, one line each, their cells joined by the language's comma. */
export function plainTableText(model: GridModel, comma: string): string {
  const line = (cells: readonly string[]) => cells.join(comma);
  const body = Array.from(model.lines, (row) =>
    row < 0 ? (model.heading?.(-1 - row).text ?? '') : line(model.columns.map((column) => column.text(row))),
  );
  return [model.label, line(model.columns.map(({ title }) => title)), ...body].join('\n');
}

const cellHTML = (text: string, align = 'start', span = 1) =>
  span < 1
    ? ''
    : `<td${span > 1 ? ` rowspan="${span}"` : ''} style="${CELL};text-align:${align === 'end' ? 'right' : align === 'center' ? 'center' : 'left'}${isShort(text) ? ';white-space:nowrap' : ''}">${escapeHTML(text)}</td>`;

/** Dates, names and words of a few characters stay on one line, however many columns there are. */
const isShort = (text: string): boolean => text.length <= 4 || /^[\d./:%-]{1,10}$/.test(text);
