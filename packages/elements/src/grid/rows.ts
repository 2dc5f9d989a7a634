import { spanAt } from '@jiceng/core/table/runs.js';
import type { Area } from './block.ts';
import type { GridColumn, GridModel } from './column.ts';
import { fitsOneLine, type PlacedColumn } from './layout.ts';

interface PooledCell {
  readonly node: HTMLElement;
  place: PlacedColumn | undefined;
  drawn: GridColumn | undefined;
  value: string;
  look: string;
  span: number;
  isShort: boolean;
}
interface PooledRow {
  readonly node: HTMLElement;
  readonly cells: PooledCell[];
  line: number;
  heading: boolean;
}

/** Where the person is. `line` −1 is the header. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What the rows are drawn from. */
export interface Drawing {
  readonly model: GridModel;
  readonly shown: readonly PlacedColumn[];
  readonly columnCount: number;
  /** Number of the first line in `aria-rowindex`. */
  readonly firstIndex: number;
  /** Lines that can be seen; the browser may leave the others undrawn until they come near. */
  readonly near: readonly [number, number];
  /** The lines that have nodes, which merged cells are cut to. */
  readonly drawn: readonly [number, number];
  readonly lineHeight: number;
  readonly active: Position;
  readonly activeId: string;
  /** Cells that are picked together. */
  readonly area: Area | undefined;
}

const cellSelector = '[role="gridcell"]';

/** A fixed set of row and cell nodes whose text changes; no node is made while scrolling once the window is full. */
export class RowPool {
  private readonly rows: PooledRow[] = [];
  private used = 0;
  private readonly parent: HTMLElement;

  constructor(parent: HTMLElement) {
    this.parent = parent;
  }

  /**
   * Lets the nodes stand for the lines `first` … `last − 1` and draws those from `from` to `to − 1`; the others keep
   * what they show.
   */
  draw(first: number, last: number, from: number, to: number, drawing: Drawing): void {
    const count = Math.max(0, last - first);
    while (this.rows.length < count) this.rows.push(newRow(this.rows.length));
    for (; this.used < count; this.used++) this.parent.append(this.rows[this.used]!.node);
    for (; this.used > count; this.used--) this.rows[this.used - 1]!.node.remove();
    for (let line = Math.max(from, first); line < Math.min(to, last); line++)
      fill(this.rows[line - first]!, line, drawing);
  }

  /** The line and column index under a node inside the rows. */
  locate(target: Element): Position | undefined {
    const cell = target.closest(cellSelector);
    const row = cell?.parentElement;
    const found = this.rows.find(({ node }) => node === row);
    if (found === undefined) return undefined;
    return { line: found.line, column: found.cells.find(({ node }) => node === cell)?.place?.index ?? 0 };
  }

  /** The node of a cell that is drawn now. */
  cell({ line, column }: Position): HTMLElement | undefined {
    const row = this.rows.slice(0, this.used).find((each) => each.line === line);
    return row?.heading ? row.cells[0]?.node : row?.cells.find(({ place }) => place?.index === column)?.node;
  }
}

function newRow(at: number): PooledRow {
  const node = document.createElement('div');
  node.setAttribute('role', 'row');
  // Merged cells hang over the rows below.
  node.style.zIndex = String(10_000 - at);
  return { node, cells: [], line: -1, heading: false };
}

function newCell(): PooledCell {
  const node = document.createElement('div');
  node.setAttribute('role', 'gridcell');
  return { node, place: undefined, drawn: undefined, value: '', look: '', span: 1, isShort: false };
}

function fill(row: PooledRow, line: number, drawing: Drawing): void {
  const { model, shown, firstIndex, near } = drawing;
  const source = model.lines[line]!;
  if (row.line !== line) {
    row.line = line;
    row.node.setAttribute('aria-rowindex', String(firstIndex + line));
  }
  const open = source >= 0 && model.selected?.(source) === true;
  const checked = source >= 0 && model.checked?.(source) === true;
  const selected = open || checked;
  const look = `row${line % 2 ? ' odd' : ''}${source < 0 ? ' heading' : ''}${open ? ' selected' : ''}${checked ? ' checked' : ''}${line < near[0] || line >= near[1] ? ' far' : ''}`;
  if (row.node.className !== look) {
    row.node.className = look;
    if (selected) row.node.setAttribute('aria-selected', 'true');
    else row.node.removeAttribute('aria-selected');
  }
  row.heading = source < 0;
  const wanted = row.heading ? 1 : shown.length;
  while (row.cells.length < wanted) {
    const cell = newCell();
    row.cells.push(cell);
    row.node.append(cell.node);
  }
  while (row.cells.length > wanted) row.cells.pop()!.node.remove();
  if (row.heading) fillHeading(row.cells[0]!, line, -1 - source, drawing);
  else for (let at = 0; at < wanted; at++) fillCell(row.cells[at]!, shown[at]!, line, source, drawing);
}

