import { Block, type Area } from './block.ts';
import type { GridColumn, GridEvents, GridModel } from './column.ts';
import { EditorLayer } from './editor.ts';
import { headerLevels } from './layout.ts';
import { uncovered } from './moving.ts';
import type { Position } from './rows.ts';
import { Surface, type GridTexts } from './surface.ts';

/** A surface with an active cell, the control over it, and the block of cells that begins at it. */
export abstract class EditingGrid extends Surface {
  protected readonly events: GridEvents;
  protected readonly block: Block;
  protected readonly editor = new EditorLayer((event) => this.controlLeft(event));
  private activeKey: string | undefined;

  constructor(container: HTMLElement, texts: GridTexts, events: GridEvents) {
    super(container, texts);
    this.events = events;
    this.block = new Block(() => ({ events, model: this.model, placed: this.placed, active: this.active }));
  }

  /**
   * Shows a model, or the same one after a change. The active cell stays with its row; half-typed text stays.
   * `patient`: lines out of sight wait until nobody acts.
   */
  show(model: GridModel, patient = false): void {
    const before = this.model;
    this.model = model;
    const { root } = this.parts;
    if (before.label !== model.label) root.setAttribute('aria-label', model.label);
    const hadFocus = this.editor.hasFocus();
    this.follow();
    this.begin();
    this.layout();
    this.refresh(patient);
    // The row may have gone with its control, as one that passes a filter no more.
    if (hadFocus && !this.editor.edited) this.takeFocus();
  }

  /** Makes a cell active and brings it into view; takes the focus when asked to. */
  goTo(position: Position, focus = true): void {
    const before = this.active;
    this.setActive(position);
    // First: to focus and to scroll both need the layout, which is made once if nothing is drawn between them.
    if (focus) this.focusActive();
    this.bringIntoView();
    this.draw(before.line);
    const { line, column } = this.active;
    if (line !== before.line || column !== before.column)
      this.events.active?.(this.activeRow, this.placed[column]?.column);
  }

