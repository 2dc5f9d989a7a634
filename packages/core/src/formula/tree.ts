import type { Problem } from '../text/problem.ts';

/** A place in the formula's text, in UTF-16 units; `end` is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** One value written in a formula. */
export type Literal = number | string | boolean;

/** The closed tree of a formula: nothing else can be said in one. Chains of operators of one rank are flat. */
export type Node =
  | { readonly type: 'literal'; readonly value: Literal }
  | { readonly type: 'array'; readonly items: readonly Literal[] }
  | { readonly type: 'name'; readonly name: string; readonly at: Place }
  /** `items.score`: one column of a repeated field. */
  | { readonly type: 'column'; readonly list: string; readonly column: string; readonly at: Place }
  /** `[@score]`: the cell of this row. */
  | { readonly type: 'cell'; readonly column: string; readonly at: Place }
  /** `null` is an argument left empty, as in `IF(a,,b)`. */
  | { readonly type: 'call'; readonly name: string; readonly args: readonly (Node | null)[]; readonly at: Place }
  | {
      readonly type: 'chain';
      readonly first: Node;
      readonly rest: readonly { readonly operator: Operator; readonly operand: Node }[];
    }
  | { readonly type: 'sign'; readonly operator: '+' | '-'; readonly operand: Node }
  | { readonly type: 'percent'; readonly operand: Node };

/** Which part of a fact a call reads: `FACT` the value, `FACTNUM` the numerator, `FACTDEN` the denominator. */
export type FactPart = 'value' | 'num' | 'den';

/** A fact that a formula names in plain text, known without running it. */
export interface FactRef {
  readonly id: string;
  readonly part: FactPart;
  /** The second argument when it is plain text; `undefined` when absent or calculated. */
  readonly by: string | undefined;
  /**
   * The third argument when it is a plain number (periods, -1 is the one before); `undefined` when absent or
   * calculated.
   */
  readonly offset: number | undefined;
}

/** A parsed formula: plain data, safe to keep, compare and send. */
export interface Formula {
  /** As typed. */
  readonly text: string;
  readonly tree: Node;
  /** Every name that the formula reads, once, in order of appearance; for `items.score` that is `items`. */
  readonly names: readonly string[];
  /** Columns of this row that the formula reads by `[@score]`. */
  readonly cells: readonly string[];
  /** Calls of FACT, FACTNUM and FACTDEN whose first argument is plain text. */
  readonly facts: readonly FactRef[];
  /** Functions that it calls, in capitals. */
  readonly functions: readonly string[];
  /** Whether its result changes with the day (TODAY, NOW) while nothing else does. */
  readonly volatile: boolean;
}

/** What is wrong in a formula, and where. */
export interface FormulaProblem extends Problem {
  readonly position: Place;
}
