import { compare, divide, multiply, subtract } from '../number/arithmetic.ts';
import type { Num } from '../number/decimal.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { ScoreItem } from '../generated/definition.ts';
import type { ItemInput, Quantity } from './tree.ts';
import { isClear } from './units.ts';

/** The numbers of an item, as they hold for one record. */
export type MethodInput = Pick<ItemInput, 'value' | 'required' | 'full' | 'per'> & {
  readonly steps: readonly { readonly at: Quantity; readonly points: Quantity }[];
};

/**
 * Points by a method, before they are bounded and rounded; `nothing-required` where there is nothing to compare with.
 */
export type MethodResult = Num | 'nothing-required' | FormulaError;

type Method = (item: ScoreItem, input: MethodInput) => MethodResult;

/** The seven methods. Each gives more (never less) points for a better value, as `direction` says what is better. */
const METHODS: Readonly<Record<ScoreItem['method'], Method>> = {
  auto: (item, { value }) => (typeof value === 'boolean' ? whole(item, value) : numeric(value)),
  boolean: (item, { value }) => {
    if (typeof value !== 'boolean' && typeof value !== 'number')
      return new FormulaError('#VALUE!', 'not-a-truth-value', shown(value));
    return whole(item, Boolean(value) === (item.direction !== 'down'));
  },
  countCap: (item, { value, required }) => {
    const count = numeric(value);
    if (count instanceof FormulaError) return count;
    if (!required || required.value <= 0) return 'nothing-required';
    return share(item, count, required.value);
  },
  ratio: (item, { value, full }) => {
    const ratio = numeric(value);
    if (ratio instanceof FormulaError) return ratio;
    if (item.direction === 'down') {
      const best = full?.value ?? 0;
      return best >= 100 ? item.max : share(item, subtract(100, ratio), subtract(100, best));
    }
    const best = full?.value ?? 100;
    return best <= 0 ? 'nothing-required' : share(item, ratio, best);
  },
  threshold: (item, { value, steps }) => {
    const reached = numeric(value);
    if (reached instanceof FormulaError) return reached;
    return steps.reduce(
      (best, { at, points }) => (reaches(item, reached, at.value) && points.value > best ? points.value : best),
      0,
    );
  },
  deduct: (item, { value, per }) => {
    const times = numeric(value);
    if (times instanceof FormulaError) return times;
    return subtract(item.max, multiply(compare(times, 0) > 0 ? times : 0, per?.value ?? 1));
  },
  manual: (_, { value }) => numeric(value),
};

/** The points that `input` earns by the item's method. */
export function pointsByMethod(item: ScoreItem, input: MethodInput): MethodResult {
  return METHODS[item.method](item, input);
}

/**
 * Whether `value` reaches the step at `at`: from there on, or up to there for direction down. Compared to 15 digits.
 */
export function reaches(item: ScoreItem, value: Num, at: number): boolean {
  const gap = compare(value, at);
  return item.direction === 'down' ? gap <= 0 : gap >= 0;
}

function whole(item: ScoreItem, on: boolean): number {
  return on ? item.max : 0;
}

/** max × part ÷ of, between nothing and max. */
function share({ max }: ScoreItem, part: Num, of: Num): Num {
  if (compare(part, of) >= 0) return max;
  if (compare(part, 0) <= 0) return 0;
  // Decimals are needed only near a tie of the four places that a score may have.
  const near = typeof part === 'number' && typeof of === 'number' ? (max * part) / of : NaN;
  return isClear(near * 1e4) && isClear(near * 1e4 + 0.5) ? near : divide(multiply(max, part), of);
}

function numeric(value: Value): number | FormulaError {
  if (typeof value === 'number') return value;
  return value instanceof FormulaError ? value : new FormulaError('#VALUE!', 'not-a-number', shown(value));
}

function shown(value: Value): string {
  return value === null ? '' : String(value);
}
