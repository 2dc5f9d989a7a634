import { uniqueId } from '../internal/unique-id.ts';
import type { Area } from './block.ts';
import type { GridModel } from './column.ts';
import { Filling, SLICE } from './filling.ts';
import { drawHeader, markHeader } from './header.ts';
import { headerLevels, placeColumns, totalWidth, visibleColumns, type PlacedColumn } from './layout.ts';
import { gridParts, Totals, type GridParts } from './parts.ts';
import { RowPool, type Drawing, type Position } from './rows.ts';
import { Viewport } from './viewport.ts';

/** Words of the grid that the host gives in its language. */
export interface GridTexts {
  readonly required: string;
  /** Name of the control over a cell. */
  cell(column: string, line: number): string;
}

/**
 * Tables of up to so many lines stand in the document completely, for find-in-page; they are filled in while nobody
 * waits.
 */
const COMPLETE = 500;

/** What a grid draws: header, the rows that are seen, totals. What people do with it is the Grid's. */
export abstract class Surface {
  protected readonly parts: GridParts;
  protected readonly rows: RowPool;
  protected readonly view: Viewport;
  protected readonly texts: GridTexts;
  protected model: GridModel = { label: '', columns: [], lines: new Int32Array(), key: String };
  /** All columns in drawing order. */
  protected placed: PlacedColumn[] = [];
  /** Nodes of the columns' own titles. */
  protected leaves: HTMLElement[] = [];
  protected active: Position = { line: 0, column: 0 };
  protected readonly activeId = uniqueId('jc-cell');
  private readonly totals: Totals;
  private readonly observer: ResizeObserver;
  private readonly filling = new Filling(
    () => (this.complete && this.model.lines.length > SLICE ? this.model.lines.length : 0),
    (from, to) => this.fill(from, to),
  );
  private shown: PlacedColumn[] = [];
  private shownKey = '';
  private layoutKey = '';
  /** Width of all columns. */
  private total = 0;
  /** Columns stand elsewhere than in lines that have not been drawn since. */
  private isPlacedAnew = false;
  private drawnAt = { top: 0, left: 0 };
  private drawing: Drawing | undefined;
  /** End of the lines that have nodes. */
  private last = 0;

