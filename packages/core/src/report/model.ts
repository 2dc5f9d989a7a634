import type { Block, MemberFilter, Print } from '../generated/report.ts';
import type { Tone } from '../generated/definition.ts';
import type { Coverage } from './grid/grid.ts';
import type { Missing } from './grid/reading.ts';

/** One step of the way to a place: a member of a dimension. */
export interface Step {
  readonly dimension: string;
  readonly member: string;
}

/** Where a number stands: enough to find the rows behind it again, also from a link. */
export interface Place {
  readonly block: string;
  readonly measure: string;
  readonly rows: readonly Step[];
  readonly columns: readonly Step[];
  /** Members that a number inside a text is restricted to. */
  readonly filter?: readonly MemberFilter[];
}

/** One number of a report. */
export interface NumberCell {
  readonly place: Place;
  /** `null` where there is none, which is not zero. */
  readonly value: number | string | null;
  /** As it is shown, without its unit; — where there is none. */
  readonly text: string;
  readonly unit: string;
  /** Why there is none, in words. */
  readonly missing?: { readonly kind: Missing; readonly text: string };
  /** Colour and word of the threshold reached. */
  readonly tone?: Tone;
  readonly word?: string;
  /** On sums that are not complete. */
  readonly coverage?: Coverage & { readonly text: string };
}

/** A cell of a heading over columns; headings of several rows are merged. */
export interface HeadCell {
  readonly title: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** One row of a table. */
export interface TableRow {
  /** group: has rows below it, its numbers are a subtotal. */
  readonly kind: 'group' | 'member' | 'total';
  readonly title: string;
  /** Groups above it. */
  readonly depth: number;
  /** Place in the rows of the group above it; -1 without. */
  readonly parent: number;
  /** Running number of members; `null` for groups and totals. */
  readonly serial: number | null;
  readonly tone?: Tone;
  readonly steps: readonly Step[];
  readonly cells: readonly NumberCell[];
}

/** A table or a cross table: one model for screen, paper and Excel. */
export interface TableModel {
  readonly kind: 'table';
  /** Names of the row dimensions, and of the column dimensions in a cross table, for the corner. */
  readonly corner: { readonly rows: string; readonly columns: string };
  readonly head: readonly (readonly HeadCell[])[];
  readonly columns: readonly {
    readonly title: string;
    readonly unit: string;
    readonly bar: boolean;
    readonly isTotal: boolean;
  }[];
  /** Unit of all columns; `''` where they differ: then it stands in the headings. */
  readonly unit: string;
  readonly rows: readonly TableRow[];
  readonly hasSerial: boolean;
  readonly isFolded: boolean;
  /** Rows that sorting, limits or conditions left out. */
  readonly left: number;
}

export interface CardsModel {
  readonly kind: 'cards';
  readonly cards: readonly {
    readonly title: string;
    readonly cell: NumberCell;
    readonly target: string | null;
    readonly compare: readonly { readonly title: string; readonly cell: NumberCell }[];
    readonly trend: readonly { readonly title: string; readonly value: number | null; readonly text: string }[];
  }[];
}

export interface BoardRow {
  /** `null` for those that are not ranked. */
  readonly rank: number | null;
  /** Ranks gained since the compared period; `null` where it was not ranked then. */
  readonly moved: number | null;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly band: { readonly title: string; readonly tone?: Tone } | null;
  readonly cells: readonly NumberCell[];
  /** The chosen organisation's own. */
  readonly isOwn: boolean;
}

export interface BoardModel {
  readonly kind: 'board';
  readonly columns: readonly { readonly title: string; readonly unit: string }[];
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly BoardRow[];
    readonly ranked: number;
    readonly hidden: number;
    readonly isTooSmall: boolean;
  }[];
  readonly isProvisional: boolean;
  readonly coverage: (Coverage & { readonly text: string }) | null;
}

export interface LightsModel {
  readonly kind: 'lights';
  readonly corner: { readonly rows: string; readonly columns: string };
  readonly columns: readonly string[];
  readonly rows: readonly Pick<TableRow, 'kind' | 'title' | 'depth' | 'cells'>[];
  readonly legend: readonly { readonly tone: Tone; readonly title: string; readonly text: string }[];
}

export interface ChartModel {
  readonly kind: 'chart';
  readonly chart: string;
  /** `isOwn`: rows of an organisation itself, beside those of what stands below it; never the best or the worst. */
  readonly categories: readonly { readonly title: string; readonly tone?: Tone; readonly isOwn?: boolean }[];
  readonly series: readonly {
    readonly title: string;
    readonly unit: string;
    readonly tone?: Tone;
    readonly cells: readonly NumberCell[];
  }[];
  /** dot and box: the single points of each category. */
  readonly points: readonly (readonly { readonly title: string; readonly cell: NumberCell }[])[];
  /** funnel: categories before which it falls by more than the limit. */
  readonly drops: readonly { readonly at: number; readonly by: number }[];
}

export interface TextModel {
  readonly kind: 'text';
  /** Words and numbers in turn; members are names with, or without, their number. */
  readonly paragraphs: readonly (readonly TextPart[])[];
}

export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'number'; readonly cell: NumberCell }
  | {
      readonly kind: 'members';
      readonly members: readonly { readonly title: string; readonly cell: NumberCell | null }[];
    };

/** Organisations that have not reported one form in one period. */
export interface MissingFilings {
  /** Title of the form where there are several, and the period where it is not the chosen one; `''` otherwise. */
  readonly title: string;
  readonly organisations: readonly { readonly orgId: string; readonly title: string }[];
}

export interface CoverageModel {
  readonly kind: 'coverage';
  readonly data: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly title: string;
      readonly depth: number;
      readonly expected: number;
      readonly reported: number;
      readonly missing: readonly MissingFilings[];
    }[];
  }[];
}

export type BlockModel = TableModel | CardsModel | BoardModel | LightsModel | ChartModel | TextModel | CoverageModel;

/** One block as it is shown. */
export interface BlockResult {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly width: NonNullable<Block['width']>;
  readonly newPage: boolean;
  /** Why nothing is in it: no rows are behind it, or none of them is among those that it shows. */
  readonly empty?: 'noRows' | 'noneFits';
  /** Organisations of which nothing is known, where these are named instead of being rows of dashes. */
  readonly silent: readonly string[];
  readonly model: BlockModel;
}

/** A report as it is shown. */
export interface ReportResult {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly BlockResult[];
  /** How the numbers are made, in sentences. */
  readonly notes: readonly string[];
  readonly print: Print;
}
