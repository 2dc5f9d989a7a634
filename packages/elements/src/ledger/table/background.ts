import type { LedgerTable } from './table.ts';

/** So many records are counted before the first paint and searched at every keystroke; more wait. */
const AT_ONCE = 800;

/** Keeps large tables quick: what can wait is done after the paint, and when the typing pauses. */
export class LargeWork {
  private counting: LedgerTable | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;

  /**
   * Fills the counters: at once in small tables, piece by piece in large ones while `isShown`; `counted` is called
   * after each piece.
   */
  count(table: LedgerTable, isShown: () => boolean, counted: () => void): void {
    if (table.records.length <= AT_ONCE) return table.countAll();
    if (this.counting === table) return;
    this.counting = table;
    const go = (): void => {
      if (!isShown() || !table.countNext()) return;
      counted();
      setTimeout(go, 20);
    };
    setTimeout(go, 50);
  }

  /** Runs `search` at once in small tables, in large ones when no further key came. */
  search(table: LedgerTable | undefined, search: () => void): void {
    clearTimeout(this.pause);
    if (table && table.records.length > AT_ONCE) this.pause = setTimeout(search, 150);
    else search();
  }
}
