import { lampOf } from '@jiceng/core/life/lamp.js';
import { evaluate } from '@jiceng/core/formula/evaluate.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isTrue } from '@jiceng/core/record/judge.js';
import { filterRows, foldText, isFolded, searchWords, type RowTest } from '@jiceng/core/table/filter.js';
import { groupRows, type GroupLevel } from '@jiceng/core/table/group.js';
import { sortRows, type SortKey } from '@jiceng/core/table/sort.js';
import type { LedgerColumn } from './column.ts';
import { ledgerColumns } from './columns.ts';
import { nothingKept, type Kept, type LedgerView } from './kept.ts';
import { ranksOf } from './ranks.ts';
import { anywhereTest, filterTest, type Cells } from './row-tests.ts';
import type { LedgerWish } from './wish.ts';
import type { Sight } from '../../record/sight.ts';

/** So many changed records are taken over one by one; beyond that everything is asked for anew. */
const FEW = 2000;

/** Records as columns: values and words are asked for once and kept, lamps and formulas only where they are needed. */
export class LedgerTable implements Cells {
  readonly columns: readonly LedgerColumn[];
  readonly records: readonly StoredRecord[];
  readonly sight: Sight;
  private readonly kept: Kept;

  /**
   * `before`: the table of the same records before a change; what it knows of unchanged ones is taken over, and it must
   * not be used any more.
   */
  constructor(records: readonly StoredRecord[], sight: Sight, before?: LedgerTable) {
    this.records = records;
    this.sight = sight;
    const isSameSight = before !== undefined && before.sight === sight;
    this.columns = isSameSight ? before.columns : ledgerColumns(sight);
    const changed = isSameSight ? changedRows(before.records, records) : undefined;
    this.kept = changed === undefined ? nothingKept() : before!.kept;
    if (changed !== undefined) this.forget(changed, before!.records);
  }

  /**
   * Forgets what was known of some rows, the order of columns in which they now stand elsewhere, and the view when it
   * shows that.
   */
  private forget(rows: readonly number[], before: readonly StoredRecord[]): void {
    const { texts, values, ranks, needsFolding, counted } = this.kept;
    const moved = new Set<string>();
    for (const column of this.columns) {
      for (const row of rows) {
        if (
          !moved.has(column.id) &&
          column.kind !== 'rowNumber' &&
          column.text(before[row]!) !== column.text(this.records[row]!)
        )
          moved.add(column.id);
        delete texts.get(column.id)?.[row];
        delete values.get(column.id)?.[row];
      }
      if (moved.has(column.id)) {
        ranks.delete(column.id);
        ranks.delete(`${column.id} stroke`);
        needsFolding.delete(column.id);
      }
    }
    let counts = false;
    counted.forEach((hits, at) => {
      for (const row of rows) {
        const hit = Number(this.countsFor(at, this.records[row]!));
        if (hits && hits[row] !== hit) {
          hits[row] = hit;
          counts = true;
        }
      }
    });
    const { wish } = this.kept.last ?? {};
    if (
      wish &&
      ((counts && wish.counters.size > 0) ||
        (moved.size > 0 && wish.search !== '') ||
        [...wish.filters.keys(), ...wish.groupBy, ...wish.sort.map(({ column }) => column)].some((id) => moved.has(id)))
    )
      this.kept.last = undefined;
  }

  /** Forgets what was known of a row whose record has come. */
  protected forgetRow(row: number): void {
    for (const { id } of this.columns) {
      delete this.kept.texts.get(id)?.[row];
      delete this.kept.values.get(id)?.[row];
    }
  }

  /** Records there are, whether they pass the filters or not. */
  get all(): number {
    return this.records.length;
  }
  /** How many records pass, those of folded groups included. */
  countOf(view: LedgerView): number {
    return view.rows.length;
  }
  /** The records that have been read. */
  get loaded(): readonly StoredRecord[] {
    return this.records;
  }
  /** A total that the source has computed, for a group or for all; `undefined`: it is computed here. */
  knownTotal(_column: LedgerColumn, _group?: number): number | null | undefined {
    return undefined;
  }

  column(id: string): LedgerColumn | undefined {
    return this.columns.find((column) => column.id === id);
  }

  text(column: LedgerColumn, row: number): string {
    if (column.direct) return column.text(this.records[row]!);
    const kept = listOf(this.kept.texts, column.id);
    return (kept[row] ??= column.text(this.records[row]!));
  }

  value(column: LedgerColumn, row: number): string | number | null {
    if (column.direct) return column.value(this.records[row]!);
    const kept = listOf(this.kept.values, column.id);
    const known = kept[row];
    return known === undefined ? (kept[row] = column.value(this.records[row]!)) : known;
  }

  chosenBy(column: LedgerColumn, row: number): string | readonly string[] {
    const members = column.members?.of(this.records[row]!) ?? [];
    return members.length > 0 ? members : String(this.value(column, row) ?? '');
  }

  /** What a record is called: its first text, or its organisation. */
  titleOf(record: StoredRecord): string {
    const column = this.columns.find(({ kind }) => kind === 'text' || kind === 'longText');
    return column?.text(record) || this.sight.organisation(record.orgId)?.orgShortName || record.id;
  }

  /** Rows for which the counter's condition holds, as ones and zeros. */
  counter(at: number): Uint8Array {
    return (this.kept.counted[at] ??= Uint8Array.from(this.records, (record) => Number(this.countsFor(at, record))));
  }

