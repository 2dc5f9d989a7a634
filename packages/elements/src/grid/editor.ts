import type { CellEditor, GridColumn } from './column.ts';

/** Where the control stands, in px of the scrolled space. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The cell under the control. */
export interface EditedCell {
  readonly row: number;
  readonly key: string;
  readonly column: GridColumn;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The native control that stands over the active cell of an editable column. It has the real focus before anything is
 * typed, so that input methods start on it and no keystroke is lost. Scrolling never takes it away.
 */
export class EditorLayer {
  /** Row and cell around the control, for assistive technology. */
  readonly node = document.createElement('div');
  private readonly cellNode = document.createElement('div');
  private cell: EditedCell | undefined;
  private control: Control | undefined;
  private start = '';
  private typed = false;
  /** A list is open in front of the cell, and has the focus. */
  private picking = false;
  /** Called when the control is left for good, after its text was taken. */
  private readonly left: (event: FocusEvent) => void;

  constructor(left: (event: FocusEvent) => void) {
    this.left = left;
    this.node.className = 'edit';
    this.node.setAttribute('role', 'row');
    this.cellNode.setAttribute('role', 'gridcell');
    this.node.append(this.cellNode);
  }

  get edited(): EditedCell | undefined {
    return this.cell;
  }
  /** Whether the caret is inside the text, so that arrows belong to the text. */
  get typing(): boolean {
    return this.typed;
  }
  get controlKind(): string | undefined {
    return this.cell?.column.editor?.control;
  }

  /** Puts the control over a cell. The same cell keeps its control, its half-typed text and its caret. */
  place(
    cell: EditedCell,
    box: Box,
    aria: { row: number; column: number; label: string; describedBy: string; invalid: boolean },
  ): void {
    const { style } = this.node;
    style.width = `${box.width}px`;
    style.height = `${box.height}px`;
    style.transform = `translate(${box.left}px, ${box.top}px)`;
    this.node.setAttribute('aria-rowindex', String(aria.row));
    this.cellNode.setAttribute('aria-colindex', String(aria.column));
    const same =
      this.cell !== undefined &&
      this.cell.key === cell.key &&
      this.cell.column.id === cell.column.id &&
      this.cell.column.editor?.control === cell.column.editor?.control;
    this.cell = cell;
    if (!same || this.control === undefined) this.build(cell);
    else if (!this.typed) this.load(cell);
    const control = this.control!;
    control.setAttribute('aria-label', aria.label);
    if (aria.invalid) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    if (aria.describedBy === '') control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', aria.describedBy);
  }

  focus(): void {
    this.control?.focus({ preventScroll: true });
    if (!this.typed) this.selectAll();
  }

  hasFocus(): boolean {
    return this.control !== undefined && this.control.matches(':focus');
  }

  /** Puts the caret into the text; opens a list or calendar where the browser lets us. */
  edit(): void {
    const { control } = this;
    if (control === undefined) return;
    if (this.controlKind === 'pick') return this.pick('');
    this.setTyping(true);
    if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text'))
      control.setSelectionRange(control.value.length, control.value.length);
    else
      try {
        (control as HTMLInputElement).showPicker();
      } catch {
        /* older browsers open it by their own key */
      }
  }

  /** Takes what was typed. Returns whether anything had changed. */
  commit(): boolean {
    const { cell, control } = this;
    if (cell === undefined || control === undefined) return false;
    const text = textOf(control);
    this.setTyping(false);
    if (text === this.start) return false;
    this.start = text;
    cell.column.editor!.commit(cell.row, text);
    return true;
  }

  /** Puts the text back that stood there before. */
  cancel(): void {
    const { cell, control } = this;
    if (cell === undefined || control === undefined) return;
    if (textOf(control) !== this.start) {
      setText(control, this.start);
      cell.column.editor!.input?.(cell.row, this.start);
    }
    this.setTyping(false);
    this.selectAll();
  }

  /** Takes the control away; what was typed must have been taken before. */
  close(): void {
    const { control } = this;
    this.cell = undefined;
    this.control = undefined;
    this.typed = false;
    control?.remove();
    this.node.remove();
  }

