import type { Sight } from '../../record/sight.ts';
import type { filterOf } from './filters.ts';
import type { LedgerTable } from './table.ts';
import type { LedgerWish } from './wish.ts';

/** A button that is not always possible. */
export interface Act {
  readonly can: boolean;
  act(): void;
}

/** What the tools above the table show, and what they ask for. */
export interface Toolbar {
  readonly sight: Sight;
  readonly table: LedgerTable;
  readonly wish: LedgerWish;
  readonly prefix: string;
  readonly filtersOpen: boolean;
  /** Draws the filter of a column; absent until it is loaded. */
  readonly filterOf: typeof filterOf | undefined;
  readonly plain: boolean;
  /** Cards are shown, whose headings cannot be clicked for sorting. */
  readonly narrow: boolean;
  change(wish: Partial<LedgerWish>): void;
  /** Typed text; taken when the typing pauses. */
  search(text: string): void;
  sort(column: string): void;
  /** Groups by a column at a depth from 0; `''`: no deeper. */
  group(level: number, column: string): void;
  /** Folds all groups, or opens them. */
  foldAll(open: boolean): void;
  toggleFilters(): void;
  togglePlain(): void;
  /** Absent: nothing can be changed. */
  readonly undo: Act | undefined;
  readonly redo: Act | undefined;
  /** `can`: rows are being ticked for acts on several. */
  readonly checking: Act | undefined;
  /** Rows, order and groups as the definition has them; absent: they are. */
  readonly restart: (() => void) | undefined;
  /** Opens the panel of columns. */
  columns(): void;
  /** Absent: nothing can be added. */
  readonly add: (() => void) | undefined;
}

/** Words of a counter in the page's language. */
export function counterTitle(sight: Sight, at: number): string {
  return sight.compiled.definition.ledger?.counters?.[at]?.title ?? '';
}
