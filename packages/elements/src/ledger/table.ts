import { lampOf } from '@jiceng/core/life/lamp.js';
import { evaluate } from '@jiceng/core/formula/evaluate.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isTrue } from '@jiceng/core/life/judge.js';
import { betweenTest, filterRows, foldText, oneOfTest, searchTest, type RowTest } from '@jiceng/core/table/filter.js';
import { groupRows, type RowGroup } from '@jiceng/core/table/group.js';
import { listRanks, numberRanks, sortRows, type SortKey } from '@jiceng/core/table/sort.js';
import { textRanks } from '@jiceng/core/table/text-ranks.js';
import { total } from '@jiceng/core/table/totals.js';
import { ledgerColumns, type LedgerColumn } from './columns.ts';
import type { Sight } from './sight.ts';

/** What people ask of the table. */
export interface LedgerWish {
  readonly search: string;
  /** Places of the definition's counters that are switched on. */
  readonly counters: ReadonlySet<number>;
  /** By column id. */
  readonly filters: ReadonlyMap<string, ColumnFilter>;
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** Column id, or nothing. */
  readonly groupBy: string | undefined;
  readonly folded: ReadonlySet<string>;
}

/** One column's filter: values, a part of the text, or bounds of a date. */
export interface ColumnFilter { readonly values?: ReadonlySet<string>; readonly text?: string; readonly from?: string; readonly to?: string }

/** What is to be drawn. */
export interface LedgerView {
  /** Row numbers that passed, sorted. */
  readonly rows: Uint32Array;
  readonly lines: Int32Array;
  readonly groups: readonly (RowGroup & { readonly title: string })[];
}

export const NOTHING: LedgerWish = { search: '', counters: new Set(), filters: new Map(), sort: [], groupBy: undefined, folded: new Set() };

/** Records as columns: values and words are asked for once and kept, lamps and formulas only where they are needed. */
export class LedgerTable {
  readonly columns: readonly LedgerColumn[];
  readonly records: readonly StoredRecord[];
  private readonly sight: Sight;
  private readonly texts = new Map<string, (string | undefined)[]>();
  private readonly values = new Map<string, (string | number | null | undefined)[]>();
  private readonly ranks = new Map<string, Uint32Array>();
  private readonly searchTexts: (string | undefined)[] = [];
  private indexed = 0;
  private readonly counted: (Uint8Array | undefined)[] = [];

  constructor(records: readonly StoredRecord[], sight: Sight, before?: LedgerTable) {
    this.records = records;
    this.sight = sight;
    this.columns = before && before.sight === sight ? before.columns : ledgerColumns(sight);
  }

  column(id: string): LedgerColumn | undefined {
    return this.columns.find((column) => column.id === id);
  }

  text(column: LedgerColumn, row: number): string {
    const kept = listOf(this.texts, column.id);
    return (kept[row] ??= column.text(this.records[row]!));
  }

  value(column: LedgerColumn, row: number): string | number | null {
    const kept = listOf(this.values, column.id);
    const known = kept[row];
    return known === undefined ? (kept[row] = column.value(this.records[row]!)) : known;
  }

  /** What a record is called: its first text, or its organisation. */
  titleOf(record: StoredRecord): string {
    const column = this.columns.find(({ kind }) => kind === 'text' || kind === 'longText');
    return column?.text(record) || this.sight.organisation(record.orgId)?.orgShortName || record.id;
  }

  /** Rows for which the counter's condition holds, as ones and zeros. */
  counter(at: number): Uint8Array {
    return (this.counted[at] ??= Uint8Array.from(this.records, (record) => Number(this.countsFor(at, record))));
  }

  /** Number of records behind a counter; `undefined` until `count` was asked for it. */
  counterNumber(at: number): number | undefined {
    return this.counted[at]?.reduce((sum, one) => sum + one, 0);
  }

  /** Counts for all counters. */
  countAll(): void {
    for (let at = 0; at < this.counters; at++) this.counter(at);
  }

  /** One piece of what large tables do after the first paint: a counter, or some search texts. `undefined`: nothing is left. */
  workSome(): 'counter' | 'search' | undefined {
    for (let at = 0; at < this.counters; at++) if (!this.counted[at]) { this.counter(at); return 'counter'; }
    const end = Math.min(this.records.length, this.indexed + 200);
    if (this.indexed === end) return undefined;
    for (; this.indexed < end; this.indexed++) this.searchText(this.indexed);
    return 'search';
  }

  private get counters(): number {
    return this.sight.compiled.definition.ledger?.counters?.length ?? 0;
  }

