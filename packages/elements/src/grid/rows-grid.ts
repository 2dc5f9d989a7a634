import { toPointer } from '@jiceng/core/json/pointer.js';
import type { GridColumn, GridModel } from './column.ts';
import { Grid } from './grid.ts';
import { printInto } from './print-copy.ts';
import { numberColumn, rowsColumn } from './rows-column.ts';
import { messages } from './rows-grid.messages.ts';
import type { RowsColumn, RowsModel } from './rows-model.ts';
import { pasteRows } from './rows-paste.ts';

/**
 * The table of a repeated field: a Grid with the buttons that add and remove rows. Imperative, so that the form's own
 * template does not render again for a cell. It lives inside a node of the form's shadow root, whose styles must
 * contain `gridStyles`.
 */
export class RowsGrid {
  private readonly grid: Grid;
  private readonly frame = element('div', 'grid-frame');
  private readonly bar = element('div', 'rows-bar no-print');
  private readonly empty = element('p', 'rows-empty');
  private readonly live = element('div', 'visually-hidden');
  private readonly printCopy = element('div', 'print-copy');
  private readonly buttons: Record<'add' | 'insert' | 'duplicate' | 'remove', HTMLButtonElement>;
  private readonly hint = element('span', 'hint');
  private stopPrint: (() => void) | undefined;
  /** Rows added by the person; those that stay blank go again. */
  private readonly untouched = new Set<string>();
  private model: RowsModel;
  private locale: string;
  private columns: GridColumn[] = [];
  private columnsOf: readonly RowsColumn[] | undefined;
  private columnsReadonly = false;
  private keysShown: readonly string[] | undefined;
  private shown: GridModel = { label: '', columns: [], lines: new Int32Array(), key: String };

  constructor(container: HTMLElement, model: RowsModel, locale: string) {
    this.model = model;
    this.locale = locale;
    this.live.setAttribute('role', 'status');
    const button = (act: () => void) => {
      const node = element('button', 'button') as HTMLButtonElement;
      node.type = 'button';
      node.addEventListener('click', act);
      return node;
    };
    this.buttons = {
      add: button(() => this.added(this.model.add(), true)),
      insert: button(() => {
        const key = this.activeKey();
        if (key !== undefined) this.added(this.model.add(key), true);
      }),
      duplicate: button(() => {
        const key = this.activeKey();
        if (key !== undefined) this.added(this.model.duplicate(key), false);
      }),
      remove: button(() => this.removeActive()),
    };
    this.bar.append(this.buttons.add, this.buttons.insert, this.buttons.duplicate, this.buttons.remove, this.hint);
    container.append(this.frame, this.empty, this.bar, this.live, this.printCopy);
    this.grid = new Grid(
      this.frame,
      {
        get required() {
          return messages(locale).required;
        },
        cell: (column, line) => messages(this.locale).cell(column, line),
      },
      {
        active: () => this.showButtons(),
        paste: ({ rows: [row = 0], columns: [column] }, block) =>
          column !== undefined && this.paste(row, column.id, block),
        write: (cells) => {
          for (const { row, column, text } of cells) this.model.set(this.model.keys[row] ?? '', column.id, text);
          this.update();
        },
        undo: () => this.step('undo'),
        redo: () => this.step('redo'),
        beyondEnd: () => this.addAtEnd(),
      },
    );
    this.connected();
    this.update();
  }

  /** Shows the model after a change of rows, values, errors or rights. Cheap: only what is seen is drawn. */
  update(model = this.model, locale = this.locale): void {
    this.model = model;
    this.locale = locale;
    if (model.columns !== this.columnsOf || model.readonly !== this.columnsReadonly) {
      this.columnsOf = model.columns;
      this.columnsReadonly = model.readonly;
      this.columns = [
        numberColumn(messages(locale).number),
        ...model.columns.map((column) =>
          rowsColumn(
            column,
            () => this.model,
            () => this.grid.refresh(),
          ),
        ),
      ];
    }
    this.frame.classList.toggle('one-line', !model.columns.some(({ control }) => control === 'longText'));
    const { keys } = model;
    this.keysShown = keys;
    this.shown = {
      label: model.label,
      columns: this.columns,
      lines: Int32Array.from(keys, (_, row) => row),
      key: (row) => keys[row] ?? '',
      error: (row, { id }) => this.model.error?.(keys[row] ?? '', id),
    };
    this.frame.hidden = keys.length === 0;
    this.empty.hidden = keys.length > 0;
    const text = messages(locale);
    this.empty.textContent = model.readonly ? text.emptyReadonly : text.empty;
    this.bar.hidden = model.readonly;
    this.hint.textContent = text.hint;
    this.hint.hidden = keys.length === 0;
    for (const name of ['add', 'insert', 'duplicate', 'remove'] as const) this.buttons[name].textContent = text[name];
    this.grid.show(this.shown, true);
    this.showButtons();
  }