function fillCell(
  cell: PooledCell,
  place: PlacedColumn,
  line: number,
  row: number,
  { model, active, activeId, area, drawn, lineHeight }: Drawing,
): void {
  const { column } = place;
  const { node } = cell;
  if (cell.place !== place) {
    if (cell.place === undefined) {
      node.removeAttribute('aria-colspan');
      node.removeAttribute('aria-expanded');
    }
    cell.place = place;
    node.style.left = `${place.left}px`;
    node.style.width = `${place.width}px`;
    node.setAttribute('aria-colindex', String(place.index + 1));
  }
  const span = column.runs === undefined ? 1 : spanAt(column.runs, line, ...drawn);
  if (cell.span !== span) setSpan(cell, span, lineHeight);
  const text = span === 0 ? '' : column.text(row);
  if (cell.drawn !== column && (column.draw !== undefined || cell.drawn?.draw !== undefined)) {
    node.textContent = '';
    cell.value = '';
  }
  if (column.draw !== undefined && (cell.value !== text || cell.drawn !== column || text === ''))
    column.draw(node, row, text);
  // What fits one line for certain needs no box of its own, and half the layout.
  const isShort = column.draw === undefined && span === 1 && fitsOneLine(text, place.room);
  if (column.draw === undefined && (cell.value !== text || cell.isShort !== isShort))
    (isShort ? writeShort : writeText)(node, text);
  cell.value = text;
  cell.drawn = column;
  cell.isShort = isShort;
  const error = model.error?.(row, column);
  const editable = column.editor !== undefined && column.editor.canEdit?.(row) !== false;
  const here = active.line === line && active.column === place.index;
  const picked =
    area !== undefined &&
    line >= area.top &&
    line <= area.bottom &&
    place.index >= area.left &&
    place.index <= area.right;
  const look = `cell ${column.align ?? 'start'}${isShort ? ' short' : ''}${place.frozen ? ' frozen' : ''}${editable ? ' editable' : ''}${column.link ? ' link' : ''}${error === undefined ? '' : ' bad'}${span === 1 ? '' : span === 0 ? ' covered' : ' merged'}${picked ? ' picked' : ''}${here ? ' active' : ''}`;
  setLook(cell, look, here ? activeId : '', error !== undefined, picked);
}

/** A merged cell is as high as its lines; those it covers are nobody's. */
function setSpan(cell: PooledCell, span: number, lineHeight: number): void {
  const { node } = cell;
  cell.span = span;
  node.style.height = span > 1 ? `${span * lineHeight}px` : '';
  if (span > 1) node.setAttribute('aria-rowspan', String(span));
  else node.removeAttribute('aria-rowspan');
  if (span === 0) node.setAttribute('aria-hidden', 'true');
  else node.removeAttribute('aria-hidden');
}

function fillHeading(
  cell: PooledCell,
  line: number,
  group: number,
  { model, columnCount, active, activeId }: Drawing,
): void {
  const { node } = cell;
  const { text, open, level = 0 } = model.heading?.(group) ?? { text: '', open: true };
  if (cell.place !== undefined || cell.look === '') {
    node.textContent = '';
    cell.value = '';
    cell.place = undefined;
    if (cell.span !== 1) setSpan(cell, 1, 0);
    node.style.left = '0px';
    node.style.width = '';
    node.setAttribute('aria-colindex', '1');
    node.setAttribute('aria-colspan', String(columnCount));
  }
  cell.drawn = undefined;
  node.setAttribute('aria-expanded', String(open));
  if (cell.value !== text || cell.isShort) writeText(node, text);
  cell.value = text;
  cell.isShort = false;
  setLook(
    cell,
    `cell start group${level > 0 ? ` inner-${Math.min(level, 2)}` : ''}${open ? ' open' : ''}${active.line === line ? ' active' : ''}`,
    active.line === line ? activeId : '',
    false,
    false,
  );
}

function setLook(cell: PooledCell, look: string, id: string, bad: boolean, picked: boolean): void {
  if (cell.look === look) return;
  cell.look = look;
  cell.node.className = look;
  if (cell.node.id !== id) {
    if (id === '') cell.node.removeAttribute('id');
    else cell.node.id = id;
  }
  if (bad) cell.node.setAttribute('aria-invalid', 'true');
  else cell.node.removeAttribute('aria-invalid');
  if (picked) cell.node.setAttribute('aria-selected', 'true');
  else cell.node.removeAttribute('aria-selected');
}

/** The text stands in a box of its own, which cuts it after the lines that fit. */
function writeText(node: HTMLElement, text: string): void {
  let box = node.firstElementChild;
  if (box === null) {
    node.textContent = '';
    box = document.createElement('span');
    box.className = 'text';
    box.append('');
    node.append(box);
  }
  (box.firstChild as Text).data = text;
}

/** The text stands in the cell itself, on its one line. */
function writeShort(node: HTMLElement, text: string): void {
  const only = node.firstChild;
  if (only !== null && only.nodeType === Node.TEXT_NODE) (only as Text).data = text;
  else node.textContent = text;
}
