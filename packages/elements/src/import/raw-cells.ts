import { SheetView } from '@jiceng/sheet/draft/view.js';
import type { SheetDraft } from '@jiceng/sheet/draft/result.js';
import type { Sheet, Workbook } from '@jiceng/sheet/book/workbook.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '@jiceng/core/text/problem.js';
import type { ImportMessages } from './import.messages.ts';

/** Rows and columns of the sheet that are drawn. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 40;

export interface RawCellsInput {
  readonly book: Workbook;
  readonly sheet: Sheet;
  /** Absent where no headings were found. */
  readonly draft: SheetDraft | undefined;
  readonly text: ImportMessages;
  readonly language: Language;
  readonly prefix: string;
  /** First and last row of the headings, zero-based. */
  readonly moveHeader: (top: number, bottom: number) => void;
  /** `row` is zero-based. */
  readonly takeRow: (row: number, isTaken: boolean) => void;
}

/** The sheet as it stands, with what was taken for headings, and every row that is left out with its reason. */
export function rawCells({
  book,
  sheet,
  draft,
  text,
  language,
  prefix,
  moveHeader,
  takeRow,
}: RawCellsInput): TemplateResult {
  const view = viewOf(book, sheet);
  const [top, bottom] = draft?.headerRows.value ?? [-1, -1];
  const columns = Math.min(view.width, MOST_COLUMNS);
  const taken = new Set(draft?.rows.map(({ row }) => row - 1));
  const reasons = new Map(
    (draft?.leftOut ?? []).flatMap(({ place, reason }): [number, string][] =>
      /^\d+$/.test(place) ? [[Number(place) - 1, reason[language]]] : [],
    ),
  );
  const rows = Array.from({ length: Math.min(view.height, Math.max(MOST_ROWS, bottom + 10)) }, (_, row) => row);
  const bound = (value: string): number | undefined => {
    const row = Number(value);
    return Number.isInteger(row) && row >= 1 && row <= view.height ? row - 1 : undefined;
  };
  const moved = (event: Event, isTop: boolean): void => {
    const input = event.target as HTMLInputElement;
    const row = bound(input.value);
    if (row === undefined) input.value = String((isTop ? top : bottom) + 1);
    else if (isTop) moveHeader(row, Math.max(row, bottom));
    else moveHeader(top < 0 ? row : Math.min(top, row), row);
  };
  const note = (row: number): string =>
    row >= top && row <= bottom ? text.headRow : row < top ? text.above : (reasons.get(row) ?? '');
  return html`
    <p class="header-rows"><label for=${`${prefix}-top`}>${text.headerFrom}</label><input id=${`${prefix}-top`}
      class="input number" type="number" min="1" max=${view.height} .value=${top < 0 ? '' : String(top + 1)}
      @change=${(event: Event) => moved(event, true)}>
      <label for=${`${prefix}-bottom`}>${text.headerTo}</label><input id=${`${prefix}-bottom`} class="input number"
        type="number" min="1" max=${view.height} .value=${bottom < 0 ? '' : String(bottom + 1)}
        @change=${(event: Event) => moved(event, false)}> ${text.headerEnd}
      ${draft ? html`<span class="weak">${text.confidence(Math.round(draft.headerRows.confidence * 100))}${text.marks.comma}${draft.headerRows.reason[language]}</span>` : nothing}</p>
    <div class="raw" tabindex="0" role="region"
      aria-label=${text.header}><table><thead><tr><th scope="col">${text.row}</th><th scope="col">${text.take}</th>${Array.from({ length: columns }, (_, at) => html`<th scope="col">${letterOf(at)}</th>`)}<th scope="col">${text.reason}</th></tr></thead>
      <tbody>${rows.map((row) => {
        const isHead = row >= top && row <= bottom;
        const isTaken = taken.has(row);
        const isEmpty = !isTaken && !reasons.has(row);
        return html`<tr class=${isHead ? 'head-row' : isTaken ? '' : 'left-row'}><th scope="row">${row + 1}</th>
          <td class="center">${
            draft && row > bottom && !isEmpty
              ? html`<input type="checkbox"
            aria-label=${text.takeRow(row + 1)} .checked=${isTaken}
            @change=${(event: Event) => takeRow(row, (event.target as HTMLInputElement).checked)}>`
              : nothing
          }</td>
          ${cellsOf(view, row, columns, rows.length)}<td class="why">${note(row)}</td></tr>`;
      })}</tbody></table></div>
    ${view.height > rows.length || view.width > columns ? html`<p class="weak">${text.moreCells(view.height, view.width)}</p>` : nothing}`;
}

const views = new WeakMap<Sheet, SheetView>();

/** Looks at merged areas once a sheet, not once a drawing. */
function viewOf(book: Workbook, sheet: Sheet): SheetView {
  let view = views.get(sheet);
  if (!view) views.set(sheet, (view = new SheetView(book, sheet)));
  return view;
}

/** The cells of a row; merged ones once, as wide and high as they are among the rows drawn. */
function cellsOf(view: SheetView, row: number, columns: number, rows: number): TemplateResult[] {
  const cells: TemplateResult[] = [];
  for (let column = 0; column < columns; column += 1) {
    const area = view.areaAt(row, column);
    if (area && (area.top !== row || area.left !== column)) continue;
    const wide = area ? Math.min(area.right, columns - 1) - area.left + 1 : 1;
    const high = area ? Math.min(area.bottom, rows - 1) - area.top + 1 : 1;
    cells.push(html`<td colspan=${wide} rowspan=${high}>${shown(view, row, column)}</td>`);
  }
  return cells;
}

function shown(view: SheetView, row: number, column: number): string {
  const value = view.ownValue(row, column);
  if (value === null) return '';
  const { kind } = view.style(row, column);
  const text =
    typeof value === 'number' && (kind === 'date' || kind === 'dateTime') ? dayOf(value) : String(value).trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A day number of a spreadsheet as a date. */
function dayOf(days: number): string {
  const time = Date.UTC(1899, 11, 30) + days * 86_400_000;
  return Number.isFinite(time) && days > 0 && days < 2_958_466
    ? new Date(time).toISOString().slice(0, 10)
    : String(days);
}

/** `A`, `Z`, `AA`. */
export function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${letterOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