  /** Number of records behind a counter; `undefined` until `count` was asked for it. */
  counterNumber(at: number): number | undefined {
    return this.kept.counted[at]?.reduce((sum, one) => sum + one, 0);
  }

  /** Counts for all counters. */
  countAll(): void {
    for (let at = 0; at < this.counters; at++) this.counter(at);
  }

  /** Counts for one more counter of a large table; `false`: nothing is left. */
  countNext(): boolean {
    for (let at = 0; at < this.counters; at++)
      if (!this.kept.counted[at]) {
        this.counter(at);
        return true;
      }
    return false;
  }

  private get counters(): number {
    return this.sight.compiled.definition.ledger?.counters?.length ?? 0;
  }

  /** What is to be drawn; the last answer is kept. */
  view(wish: LedgerWish): LedgerView {
    if (this.kept.last?.wish !== wish) this.kept.last = { wish, view: this.viewFor(wish) };
    return this.kept.last.view;
  }

  protected viewFor(wish: LedgerWish): LedgerView {
    const tests: RowTest[] = [];
    for (const at of wish.counters) {
      const hits = this.counter(at);
      tests.push((row) => hits[row] === 1);
    }
    for (const [id, filter] of wish.filters) {
      const column = this.column(id);
      const test = column && filterTest(this, column, filter);
      if (test) tests.push(test);
    }
    for (const word of searchWords(wish.search)) tests.push(anywhereTest(this, word));
    const keys: SortKey[] = wish.sort.flatMap(({ column: id, descending }) => {
      const column = this.column(id);
      return column ? [{ ranks: this.ranksOf(column, wish.stroke), descending }] : [];
    });
    const rows = sortRows(filterRows(this.records.length, tests), keys);
    const by = wish.groupBy.flatMap((id) => this.column(id) ?? []);
    if (by.length === 0) return { rows, lines: new Int32Array(rows), groups: [] };
    const { groups, lines } = groupRows(
      rows,
      by.map((column) => this.levelOf(column, wish)),
      wish.folded,
    );
    const titles = by.map(({ options }) => new Map(options.map(({ value, title }) => [value, title])));
    return {
      rows,
      lines,
      groups: groups.map((group) => ({
        ...group,
        title:
          titles[group.level]!.get(group.value) ??
          (group.value === '' ? '' : this.text(by[group.level]!, group.rows[0]!)),
      })),
    };
  }

  private levelOf(column: LedgerColumn, { sort, stroke }: LedgerWish): GroupLevel {
    const ranks = this.ranksOf(column, stroke);
    return {
      value: (row) => String(this.value(column, row) ?? ''),
      rank: (row) => ranks[row]!,
      descending: sort.some((key) => key.column === column.id && key.descending),
    };
  }

  /** Values of a column that occur, with their words, for filters of columns without fixed options. */
  occurring(column: LedgerColumn, most = 500): { value: string; title: string }[] {
    const found = new Map<string, { value: string; title: string; rank: number }>();
    const ranks = this.ranksOf(column);
    for (let row = 0; row < this.records.length && found.size <= most; row++) {
      const value = this.value(column, row);
      if (value !== null && !found.has(String(value)))
        found.set(String(value), { value: String(value), title: this.text(column, row), rank: ranks[row]! });
    }
    return [...found.values()].sort((a, b) => a.rank - b.rank);
  }

  private countsFor(at: number, record: StoredRecord): boolean {
    const when = this.sight.compiled.definition.ledger?.counters?.[at]?.when;
    if (when === undefined) return false;
    const { compiled } = this.sight;
    const formula = compiled.formula(when);
    const lamp = formula.names.includes('lamp')
      ? (lampOf(compiled, this.sight.scope(record))?.lamp ?? null)
      : undefined;
    return isTrue(
      evaluate(formula, this.sight.scope(record, lamp === undefined ? undefined : new Map([['lamp', lamp]]))),
    );
  }

  /**
   * `foldText`, or nothing at all where it would leave all texts of the column as they are: known once a search has
   * gone through all of them, each once.
   */
  folder(column: LedgerColumn): (text: string) => string {
    const { needsFolding } = this.kept;
    const needs = needsFolding.get(column.id);
    if (needs !== undefined) return needs ? foldText : (text) => text;
    let asItIs = 0;
    return (text) => {
      const stays = isFolded(text);
      if (stays && (asItIs += 1) < this.records.length) return text;
      needsFolding.set(column.id, !stays);
      return stays ? text : foldText(text);
    };
  }

  private ranksOf(column: LedgerColumn, stroke = false): Uint32Array {
    const key = stroke ? `${column.id} stroke` : column.id;
    let ranks = this.kept.ranks.get(key);
    if (ranks === undefined)
      this.kept.ranks.set(key, (ranks = ranksOf(this, this.records.length, column, this.sight, stroke)));
    return ranks;
  }
}

/** Rows whose record is another one; `undefined` when there are many, or rows came or went. */
function changedRows(before: readonly StoredRecord[], now: readonly StoredRecord[]): readonly number[] | undefined {
  if (before.length !== now.length) return undefined;
  const rows: number[] = [];
  for (let row = 0; row < now.length; row++) if (now[row] !== before[row] && rows.push(row) > FEW) return undefined;
  return rows;
}

function listOf<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}