  /**
   * Takes what is being typed; the form calls it before it reads values. Rows at the end that were added and never
   * touched do not count.
   */
  commit(): void {
    this.grid.commit();
    this.dropUntouched();
  }

  private dropUntouched(): void {
    for (
      let last = this.lastKey();
      last !== undefined && this.untouched.has(last) && this.model.canRemove && this.isBlank(last);
      last = this.lastKey()
    ) {
      this.untouched.delete(last);
      this.model.drop(last);
      this.updateRows();
    }
  }

  private lastKey(): string | undefined {
    return this.model.keys[this.model.keys.length - 1];
  }

  private isBlank(key: string): boolean {
    return this.model.columns.every(({ id, control }) => control === 'none' || this.model.raw(key, id) === '');
  }

  /** Puts the caret into a cell, for links from the error summary. */
  focusCell(key: string, column: string): void {
    const position = this.grid.positionOf(key, column);
    if (position) this.grid.goTo(position);
  }

  /** Row number and column of the cell that keys act on, as a pointer; empty while there is none. */
  get place(): string {
    const { activeRow, activeColumn = '' } = this.grid;
    return activeRow === undefined ? '' : toPointer([activeRow, activeColumn]);
  }

  /** Puts the caret into a cell of this row; behind the last row into a new one. */
  focusRow(row: number, column: string): void {
    const key = this.model.keys[row];
    if (key !== undefined) this.focusCell(key, column);
    else this.addAtEnd();
  }

  /** What is printed. */
  get gridModel(): GridModel {
    return this.shown;
  }

  connected(): void {
    this.stopPrint ??= printInto(this.printCopy, () => this.shown);
  }

  /** For hosts that are moved in the document: call both. */
  reconnected(): void {
    this.connected();
    this.grid.reconnected();
  }

  disconnected(): void {
    this.stopPrint?.();
    this.stopPrint = undefined;
  }

  /** Shows rows that came or went, unless whoever follows the model has done so. */
  private updateRows(): void {
    if (this.model.keys !== this.keysShown) this.update();
  }

  private activeKey(): string | undefined {
    const row = this.grid.activeRow;
    return row === undefined ? undefined : this.model.keys[row];
  }

  private showButtons(): void {
    const { canAdd, canRemove } = this.model;
    const some = this.activeKey() !== undefined;
    this.buttons.add.disabled = !canAdd;
    this.buttons.insert.disabled = !canAdd || !some;
    this.buttons.duplicate.disabled = !canAdd || !some;
    this.buttons.remove.disabled = !canRemove || !some;
  }

  private added(key: string | undefined, edit: boolean): void {
    if (key === undefined) return;
    this.untouched.add(key);
    this.updateRows();
    const first = this.model.columns.find(({ id, control }) => control !== 'none' && !this.model.isReadonly?.(key, id));
    const position = this.grid.positionOf(key, first?.id);
    if (position === undefined) return;
    this.grid.goTo(position, edit);
    this.live.textContent = messages(this.locale).added(position.line + 1);
  }

  private addAtEnd(): boolean {
    if (!this.model.canAdd || this.model.readonly) return false;
    // One blank row at the end is enough.
    const last = this.lastKey();
    if (last !== undefined && this.isBlank(last)) return false;
    const key = this.model.add();
    this.added(key, true);
    return key !== undefined;
  }

  private step(way: 'undo' | 'redo'): void {
    this.model.step?.(way);
    this.update();
  }

  private removeActive(): void {
    const key = this.activeKey();
    if (key === undefined) return;
    const line = this.model.keys.indexOf(key) + 1;
    this.model.remove(key);
    this.updateRows();
    if (this.model.keys.length > 0) this.grid.goTo({ line: line - 1, column: 1 }, false);
    this.live.textContent = messages(this.locale).removed(line, this.model.keys.length);
    if (this.buttons.remove.disabled) this.buttons.add.focus();
  }

  private paste(row: number, column: string, block: readonly (readonly string[])[]): boolean {
    const done = pasteRows(this.model, row, column, block);
    if (done === undefined) return false;
    this.update();
    const text = messages(this.locale);
    this.live.textContent = done === block.length ? text.pasted(done) : text.cut(block.length - done);
    return true;
  }
}

function element(tag: string, className: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  return node;
}
