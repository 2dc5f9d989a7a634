import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Sight } from '../../record/sight.ts';
import type { EditableColumn } from '../editing/desk.ts';
import type { CellEdits } from '../editing/edits.ts';
import type { Reference } from '../editing/references.ts';
import type { LedgerLayout } from './kept-layout.ts';
import type { LedgerView } from './kept.ts';
import type { LedgerTable } from './table.ts';
import type { LedgerWish } from './wish.ts';

/** What the grid of a ledger is made from. */
export interface LedgerGridInput {
  readonly table: LedgerTable;
  readonly view: LedgerView;
  readonly wish: LedgerWish;
  readonly sight: Sight;
  readonly edits: CellEdits;
  readonly label: string;
  readonly openId: string | undefined;
  readonly layout: LedgerLayout;
  /** Rows that are ticked; absent where nothing is done to several. */
  readonly checks?: Checks;
  open(record: StoredRecord): void;
  /** Whether this person may change a field of a record in place. */
  canEdit(record: StoredRecord, pointer: string): boolean;
  /** Takes what was typed into a cell. */
  edit(record: StoredRecord, column: EditableColumn, text: string): void;
  /** Opens the list in which the person or organisation of a cell is chosen; resolves when it has closed. */
  pick(
    record: StoredRecord,
    column: EditableColumn,
    reference: Reference,
    anchor: HTMLElement,
    now: { readonly chosen: string; readonly search: string },
  ): Promise<void>;
}

/** Which rows are ticked. */
export interface Checks {
  has(row: number): boolean;
  toggle(row: number): void;
  readonly all: boolean;
  toggleAll(): void;
}
