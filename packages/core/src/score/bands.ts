import { isError, type FormulaError } from '../formula/value.ts';
import { isTrue } from '../record/judge.ts';
import { quantityOf } from './item.ts';
import type { PlannedBand, ScorePlan } from './plan.ts';
import type { Trace } from './trace.ts';
import type { BandNode, BandReason, DimensionNode, VetoNode } from './tree.ts';
import { toPoints, toUnits, type Units } from './units.ts';

/** Which vetoes apply. A condition that cannot be decided is `unknown`, never `clear`. */
export function vetoesOf(plan: ScorePlan, trace: Trace): VetoNode[] {
  return plan.vetoes.map(({ veto, pointer, when }) => {
    const value = trace.value(when);
    if (isError(value)) return { veto, pointer, state: 'unknown', error: value };
    return { veto, pointer, state: isTrue(value) ? 'applies' : 'clear', error: null };
  });
}

interface RankedBand {
  readonly planned: PlannedBand;
  readonly min: Units | null;
  readonly error: FormulaError | null;
}

/** Every band from the best to the lowest, with the reasons why it was not reached. */
export function bandsOf(
  plan: ScorePlan,
  total: Units,
  dimensions: readonly DimensionNode[],
  vetoes: readonly VetoNode[],
  trace: Trace,
): BandNode[] {
  const ranked = plan.bands.map((planned): RankedBand => {
    const min = quantityOf(planned.min, trace);
    if (isError(min)) return { planned, min: null, error: min };
    return { planned, min: toUnits(min?.value ?? 0, plan.places), error: null };
  });
  ranked.sort(
    (a, b) => (b.min ?? -Infinity) - (a.min ?? -Infinity) || (b.planned.band.stars ?? 0) - (a.planned.band.stars ?? 0),
  );
  const limits = vetoes.filter(({ state, veto }) => state === 'applies' && veto.band !== undefined);
  const rankOf = new Map(ranked.map(({ planned }, rank) => [planned.band.id, rank]));
  return ranked.map(({ planned, min, error }, rank) => {
    const reasons: BandReason[] = [];
    if (error) reasons.push({ kind: 'error', error });
    if (min !== null && total < min) reasons.push({ kind: 'points', missing: toPoints(min - total, plan.places) });
    const minShare = quantityOf(planned.minShare, trace);
    if (isError(minShare)) reasons.push({ kind: 'error', error: minShare });
    else if (minShare) shareReasons(minShare.value, plan, dimensions, reasons);
    conditionReason(planned, trace, reasons);
    for (const veto of limits) {
      if (rank < (rankOf.get(veto.veto.band as string) ?? -1)) reasons.push({ kind: 'veto', veto });
    }
    return {
      band: planned.band,
      pointer: planned.pointer,
      min: min === null ? null : toPoints(min, plan.places),
      minShare: minShare === null || isError(minShare) ? null : minShare.value,
      reasons,
    };
  });
}

/** Points that a dimension with this maximum needs, rounded up to the smallest unit. */
export function neededPoints(max: number, minShare: number, places: number): number {
  return toPoints(neededUnits(max, minShare, places), places);
}

function neededUnits(max: number, minShare: number, places: number): Units {
  return Math.ceil(Math.round(toUnits(max, places) * minShare * 1e6) / 1e8);
}

function shareReasons(
  minShare: number,
  { places }: ScorePlan,
  dimensions: readonly DimensionNode[],
  reasons: BandReason[],
): void {
  for (const dimension of dimensions) {
    if (dimension.share === null) continue;
    const needed = neededUnits(dimension.max, minShare, places);
    const missing = needed - toUnits(dimension.points, places);
    if (missing > 0)
      reasons.push({
        kind: 'dimension',
        dimension,
        needed: toPoints(needed, places),
        missing: toPoints(missing, places),
      });
  }
}

function conditionReason({ when }: PlannedBand, trace: Trace, reasons: BandReason[]): void {
  if (!when) return;
  const value = trace.value(when);
  if (isError(value)) reasons.push({ kind: 'error', error: value });
  else if (!isTrue(value)) reasons.push({ kind: 'condition' });
}
