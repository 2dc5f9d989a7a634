import type { ScoreItem } from '../generated/definition.ts';
import { isError, type FormulaError, type Value } from '../formula/value.ts';
import type { Num } from '../number/decimal.ts';
import type { ScoreEntry } from './entry.ts';
import { pointsByMethod, reaches } from './methods.ts';
import type { PlannedItem, PlannedNumber } from './plan.ts';
import type { Trace } from './trace.ts';
import type { Adjustment, EntryNode, FactRead, ItemInput, ItemNode, Missing, Quantity, StepOutcome } from './tree.ts';
import { toPoints, toUnits, type Units } from './units.ts';

/** An item with its points in units, for adding up. */
export interface ScoredItem {
  readonly node: ItemNode;
  readonly units: Units;
  readonly max: Units;
  /** What the item could earn if it were not left out. */
  readonly fullMax: Units;
}

const NO_STEPS: readonly StepOutcome[] = [];
const NO_ENTRIES: readonly EntryNode[] = [];
const NO_ADJUSTMENTS: readonly Adjustment[] = [];

/** The number meant by the definition, for this record. */
export function quantityOf(planned: PlannedNumber | null, trace: Trace): Quantity | FormulaError | null {
  if (planned === null) return null;
  if ('value' in planned) return planned;
  const value = trace.value(planned.formula);
  if (isError(value)) return value;
  const number = typeof value === 'number' ? value : Number(value ?? 0);
  return { value: Number.isFinite(number) ? number : 0, name: planned.name };
}

/** Scores one item of one record. */
export function scoreItem(planned: PlannedItem, entry: ScoreEntry, trace: Trace, places: number): ScoredItem {
  const { item } = planned;
  const applicable = planned.applicable ? trace.value(planned.applicable) : true;
  const value = applicable === false ? null : planned.value ? trace.value(planned.value) : entry.answer;
  const answered = planned.value === null;
  const input = inputOf(planned, value, answered, trace);
  const facts = trace.takeReads();
  const node = (result: Outcome) => makeNode(planned, entry, result, facts, places);

  if (applicable === false) return node(notApplicable(planned, input));
  if (isError(input))
    return node(missingOutcome(planned, blankInput(value, answered), missingOf(input, facts), entry, places));
  if (isError(applicable)) return node(missingOutcome(planned, input, missingOf(applicable, facts), entry, places));
  if (answered) return node(entered(planned, input, entry, places));
  if (value === null || isError(value))
    return node(missingOutcome(planned, input, missingOf(value, facts), entry, places));
  const points = pointsByMethod(item, input);
  if (points === 'nothing-required') return node(notApplicable(planned, input));
  if (isError(points)) return node(missingOutcome(planned, input, missingOf(points, facts), entry, places));
  return node({
    input,
    computed: bounded(points, planned, places),
    self: selfOf(planned, input, entry, places, true),
    missing: null,
    left: 'no',
  });
}

/** What came out of an item before review. `left`: no, out of the total, or it does not apply but counts. */
interface Outcome {
  readonly input: ItemInput;
  readonly computed: Units | null;
  readonly self: Units | null;
  readonly missing: Missing | null;
  readonly left: 'no' | 'excluded' | 'not-applicable' | 'not-applicable-excluded';
}

function makeNode(
  planned: PlannedItem,
  entry: ScoreEntry,
  outcome: Outcome,
  facts: readonly FactRead[],
  places: number,
): ScoredItem {
  const { item, dimension } = planned;
  const applies = outcome.left === 'no' || outcome.left === 'excluded';
  const excluded = outcome.left === 'excluded' || outcome.left === 'not-applicable-excluded';
  const review =
    applies && !excluded && entry.reviewScore !== null ? bounded(entry.reviewScore, planned, places) : null;
  const found = review ?? outcome.computed ?? outcome.self;
  const units = excluded ? 0 : (found ?? 0);
  const max = excluded ? 0 : planned.max;
  const points = (value: Units | null) => (value === null ? null : toPoints(value, places));
  return {
    units,
    max,
    fullMax: planned.max,
    node: {
      kind: 'item',
      id: item.id,
      item,
      dimension,
      pointer: planned.pointer,
      entryPointer: planned.entryPointer,
      points: toPoints(units, places),
      max: toPoints(max, places),
      origin:
        review !== null ? 'review' : outcome.computed !== null ? 'computed' : outcome.self !== null ? 'self' : 'none',
      excluded,
      applies,
      waiting: !excluded && found === null,
      missing: outcome.missing,
      computed: points(outcome.computed),
      self: points(outcome.self),
      review: points(review),
      input: outcome.input,
      facts,
      entry,
      entries: NO_ENTRIES,
      adjustments: NO_ADJUSTMENTS,
    },
  };
}

