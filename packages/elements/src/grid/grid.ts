import { parseBlock } from '@jiceng/core/table/clipboard.js';
import { uniqueId } from '../internal/unique-id.ts';
import type { GridColumn, GridEvents, GridModel } from './column.ts';
import { EditorLayer } from './editor.ts';
import { drawHeader, markHeader } from './header.ts';
import { intentOf, type Intent } from './keys.ts';
import { headerLevels, placeColumns, scrollRange, totalWidth, visibleColumns, type PlacedColumn, type ScrollRange } from './layout.ts';
import { gridParts, Totals, type GridParts } from './parts.ts';
import { RowPool, type Drawing, type Position } from './rows.ts';

/** Words of the grid that the host gives in its language. */
export interface GridTexts {
  readonly required: string;
  /** Name of the control over a cell. */
  cell(column: string, line: number): string;
}

/** Tables of up to so many lines stand in the document completely, for find-in-page; they are filled in while nobody waits. */
const COMPLETE = 500;
const SLICE = 60;
const OVERSCAN = 4;

/**
 * A table that draws only what is seen: rows of equal height from a pool, columns in a window, drawn inside the scroll event.
 * One tab stop. It writes into `container`, which stays the host's. It keeps no data: it asks the model for every text.
 */
export class Grid {
  private readonly parts: GridParts;
  private readonly rows: RowPool;
  private readonly totals: Totals;
  private readonly editor = new EditorLayer((event) => this.controlLeft(event));
  private readonly activeId = uniqueId('jc-cell');
  private readonly events: GridEvents;
  private readonly texts: GridTexts;
  private readonly observer: ResizeObserver | undefined;
  private model: GridModel = { label: '', columns: [], lines: new Int32Array(), key: String };
  private placed: PlacedColumn[] = [];
  private shown: PlacedColumn[] = [];
  private shownKey = '';
  private leaves: HTMLElement[] = [];
  private layoutKey = '';
  private range: ScrollRange = scrollRange(0, 1, 1);
  private lineHeight = 44;
  private scale = 1;
  private drawing: Drawing | undefined;
  private first = 0;
  private last = 0;
  private active: Position = { line: 0, column: 0 };
  private activeKey: string | undefined;
  /** Lines that are drawn as the model is now, from the first on; only for complete tables. */
  private filled = 0;
  private filling = false;
  private scroll = { top: 0, left: 0 };
  /** Measured once for each change of size: reading sizes between writes would make the browser lay everything out again. */
  private view = { width: 0, height: 0, head: 0, foot: 0 };

  constructor(container: HTMLElement, texts: GridTexts, events: GridEvents = {}) {
    this.texts = texts;
    this.events = events;
    this.parts = gridParts(container);
    const { root } = this.parts;
    this.rows = new RowPool(this.parts.window);
    this.totals = new Totals(this.parts.foot);
    root.addEventListener('scroll', () => this.scrolled(), { passive: true });
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('mousedown', (event) => this.pressed(event));
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('dblclick', () => { if (this.editor.edited) this.editor.edit(); });
    root.addEventListener('paste', (event) => this.pasted(event));
    root.addEventListener('focus', () => this.draw());
    // Tells in the same frame that a closed tab or panel was opened, a column became narrow, or the text larger.
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(root);
    this.observer.observe(this.parts.probe);
    this.observer.observe(this.parts.ruler);
  }

  /** Shows a model, or the same one after a change. The active cell stays with its row; half-typed text stays. */
  show(model: GridModel): void {
    const before = this.model;
    this.model = model;
    const { root } = this.parts;
    if (before.label !== model.label) root.setAttribute('aria-label', model.label);
    this.follow();
    if (this.view.width === 0) this.measure();
    this.layout();
    this.refresh();
  }

  /** Draws all texts anew, for changes inside rows. */
  refresh(): void {
    this.filled = 0;
    this.draw();
    this.fill();
  }

