import { roundTo } from '../number/arithmetic.ts';
import { toNumber, type Num } from '../number/decimal.ts';

/**
 * Points are added as whole numbers of the smallest unit (0.01 at two places), so that sums are exact and do not depend
 * on the order of items. Every node is rounded where it is born, half away from zero; nothing is rounded twice.
 */
export type Units = number;

const SCALES = [1, 10, 100, 1000, 10_000] as const;

/** Units in one point at `places` decimal places (0…4). */
export function scaleOf(places: number): number {
  return SCALES[places] ?? 100;
}

/** `points` in whole units, half away from zero. `points` must be finite. */
export function toUnits(points: Num, places: number): Units {
  if (typeof points === 'number') {
    const near = points * scaleOf(places);
    if (isClear(near)) return Math.round(near) || 0;
  }
  const units = Math.round(toNumber(roundTo(points, places, 'half')) * scaleOf(places));
  return units === 0 ? 0 : units;
}

/** Whether a double is so far from a tie, for its size, that its own error cannot turn the rounding. */
export function isClear(near: number): boolean {
  return Math.abs(near) < 1e8 && Math.abs(near - Math.floor(near) - 0.5) > 1e-6;
}

/** The points that `units` stand for. */
export function toPoints(units: Units, places: number): number {
  return units === 0 ? 0 : units / scaleOf(places);
}

/**
 * `units` × `to` ÷ `from` in whole units, half away from zero; exact, since all three are integers. `from` must not be
 * 0.
 */
export function rescale(units: Units, to: Units, from: Units): Units {
  const product = units * to;
  if (!Number.isSafeInteger(2 * product)) return Math.round(product / from);
  const rest = Math.abs(product) % from;
  const whole = (Math.abs(product) - rest) / from + (rest * 2 >= from ? 1 : 0);
  return product < 0 ? -whole : whole;
}