  private build(cell: EditedCell): void {
    // Forgotten first: taking a focused control away fires its blur, which is nobody's leaving.
    const old = this.control;
    this.control = undefined;
    old?.remove();
    this.typed = false;
    const editor = cell.column.editor!;
    const control = newControl(editor);
    control.className = `control ${editor.control}`;
    this.cellNode.className = editor.control === 'pick' ? 'pick-box' : '';
    control.addEventListener('input', (event) => {
      if (editor.control === 'pick') {
        if (!(event as InputEvent).isComposing) this.pick(control.value);
        return;
      }
      if (control instanceof HTMLSelectElement || (control instanceof HTMLInputElement && control.type === 'checkbox'))
        return this.commit();
      this.setTyping(true);
      this.cell?.column.editor?.input?.(this.cell.row, textOf(control));
    });
    if (editor.control === 'pick') control.addEventListener('compositionend', () => this.pick(control.value));
    control.addEventListener('blur', (event) => {
      if (this.control === control && !this.picking) {
        this.commit();
        this.left(event as FocusEvent);
      }
    });
    if (editor.control === 'pick') control.addEventListener('click', () => this.pick(''));
    else control.addEventListener('dblclick', () => this.setTyping(true));
    this.control = control;
    this.load(cell);
    this.cellNode.append(control);
    this.setTyping(false);
  }

  private load(cell: EditedCell): void {
    const editor = cell.column.editor!;
    if (this.control instanceof HTMLSelectElement) fillOptions(this.control, editor, cell.row);
    const text = editor.value(cell.row);
    if (this.control && editor.control === 'pick') {
      this.control.dataset['value'] = text;
      this.control.value = cell.column.text(cell.row);
    } else if (this.control && textOf(this.control) !== text) {
      setText(this.control, text);
      // What is typed next takes its place, as when the cell was entered.
      if (this.hasFocus()) this.selectAll();
    }
    this.start = text;
  }

  /** Opens the list; what was typed into the cell is searched for, and the cell says again what it holds. */
  private pick(typed: string): void {
    const { cell, control } = this;
    const closed = cell && control && !this.picking ? cell.column.editor?.pick?.(cell.row, control, typed) : undefined;
    if (closed === undefined || !cell || !control) return;
    this.picking = true;
    control.value = cell.column.text(cell.row);
    const done = () => {
      this.picking = false;
    };
    closed.then(done, done);
  }

  private setTyping(on: boolean): void {
    this.typed = on;
    this.node.classList.toggle('typing', on);
  }

  private selectAll(): void {
    if (
      this.control instanceof HTMLTextAreaElement ||
      (this.control instanceof HTMLInputElement && this.control.type === 'text')
    )
      this.control.select();
  }
}

/** Last day and month that the controls take. */
const LAST = { date: '9999-12-31', month: '9999-12' } as const;

function newControl(editor: CellEditor): Control {
  if (editor.control === 'choice') return document.createElement('select');
  if (editor.control === 'longText') {
    const area = document.createElement('textarea');
    area.rows = 1;
    return area;
  }
  const input = document.createElement('input');
  input.type =
    editor.control === 'boolean'
      ? 'checkbox'
      : editor.control === 'date' || editor.control === 'month' || editor.control === 'time'
        ? editor.control
        : 'text';
  if (editor.control === 'number') input.inputMode = 'decimal';
  // The year takes four digits, and the caret goes on to the month by itself.
  if (editor.control === 'date' || editor.control === 'month') input.max = LAST[editor.control];
  if (editor.control === 'pick') {
    input.inputMode = 'none'; // the list has a field for typing
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-haspopup', 'dialog'],
      ['aria-expanded', 'false'],
    ] as const)
      input.setAttribute(name, value);
  }
  input.autocomplete = 'off';
  return input;
}

function fillOptions(select: HTMLSelectElement, editor: CellEditor, row: number): void {
  while (select.firstChild) select.firstChild.remove();
  select.append(new Option('', ''));
  const value = editor.value(row);
  const options = editor.options?.(row) ?? [];
  for (const option of options) select.append(new Option(option.title, option.value));
  if (value !== '' && !options.some((option) => option.value === value)) select.append(new Option(value, value));
}

function textOf(control: Control): string {
  const held = control.dataset['value']; // the control of a `pick` cell says words, and holds a value
  if (held !== undefined) return held;
  if (control instanceof HTMLInputElement && control.type === 'checkbox')
    return control.indeterminate ? '' : String(control.checked);
  return control.value;
}

function setText(control: Control, text: string): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    control.checked = text === 'true';
    control.indeterminate = text === '';
  } else control.value = text;
}
