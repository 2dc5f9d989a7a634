/** One thing to choose from in a cell. */
export interface CellOption {
  readonly value: string;
  readonly title: string;
}

/** How the cells of a column are edited: a native control that stands over the cell. */
export interface CellEditor {
  /** `longText` takes line breaks (Alt+Enter); numbers are typed as text, so that half-typed ones survive. */
  readonly control: 'text' | 'longText' | 'number' | 'date' | 'month' | 'time' | 'choice' | 'boolean' | 'pick';
  /** Choices of a `choice` cell, without the blank one. May depend on the row. */
  options?(row: number): readonly CellOption[];
  /**
   * Opens what a `pick` cell is chosen in, under the control; `typed` is searched for. What is chosen comes by
   * `commit`; resolves when it has closed.
   */
  pick?(row: number, anchor: HTMLElement, typed: string): Promise<void>;
  readonly maxLength?: number;
  /** Text as it stands in the control; booleans are `true`, `false` or `''`. */
  value(row: number): string;
  /** Takes what was typed when the person leaves the cell. A bad text is kept by the model and told by `error`. */
  commit(row: number, text: string): void;
  /** Takes every keystroke, where other cells depend on it. */
  input?(row: number, text: string): void;
  /** Whether this row's cell may be changed; absent: yes. */
  canEdit?(row: number): boolean;
}

/** One column: accessors over row numbers, never row objects. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** Headings above the title, outermost first. Neighbours with equal headings share one cell. */
  readonly groups?: readonly string[];
  /** Width in px at normal size. */
  readonly width: number;
  /** Takes a share of the space that is left over. */
  readonly grow?: number;
  readonly frozen?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  /** Marks the heading with an asterisk. */
  readonly required?: boolean;
  /** State of sorting; absent: the heading does not sort. */
  readonly sort?: 'none' | 'ascending' | 'descending';
  /** Place among several sorted columns, from 1. */
  readonly sortPlace?: number;
  /** Enter or a click on the heading of a column that does not sort. */
  press?(): void;
  /** Width and place stay as they are. */
  readonly fixed?: boolean;
  /** What the cell says, in words: on screen, in print and for find-in-page. */
  text(row: number): string;
  /** Draws something beside or in place of plain text; the node is empty or drawn by this function before. */
  draw?(cell: HTMLElement, row: number, text: string): void;
  readonly editor?: CellEditor;
  /** Enter or a click on a cell that is not edited, such as opening a record. */
  activate?(row: number): void;
  /** Looks like a link; only with `activate`. */
  readonly link?: boolean;
  /** Cells that are merged downwards, by line, as `mergedRuns` gives them. */
  readonly runs?: Int32Array;
  /** What the totals row shows. */
  total?(): string;
}

/** Heading of a group of lines. */
export interface GridHeading {
  readonly text: string;
  readonly open: boolean;
  /** Depth among groups in groups, from 0. */ readonly level?: number;
}

/** Everything a grid shows. The host hands over a new model, or the same one changed, with `grid.show(model)`. */
export interface GridModel {
  /** Accessible name. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** What is drawn from top to bottom: a row number, or −1−n for the heading of group n. */
  readonly lines: Int32Array;
  /** Stable name of a row, by which the active cell and half-typed text survive changes of the rows. */
  key(row: number): string;
  heading?(group: number): GridHeading;
  /** What is wrong with a cell; the cell is marked and the message can be reached. */
  error?(row: number, column: GridColumn): string | undefined;
  /** Whether the row is the one whose detail is open. */
  selected?(row: number): boolean;
  /** Whether the row is ticked, for acts on several rows. */
  checked?(row: number): boolean;
}

/** A text for a cell, as it stands in its control. */
export interface CellText {
  readonly row: number;
  readonly column: GridColumn;
  readonly text: string;
  /** The row that it is copied from. */
  readonly from?: number;
}

/** Cells of several rows and columns. */
export interface CellBlock {
  readonly rows: readonly number[];
  readonly columns: readonly GridColumn[];
}

/** What people do to the grid as a whole. */
export interface GridEvents {
  /** `add`: besides the columns that are sorted already. */
  sort?(column: GridColumn, add: boolean): void;
  /** Another width in px at normal size; `done` when it is final. */
  resize?(column: GridColumn, width: number, done: boolean): void;
  /** A column is wanted where another one stands. */
  move?(column: GridColumn, to: GridColumn): void;
  toggle?(group: number): void;
  /** The active cell changed; `undefined` on headings. */
  active?(row: number | undefined, column: GridColumn | undefined): void;
  /**
   * A block was pasted: the rows it meets, at most as many as it has, and the columns from its first one on. Returns
   * whether it was taken.
   */
  paste?(target: CellBlock, block: readonly (readonly string[])[]): boolean;
  /** Cells were emptied, or filled with what stands in the first line of the block. */
  write?(cells: readonly CellText[], how: 'clear' | 'fill'): void;
  copied?(rows: number, columns: number, model: GridModel): void;
  /** A block of several cells was picked; `undefined`: it is one cell again. */
  picked?(block: CellBlock | undefined): void;
  undo?(): void;
  redo?(): void;
  /** Enter or Tab after the last editable cell, so that a row can be added. Returns whether the focus was moved. */
  beyondEnd?(): boolean;
}
