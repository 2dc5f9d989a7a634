import type { GridEvents } from './column.ts';
import { EditingGrid } from './editing-grid.ts';
import { fittingWidth } from './fit-width.ts';
import { HeaderTools } from './header-tools.ts';
import { intentOf, type Intent } from './keys.ts';
import { jumpedTo, movedBy, nextPlace } from './moving.ts';
import { Picking } from './picking.ts';
import type { Position } from './rows.ts';
import type { GridTexts } from './surface.ts';

/**
 * A table that draws only what is seen: rows of equal height from a pool, columns in a window, drawn inside the scroll
 * event. One tab stop. It writes into `container`, which stays the host's. It keeps no data: it asks the model for
 * every text.
 */
export class Grid extends EditingGrid {
  private readonly headings: HeaderTools;
  private readonly outer = (event: ClipboardEvent) => {
    if (!event.composedPath().includes(this.parts.root)) this.clipboard(event);
  };
  private readonly picking = new Picking(
    () => this.view.bodyBox,
    (lines, columns) => {
      const { line, column } = this.block.head;
      this.extendTo({ line: line + lines, column: column + columns });
    },
  );
  /** A press has just put the control over a cell that is chosen in a list, so the click that follows opens it. */
  private isPressed = false;

  constructor(container: HTMLElement, texts: GridTexts, events: GridEvents = {}) {
    super(container, texts, events);
    this.headings = new HeaderTools(this.parts.root, {
      columnAt: (target) => {
        const title = target.closest<HTMLElement>('[role="columnheader"]');
        const at = Number(title?.dataset.column || NaN);
        return this.placed[at] && !this.placed[at].column.fixed ? at : undefined;
      },
      widthOf: (at) => this.placed[at]?.width ?? 0,
      resize: (at, width, done) => {
        const place = this.placed[at];
        if (place) this.events.resize?.(place.column, width / this.view.scale, done);
      },
      move: (from, to) => {
        const [column, target] = [this.placed[from]?.column, this.placed[to]?.column];
        if (column && target) this.events.move?.(column, target);
      },
      fit: (at) => {
        const column = this.placed[at]?.column;
        const width = column && fittingWidth(column, this.model.lines, getComputedStyle(this.parts.root).font);
        if (column && width) this.events.resize?.(column, width / this.view.scale, true);
      },
    });
    const { root } = this.parts;
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('mousedown', (event) => this.pressed(event));
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('dblclick', (event) => {
      if (!this.headings.fits(event) && this.editor.edited) this.editor.edit();
    });
    root.addEventListener('mousemove', (event) => this.dragged(event));
    // Browsers tell these to the page's body where nothing is written or picked; inside the grid they come both ways.
    for (const kind of ['copy', 'paste'] as const) root.addEventListener(kind, (event) => this.clipboard(event));
    root.addEventListener('focusin', () => document.addEventListener('copy', this.outer));
    root.addEventListener('focusin', () => document.addEventListener('paste', this.outer));
    root.addEventListener('focusout', () => this.unlisten());
    root.addEventListener('focus', () => this.draw());
  }

  override dispose(): void {
    super.dispose();
    this.picking.stop();
    this.unlisten();
  }

  // — people —

  private key(event: KeyboardEvent): void {
    if (this.active.line === -1 && this.headingKey(event)) return event.preventDefault();
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
    const extend = 'extend' in intent && intent.extend === true && line >= 0;
    const from = extend ? this.block.head : this.active;
    const to =
      this.jumpBy(intent, from) ??
      movedBy(
        intent,
        from,
        last + 1,
        this.placed.length,
        Math.max(1, Math.floor(this.view.body / this.view.lineHeight) - 1),
      );
    if (this.foldsBy(intent)) return true;
    if (to !== undefined) {
      if (extend) this.extendTo(to);
      else this.goTo(to);
      return true;
    }
    switch (intent.kind) {
      case 'next':
        return this.nextEditable(intent.by);
      case 'edit':
        if (this.editableAt(this.active)) {
          this.openEditor();
          this.editor.focus();
          this.editor.edit();
          return true;
        }
        this.activate();
        return true;
      case 'activate':
        this.activate(intent.add);
        return true;
      case 'all':
        this.goTo({ line: 0, column: 0 });
        this.extendTo({ line: last, column: this.placed.length - 1 }, false);
        return true;
      case 'fill':
        return this.block.fillDown();
      case 'clear':
        return this.block.clear();
      case 'undo':
      case 'redo':
        if (!this.events[intent.kind]) return false;
        this.events[intent.kind]!();
        return true;
      case 'commit':
        this.editor.commit();
        if (line < last) this.goTo({ line: line + 1, column });
        else if (!this.events.beyondEnd?.()) this.takeFocus();
        return true;
      case 'cancel':
        this.editor.cancel();
        return true;
      case 'leave':
        this.closeEditor();
        this.parts.root.focus({ preventScroll: true });
        this.draw();
        return true;
      default:
        return false;
    }
  }

