import { blockHTML, blockText, parseBlock } from '@jiceng/core/table/clipboard.js';
import { filledBlock } from '@jiceng/core/table/paste.js';
import type { CellText, GridColumn, GridEvents, GridModel } from './column.ts';
import type { PlacedColumn } from './layout.ts';
import type { Position } from './rows.ts';

/** Lines and columns from … to, both included. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The grid as its blocks see it. */
export interface BlockHost {
  readonly model: GridModel;
  readonly placed: readonly PlacedColumn[];
  readonly active: Position;
  readonly events: GridEvents;
}

/**
 * The block of cells that is picked: it begins at the active cell and ends where the person has dragged or stepped to.
 */
export class Block {
  private end: Position | undefined;
  private readonly look: () => BlockHost;

  constructor(look: () => BlockHost) {
    this.look = look;
  }

  private get host(): BlockHost {
    return this.look();
  }

  /** Where the block ends; the active cell while it is one cell. */
  get head(): Position {
    return this.end ?? this.host.active;
  }

  /** The picked area, when it is more than the active cell. */
  get area(): Area | undefined {
    const { active, model } = this.host;
    const { end } = this;
    if (end === undefined || active.line < 0) return undefined;
    return {
      top: Math.min(active.line, end.line),
      bottom: Math.min(model.lines.length - 1, Math.max(active.line, end.line)),
      left: Math.min(active.column, end.column),
      right: Math.max(active.column, end.column),
    };
  }

  /** Ends the block elsewhere; gives the end as it now is. */
  extendTo(position: Position): Position {
    const { active, model, placed } = this.host;
    const end = {
      line: Math.max(0, Math.min(position.line, model.lines.length - 1)),
      column: Math.max(0, Math.min(position.column, placed.length - 1)),
    };
    this.end = end.line === active.line && end.column === active.column ? undefined : end;
    this.tell();
    return end;
  }

  drop(): void {
    if (this.end === undefined) return;
    this.end = undefined;
    this.tell();
  }

  /** Puts the picked cells, or the active one, onto the clipboard as text and as a table. */
  copy(event: ClipboardEvent): void {
    const { model } = this.host;
    const rows = this.rows();
    if (rows.length === 0 || event.clipboardData === null) return;
    const block = rows.map((row) => this.columns().map((column) => column.text(row)));
    event.clipboardData.setData('text/plain', blockText(block));
    event.clipboardData.setData('text/html', blockHTML(block));
    event.preventDefault();
    this.host.events.copied?.(block.length, block[0]!.length, model);
  }

  /** Hands over a pasted block; a single cell is left to the control unless several cells are picked. */
  paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { area } = this;
    const { active, model, placed, events } = this.host;
    if (
      !events.paste ||
      active.line < 0 ||
      text === '' ||
      (area === undefined && !/[\t\n]/.test(text.replace(/\r?\n$/, '')))
    )
      return;
    const block = area
      ? filledBlock(parseBlock(text), area.bottom - area.top + 1, area.right - area.left + 1)
      : parseBlock(text);
    const rows: number[] = [];
    for (let line = area?.top ?? active.line; line < model.lines.length && rows.length < block.length; line++)
      if (model.lines[line]! >= 0) rows.push(model.lines[line]!);
    if (
      rows.length > 0 &&
      events.paste({ rows, columns: placed.slice(area?.left ?? active.column).map(({ column }) => column) }, block)
    )
      event.preventDefault();
  }

  /** Empties the picked cells, or the active one, that can be edited. */
  clear(): boolean {
    return this.write(
      this.editable(({ column, row }) => ({ row, column, text: '' })),
      'clear',
    );
  }

  /** Copies the first picked line into those below it. */
  fillDown(): boolean {
    const [first] = this.rows();
    return (
      this.area !== undefined &&
      first !== undefined &&
      this.write(
        this.editable(({ column, row }) =>
          row === first ? undefined : { row, column, text: column.editor!.value(first), from: first },
        ),
        'fill',
      )
    );
  }

  private write(cells: readonly CellText[], how: 'clear' | 'fill'): boolean {
    if (cells.length === 0 || !this.host.events.write) return false;
    this.host.events.write(cells, how);
    return true;
  }

  private editable(
    make: (cell: { readonly row: number; readonly column: GridColumn }) => CellText | undefined,
  ): CellText[] {
    return this.rows().flatMap((row) =>
      this.columns().flatMap((column) =>
        column.editor && column.editor.canEdit?.(row) !== false ? (make({ row, column }) ?? []) : [],
      ),
    );
  }

  /** Row numbers of the picked lines, headings left out. */
  private rows(): number[] {
    const { active, model } = this.host;
    const { top, bottom } = this.area ?? { top: active.line, bottom: active.line };
    return active.line < 0 ? [] : Array.from(model.lines.subarray(top, bottom + 1)).filter((row) => row >= 0);
  }

  private columns(): GridColumn[] {
    const { active, placed } = this.host;
    const { left, right } = this.area ?? { left: active.column, right: active.column };
    return placed.slice(left, right + 1).map(({ column }) => column);
  }

  private tell(): void {
    const { events } = this.host;
    if (events.picked) events.picked(this.area ? { rows: this.rows(), columns: this.columns() } : undefined);
  }
}
