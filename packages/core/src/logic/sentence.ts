import type { Literal } from '../formula/tree.ts';

/** How two values are compared. */
export type Relation = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** What can be told of many values in one number or date. */
export type Summing = 'COUNTA' | 'COUNT' | 'ROWS' | 'SUM' | 'MAX' | 'MIN' | 'AVERAGE';
/** Part of a date, or the length of a text. */
export type Part = 'YEAR' | 'QUARTER' | 'MONTH' | 'DAY' | 'LEN';
export type FactRead = 'FACT' | 'FACTNUM' | 'FACTDEN';

/** One value in a sentence. Nothing else can stand there. */
export type Term =
  | { readonly type: 'value'; readonly value: Literal }
  /** A field, a parameter, the state or a name of the envelope. */
  | { readonly type: 'name'; readonly name: string }
  /** The cell of this row. */
  | { readonly type: 'cell'; readonly column: string }
  | { readonly type: 'column'; readonly list: string; readonly column: string }
  | { readonly type: 'today' }
  | { readonly type: 'now' }
  /** A fact; `args` are by, offset, kind of period and reach, `null` where one is left out. */
  | { readonly type: 'fact'; readonly read: FactRead; readonly id: string; readonly args: readonly (Term | null)[] }
  | { readonly type: 'sum'; readonly how: Summing; readonly of: readonly Term[] }
  /** How many entries suit all criteria (COUNTIF, COUNTIFS). */
  | { readonly type: 'matches'; readonly criteria: readonly Criterion[] }
  /** So many months after a date. */
  | { readonly type: 'months'; readonly from: Term; readonly by: Term }
  | { readonly type: 'part'; readonly part: Part; readonly of: Term }
  /** The number, 0 where there is none. */
  | { readonly type: 'number'; readonly of: Term }
  | { readonly type: 'minus'; readonly of: Term }
  | {
      readonly type: 'calc';
      readonly first: Term;
      readonly rest: readonly { readonly operator: '+' | '-' | '*' | '/'; readonly operand: Term }[];
    }
  /** Another value where there is none (IFNA) or where it cannot be calculated (IFERROR). */
  | { readonly type: 'fallback'; readonly how: 'IFNA' | 'IFERROR'; readonly of: Term; readonly otherwise: Term };

/** One demand on the entries of a list. With another relation than `=`, a fixed value is text, as Excel writes it. */
export interface Criterion {
  readonly of: Term;
  readonly relation: Relation;
  readonly to: Term;
}

/** A condition that reads as a sentence and is chosen without typing a formula. */
export type Sentence =
  | { readonly type: 'all' | 'any'; readonly of: readonly Sentence[] }
  | { readonly type: 'not'; readonly of: Sentence }
  | { readonly type: 'compare'; readonly left: Term; readonly relation: Relation; readonly right: Term }
  | { readonly type: 'between'; readonly of: Term; readonly from: Term; readonly to: Term }
  | { readonly type: 'blank'; readonly of: Term }
  /** A yes-or-no value by itself. */
  | { readonly type: 'holds'; readonly of: Term };

export const RELATIONS: readonly Relation[] = ['=', '<>', '<', '>', '<=', '>='];
