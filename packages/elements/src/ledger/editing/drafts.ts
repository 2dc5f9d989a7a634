import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { PastePlan } from '@jiceng/core/table/paste.js';
import type { CellBlock } from '../../grid/column.ts';
import type { LedgerColumn } from '../table/column.ts';
import type { BulkEdit } from './bulk.ts';

/** A pasted block, where it goes, and which of several people or organisations its names mean. */
export interface PasteSource {
  readonly target: CellBlock;
  /** By the rows of `target`: others may come between them before the block is written. */
  readonly records: readonly StoredRecord[];
  readonly block: readonly (readonly string[])[];
  readonly answers: ReadonlyMap<string, string>;
}
/** By which an answer is found: names mean the same in all of a column. */
export const answerKey = ({ id }: LedgerColumn, name: string): string => `${id}\n${name}`;

/** A block that has not been read yet. `isTaken`: of the columns that can be written, those that are to be. */
export interface PastedDraft {
  readonly kind: 'pasted';
  readonly source: PasteSource;
  isTaken(column: number): boolean;
}
/** A block on its way into the table: what was read, and which columns are to be written. */
export interface PasteDraft {
  readonly kind: 'paste';
  readonly source: PasteSource;
  readonly plan: PastePlan<LedgerColumn>;
  readonly taken: ReadonlySet<number>;
}
export interface EditDraft {
  readonly kind: 'edit';
  readonly edit: BulkEdit;
}
export interface ColumnsDraft {
  readonly kind: 'columns';
}
/** What the ledger's second dialog shows. */
export type WorkDraft = PastedDraft | PasteDraft | EditDraft | ColumnsDraft;
