import { isError, type Value } from '../formula/value.ts';
import { bandsOf, vetoesOf } from './bands.ts';
import { explainDeduction } from './explain.ts';
import { quantityOf, type ScoredItem } from './item.ts';
import type { PlannedDimension, ScorePlan } from './plan.ts';
import type { Trace } from './trace.ts';
import type { Adjustment, DimensionNode, ItemNode, ScoreTree, VetoNode } from './tree.ts';
import { rescale, toPoints, toUnits, type Units } from './units.ts';

const NONE: readonly Adjustment[] = [];

interface AddedDimension {
  readonly node: DimensionNode;
  readonly units: Units;
  readonly max: Units;
  readonly fullMax: Units;
}

/**
 * Adds scored items up to the tree: caps and floors, what was left out, vetoes, bands. `items` go by the plan's
 * dimensions.
 */
export function totalOf(plan: ScorePlan, items: readonly (readonly ScoredItem[])[], trace: Trace): ScoreTree {
  const { places } = plan;
  const found = quantityOf(plan.base, trace);
  const baseError = isError(found) ? found : null;
  const base = found === null || isError(found) ? 0 : toUnits(found.value, places);
  const dimensions = plan.dimensions.map((planned, at) => addDimension(planned, items[at] ?? [], places));
  const adjustments: Adjustment[] = [];
  let total = base;
  let max = 0;
  let fullMax = 0;
  let regular = 0;
  let complete = baseError === null;
  for (const { node, units, max: most, fullMax: whole } of dimensions) {
    total += units;
    complete = complete && !node.items.some(({ waiting }) => waiting);
    if (node.dimension.adjust === true) continue;
    regular += units;
    max += most;
    fullMax += whole;
  }
  if (max !== fullMax && max > 0) {
    const change = rescale(regular, fullMax, max) - regular;
    adjustments.push({ kind: 'rescale', points: toPoints(change, places), limit: toPoints(max, places), veto: null });
    total += change;
  }

  const nodes = dimensions.map(({ node }) => node);
  trace.withColumns(columnsOf(nodes));
  const vetoes = vetoesOf(plan, trace);
  for (const limited of vetoLimits(vetoes, total, places)) {
    adjustments.push(limited);
    total += toUnits(limited.points, places);
  }
  const bands = bandsOf(plan, total, nodes, vetoes, trace);
  return {
    kind: 'total',
    score: plan.score,
    places,
    points: toPoints(total, places),
    max: toPoints(fullMax, places),
    base: toPoints(base, places),
    baseError,
    dimensions: nodes,
    adjustments,
    vetoes,
    vetoed: vetoes.some(({ state }) => state === 'applies'),
    bands,
    band: bands.find(({ reasons }) => reasons.length === 0) ?? null,
    complete,
  };
}

/** Cap and floor as nodes of their own, where they bite. */
export function boundsOf(
  units: Units,
  cap: Units | null,
  floor: Units | null,
  places: number,
): { readonly units: Units; readonly adjustments: readonly Adjustment[] } {
  if (cap !== null && units > cap) {
    return {
      units: cap,
      adjustments: [{ kind: 'cap', points: toPoints(cap - units, places), limit: toPoints(cap, places), veto: null }],
    };
  }
  if (floor !== null && units < floor) {
    return {
      units: floor,
      adjustments: [
        { kind: 'floor', points: toPoints(floor - units, places), limit: toPoints(floor, places), veto: null },
      ],
    };
  }
  return { units, adjustments: NONE };
}

function addDimension(planned: PlannedDimension, items: readonly ScoredItem[], places: number): AddedDimension {
  let sum = 0;
  let max = 0;
  let fullMax = 0;
  for (const item of items) {
    sum += item.units;
    max += item.max;
    fullMax += item.fullMax;
  }
  const { cap } = planned;
  if (cap !== null) {
    max = Math.min(max, cap);
    fullMax = Math.min(fullMax, cap);
  }
  const { units, adjustments } = boundsOf(sum, cap, planned.floor, places);
  const regular = planned.dimension.adjust !== true && max > 0;
  return {
    units,
    max,
    fullMax,
    node: {
      kind: 'dimension',
      id: planned.dimension.id,
      dimension: planned.dimension,
      pointer: planned.pointer,
      points: toPoints(units, places),
      max: toPoints(max, places),
      share: regular ? (units / max) * 100 : null,
      items: items.map(({ node }) => node),
      adjustments,
    },
  };
}

function vetoLimits(vetoes: readonly VetoNode[], total: Units, places: number): Adjustment[] {
  const limits: Adjustment[] = [];
  let left = total;
  for (const { veto, state } of vetoes) {
    if (state !== 'applies' || veto.total === undefined) continue;
    const limit = toUnits(veto.total, places);
    if (left <= limit) continue;
    limits.push({ kind: 'veto', points: toPoints(limit - left, places), limit: veto.total, veto });
    left = limit;
  }
  return limits;
}

const ZH = { language: 'zh-CN' } as const;

const COLUMNS: Readonly<Record<string, (item: ItemNode) => Value>> = {
  itemId: ({ id }) => id,
  itemName: ({ item }) => item.title,
  dimensionId: ({ dimension }) => dimension.id,
  dimensionName: ({ dimension }) => dimension.title,
  maxScore: ({ max }) => max,
  finalScore: ({ points }) => points,
  points: ({ points }) => points,
  deductReason: (item) => explainDeduction(item, ZH),
};

/** The columns of `score` that veto and band conditions read: one value for each item in force, in order. */
function columnsOf(dimensions: readonly DimensionNode[]): (column: string) => readonly Value[] | undefined {
  const columns = new Map(Object.entries(COLUMNS));
  return (name) => {
    const column = columns.get(name);
    return column && dimensions.flatMap(({ items }) => items.map(column));
  };
}
