import { parseBlock } from '@jiceng/core/table/clipboard.js';
import type { GridColumn, GridEvents, GridModel } from './column.ts';
import { EditorLayer } from './editor.ts';
import { intentOf, type Intent } from './keys.ts';
import { headerLevels } from './layout.ts';
import { movedBy, nextPlace, uncovered } from './moving.ts';
import type { Position } from './rows.ts';
import { Surface, type GridTexts } from './surface.ts';

/**
 * A table that draws only what is seen: rows of equal height from a pool, columns in a window, drawn inside the scroll event.
 * One tab stop. It writes into `container`, which stays the host's. It keeps no data: it asks the model for every text.
 */
export class Grid extends Surface {
  private readonly editor = new EditorLayer((event) => this.controlLeft(event));
  private readonly events: GridEvents;
  private activeKey: string | undefined;
  /** A press has just put the control over a cell that is chosen in a list, so the click that follows opens it. */
  private isPressed = false;

  constructor(container: HTMLElement, texts: GridTexts, events: GridEvents = {}) {
    super(container, texts);
    this.events = events;
    const { root } = this.parts;
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('mousedown', (event) => this.pressed(event));
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('dblclick', () => { if (this.editor.edited) this.editor.edit(); });
    root.addEventListener('paste', (event) => this.pasted(event));
    root.addEventListener('focus', () => this.draw());
  }

  /** Shows a model, or the same one after a change. The active cell stays with its row; half-typed text stays. */
  show(model: GridModel): void {
    const before = this.model;
    this.model = model;
    const { root } = this.parts;
    if (before.label !== model.label) root.setAttribute('aria-label', model.label);
    this.follow();
    if (this.view.width === 0) this.view.measure();
    this.layout();
    this.refresh();
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

  override dispose(): void {
    super.dispose();
    this.editor.close();
  }

  protected drawn(): void {
    this.pointAtActive();
    this.placeEditor();
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
    const column = Math.max(0, Math.min(position.column, this.placed.length - 1));
    const line = uncovered(this.placed[column]?.column.runs, Math.max(-1, Math.min(position.line, lines.length - 1)), this.active.column === column ? this.active.line : -1);
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
    const isHeading = line >= 0 && (this.model.lines[line] ?? -1) < 0;
    this.view.reveal(line, isHeading ? undefined : this.placed[column], this.placed.reduce((sum, each) => sum + (each.frozen ? each.width : 0), 0));
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
    this.editor.place({ row, key: this.model.key(row), column }, { left: place.left + (place.frozen ? this.view.left : 0), top: this.view.topOf(line), width: place.width, height: this.view.lineHeight }, {
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
    const to = movedBy(intent, this.active, last + 1, this.placed.length, Math.max(1, Math.floor(this.view.body / this.view.lineHeight) - 1));
    if (to !== undefined) {
      this.goTo(to);
      return true;
    }
    switch (intent.kind) {
      case 'next': return this.nextEditable(intent.by);
      case 'edit': if (this.editableAt(this.active)) { this.openEditor(); this.editor.focus(); this.editor.edit(); return true; } this.activate(); return true;
      case 'activate': this.activate(); return true;
      case 'commit': this.editor.commit(); if (line < last) this.goTo({ line: line + 1, column }); else if (!this.events.beyondEnd?.()) this.takeFocus(); return true;
      case 'cancel': this.editor.cancel(); return true;
      case 'leave': this.closeEditor(); this.parts.root.focus({ preventScroll: true }); this.draw(); return true;
      default: return false;
    }
  }

  private nextEditable(by: 1 | -1): boolean {
    this.editor.commit();
    const to = nextPlace(this.active, by, this.model.lines.length, this.placed.length, (position) => this.editableAt(position) !== undefined);
    if (to) this.goTo(to);
    return to !== undefined;
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
    this.isPressed = this.editor.controlKind === 'pick';
  }

  private clicked(event: MouseEvent): void {
    if (this.isPressed && this.editor.edited) {
      this.isPressed = false;
      return this.editor.edit();
    }
    const position = this.positionAt(event);
    if (position === undefined || String(getSelection()) !== '') return;
    // Assistive technology clicks without pressing.
    if (position.line !== this.active.line || position.column !== this.active.column) this.goTo(position);
    if (!this.editableAt(position)) this.activate();
    else if (this.editor.controlKind === 'pick') this.editor.edit();
  }

  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const column = this.placed[this.active.column]?.column;
    if (this.editor.typing || this.activeRow === undefined || column === undefined || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
    if (this.events.paste?.(this.activeRow, column, parseBlock(text))) event.preventDefault();
  }
}