  constructor(container: HTMLElement, texts: GridTexts) {
    this.texts = texts;
    this.parts = gridParts(container);
    this.view = new Viewport(this.parts);
    this.rows = new RowPool(this.parts.window);
    this.totals = new Totals(this.parts.foot);
    this.parts.root.addEventListener('scroll', () => this.scrolled(), { passive: true });
    // Tells in the same frame that a closed tab or panel was opened, a column became narrow, or the text larger.
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.parts.root);
    this.observer.observe(this.parts.probe);
    this.observer.observe(this.parts.ruler);
  }

  /** Draws all texts anew, for changes inside rows. `patient`: lines out of sight wait until nobody acts. */
  refresh(patient = false): void {
    this.draw();
    this.filling.restart(patient && !this.isPlacedAnew);
    this.isPlacedAnew = false;
  }

  /** Puts the scroll position back after the host was moved in the document. */
  reconnected(): void {
    const { root } = this.parts;
    [root.scrollTop, root.scrollLeft] = [this.view.top, this.view.left];
    this.view.measure();
    this.adapt();
  }

  dispose(): void {
    this.filling.stop();
    this.observer.disconnect();
  }

  /** Cells that are picked together. */
  protected get area(): Area | undefined {
    return undefined;
  }

  /** Called after every drawing. */
  protected abstract drawn(): void;

  private resized(): void {
    if (this.view.measure()) this.adapt();
  }

  /** Draws everything for the sizes that were measured. */
  private adapt(): void {
    this.layout();
    // The new height of the lines may have changed what is seen of them.
    this.view.measureHeight();
    this.refresh();
  }

  /** Before the first drawing. With room for all lines, so that a scrollbar takes its width at once. */
  protected begin(): void {
    if (this.view.width > 0) return;
    this.view.fit(this.model.lines.length);
    this.view.measure();
  }

  protected layout(): void {
    const { root, space, head, foot } = this.parts;
    const { width, scale, lineHeight } = this.view;
    const { columns, lines } = this.model;
    const levels = headerLevels(columns);
    const key = `${width}|${scale}|${lineHeight}|${columns.map(({ id, title, width: w, frozen, groups }) => `${id}\n${title}\n${w}${frozen ? 'f' : ''}${(groups ?? []).join('/')}`).join('\t')}`;
    let rebuilt = false;
    if (key !== this.layoutKey || !this.placed.every(({ column }) => columns.includes(column))) {
      rebuilt = key !== this.layoutKey;
      this.layoutKey = key;
      this.placed = placeColumns(columns, width, scale);
      this.isPlacedAnew = true;
      this.shownKey = '';
      this.total = totalWidth(this.placed);
      for (const node of [head, space, foot]) node.style.width = `${Math.max(this.total, width)}px`;
      root.style.setProperty('--_line-height', `${lineHeight}px`);
      if (rebuilt) this.leaves = drawHeader(head, this.placed, this.texts.required);
      root.setAttribute('aria-colcount', String(columns.length));
    }
    const hasTotals = this.totals.draw(this.placed, levels + lines.length + 1);
    const count = String(levels + lines.length + (hasTotals ? 1 : 0));
    if (root.getAttribute('aria-rowcount') !== count) root.setAttribute('aria-rowcount', count);
    this.view.fit(lines.length);
    if (rebuilt && width > 0) {
      this.view.measureHeight();
      this.view.fit(lines.length);
    }
    // The words of a merged cell stay between header and totals while it is scrolled.
    if (!columns.some(({ runs }) => runs)) return;
    for (const [name, px] of this.view.edges) root.style.setProperty(name, `${px}px`);
    // Where only a window is drawn, its own cut keeps them there.
    root.classList.toggle('whole', this.complete);
  }

  /** Small tables stand in the document completely. */
  private get complete(): boolean {
    return this.model.lines.length <= COMPLETE;
  }

  private scrolled(): void {
    this.view.scrolled();
    // Where the table itself has scrolled, it has drawn at once.
    if (this.view.top !== this.drawnAt.top || this.view.left !== this.drawnAt.left) this.draw();
  }

  /** Draws what is seen. `also` is one more line whose look changed, such as that of the cell that was active. */
  protected draw(also = -1): void {
    const { window, box } = this.parts;
    const { lines, columns } = this.model;
    const { view, complete } = this;
    this.drawnAt = { top: view.top, left: view.left };
    box.classList.toggle('more', view.hasMore(this.total));
    const seen = view.seen(lines.length);
    const [from, to] = seen;
    // What is left undrawn cuts off the merged cells that hang out of it.
    const near: readonly [number, number] = columns.some(({ runs }) => runs) ? [0, lines.length] : seen;
    this.shownColumns(complete ? this.placed : visibleColumns(this.placed, view.left, view.width || 1));
    const move = complete ? '' : `translateY(${view.topOf(from)}px)`;
    if (window.style.transform !== move) window.style.transform = move;
    const first = complete ? 0 : from;
    this.last = complete ? Math.min(lines.length, Math.max(to, this.last)) : to;
    const drawing: Drawing = {
      model: this.model,
      shown: this.shown,
      columnCount: columns.length,
      firstIndex: headerLevels(columns) + 1,
      near,
      drawn: complete ? [0, lines.length] : seen,
      lineHeight: view.lineHeight,
      active: this.active,
      activeId: this.activeId,
      area: this.area,
    };
    this.drawing = drawing;
    // What fits into one slice is always right as a whole.
    if (complete && lines.length <= SLICE) this.rows.draw(first, (this.last = lines.length), 0, lines.length, drawing);
    else this.rows.draw(first, this.last, from, to, drawing);
    if (also >= 0 && (also < from || also >= to)) this.rows.draw(first, this.last, also, also + 1, drawing);
    this.leaves.forEach((node, at) => {
      const place = this.placed[at];
      if (place) markHeader(node, place.column, this.active.line === -1 && this.active.column === at, this.activeId);
    });
    this.drawn();
  }

  /** A slice of a small table beyond what is seen. */
  private fill(from: number, to: number): boolean {
    if (this.view.height === 0 || !this.complete || this.drawing === undefined) return false;
    this.last = Math.min(this.model.lines.length, Math.max(this.last, to));
    this.rows.draw(0, this.last, from, to, this.drawing);
    return true;
  }

  private shownColumns(shown: PlacedColumn[]): void {
    const key = shown.map(({ index }) => index).join();
    if (key === this.shownKey) return;
    this.shownKey = key;
    this.shown = shown;
  }
}
