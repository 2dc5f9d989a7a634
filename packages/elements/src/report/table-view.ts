import type { NumberCell, TableModel, TableRow } from '@jiceng/core/report/model.js';
import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from '../internal/css-vars.ts';
import { longTable, type RowMark } from './long-table.ts';
import { numberText, numberView } from './number-view.ts';
import type { ReportSight } from './sight.ts';

/** A table or cross table with merged headings, groups that fold, and a divided corner. */
export function tableView(model: TableModel, blockId: string, title: string, sight: ReportSight): TemplateResult {
  const { head, columns, corner, hasSerial, rows } = model;
  const largest = columns.map((_, at) =>
    rows.reduce(
      (most, { kind, cells }) => (kind === 'total' ? most : Math.max(most, Math.abs(Number(cells[at]?.value ?? 0)))),
      0,
    ),
  );
  const folded = (at: number): boolean => {
    const row = rows[at];
    return (
      row !== undefined && row.kind === 'group' && sight.isFolded(`${blockId} ${at}`, model.isFolded && row.depth > 0)
    );
  };
  const isHidden = (row: TableRow): boolean => {
    for (let at = row.parent; at >= 0; at = rows[at]?.parent ?? -1) if (folded(at)) return true;
    return false;
  };
  const shown = [...rows.entries()].filter(([, row]) => !isHidden(row));
  const totals = shown[shown.length - 1]?.[1].kind === 'total' ? [shown.pop() as (typeof shown)[number]] : [];
  return html`${model.unit === '' ? nothing : html`<p class="unit-line">${sight.texts.unit}${model.unit}</p>`}${longTable(
    {
      name: title,
      texts: sight.texts,
      isPrinting: sight.isPrinting,
      longRows: sight.behind?.longRows,
      headLines: head.length,
      rows: shown,
      totals,
      head: html`${title === '' ? nothing : html`<caption class="visually-hidden">${title}</caption>`}
    <thead>${head.map(
      (line, at) => html`<tr>
      ${
        at > 0
          ? nothing
          : html`${
              hasSerial
                ? html`<th scope="col" rowspan=${head.length}
        class="serial">${sight.texts.serial}</th>`
                : nothing
            }${cornerView(corner, head.length)}`
      }
      ${line.map(
        (cell) => html`<th scope=${cell.columnSpan > 1 ? 'colgroup' : 'col'} colspan=${cell.columnSpan}
        rowspan=${cell.rowSpan}>${cell.title}</th>`,
      )}
    </tr>`,
    )}</thead>`,
      draw: ([at, row], mark) => rowView(row, at, model, blockId, folded(at), largest, sight, mark),
      cells: ([, row]) => [
        ...(hasSerial ? [String(row.serial ?? '')] : []),
        `${'　'.repeat(row.depth + 1)}${row.title}`,
        ...columns.map((_, index) => {
          const cell = row.cells[index];
          return cell ? numberText(cell) : '';
        }),
      ],
    },
  )}${model.left > 0 ? html`<p class="weak">${sight.texts.left(model.left)}</p>` : nothing}`;
}

/** The corner: names of rows below, of columns above a slanted line. */
export function cornerView(corner: TableModel['corner'], depth: number): TemplateResult {
  if (corner.columns === '') return html`<th scope="col" rowspan=${depth} class="corner-plain">${corner.rows}</th>`;
  return html`<th scope="col" rowspan=${depth}
    class="corner"><span class="corner-columns">${corner.columns}</span><span class="corner-rows">${corner.rows}</span></th>`;
}

function rowView(
  row: TableRow,
  at: number,
  model: TableModel,
  blockId: string,
  folded: boolean,
  largest: readonly number[],
  sight: ReportSight,
  mark: RowMark,
): TemplateResult {
  const name =
    row.kind === 'group'
      ? html`<button type="button" class="fold no-print-mark" aria-expanded=${folded ? 'false' : 'true'}
      aria-label=${sight.texts.fold(row.title, folded)}
      @click=${() => sight.toggle(`${blockId} ${at}`, !folded)}>${row.title}</button>`
      : row.title;
  return html`<tr class=${`${row.kind} ${mark.isFound ? 'found' : ''}`} aria-rowindex=${mark.index}>
    ${model.hasSerial ? html`<td class="serial">${row.serial ?? ''}</td>` : nothing}
    <th scope="row" ${cssVars({ '--_depth': String(row.depth) })}>${name}</th>
    ${model.columns.map((column, index) => cellView(row.cells[index], `${row.title} ${column.title}`, column.bar ? (largest[index] ?? 0) : 0, sight))}
  </tr>`;
}

function cellView(cell: NumberCell | undefined, title: string, largest: number, sight: ReportSight): TemplateResult {
  if (!cell) return html`<td></td>`;
  const share =
    largest > 0 && typeof cell.value === 'number' ? Math.round((Math.abs(cell.value) / largest) * 100) : undefined;
  return html`<td class=${share === undefined ? 'amount' : 'amount bar'} ${cssVars({ '--_share': share === undefined ? undefined : `${share}%` })}>${numberView(cell, title, sight)}</td>`;
}
