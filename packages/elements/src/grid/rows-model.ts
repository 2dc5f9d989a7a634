import type { CellOption } from './column.ts';

/** One column of a repeated field as the form gives it to the grid. */
export interface RowsColumn {
  /** Name of the property in each row. */
  readonly id: string;
  readonly title: string;
  /** Width in px at normal size; absent: by kind. */
  readonly width?: number;
  readonly groups?: readonly string[];
  readonly required?: boolean;
  readonly control: 'text' | 'longText' | 'number' | 'date' | 'month' | 'time' | 'choice' | 'boolean' | 'pick' | 'none';
  readonly maxLength?: number;
  /** Of a `choice` column. */
  options?(key: string): readonly CellOption[];
  /** Of a `pick` column: what pasted words mean; `undefined` where they mean nothing, or several things. */
  meant?(words: string): string | undefined;
  /** Of a `pick` column: opens a picker under `anchor`, which calls `choose`; resolves when it has closed. */
  pick?(key: string, anchor: HTMLElement, typed: string, choose: (value: string) => void): Promise<void>;
  /** Sum or the like under the column. */
  total?(): string;
}

/**
 * A repeated field, seen by the grid. The form owns the data; after any change of it, it calls `update()` of the
 * RowsGrid. Rows are addressed by keys that stay with a row when others are added or removed.
 */
export interface RowsModel {
  /** Accessible name: the label of the field. */
  readonly label: string;
  /** Keys of the rows in order. */
  readonly keys: readonly string[];
  readonly columns: readonly RowsColumn[];
  readonly readonly: boolean;
  /** Whether rows may be added and removed now (limits of the schema). */
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  /** Words shown in the cell: dates, options and yes/no as people read them. */
  text(key: string, column: string): string;
  /**
   * Text as it stands in the editing control (an option's value, `yyyy-mm-dd`, a number without separators,
   * `true`/`false`).
   */
  raw(key: string, column: string): string;
  /** Takes typed text; the form's own parser decides. A text that does not parse is kept and told by `error`. */
  set(key: string, column: string, text: string): void;
  /** A cell that rules make read-only or compute. */
  isReadonly?(key: string, column: string): boolean;
  error?(key: string, column: string): string | undefined;
  /** Adds an empty row, before the row `before` or at the end; gives the new row's key. */
  add(before?: string): string | undefined;
  duplicate(key: string): string | undefined;
  /** Takes the last step back, or does it again. */
  step?(way: 'undo' | 'redo'): void;
  remove(key: string): void;
  /** Takes a row away that nobody has filled: no change by a person, of which hosts would be told. */
  drop(key: string): void;
}
