import type { StoredRecord } from '../generated/record.ts';

/**
 * A filter on one column: values, a part of its text, bounds (inclusive), or an organisation with everything below it.
 */
export interface RowFilter {
  readonly column: string;
  /** Stored values; `''` stands for blank ones. */
  readonly values?: readonly string[];
  readonly text?: string;
  readonly from?: string | number;
  readonly to?: string | number;
  readonly under?: string;
}

/**
 * Which rows are wanted, and in which order. Columns are named by the ids of the ledger: a field's address, or a name
 * of the envelope.
 */
export interface RowQuery {
  readonly definitionId: string;
  /** Words that must all be found; `''` for none. */
  readonly search: string;
  readonly filters: readonly RowFilter[];
  /** Places of the definition's counters whose condition must hold. */
  readonly counters: readonly number[];
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** Chinese texts in the order of strokes. */
  readonly stroke: boolean;
  /** Columns whose values the rows are grouped by, the outermost first; empty: none. */
  readonly groupBy: readonly string[];
  /** Keys of groups whose rows are left out. */
  readonly folded: readonly string[];
}

/**
 * One group, in the order in which they are shown: those inside it follow. `key`: the value, as `groupKey` puts it
 * behind that of the group around it. `level`: depth, from 0.
 */
export interface GroupSummary {
  readonly key: string;
  readonly level: number;
  readonly title: string;
  readonly count: number;
  readonly totals?: Readonly<Record<string, number | null>>;
}

/** What is known of a query's rows without reading them. */
export interface RowSummary {
  /** Rows of the definition, whatever the query. */
  readonly all: number;
  /** Rows that pass the query, those of folded groups included. */
  readonly count: number;
  /** By column, for those that have totals. */
  readonly totals: Readonly<Record<string, number | null>>;
  /** Rows behind each of the definition's counters, whatever the query. */
  readonly counters: readonly number[];
  /** Only with `groupBy`. */
  readonly groups?: readonly GroupSummary[];
}

/**
 * Rows that are read page by page; searching, filtering, sorting, grouping and adding up are done where they are kept.
 * Rejections are shown, with a button that tries again.
 */
export interface RowSource {
  summary(query: RowQuery): Promise<RowSummary>;
  /** The rows `from` … `to − 1` of the query, those of folded groups left out. */
  rows(query: RowQuery, from: number, to: number): Promise<readonly StoredRecord[]>;
  /** Calls back after every change of the rows until the returned function is called. */
  subscribe?(changed: () => void): () => void;
}