  /** Makes a cell active and brings it into view; takes the focus when asked to. */
  goTo(position: Position, focus = true): void {
    this.setActive(position);
    if (focus) this.takeFocus();
  }

  /** The position of a row's cell, or `undefined` where the row is not shown. */
  positionOf(key: string, columnId?: string): Position | undefined {
    const line = this.lineOf(key);
    const column = columnId === undefined ? 0 : this.placed.findIndex((place) => place.column.id === columnId);
    return line < 0 || column < 0 ? undefined : { line, column };
  }

  /** Row number of the active line; `undefined` on headings and without rows. */
  get activeRow(): number | undefined {
    const row = this.model.lines[this.active.line];
    return row === undefined || row < 0 ? undefined : row;
  }

  /** Takes what is being typed. Call before reading values that must be complete. */
  commit(): void {
    this.editor.commit();
  }

  /** Puts the scroll position back after the host was moved in the document. */
  reconnected(): void {
    const { top, left } = this.scroll;
    this.parts.root.scrollTop = top;
    this.parts.root.scrollLeft = left;
    this.resized();
  }

  dispose(): void {
    this.observer?.disconnect();
    this.editor.close();
  }

  // — layout —

  private resized(): void {
    this.measure();
    this.layout();
    // The new height of the lines may have changed what is seen of them.
    this.view.height = this.parts.root.clientHeight;
    this.refresh();
  }

  private measure(): void {
    const { root, probe, head, foot } = this.parts;
    this.view = { width: root.clientWidth, height: root.clientHeight, head: head.offsetHeight, foot: foot.offsetHeight };
    if (probe.offsetHeight > 0) this.lineHeight = probe.offsetHeight;
    if (probe.offsetWidth > 0) this.scale = probe.offsetWidth / 140;
    this.scroll = { top: root.scrollTop, left: root.scrollLeft };
  }

  private layout(): void {
    const { root, space, head, foot } = this.parts;
    const { width } = this.view;
    const { columns, lines } = this.model;
    const levels = headerLevels(columns);
    const key = `${width}|${this.scale}|${this.lineHeight}|${columns.map(({ id, title, width: w, frozen, groups }) => `${id}\n${title}\n${w}${frozen ? 'f' : ''}${(groups ?? []).join('/')}`).join('\t')}`;
    if (key !== this.layoutKey || !this.placed.every(({ column }) => columns.includes(column))) {
      const rebuilt = key !== this.layoutKey;
      this.layoutKey = key;
      this.placed = placeColumns(columns, width, this.scale);
      this.shownKey = '';
      const total = `${Math.max(totalWidth(this.placed), width)}px`;
      for (const node of [head, space, foot]) node.style.width = total;
      root.style.setProperty('--_line-height', `${this.lineHeight}px`);
      if (rebuilt) this.leaves = drawHeader(head, this.placed, this.texts.required);
      root.setAttribute('aria-colcount', String(columns.length));
      if (rebuilt && width > 0) this.view.head = head.offsetHeight;
    }
    const hasTotals = this.totals.draw(this.placed, levels + lines.length + 1);
    const count = String(levels + lines.length + (hasTotals ? 1 : 0));
    if (root.getAttribute('aria-rowcount') !== count) root.setAttribute('aria-rowcount', count);
    this.range = scrollRange(lines.length, this.lineHeight, this.bodyHeight());
    space.style.height = `${this.range.space}px`;
  }

  /** Height between header and totals. */
  private bodyHeight(): number {
    return Math.max(0, this.view.height - this.view.head - this.view.foot);
  }

  private scrolled(): void {
    const { scrollTop, scrollLeft } = this.parts.root;
    this.scroll = { top: scrollTop, left: scrollLeft };
    this.draw();
  }

