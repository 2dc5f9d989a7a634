import type { Compiled } from '../definition/compiled.ts';
import type { Formula } from '../formula/tree.ts';
import type {
  AppliesTo,
  NumberOrFormula,
  Score,
  ScoreBand,
  ScoreDimension,
  ScoreItem,
  ScoreVeto,
} from '../generated/definition.ts';
import { own } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import type { Quantity } from './tree.ts';
import { scaleOf, toUnits, type Units } from './units.ts';

/** What a score needs of a compiled definition. */
export type Scorable = Pick<Compiled, 'definition' | 'formula' | 'parameters'>;

/** The three values that decide which items are in force; empty texts where they are unknown. */
export interface OrgKind {
  readonly orgType: string;
  readonly orgForm: string;
  readonly orgLevel: string;
  /** Ids from the top down to the organisation, joined by `/`; for parts that only hold below some organisations. */
  readonly orgPath?: string;
}

/** A number of the definition: fixed, or a formula to be evaluated. */
export type PlannedNumber = Quantity | { readonly formula: Formula; readonly name: string | null };

/** One item in force, with everything that does not depend on the record. */
export interface PlannedItem {
  readonly item: ScoreItem;
  readonly dimension: ScoreDimension;
  readonly pointer: string;
  readonly entryPointer: string | null;
  readonly max: Units;
  readonly value: Formula | null;
  readonly applicable: Formula | null;
  readonly required: PlannedNumber | null;
  readonly full: PlannedNumber | null;
  readonly per: PlannedNumber | null;
  readonly steps: readonly { readonly at: PlannedNumber; readonly points: PlannedNumber }[];
  /** Losses may go below zero: plus and minus parts, and deductions that have no points of their own. */
  readonly belowZero: boolean;
}

export interface PlannedDimension {
  readonly dimension: ScoreDimension;
  readonly pointer: string;
  readonly items: readonly PlannedItem[];
  readonly cap: Units | null;
  readonly floor: Units | null;
}

export interface PlannedBand {
  readonly band: ScoreBand;
  readonly pointer: string;
  readonly min: PlannedNumber;
  readonly minShare: PlannedNumber | null;
  readonly when: Formula | null;
}

/** The score of one definition for one kind of organisation. */
export interface ScorePlan {
  readonly score: Score;
  readonly places: number;
  readonly scale: number;
  readonly base: PlannedNumber | null;
  readonly dimensions: readonly PlannedDimension[];
  readonly vetoes: readonly { readonly veto: ScoreVeto; readonly pointer: string; readonly when: Formula }[];
  readonly bands: readonly PlannedBand[];
}

const plans = new WeakMap<Scorable, Map<string, ScorePlan>>();

/**
 * The items in force for a kind of organisation, compiled once. `undefined` for a definition without a score.
 * An item that replaces another stands at that one's place.
 */
export function scorePlan(compiled: Scorable, kind: OrgKind): ScorePlan | undefined {
  const { score } = compiled.definition;
  if (!score) return undefined;
  let known = plans.get(compiled);
  if (!known) plans.set(compiled, (known = new Map()));
  const reaches = score.dimensions.some(({ items }) => items.some(({ appliesTo }) => appliesTo?.under));
  const key = `${kind.orgType}\n${kind.orgForm}\n${kind.orgLevel}\n${reaches ? (kind.orgPath ?? '') : ''}`;
  let plan = known.get(key);
  if (!plan) known.set(key, (plan = makePlan(compiled, score, kind)));
  return plan;
}

/** Whether `appliesTo` holds for a kind of organisation: every list given must contain its value. */
export function appliesToKind(appliesTo: AppliesTo | undefined, kind: OrgKind): boolean {
  return (
    (appliesTo?.orgType?.includes(kind.orgType) ?? true) &&
    (appliesTo?.orgForm?.includes(kind.orgForm) ?? true) &&
    ((appliesTo?.orgLevel as string[] | undefined)?.includes(kind.orgLevel) ?? true) &&
    (appliesTo?.under?.some((orgId) => (kind.orgPath ?? '').split('/').includes(orgId)) ?? true)
  );
}

