import type { FactCall } from '../formula/run.ts';
import type { FormulaError, Value } from '../formula/value.ts';
import type { Score, ScoreBand, ScoreDimension, ScoreItem, ScoreVeto } from '../generated/definition.ts';
import type { FactValue } from '../record/fact-reader.ts';
import type { ScoreEntry } from './entry.ts';

/**
 * A number of the definition as it was used: `name` is the parameter it came from, `null` where it was written out or
 * computed.
 */
export interface Quantity {
  readonly value: number;
  readonly name: string | null;
}

/** One fact that an item read, with the records behind it. */
export interface FactRead {
  readonly call: FactCall;
  readonly fact: FactValue;
}

/**
 * Why an item has no computed points. no-definition, no-records, no-denominator: its fact is not to be had; blank: the
 * formula gave nothing; error: the formula failed (`error` says how).
 */
export interface Missing {
  readonly kind: 'no-definition' | 'no-records' | 'no-denominator' | 'blank' | 'error';
  readonly fact: FactRead | null;
  readonly error: FormulaError | null;
}

/** One step of a threshold item; `reached` marks the one that pays. */
export interface StepOutcome {
  readonly at: Quantity;
  readonly points: Quantity;
  readonly reached: boolean;
}

/** What an item was computed from. */
export interface ItemInput {
  /** Input of the method; `null` where there is none. */
  readonly value: Value;
  /** The value was answered by a person, not computed. */
  readonly answered: boolean;
  readonly required: Quantity | null;
  readonly full: Quantity | null;
  readonly per: Quantity | null;
  /** Empty for other methods than threshold. */
  readonly steps: readonly StepOutcome[];
}

/**
 * Points that no item earned: cap and floor of an item or dimension, rescale for items left out, limit of a veto.
 * Such nodes are what makes the total the sum of all nodes.
 */
export interface Adjustment {
  readonly kind: 'cap' | 'floor' | 'rescale' | 'veto';
  readonly points: number;
  /** The limit applied; for rescale the maximum that the remaining items had. */
  readonly limit: number;
  readonly veto: ScoreVeto | null;
}

/** One record that a score over many records counted, or did not. */
export interface EntryNode {
  readonly recordId: string;
  /** Date of the entry. */
  readonly on: string;
  /** Signed points. */
  readonly points: number;
}

/** One item with everything that led to its points. */
export interface ItemNode {
  readonly kind: 'item';
  readonly id: string;
  readonly item: ScoreItem;
  readonly dimension: ScoreDimension;
  /** JSON Pointer of the item in the definition, for translated texts. */
  readonly pointer: string;
  /** JSON Pointer of what people enter for it, in the record's data; `null` where nothing can be entered. */
  readonly entryPointer: string | null;
  /** finalScore: review ?? computed ?? self, bounded by the item; 0 while nothing is known. */
  readonly points: number;
  /** Points that the item can earn; 0 when it is left out. */
  readonly max: number;
  readonly origin: 'review' | 'computed' | 'self' | 'none';
  /** It is left out of the total: not applicable, or its data are missing and the definition says so. */
  readonly excluded: boolean;
  readonly applies: boolean;
  /** A person has to enter something before the item is complete. */
  readonly waiting: boolean;
  readonly missing: Missing | null;
  readonly computed: number | null;
  readonly self: number | null;
  readonly review: number | null;
  readonly input: ItemInput;
  readonly facts: readonly FactRead[];
  readonly entry: ScoreEntry;
  /** Only for scores over many records, oldest first. */
  readonly entries: readonly EntryNode[];
  /** Only for scores over many records: the cap of the item. */
  readonly adjustments: readonly Adjustment[];
}

/** A dimension: its items and its own cap and floor. */
export interface DimensionNode {
  readonly kind: 'dimension';
  readonly id: string;
  readonly dimension: ScoreDimension;
  readonly pointer: string;
  /** Subtotal, adjustments included. */
  readonly points: number;
  /**
   * What the items in force can earn together, after the cap; not part of the total's maximum for plus and minus parts.
   */
  readonly max: number;
  /** points ÷ max in percent; `null` where max is 0 and for plus and minus parts. */
  readonly share: number | null;
  readonly items: readonly ItemNode[];
  readonly adjustments: readonly Adjustment[];
}

/** Whether a veto applies; `unknown` where its condition could not be decided (`error` says why). */
export interface VetoNode {
  readonly veto: ScoreVeto;
  readonly pointer: string;
  readonly state: 'applies' | 'clear' | 'unknown';
  readonly error: FormulaError | null;
}

/** Why a band was not reached. */
export type BandReason =
  | { readonly kind: 'points'; readonly missing: number }
  | { readonly kind: 'dimension'; readonly dimension: DimensionNode; readonly needed: number; readonly missing: number }
  | { readonly kind: 'veto'; readonly veto: VetoNode }
  | { readonly kind: 'condition' }
  | { readonly kind: 'error'; readonly error: FormulaError };

/** One band, and why it was not reached (no reasons: it was). */
export interface BandNode {
  readonly band: ScoreBand;
  readonly pointer: string;
  /** Lowest total; `null` where it could not be computed. */
  readonly min: number | null;
  /** Share of its points, in percent, that every dimension must reach; `null` where there is none. */
  readonly minShare: number | null;
  readonly reasons: readonly BandReason[];
}

/**
 * The result of a score: a tree whose leaves (base, items, adjustments) add up to `points` exactly.
 * Texts are not in it; explain.ts makes them when somebody asks.
 */
export interface ScoreTree {
  readonly kind: 'total';
  readonly score: Score;
  readonly places: number;
  /** totalScore. */
  readonly points: number;
  /** Maximum without plus and minus parts; what remains after items were left out is scaled up to it. */
  readonly max: number;
  readonly base: number;
  /** Why the base could not be computed; it then counts as 0 and the score is not complete. */
  readonly baseError: FormulaError | null;
  readonly dimensions: readonly DimensionNode[];
  readonly adjustments: readonly Adjustment[];
  readonly vetoes: readonly VetoNode[];
  /** Whether any veto applies. */
  readonly vetoed: boolean;
  /** Bands from the best to the lowest. */
  readonly bands: readonly BandNode[];
  /** The best band whose conditions all hold; `null` where there is none. */
  readonly band: BandNode | null;
  /** No item waits for a person. */
  readonly complete: boolean;
}

/** Every item of the tree, in order. */
export function itemsOf(tree: ScoreTree): ItemNode[] {
  const items: ItemNode[] = [];
  for (const dimension of tree.dimensions) items.push(...dimension.items);
  return items;
}

/** The points of every leaf: base, items, and all adjustments. They add up to the total. */
export function leavesOf(tree: ScoreTree): number[] {
  const leaves = [tree.base];
  const adjust = (adjustments: readonly Adjustment[]) => adjustments.forEach(({ points }) => leaves.push(points));
  for (const { items, adjustments } of tree.dimensions) {
    for (const item of items) {
      leaves.push(...itemLeaves(item));
    }
    adjust(adjustments);
  }
  adjust(tree.adjustments);
  return leaves;
}

/** An item over many records is the sum of its entries, of what a deduction starts from, and of its cap. */
function itemLeaves({ points, entries, adjustments, item, max }: ItemNode): number[] {
  if (entries.length === 0) return [points];
  return [
    item.method === 'deduct' ? max : 0,
    ...entries.map((entry) => entry.points),
    ...adjustments.map((adjustment) => adjustment.points),
  ];
}