  /** Draws what is seen. `also` is one more line whose look changed, such as that of the cell that was active. */
  private draw(also = -1): void {
    const { window } = this.parts;
    const { lines, columns } = this.model;
    const { top: scrollTop, left } = this.scroll;
    const complete = lines.length <= COMPLETE;
    const top = this.range.topAt(scrollTop);
    const from = Math.max(0, Math.floor(top / this.lineHeight) - OVERSCAN);
    const to = Math.min(lines.length, Math.ceil((top + this.bodyHeight()) / this.lineHeight) + OVERSCAN);
    this.shownColumns(complete ? this.placed : visibleColumns(this.placed, left, this.view.width || 1));
    const move = complete ? '' : `translateY(${scrollTop + from * this.lineHeight - top}px)`;
    if (window.style.transform !== move) window.style.transform = move;
    const drawing = { model: this.model, shown: this.shown, columnCount: columns.length, firstIndex: headerLevels(columns) + 1, near: [from, to] as const, active: this.active, activeId: this.activeId };
    this.drawing = drawing;
    this.first = complete ? 0 : from;
    this.last = complete ? Math.min(lines.length, Math.max(to, this.last)) : to;
    this.rows.draw(this.first, this.last, from, to, drawing);
    if (also >= 0 && (also < from || also >= to)) this.rows.draw(this.first, this.last, also, also + 1, drawing);
    this.leaves.forEach((node, at) => { const place = this.placed[at]; if (place) markHeader(node, place.column, this.active.line === -1 && this.active.column === at, this.activeId); });
    this.pointAtActive();
    this.placeEditor();
  }

  private shownColumns(shown: PlacedColumn[]): void {
    const key = shown.map(({ index }) => index).join();
    if (key === this.shownKey) return;
    this.shownKey = key;
    this.shown = shown;
  }

  /** Draws the rest of a small table slice by slice, so that the browser's own search finds every row. */
  private fill(): void {
    const count = this.model.lines.length;
    if (this.filling || count > COMPLETE || this.filled >= count) return;
    this.filling = true;
    whenIdle(() => {
      this.filling = false;
      const { lines } = this.model;
      if (this.view.height === 0 || lines.length > COMPLETE || this.drawing === undefined) return;
      const to = Math.min(lines.length, this.filled + SLICE);
      this.last = Math.min(lines.length, Math.max(this.last, to));
      this.rows.draw(0, this.last, this.filled, to, this.drawing);
      this.filled = to;
      this.fill();
    });
  }

  // — the active cell —

  private lineOf(key: string): number {
    const { lines } = this.model;
    for (let line = 0; line < lines.length; line++) if (lines[line]! >= 0 && this.model.key(lines[line]!) === key) return line;
    return -1;
  }

  /** After the rows changed, the active cell goes with its row. */
  private follow(): void {
    const { lines, columns } = this.model;
    const edited = this.editor.edited;
    if (edited && this.lineOf(edited.key) < 0) this.closeEditor();
    if (this.activeKey === undefined || this.active.line < 0) return;
    const row = lines[this.active.line];
    let line = row !== undefined && row >= 0 && this.model.key(row) === this.activeKey ? this.active.line : this.lineOf(this.activeKey);
    if (line < 0) line = Math.min(this.active.line, lines.length - 1);
    this.active = { line: Math.max(line, lines.length ? 0 : -1), column: Math.min(this.active.column, Math.max(0, columns.length - 1)) };
    const now = lines[this.active.line];
    this.activeKey = now !== undefined && now >= 0 ? this.model.key(now) : undefined;
  }

  private setActive(position: Position): void {
    const { lines } = this.model;
    const line = Math.max(-1, Math.min(position.line, lines.length - 1));
    const column = Math.max(0, Math.min(position.column, this.placed.length - 1));
    const moved = line !== this.active.line || column !== this.active.column;
    const before = this.active.line;
    if (moved) this.editor.commit();
    this.active = { line, column };
    const row = lines[line];
    this.activeKey = row !== undefined && row >= 0 ? this.model.key(row) : undefined;
    this.bringIntoView();
    this.draw(before);
    if (moved) this.events.active?.(this.activeRow, this.placed[column]?.column);
  }

