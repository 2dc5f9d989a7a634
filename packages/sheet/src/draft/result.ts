import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import type { Workbook } from '../book/workbook.ts';
import type { ColumnKind, Guess } from './guess.ts';
import type { RowFate } from './row-fate.ts';

/** One column of the ledger with everything that was guessed about it. */
export interface ColumnDraft {
  /** Zero-based column of the sheet. */
  readonly column: number;
  /** Field name; a running number has none and is no field. */
  readonly name: Guess<string>;
  readonly title: Guess<string>;
  readonly groups: readonly string[];
  readonly kind: Guess<ColumnKind>;
  readonly required: Guess<boolean>;
  /** Words of choices; empty for other kinds. */
  readonly options: Guess<readonly string[]>;
  readonly unit: string | undefined;
  readonly help: string | undefined;
  /** The formula in our names, where the column is computed. */
  readonly formula: Guess<string> | undefined;
  /** Field beside a date for the words that stand in its place (`长期`); nothing where there are none. */
  readonly words: { readonly name: string; readonly title: string } | undefined;
  /** Left out of the definition. */
  readonly skipped: boolean;
}

/** What people changed before they take the draft; everything left out stays as guessed. */
export interface ColumnChoice {
  readonly name?: string;
  readonly title?: string;
  readonly kind?: ColumnKind;
  readonly required?: boolean;
  readonly options?: readonly string[];
  readonly skipped?: boolean;
  /** `false`: keep the values and no formula. */
  readonly computed?: boolean;
}

export interface SheetChoice {
  readonly title?: string;
  readonly id?: string;
  /** First and last row of the headings, zero-based. */
  readonly headerRows?: readonly [number, number];
  /** By zero-based column. */
  readonly columns?: ReadonlyMap<number, ColumnChoice>;
  /** Rows, zero-based, that are records (`true`) or are not, whatever they look like. */
  readonly rows?: ReadonlyMap<number, boolean>;
}

/** Something in the file that is in no record. */
export interface LeftOut {
  readonly code:
    | Exclude<RowFate, 'data' | 'empty'>
    | 'title'
    | 'above'
    | 'unfit'
    | 'beside'
    | 'formula'
    | 'rounded'
    | 'column';
  /** Cell or row: `B5`, `12`. */
  readonly place: string;
  readonly text: string;
  readonly reason: Bilingual;
}

/** A record's data with the sheet's row, one-based, that it comes from. */
export interface DraftRow {
  readonly row: number;
  readonly data: JsonObject;
}

export interface SheetDraft {
  readonly sheet: string;
  readonly title: Guess<string>;
  /** First and last row of the headings, zero-based. */
  readonly headerRows: Guess<readonly [number, number]>;
  readonly columns: readonly ColumnDraft[];
  /** Passes `admit`. */
  readonly definition: Definition;
  readonly rows: readonly DraftRow[];
  readonly leftOut: readonly LeftOut[];
  /** Rows that the definition does not accept as complete, with the reasons; they can be kept as drafts. */
  readonly incomplete: readonly { readonly row: number; readonly problems: readonly Bilingual[] }[];
}

export interface Draft {
  /**
   * The file as it was understood, where rows and places are to be found: lists that go on beside themselves stand
   * below each other.
   */
  readonly book: Workbook;
  readonly sheets: readonly SheetDraft[];
  /** Sheets without a table, hidden sheets, and sheets whose draft the gate refuses, with the reason. */
  readonly passedOver: readonly {
    readonly sheet: string;
    readonly reason: Bilingual;
    readonly problems?: readonly Problem[];
  }[];
}
