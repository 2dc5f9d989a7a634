import type { RowSource } from '@jiceng/core/table/row-source.js';
import { PagedTable, queryOf } from './paged-table.ts';
import type { Sight } from '../../record/sight.ts';
import type { LedgerWish } from './wish.ts';

/** The ledger's rows from a source: the table of the last query that was answered, while the next one is on its way. */
export class PagedRows {
  readonly source: RowSource;
  readonly sight: Sight;
  /** What the source refused last; the next query clears it. */
  failed = false;
  /** A query is on its way. */
  busy = false;
  table: PagedTable | undefined;
  private wish: LedgerWish | undefined;
  private ticket = 0;
  private readonly changed: () => void;
  private stop: (() => void) | undefined;

  constructor(source: RowSource, sight: Sight, changed: () => void) {
    this.source = source;
    this.sight = sight;
    this.changed = changed;
    this.connect();
  }

  /** Hears of changes from now on. */
  connect(): void {
    this.stop ??= this.source.subscribe?.(() => this.again());
  }

  /** Hears of nothing any more, as while the ledger is out of the document. */
  disconnect(): void {
    this.stop = void this.stop?.();
  }

  /** The table for what is wished, as soon as it is there; until then the last one. */
  ask(wish: LedgerWish): PagedTable | undefined {
    if (wish !== this.wish) {
      this.wish = wish;
      void this.load(wish, undefined);
    }
    return this.table;
  }

  /** Asks once more, after a change or a failure; what is there stays in sight meanwhile. */
  again(): void {
    if (this.wish) void this.load(this.wish, this.table);
  }

  private async load(wish: LedgerWish, before: PagedTable | undefined): Promise<void> {
    const ticket = (this.ticket += 1);
    const query = queryOf(wish, this.sight.compiled.definition.id);
    this.busy = true;
    this.failed = false;
    try {
      const summary = await this.source.summary(query);
      if (ticket !== this.ticket) return;
      this.table = new PagedTable(
        this.source,
        query,
        summary,
        this.sight,
        (failed) => {
          if (ticket === this.ticket) {
            this.failed = failed !== undefined;
            this.changed();
          }
        },
        before,
      );
    } catch {
      if (ticket !== this.ticket) return;
      this.failed = true;
    }
    this.busy = false;
    this.changed();
  }
}