  /** Takes the focus where the person was. */
  resume(): void {
    this.takeFocus();
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

  /** Id of the active column; `undefined` without columns. */
  get activeColumn(): string | undefined {
    return this.placed[this.active.column]?.column.id;
  }

  /** Takes what is being typed. Call before reading values that must be complete. */
  commit(): void {
    this.editor.commit();
  }

  override dispose(): void {
    super.dispose();
    this.editor.close();
  }

  protected override get area(): Area | undefined {
    return this.block.area;
  }

  protected drawn(): void {
    this.pointAtActive();
    this.placeEditor();
  }

  // — the active cell —

  protected lineOf(key: string): number {
    const { lines } = this.model;
    for (let line = 0; line < lines.length; line++)
      if (lines[line]! >= 0 && this.model.key(lines[line]!) === key) return line;
    return -1;
  }

  /** After the rows changed, the active cell goes with its row. */
  protected follow(): void {
    const { lines, columns } = this.model;
    const edited = this.editor.edited;
    if (edited && this.lineOf(edited.key) < 0) this.closeEditor();
    if (this.activeKey === undefined || this.active.line < 0) return;
    const row = lines[this.active.line];
    let line =
      row !== undefined && row >= 0 && this.model.key(row) === this.activeKey
        ? this.active.line
        : this.lineOf(this.activeKey);
    if (line < 0) line = Math.min(this.active.line, lines.length - 1);
    this.active = {
      line: Math.max(line, lines.length ? 0 : -1),
      column: Math.min(this.active.column, Math.max(0, columns.length - 1)),
    };
    const now = lines[this.active.line];
    this.activeKey = now !== undefined && now >= 0 ? this.model.key(now) : undefined;
  }

  private setActive(position: Position): void {
    const { lines } = this.model;
    const column = Math.max(0, Math.min(position.column, this.placed.length - 1));
    const line = uncovered(
      this.placed[column]?.column.runs,
      Math.max(-1, Math.min(position.line, lines.length - 1)),
      this.active.column === column ? this.active.line : -1,
    );
    if (line !== this.active.line || column !== this.active.column) {
      this.editor.commit();
      this.block.drop();
    }
    this.active = { line, column };
    const row = lines[line];
    this.activeKey = row !== undefined && row >= 0 ? this.model.key(row) : undefined;
  }

  protected bringIntoView(): void {
    const { line, column } = this.block.head;
    const isHeading = line >= 0 && (this.model.lines[line] ?? -1) < 0;
    this.view.reveal(
      line,
      isHeading ? undefined : this.placed[column],
      this.placed.reduce((sum, each) => sum + (each.frozen ? each.width : 0), 0),
    );
  }

  protected pointAtActive(): void {
    const { root } = this.parts;
    const there = this.active.line === -1 ? this.leaves[this.active.column] : this.rows.cell(this.active);
    if (there && !this.editor.edited) root.setAttribute('aria-activedescendant', this.activeId);
    else root.removeAttribute('aria-activedescendant');
  }

  protected takeFocus(): void {
    this.focusActive();
    this.draw();
  }

  private focusActive(): void {
    const column = this.editableAt(this.active);
    if (column !== undefined) {
      this.openEditor();
      this.editor.focus();
    } else {
      this.closeEditor();
      this.parts.root.focus({ preventScroll: true });
    }
  }

  protected editableAt({ line, column }: Position): GridColumn | undefined {
    const row = this.model.lines[line];
    const found = this.placed[column]?.column;
    return row !== undefined && row >= 0 && found?.editor && found.editor.canEdit?.(row) !== false ? found : undefined;
  }

  // — editing —

  protected openEditor(): void {
    const column = this.editableAt(this.active);
    const row = this.activeRow;
    if (column === undefined || row === undefined) return;
    if (this.editor.node.parentElement !== this.parts.space) this.parts.space.append(this.editor.node);
    this.drawEditor(row, column, this.active);
    this.parts.root.tabIndex = -1;
  }

  protected placeEditor(): void {
    const edited = this.editor.edited;
    if (edited === undefined)
      return this.tell(
        this.active.line >= 0 && this.parts.root.matches(':focus') ? this.errorAt(this.active) : undefined,
      );
    const line = this.active.line;
    const column = this.placed[this.active.column]?.column;
    const row = this.activeRow;
    if (
      row === undefined ||
      column === undefined ||
      column.id !== edited.column.id ||
      this.model.key(row) !== edited.key
    )
      return;
    this.drawEditor(row, column, { line, column: this.active.column });
  }

  protected drawEditor(row: number, column: GridColumn, { line, column: at }: Position): void {
    const place = this.placed[at]!;
    const { note } = this.parts;
    const error = this.model.error?.(row, column);
    this.tell(error);
    this.editor.place(
      { row, key: this.model.key(row), column },
      {
        left: place.left + (place.frozen ? this.view.left : 0),
        top: this.view.topOf(line),
        width: place.width,
        height: this.view.lineHeight,
      },
      {
        row: headerLevels(this.model.columns) + 1 + line,
        column: at + 1,
        label: this.texts.cell(column.title, line + 1),
        describedBy: error === undefined ? '' : note.id,
        invalid: error !== undefined,
      },
    );
  }

  protected errorAt({ line, column }: Position): string | undefined {
    const row = this.model.lines[line];
    const found = this.placed[column]?.column;
    return row !== undefined && row >= 0 && found ? this.model.error?.(row, found) : undefined;
  }

  /** The message of the active cell stands under the table, where screen readers and eyes find it. */
  protected tell(message = ''): void {
    const { note } = this.parts;
    if (note.textContent !== message) note.textContent = message;
    note.hidden = message === '';
  }

  protected closeEditor(): void {
    if (this.editor.edited === undefined) return;
    this.editor.commit();
    this.editor.close();
    this.parts.root.tabIndex = 0;
  }

  protected controlLeft(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && this.parts.root.contains(to)) return;
    // A window that loses the focus gives it back to the same control.
    if (to === null && !document.hasFocus()) return;
    this.closeEditor();
    this.draw();
  }
}