/** The items of `score` in force for `kind`, with their places in the definition; order follows replacement. */
export function itemsInForce(
  score: Score,
  kind: OrgKind,
): { readonly item: ScoreItem; readonly dimension: number; readonly index: number }[] {
  const found = score.dimensions.flatMap(({ items }, dimension) =>
    items.map((item, index) => ({ item, dimension, index })),
  );
  const applying = found.filter(({ item }) => appliesToKind(item.appliesTo, kind));
  const replaced = new Map<string, number>();
  applying.forEach(({ item }) => {
    if (item.replaces !== undefined) replaced.set(item.replaces, 0);
  });
  const placeOf = new Map(found.map(({ item, dimension, index }) => [item.id, { dimension, index }]));
  const sortKey = ({ item, dimension, index }: (typeof found)[number]) => {
    const place = item.replaces === undefined ? undefined : placeOf.get(item.replaces);
    return place && place.dimension === dimension ? place.index : index;
  };
  return applying
    .filter(({ item }) => !replaced.has(item.id))
    .sort((a, b) => a.dimension - b.dimension || sortKey(a) - sortKey(b) || a.index - b.index);
}

function makePlan(compiled: Scorable, score: Score, kind: OrgKind): ScorePlan {
  const places = score.places ?? 2;
  const number = (value: NumberOrFormula | undefined) => (value === undefined ? null : plannedNumber(compiled, value));
  const formula = (text: string | undefined) => (text === undefined ? null : compiled.formula(text));
  const items = itemsInForce(score, kind);
  const plannedItem = ({ item, dimension: at, index }: (typeof items)[number]): PlannedItem => {
    const dimension = score.dimensions[at] as ScoreDimension;
    return {
      item,
      dimension,
      pointer: toPointer(['score', 'dimensions', at, 'items', index]),
      entryPointer: score.entries === undefined ? null : score.entries + toPointer([item.id]),
      max: toUnits(item.max, places),
      value: formula(item.value),
      applicable: formula(item.applicable),
      required: number(item.required),
      full: number(item.full),
      per: number(item.per),
      steps: (item.steps ?? []).map((step) => ({
        at: plannedNumber(compiled, step.at),
        points: plannedNumber(compiled, step.points),
      })),
      belowZero: dimension.adjust === true || (item.method === 'deduct' && item.max === 0),
    };
  };
  return {
    score,
    places,
    scale: scaleOf(places),
    base: number(score.base),
    dimensions: score.dimensions.map((dimension, at) => ({
      dimension,
      pointer: toPointer(['score', 'dimensions', at]),
      items: items.filter((entry) => entry.dimension === at).map(plannedItem),
      cap: dimension.cap === undefined ? null : toUnits(dimension.cap, places),
      floor: dimension.floor === undefined ? null : toUnits(dimension.floor, places),
    })),
    vetoes: (score.veto ?? []).map((veto, at) => ({
      veto,
      pointer: toPointer(['score', 'veto', at]),
      when: compiled.formula(veto.when),
    })),
    bands: (score.bands ?? []).map((band, at) => ({
      band,
      pointer: toPointer(['score', 'bands', at]),
      min: plannedNumber(compiled, band.min),
      minShare: number(band.minShare),
      when: formula(band.when),
    })),
  };
}

/**
 * A parameter's name alone is fixed for the definition, so it costs nothing for each record; its name is kept for
 * explanations.
 */
function plannedNumber(compiled: Scorable, value: NumberOrFormula): PlannedNumber {
  if (typeof value === 'number') return { value, name: null };
  const formula = compiled.formula(value);
  const { tree } = formula;
  if (tree.type === 'literal' && typeof tree.value === 'number') return { value: tree.value, name: null };
  if (tree.type !== 'name') return { formula, name: null };
  const parameter = own(compiled.definition.parameters, tree.name);
  if (typeof parameter?.value === 'number') return { value: parameter.value, name: tree.name };
  return { formula, name: tree.name };
}
