import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { GroupSummary, RowQuery, RowSource, RowSummary } from '@jiceng/core/table/row-source.js';
import type { LedgerColumn } from './column.ts';
import type { Sight } from '../../record/sight.ts';
import type { LedgerView } from './kept.ts';
import { LedgerTable } from './table.ts';
import type { LedgerWish } from './wish.ts';

/** Rows read at once. */
const PAGE = 100;

/** What a person asks of the table, in the words of a row source. */
export function queryOf(wish: LedgerWish, definitionId: string): RowQuery {
  return {
    definitionId,
    search: wish.search,
    counters: [...wish.counters],
    sort: wish.sort,
    stroke: wish.stroke ?? false,
    folded: [...wish.folded],
    groupBy: wish.groupBy,
    filters: [...wish.filters].map(([column, { values, text, from, to, least, most, under }]) => ({
      column,
      ...(values ? { values: [...values] } : {}),
      ...(text === undefined ? {} : { text }),
      ...(under === undefined ? {} : { under }),
      ...(from ? { from } : least == null ? {} : { from: least }),
      ...(to ? { to } : most == null ? {} : { to: most }),
    })),
  };
}

/** The rows of one query, of which only those are read that are drawn. Its records have holes. */
export class PagedTable extends LedgerTable {
  readonly query: RowQuery;
  readonly summary: RowSummary;
  private readonly source: RowSource;
  private readonly pages = new Map<number, 'asked' | 'there' | 'stale'>();
  private readonly changed: (failed?: unknown) => void;

  constructor(
    source: RowSource,
    query: RowQuery,
    summary: RowSummary,
    sight: Sight,
    changed: (failed?: unknown) => void,
    before?: PagedTable,
  ) {
    const open = summary.groups
      ? placedGroups(summary.groups, new Set(query.folded)).reduce(
          (sum, { isDeepest, isShown, open: isOpen, count }) => sum + (isDeepest && isShown && isOpen ? count : 0),
          0,
        )
      : summary.count;
    super(new Array<StoredRecord>(open), sight);
    this.source = source;
    this.query = query;
    this.summary = summary;
    this.changed = changed;
    // What was read before stays in sight until it is read again.
    if (before && before.records.length === open)
      for (const page of before.pages.keys()) {
        this.take(page, before.records.slice(page * PAGE, page * PAGE + PAGE));
        this.pages.set(page, 'stale');
      }
  }

  override get all(): number {
    return this.summary.all;
  }
  override countOf(): number {
    return this.summary.count;
  }
  override get loaded(): readonly StoredRecord[] {
    return this.records.filter(() => true);
  }

  override text(column: LedgerColumn, row: number): string {
    return this.has(row) ? super.text(column, row) : '';
  }

  override value(column: LedgerColumn, row: number): string | number | null {
    return this.has(row) ? super.value(column, row) : null;
  }

  override counterNumber(at: number): number | undefined {
    return this.summary.counters[at];
  }
  override countAll(): void {
    /* The source has counted. */
  }
  override countNext(): boolean {
    return false;
  }

  override knownTotal({ id }: LedgerColumn, group?: number): number | null | undefined {
    return (group === undefined ? this.summary : this.summary.groups?.[group])?.totals?.[id] ?? null;
  }

  override occurring({ kind }: LedgerColumn): { value: string; title: string }[] {
    const { organisations = [], people = [] } = this.sight.input;
    if (kind === 'organisation')
      return organisations.map(({ orgId, orgShortName }) => ({ value: orgId, title: orgShortName }));
    return kind === 'person' ? people.map(({ personId, personName }) => ({ value: personId, title: personName })) : [];
  }

  protected override viewFor(wish: LedgerWish): LedgerView {
    const rows = Uint32Array.from(this.records.keys());
    const { groups: summaries } = this.summary;
    if (!summaries) return { rows, lines: new Int32Array(rows), groups: [] };
    const lines: number[] = [];
    let next = 0;
    const groups = placedGroups(summaries, wish.folded).map(({ isShown, isDeepest, ...group }, at) => {
      if (isShown) lines.push(-1 - at);
      const from = next;
      if (isShown && isDeepest && group.open) for (let each = 0; each < group.count; each++) lines.push(next++);
      return { ...group, rows: rows.subarray(from, next) };
    });
    return { rows, lines: Int32Array.from(lines), groups };
  }

  /** Reads everything, for print and copies. */
  async readAll(): Promise<void> {
    for (let page = 0; page * PAGE < this.records.length; page++)
      if (this.pages.get(page) !== 'there') await this.read(page);
  }

  /** Whether a row is there; if not, its page is asked for. */
  private has(row: number): boolean {
    const page = Math.floor(row / PAGE);
    const state = this.pages.get(page);
    if (state === undefined || state === 'stale') void this.read(page);
    return row in this.records;
  }

  private async read(page: number): Promise<void> {
    this.pages.set(page, 'asked');
    try {
      this.take(
        page,
        await this.source.rows(this.query, page * PAGE, Math.min(this.records.length, (page + 1) * PAGE)),
      );
      this.pages.set(page, 'there');
      this.changed();
    } catch (reason) {
      this.pages.delete(page);
      this.changed(reason ?? new Error('rows'));
    }
  }

  private take(page: number, rows: readonly StoredRecord[]): void {
    const list = this.records as StoredRecord[];
    rows.slice(0, PAGE).forEach((record, at) => {
      const row = page * PAGE + at;
      if (row >= list.length) return;
      list[row] = record;
      this.forgetRow(row);
    });
  }
}

interface PlacedGroup {
  readonly key: string;
  readonly value: string;
  readonly title: string;
  readonly level: number;
  readonly count: number;
  readonly open: boolean;
  readonly isShown: boolean;
  readonly isDeepest: boolean;
}

/** Which groups are shown, and which hold rows rather than further groups. */
function placedGroups(groups: readonly GroupSummary[], folded: ReadonlySet<string>): PlacedGroup[] {
  let closed = Infinity;
  return groups.map(({ key, title, level, count }, at) => {
    if (level <= closed) closed = Infinity;
    const isShown = closed === Infinity;
    const open = !folded.has(key);
    if (isShown && !open) closed = level;
    return { key, value: key, title, level, count, open, isShown, isDeepest: (groups[at + 1]?.level ?? 0) <= level };
  });
}