  private bringIntoView(): void {
    const { line, column } = this.active;
    const body = this.bodyHeight();
    let { top, left } = this.scroll;
    if (line >= 0 && body > 0) {
      const at = line * this.lineHeight;
      const seen = this.range.topAt(top);
      if (at < seen) top = Math.floor(this.range.scrollTopFor(at));
      else if (at + this.lineHeight > seen + body) top = Math.ceil(this.range.scrollTopFor(at + this.lineHeight - body));
    }
    const place = this.placed[column];
    if (place !== undefined && !place.frozen && (line < 0 || (this.model.lines[line] ?? -1) >= 0)) {
      const frozen = this.placed.reduce((sum, each) => sum + (each.frozen ? each.width : 0), 0);
      if (place.left - left < frozen) left = place.left - frozen;
      else if (place.left + place.width > left + this.view.width) left = Math.min(place.left - frozen, place.left + place.width - this.view.width);
    }
    if (top === this.scroll.top && left === this.scroll.left) return;
    const { root } = this.parts;
    root.scrollTop = top;
    root.scrollLeft = left;
    this.scroll = { top: root.scrollTop, left: root.scrollLeft };
  }

  private pointAtActive(): void {
    const { root } = this.parts;
    const there = this.active.line === -1 ? this.leaves[this.active.column] : this.rows.cell(this.active);
    if (there && !this.editor.edited) root.setAttribute('aria-activedescendant', this.activeId);
    else root.removeAttribute('aria-activedescendant');
  }

  private takeFocus(): void {
    const column = this.editableAt(this.active);
    if (column !== undefined) {
      this.openEditor();
      this.editor.focus();
    } else {
      this.closeEditor();
      this.parts.root.focus({ preventScroll: true });
    }
    this.draw();
  }

  private editableAt({ line, column }: Position): GridColumn | undefined {
    const row = this.model.lines[line];
    const found = this.placed[column]?.column;
    return row !== undefined && row >= 0 && found?.editor && found.editor.canEdit?.(row) !== false ? found : undefined;
  }

  // — editing —

  private openEditor(): void {
    const column = this.editableAt(this.active);
    const row = this.activeRow;
    if (column === undefined || row === undefined) return;
    if (this.editor.node.parentElement !== this.parts.space) this.parts.space.append(this.editor.node);
    this.drawEditor(row, column, this.active);
    this.parts.root.tabIndex = -1;
  }

  private placeEditor(): void {
    const edited = this.editor.edited;
    if (edited === undefined) return this.tell(this.active.line >= 0 && this.parts.root.matches(':focus') ? this.errorAt(this.active) : undefined);
    const line = this.active.line;
    const column = this.placed[this.active.column]?.column;
    const row = this.activeRow;
    if (row === undefined || column === undefined || column.id !== edited.column.id || this.model.key(row) !== edited.key) return;
    this.drawEditor(row, column, { line, column: this.active.column });
  }

  private drawEditor(row: number, column: GridColumn, { line, column: at }: Position): void {
    const place = this.placed[at]!;
    const { note } = this.parts;
    const error = this.model.error?.(row, column);
    this.tell(error);
    const top = line * this.lineHeight - this.range.topAt(this.scroll.top) + this.scroll.top;
    this.editor.place({ row, key: this.model.key(row), column }, { left: place.left + (place.frozen ? this.scroll.left : 0), top, width: place.width, height: this.lineHeight }, {
      row: headerLevels(this.model.columns) + 1 + line,
      column: at + 1,
      label: this.texts.cell(column.title, line + 1),
      describedBy: error === undefined ? '' : note.id,
      invalid: error !== undefined,
    });
  }

  private errorAt({ line, column }: Position): string | undefined {
    const row = this.model.lines[line];
    const found = this.placed[column]?.column;
    return row !== undefined && row >= 0 && found ? this.model.error?.(row, found) : undefined;
  }

  /** The message of the active cell stands under the table, where screen readers and eyes find it. */
  private tell(message = ''): void {
    const { note } = this.parts;
    if (note.textContent !== message) note.textContent = message;
    note.hidden = message === '';
  }

