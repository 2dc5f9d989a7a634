import { add, compare, divide, floor, multiply, subtract, viaDouble } from '../../number/arithmetic.ts';
import { toNumber, type Num, isNumber } from '../../number/decimal.ts';
import { numberIn, numberOrDateOf } from '../coerce.ts';
import type { Run } from '../run.ts';
import { isList, raise, type Argument, type Cell } from '../value.ts';
import { atLeast, numbers, sum } from './numbers.ts';
import { alias, define, listOf } from './signature.ts';

function average(list: readonly Num[]): Num {
  return divide(sum(atLeast(1, list)), list.length);
}

/** The least (-1) or the greatest (1) of `list`; 0 when there is none. */
export function extreme(list: readonly Num[], which: -1 | 1): Num {
  return (
    list.reduce(
      (best: Num | undefined, n) => (best === undefined || compare(n, best) * which > 0 ? n : best),
      undefined,
    ) ?? 0
  );
}

function variance(list: readonly Num[], ofSample: boolean, run: Run): Num {
  atLeast(ofSample ? 2 : 1, list);
  run.charge(list.length); // differences from the mean are long numbers
  const mean = average(list);
  const squares = list.map((n) => {
    const off = subtract(n, mean);
    return multiply(off, off);
  });
  return divide(sum(squares), list.length - (ofSample ? 1 : 0));
}

const deviation = (list: readonly Num[], ofSample: boolean, run: Run): number =>
  viaDouble(Math.sqrt(toNumber(variance(list, ofSample, run))));

function sorted(list: readonly Num[], run: Run): Num[] {
  run.charge(list.length);
  return [...list].sort(compare);
}

/** The value below which the share `share` (0…1) lies, interpolated. */
function percentile(list: readonly Num[], share: Num, run: Run): Num {
  if (list.length === 0 || compare(share, 0) < 0 || compare(share, 1) > 0) return raise('#NUM!', 'out-of-range');
  const ordered = sorted(list, run);
  const place = multiply(share, list.length - 1);
  const below = toNumber(floor(place));
  const [low, high] = [ordered[below] as Num, ordered[Math.min(below + 1, list.length - 1)] as Num];
  return add(low, multiply(subtract(high, low), subtract(place, below)));
}

function nth(list: readonly Num[], k: number, largest: boolean, run: Run): Num {
  const ordered = sorted(list, run);
  return ordered[largest ? ordered.length - k : k - 1] ?? raise('#NUM!', 'out-of-range', String(k));
}

/** The most frequent number; of several, the one that comes first. */
function mode(list: readonly Num[]): Num {
  const counts = new Map<number, number>();
  for (const n of list) counts.set(toNumber(n), (counts.get(toNumber(n)) ?? 0) + 1);
  let most = 0;
  for (const times of counts.values()) most = Math.max(most, times);
  return most > 1 ? (list.find((n) => counts.get(toNumber(n)) === most) as Num) : raise('#N/A', 'no-match');
}

/** How many cells pass `counts`, which also learns whether the cell was written out or comes out of a list. */
function count(args: readonly Argument[], run: Run, counts: (cell: Cell, inList: boolean) => boolean): number {
  let total = 0;
  for (const argument of args) for (const cell of listOf(argument, run)) if (counts(cell, isList(argument))) total += 1;
  return total;
}

const isCounted = (cell: Cell, inList: boolean): boolean => {
  if (inList) return numberIn(cell) !== undefined;
  return (
    isNumber(cell) ||
    cell === null ||
    typeof cell === 'boolean' ||
    (typeof cell === 'string' && numberOrDateOf(cell) !== undefined)
  );
};

/** A statistic of all numbers in its arguments. */
const ofNumbers = (name: string, apply: (list: readonly Num[], run: Run) => Num) =>
  define(name, 'l+', (run, ...args) => apply(numbers(args, run), run));

const stdev = ofNumbers('STDEV', (list, run) => deviation(list, true, run));
const stdevp = ofNumbers('STDEVP', (list, run) => deviation(list, false, run));
const variances = ofNumbers('VAR', (list, run) => variance(list, true, run));
const variancep = ofNumbers('VARP', (list, run) => variance(list, false, run));
const modes = ofNumbers('MODE', mode);
const percentiles = define('PERCENTILE', 'l n', (run, list, share) => percentile(numbers([list], run), share, run));
const quartiles = define('QUARTILE', 'l i', (run, list, quarter) =>
  percentile(numbers([list], run), divide(quarter, 4), run),
);

export const statistics = [
  define('COUNT', 'l+', (run, ...args) => count(args, run, isCounted)),
  define('COUNTA', 'l+', (run, ...args) => count(args, run, (cell, inList) => cell !== null || !inList)),
  define('COUNTBLANK', 'l', (run, list) => count([list], run, (cell) => cell === null || cell === '')),
  ofNumbers('AVERAGE', average),
  ofNumbers('MIN', (list) => extreme(list, -1)),
  ofNumbers('MAX', (list) => extreme(list, 1)),
  ofNumbers('MEDIAN', (list, run) => percentile(list, 0.5, run)),
  modes,
  alias('MODE.SNGL', modes),
  stdev,
  alias('STDEV.S', stdev),
  stdevp,
  alias('STDEV.P', stdevp),
  variances,
  alias('VAR.S', variances),
  variancep,
  alias('VAR.P', variancep),
  define('LARGE', 'l i', (run, list, k) => nth(numbers([list], run), k, true, run)),
  define('SMALL', 'l i', (run, list, k) => nth(numbers([list], run), k, false, run)),
  percentiles,
  alias('PERCENTILE.INC', percentiles),
  quartiles,
  alias('QUARTILE.INC', quartiles),
];
