import type { Formula } from '@jiceng/core/formula/tree.js';
import type { Tone } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { LedgerPart } from '@jiceng/core/table/ledger-columns.js';

/** What a column holds, which decides how it is drawn, sorted and filtered. */
export type ColumnKind =
  | 'number'
  | 'text'
  | 'longText'
  | 'date'
  | 'choice'
  | 'boolean'
  | 'organisation'
  | 'person'
  | 'period'
  | 'state'
  | 'lamp'
  | 'other'
  | 'rowNumber';

/** One of the values that a column may have, with its words; for filters, groups and their order. */
export interface ColumnOption {
  readonly value: string;
  readonly title: string;
  readonly tone?: Tone;
  readonly lamp?: string;
}

/** A column of the ledger, before anything is drawn. */
export interface LedgerColumn {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly string[];
  readonly kind: ColumnKind;
  readonly width: number;
  readonly frozen: boolean;
  readonly total?: 'sum' | 'average' | 'count' | 'rate';
  /** Equal neighbours stand in one cell. */
  readonly merge?: boolean;
  /** Of a computed column. */
  readonly formula?: Formula;
  /** Address of the field, where it is one. */
  readonly pointer?: string;
  readonly node?: FieldNode;
  /** Value and text are the record's own: keeping them would cost more than asking again. */
  readonly direct?: boolean;
  /** In their order; empty where values are free. */
  readonly options: readonly ColumnOption[];
  /** Of a column whose cells hold several values of a list. */
  readonly members?: { readonly options: readonly ColumnOption[]; of(record: StoredRecord): readonly string[] };
  /** Comparable value: `null` where there is none. */
  value(record: StoredRecord): string | number | null;
  text(record: StoredRecord): string;
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  number: 112,
  text: 140,
  longText: 260,
  date: 116,
  choice: 116,
  boolean: 84,
  organisation: 150,
  person: 100,
  period: 120,
  state: 104,
  lamp: 104,
  other: 140,
  rowNumber: 60,
};

/** What stands beside the words of a mark, in px. */
const MARK = { lamp: 40, badge: 36 };

/** About how wide a text is at normal size, in px: Chinese characters are as wide as they are high. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char > '\u2e7f' ? 14 : 7.5;
  return Math.ceil(width);
}

/** What columns of a kind have in common; `words`: what marks in the column may say, none of which is cut. */
export function base(
  kind: ColumnKind,
  { source, groups }: LedgerPart,
  words: readonly string[] = [],
): Pick<LedgerColumn, 'kind' | 'groups' | 'width' | 'frozen' | 'total' | 'merge'> {
  return {
    kind,
    groups,
    width: Math.max(
      source.width ?? WIDTHS[kind],
      ...words.map((text) => widthOf(text) + MARK[kind === 'lamp' ? 'lamp' : 'badge']),
    ),
    frozen: source.frozen ?? kind === 'rowNumber',
    ...(source.total ? { total: source.total } : {}),
    ...(source.merge ? { merge: true } : {}),
  };
}