  private closeEditor(): void {
    if (this.editor.edited === undefined) return;
    this.editor.commit();
    this.editor.close();
    this.parts.root.tabIndex = 0;
  }

  private controlLeft(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && this.parts.root.contains(to)) return;
    // A window that loses the focus gives it back to the same control.
    if (to === null && !document.hasFocus()) return;
    this.closeEditor();
    this.draw();
  }

  // — people —

  private key(event: KeyboardEvent): void {
    const mode = this.editor.hasFocus() ? (this.editor.typing ? 'typing' : 'ready') : 'viewing';
    const intent = intentOf(event, mode, this.editor.controlKind);
    if (intent === undefined || this.follows(intent) === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Returns false when the key is left to the browser. */
  private follows(intent: Intent): boolean {
    const { line, column } = this.active;
    const last = this.model.lines.length - 1;
    const page = Math.max(1, Math.floor(this.bodyHeight() / this.lineHeight) - 1);
    switch (intent.kind) {
      case 'move': this.goTo({ line: line + intent.lines, column: column + intent.columns }); return true;
      case 'page': this.goTo({ line: Math.max(0, line + intent.by * page), column }); return true;
      case 'edge': this.goTo({ line: intent.line === 'first' ? 0 : intent.line === 'last' ? last : line, column: intent.column === 'first' ? 0 : intent.column === 'last' ? this.placed.length - 1 : column }); return true;
      case 'next': return this.nextEditable(intent.by);
      case 'edit': if (this.editableAt(this.active)) { this.openEditor(); this.editor.focus(); this.editor.edit(); return true; } this.activate(); return true;
      case 'activate': this.activate(); return true;
      case 'commit': this.editor.commit(); if (line < last) this.goTo({ line: line + 1, column }); else if (!this.events.beyondEnd?.()) this.takeFocus(); return true;
      case 'cancel': this.editor.cancel(); return true;
      case 'leave': this.closeEditor(); this.parts.root.focus({ preventScroll: true }); this.draw(); return true;
    }
  }

  private nextEditable(by: 1 | -1): boolean {
    this.editor.commit();
    const width = this.placed.length;
    for (let at = this.active.line * width + this.active.column + by; at >= 0 && at < this.model.lines.length * width; at += by) {
      const position = { line: Math.floor(at / width), column: at % width };
      if (this.editableAt(position)) { this.goTo(position); return true; }
    }
    return false;
  }

  private activate(): void {
    const { line, column } = this.active;
    const found = this.placed[column]?.column;
    if (line === -1) { if (found?.sort) this.events.sort?.(found); return; }
    const row = this.model.lines[line];
    if (row === undefined) return;
    if (row < 0) this.events.toggle?.(-1 - row);
    else found?.activate?.(row);
  }

  private positionAt(event: Event): Position | undefined {
    const target = event.target as Element;
    const title = target.closest<HTMLElement>('[role="columnheader"]');
    if (title) return title.dataset.column ? { line: -1, column: Number(title.dataset.column) } : undefined;
    return this.rows.locate(target);
  }

  private pressed(event: MouseEvent): void {
    const position = event.button === 0 ? this.positionAt(event) : undefined;
    if (position === undefined) return;
    if (this.editableAt(position)) event.preventDefault();
    this.goTo(position);
  }

  private clicked(event: MouseEvent): void {
    const position = this.positionAt(event);
    if (position === undefined || String(getSelection()) !== '') return;
    // Assistive technology clicks without pressing.
    if (position.line !== this.active.line || position.column !== this.active.column) this.goTo(position);
    if (!this.editableAt(position)) this.activate();
  }

  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const column = this.placed[this.active.column]?.column;
    if (this.editor.typing || this.activeRow === undefined || column === undefined || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
    if (this.events.paste?.(this.activeRow, column, parseBlock(text))) event.preventDefault();
  }
}

/** After the frame that people wait for; Safari has no idle callback. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 300 });
  else setTimeout(act, 60);
}
