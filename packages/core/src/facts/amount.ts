import { add, round15 } from '../number/arithmetic.ts';
import type { Num } from '../number/decimal.ts';
import type { Measure } from '../generated/definition.ts';
import { FormulaError, type Value } from '../formula/value.ts';

/** How a measure counts: which of its five formulas it has. */
export type MeasureKind = 'count' | 'sum' | 'distinct' | 'last' | 'formula';

const KINDS: readonly MeasureKind[] = ['count', 'sum', 'distinct', 'last', 'formula'];

/** Kind and formula of a measure. */
export function readMeasure(measure: Measure): { readonly kind: MeasureKind; readonly text: string } {
  const kind = KINDS.find((name) => measure[name] !== undefined) ?? 'formula';
  return { kind, text: measure[kind] ?? 'NA()' };
}

/**
 * What one record adds to a measure: a number, a value for `last`, the different values for `distinct`; `null` adds
 * nothing.
 */
export type Part = number | string | boolean | null | readonly Value[];

/** What formula results add to a measure of `kind`, or the error that spoils it. */
export function partOf(kind: MeasureKind, values: readonly Value[]): Part | FormulaError {
  const failed = values.find((value): value is FormulaError => value instanceof FormulaError);
  if (failed) return failed;
  if (kind === 'distinct') return values.filter((value) => value !== null && value !== '');
  if (values.length > 1) return new FormulaError('#VALUE!', 'list-result');
  const value = (values[0] ?? null) as Exclude<Value, FormulaError>;
  const isBlank = value === null || value === '';
  if (kind === 'count')
    return isBlank
      ? 0
      : typeof value === 'string'
        ? new FormulaError('#VALUE!', 'not-a-truth-value', value)
        : Number(value !== 0 && value !== false);
  if (isBlank) return null;
  if (kind === 'last') return value;
  return typeof value === 'number'
    ? value
    : typeof value === 'boolean'
      ? Number(value)
      : new FormulaError('#VALUE!', 'not-a-number', value);
}

/** The sum of one side of a fact, the numerator or the denominator, over records and subjects. */
export class Amount {
  /** `null` while nothing was added. */
  total: Num | null = null;
  /** The latest value that is no number. */
  last: string | boolean | null = null;
  private keys: Set<Value> | undefined;

  /** Takes the part of one record. For `last` the caller gives the latest record only. */
  take(part: Part): void {
    if (part === null) return;
    if (typeof part === 'number') this.total = this.total === null ? part : add(this.total, part);
    else if (typeof part !== 'object') this.last = part;
    else for (const value of part) (this.keys ??= new Set()).add(value);
    if (typeof part === 'object' && !this.keys) this.keys = new Set();
  }

  /** Takes another amount, of another organisation: numbers add up, different values unite, texts do not combine. */
  merge(other: Amount): void {
    if (other.total !== null) this.take(other.total as number);
    if (other.keys) this.take([...other.keys]);
  }

  /** The number, or `null` where nothing is known. */
  get number(): number | null {
    const distinct = this.keys?.size;
    if (this.total === null) return distinct ?? null;
    return round15(distinct === undefined ? this.total : add(this.total, distinct));
  }
}