  /** Ctrl and an arrow: to where cells with values begin or end, as in spreadsheets. */
  private jumpBy(intent: Intent, from: Position): Position | undefined {
    if (intent.kind !== 'jump') return undefined;
    const { lines } = this.model;
    const isFilled = ({ line, column }: Position): boolean =>
      lines[line]! >= 0 && this.placed[column]!.column.text(lines[line]!) !== '';
    return from.line < 0
      ? { line: 0, column: from.column }
      : jumpedTo(from, intent, lines.length, this.placed.length, isFilled);
  }

  /** On the heading of a group, the arrow to the right opens it and the one to the left folds it. */
  private foldsBy(intent: Intent): boolean {
    const source = this.model.lines[this.active.line] ?? 0;
    if (intent.kind !== 'move' || intent.columns === 0 || source >= 0) return false;
    const group = -1 - source;
    if ((this.model.heading?.(group).open ?? true) !== intent.columns > 0) this.events.toggle?.(group);
    return true;
  }

  private nextEditable(by: 1 | -1): boolean {
    this.editor.commit();
    const to = nextPlace(
      this.active,
      by,
      this.model.lines.length,
      this.placed.length,
      (position) => this.editableAt(position) !== undefined,
    );
    if (to) this.goTo(to);
    return to !== undefined;
  }

  /** Ends the picked block elsewhere. */
  private extendTo(position: Position, reveal = true): void {
    this.editor.commit();
    this.block.extendTo(position);
    if (reveal) this.bringIntoView();
    this.draw();
  }

  /** Width and place of the column whose heading is active. */
  private headingKey(event: KeyboardEvent): boolean {
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const place = this.placed[this.active.column];
    const beside = this.placed[this.active.column + way]?.column;
    if (way === 0 || !place || place.column.fixed || !(event.altKey || (event.ctrlKey && event.shiftKey))) return false;
    if (event.altKey) this.events.resize?.(place.column, place.width / this.view.scale + way * 16, true);
    else if (beside && !beside.fixed && this.events.move) {
      this.events.move(place.column, beside);
      this.active = { line: -1, column: this.active.column + way };
    }
    return true;
  }

  private activate(add = false): void {
    const { line, column } = this.active;
    const found = this.placed[column]?.column;
    if (line === -1) {
      if (found?.sort) this.events.sort?.(found, add);
      else found?.press?.();
      return;
    }
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
    if (this.headings.press(event)) return event.preventDefault();
    if (position === undefined) return this.pressedControl(event);
    if (position.line >= 0) this.picking.start();
    if (event.shiftKey && position.line >= 0 && this.active.line >= 0) {
      event.preventDefault();
      return this.extendTo(position);
    }
    if (this.editableAt(position)) event.preventDefault();
    this.goTo(position);
    this.isPressed = this.editor.controlKind === 'pick';
  }

  /**
   * A press on the control of the active cell, in which nothing is typed yet, begins a block as on any other cell; the
   * browser would drag its text along.
   */
  private pressedControl(event: MouseEvent): void {
    const { editor } = this;
    const isText =
      editor.controlKind === 'text' || editor.controlKind === 'longText' || editor.controlKind === 'number';
    if (event.button !== 0 || !isText || editor.typing || !editor.node.contains(event.target as Node)) return;
    event.preventDefault();
    editor.focus();
    if (event.shiftKey) return;
    if (this.block.area) {
      this.block.drop();
      this.draw();
    }
    this.picking.start();
  }

  /** Dragging over cells picks them. */
  private dragged(event: MouseEvent): void {
    if (event.buttons !== 1 || !this.picking.isOn || this.active.line < 0) return;
    const target = event.target as Element;
    const position = this.editor.node.contains(target) ? this.active : this.rows.locate(target);
    const { head } = this.block;
    if (position === undefined || (position.line === head.line && position.column === head.column)) return;
    event.preventDefault();
    getSelection()?.removeAllRanges();
    this.extendTo(position);
  }

  private clicked(event: MouseEvent): void {
    if (this.headings.endsDrag(event) || this.block.area !== undefined) return;
    if (this.isPressed && this.editor.edited) {
      this.isPressed = false;
      return this.editor.edit();
    }
    const position = this.positionAt(event);
    if (position === undefined || String(getSelection()) !== '') return;
    // Assistive technology clicks without pressing.
    if (position.line !== this.active.line || position.column !== this.active.column) this.goTo(position);
    if (!this.editableAt(position)) this.activate(event.shiftKey);
    else if (this.editor.controlKind === 'pick') this.editor.edit();
  }

  private clipboard(event: ClipboardEvent): void {
    if (this.editor.typing || event.defaultPrevented) return;
    if (event.type === 'copy') this.block.copy(event);
    else this.block.paste(event);
    if (event.defaultPrevented) this.refresh();
  }

  private unlisten(): void {
    document.removeEventListener('copy', this.outer);
    document.removeEventListener('paste', this.outer);
  }
}
