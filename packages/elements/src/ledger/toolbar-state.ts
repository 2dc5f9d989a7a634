import type { Sight } from './sight.ts';
import type { LedgerTable, LedgerWish } from './table.ts';

/** What the tools above the table show, and what they ask for. */
export interface Toolbar {
  readonly sight: Sight;
  readonly table: LedgerTable;
  readonly wish: LedgerWish;
  readonly prefix: string;
  readonly filtersOpen: boolean;
  readonly plain: boolean;
  /** Cards are shown, whose headings cannot be clicked for sorting. */
  readonly narrow: boolean;
  change(wish: Partial<LedgerWish>): void;
  /** Typed text; taken when the typing pauses. */
  search(text: string): void;
  sort(column: string): void;
  toggleFilters(): void;
  togglePlain(): void;
  /** Absent: nothing can be added. */
  readonly add: (() => void) | undefined;
}

/** Words of a counter in the page's language. */
export function counterTitle(sight: Sight, at: number): string {
  return sight.compiled.definition.ledger?.counters?.[at]?.title ?? '';
}