  view(wish: LedgerWish): LedgerView {
    const tests: RowTest[] = [];
    for (const at of wish.counters) { const hits = this.counter(at); tests.push((row) => hits[row] === 1); }
    for (const [id, filter] of wish.filters) { const test = this.filterTest(this.column(id), filter); if (test) tests.push(test); }
    const search = searchTest(wish.search, (row) => this.searchText(row));
    if (search) tests.push(search);
    const keys: SortKey[] = wish.sort.flatMap(({ column: id, descending }) => { const column = this.column(id); return column ? [{ ranks: this.ranksOf(column), descending }] : []; });
    const rows = sortRows(filterRows(this.records.length, tests), keys);
    const by = wish.groupBy === undefined ? undefined : this.column(wish.groupBy);
    if (by === undefined) return { rows, lines: Int32Array.from(rows), groups: [] };
    const titles = new Map(by.options.map(({ value, title }) => [value, title]));
    const { groups, lines } = groupRows(rows, (row) => String(this.value(by, row) ?? ''), by.options.map(({ value }) => value), wish.folded);
    const nameOf = (key: string) => titles.get(key) ?? (key === '' ? '' : this.text(by, rows.find((row) => String(this.value(by, row) ?? '') === key) ?? 0));
    return { rows, lines, groups: groups.map((group) => ({ ...group, title: nameOf(group.key) })) };
  }

  /** Values of a column that occur, with their words, for filters of columns without fixed options. */
  occurring(column: LedgerColumn, most = 500): { value: string; title: string }[] {
    const found = new Map<string, { value: string; title: string; rank: number }>();
    const ranks = this.ranksOf(column);
    for (let row = 0; row < this.records.length && found.size <= most; row++) {
      const value = this.value(column, row);
      if (value !== null && !found.has(String(value))) found.set(String(value), { value: String(value), title: this.text(column, row), rank: ranks[row]! });
    }
    return [...found.values()].sort((a, b) => a.rank - b.rank);
  }

  total(column: LedgerColumn, rows: Uint32Array): number | null {
    const { total: kind } = column;
    if (kind === undefined) return null;
    const numberAt = (row: number) => { const value = this.value(column, row); return typeof value === 'number' ? value : value !== null && kind === 'count' ? 1 : null; };
    return total(kind, Array.from(rows, numberAt));
  }

  private countsFor(at: number, record: StoredRecord): boolean {
    const when = this.sight.compiled.definition.ledger?.counters?.[at]?.when;
    if (when === undefined) return false;
    const { compiled } = this.sight;
    const formula = compiled.formula(when);
    const lamp = formula.names.includes('lamp') ? lampOf(compiled, this.sight.scope(record))?.lamp ?? null : undefined;
    return isTrue(evaluate(formula, this.sight.scope(record, lamp === undefined ? undefined : new Map([['lamp', lamp]]))));
  }

  private filterTest(column: LedgerColumn | undefined, { values, text, from = '', to = '' }: ColumnFilter): RowTest | undefined {
    if (column === undefined) return undefined;
    if (values) return oneOfTest(values, (row) => String(this.value(column, row) ?? ''));
    if (text !== undefined) { const wanted = foldText(text); return wanted === '' ? undefined : (row) => foldText(this.text(column, row)).includes(wanted); }
    return betweenTest(from, to, (row) => String(this.value(column, row) ?? ''));
  }

  private searchText(row: number): string {
    return (this.searchTexts[row] ??= foldText(this.columns.filter(({ kind }) => kind !== 'rowNumber' && kind !== 'lamp').map((column) => this.text(column, row)).join('\n')));
  }

  private ranksOf(column: LedgerColumn): Uint32Array {
    let ranks = this.ranks.get(column.id);
    if (ranks === undefined) this.ranks.set(column.id, (ranks = this.rank(column)));
    return ranks;
  }

  private rank(column: LedgerColumn): Uint32Array {
    const values = this.records.map((_, row) => this.value(column, row));
    if (column.kind === 'organisation') return this.organisationRanks(values);
    if (column.options.length > 0) return listRanks(values.map((value) => (value === null ? null : String(value))), column.options.map(({ value }) => value));
    if (values.every((value) => value === null || typeof value === 'number')) return numberRanks(values as (number | null)[]);
    if (column.kind === 'date' || column.kind === 'period') return textRanks(values.map((value) => String(value ?? '')), 'en');
    return textRanks(this.records.map((_, row) => this.text(column, row)), this.sight.locale);
  }

  /** Organisations stand in the order of their codes, which is that of the tree. */
  private organisationRanks(ids: readonly (string | number | null)[]): Uint32Array {
    const codes = new Map<string, string>();
    for (const id of ids) if (id !== null) codes.set(String(id), this.sight.organisation(String(id))?.orgCode ?? `~${id}`);
    const order = [...codes].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id);
    return listRanks(ids.map((id) => (id === null ? null : String(id))), order);
  }
}

function listOf<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}