function notApplicable(planned: PlannedItem, input: ItemInput | FormulaError): Outcome {
  const found = isError(input) ? blankInput(null, planned.value === null) : input;
  const none = { input: found, self: null, missing: null } as const;
  switch (planned.item.whenNotApplicable ?? 'exclude') {
    case 'exclude':
      return { ...none, computed: null, left: 'not-applicable-excluded' };
    case 'full':
      return { ...none, computed: planned.max, left: 'not-applicable' };
    case 'zero':
      return { ...none, computed: 0, left: 'not-applicable' };
  }
}

/**
 * What becomes of an item without a value. A formula that fails always goes to people: leaving it out or counting
 * nothing would hide it.
 */
export function wayOut(
  { whenMissing = 'manual', whenNothing = whenMissing }: ScoreItem,
  kind: Missing['kind'],
): 'manual' | 'zero' | 'exclude' | 'full' {
  return kind === 'error' ? 'manual' : kind === 'no-denominator' ? whenNothing : whenMissing;
}

function missingOutcome(
  planned: PlannedItem,
  input: ItemInput,
  missing: Missing,
  entry: ScoreEntry,
  places: number,
): Outcome {
  const way = wayOut(planned.item, missing.kind);
  if (way === 'exclude') return { input, computed: null, self: null, missing, left: 'excluded' };
  if (way === 'zero' || way === 'full')
    return { input, computed: way === 'zero' ? 0 : planned.max, self: null, missing, left: 'no' };
  return { input, computed: null, self: selfOf(planned, input, entry, places, true), missing, left: 'no' };
}

function entered(planned: PlannedItem, input: ItemInput, entry: ScoreEntry, places: number): Outcome {
  if (planned.item.method === 'countCap' && (input.required?.value ?? 0) <= 0) return notApplicable(planned, input);
  return { input, computed: null, self: selfOf(planned, input, entry, places, false), missing: null, left: 'no' };
}

/**
 * What people entered: the answer by the item's method, else typed points. An answer where data were expected is read
 * as the method's input, too.
 */
function selfOf(
  planned: PlannedItem,
  input: ItemInput,
  entry: ScoreEntry,
  places: number,
  fallback: boolean,
): Units | null {
  if (entry.answer !== null && planned.item.method !== 'manual' && !(fallback && entry.selfScore !== null)) {
    const points = pointsByMethod(planned.item, { ...input, value: entry.answer });
    if (points !== 'nothing-required' && !isError(points)) return bounded(points, planned, places);
  }
  return entry.selfScore === null ? null : bounded(entry.selfScore, planned, places);
}

/** Rounded, and not above the item's points; not below zero, except where losses may go there. */
function bounded(points: Num, planned: PlannedItem, places: number): Units {
  const units = Math.min(toUnits(points, places), planned.max);
  return units < 0 && !planned.belowZero ? 0 : units;
}

function inputOf(planned: PlannedItem, value: Value, answered: boolean, trace: Trace): ItemInput | FormulaError {
  const required = quantityOf(planned.required, trace);
  if (isError(required)) return required;
  const full = quantityOf(planned.full, trace);
  if (isError(full)) return full;
  const per = quantityOf(planned.per, trace);
  if (isError(per)) return per;
  if (planned.steps.length === 0) return { value, answered, required, full, per, steps: NO_STEPS };
  const steps = stepsOf(planned, value, trace);
  return isError(steps) ? steps : { value, answered, required, full, per, steps };
}

function stepsOf(planned: PlannedItem, value: Value, trace: Trace): readonly StepOutcome[] | FormulaError {
  const steps: { at: Quantity; points: Quantity; reached: boolean }[] = [];
  let best: (typeof steps)[number] | undefined;
  for (const step of planned.steps) {
    const at = quantityOf(step.at, trace);
    if (isError(at)) return at;
    const points = quantityOf(step.points, trace);
    if (isError(points)) return points;
    if (!at || !points) continue;
    const outcome = { at, points, reached: false };
    steps.push(outcome);
    if (typeof value === 'number' && reaches(planned.item, value, at.value) && points.value > (best?.points.value ?? 0))
      best = outcome;
  }
  if (best) best.reached = true;
  return steps;
}

function blankInput(value: Value, answered: boolean): ItemInput {
  return { value: isError(value) ? null : value, answered, required: null, full: null, per: null, steps: NO_STEPS };
}

/** Why there is no value: the fact that could not be had, else the formula itself. */
function missingOf(value: Value, facts: readonly FactRead[]): Missing {
  const read = facts.find(({ fact }) => fact.missing !== undefined && fact.missing !== 'error');
  const kind = read?.fact.missing;
  if (
    read &&
    kind !== undefined &&
    kind !== 'error' &&
    (value === null || (isError(value) && value.code !== 'over-budget'))
  ) {
    return { kind, fact: read, error: null };
  }
  if (!isError(value)) return { kind: 'blank', fact: null, error: null };
  if (value.code === 'division-by-zero') return { kind: 'no-denominator', fact: null, error: null };
  return { kind: 'error', fact: facts.find(({ fact }) => fact.missing === 'error') ?? null, error: value };
}
