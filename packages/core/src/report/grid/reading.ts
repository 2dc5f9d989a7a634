import { FormulaError, type Value } from '../../formula/value.ts';
import type { Fact } from '../../generated/definition.ts';
import { divide, multiply, round15 } from '../../number/arithmetic.ts';
import { toNumber, type Num } from '../../number/decimal.ts';
import { toDateText } from '../../time/serial.ts';
import type { BaseMeasure } from '../document/report-index.ts';
import type { Row } from '../rows/row.ts';
import type { ReportSources } from '../sources.ts';
import type { Measured } from './measuring.ts';

/** Why there is no number. */
export type Missing = 'no-rows' | 'no-denominator' | 'error' | 'not-additive' | 'no-comparison' | 'not-ranked';

/** A number at one place. */
export interface Reading {
  /** `null` where there is none, which is not zero; texts for facts that hold texts, and dates. */
  readonly value: number | string | null;
  readonly num: number | null;
  readonly den: number | null;
  /** Rows behind it. */
  readonly rows: number;
  readonly missing?: Missing;
}

/** Nothing to compare with. */
export const NOTHING: Reading = { value: null, num: null, den: null, rows: 0, missing: 'no-comparison' };

/** What a measure over rows gives in a cell in which it has rows. */
export function readingOf(base: BaseMeasure, measured: Measured, cell: number, sources: ReportSources): Reading {
  const rows = measured.rows.read(cell);
  const num = plain(measured.num.read(cell));
  const den = measured.den ? plain(measured.den.read(cell)) : null;
  if (measured.errors && measured.errors.read(cell) > 0) return { value: null, num, den, rows, missing: 'error' };
  if (num === null)
    return (
      ('fact' in base && textReading(measured.rowsAt(cell), base.fact, rows)) || {
        value: null,
        num,
        den,
        rows,
        missing: 'no-rows',
      }
    );
  if (measured.isSingle && rows > 1) return { value: null, num, den, rows, missing: 'not-additive' };
  if (!measured.den) return { value: measured.isDate ? (toDateText(num) ?? num) : num, num, den, rows };
  if (den === null || den === 0) return { value: null, num, den, rows, missing: 'no-denominator' };
  const over = typeOf(base, sources) === 'percent' ? multiply(num, 100) : num;
  return { value: round15(divide(over, den)), num, den, rows };
}

/** What a measure gives where it has no rows: nothing, or zero where none is a number. */
export function readingOfNone(base: BaseMeasure): Reading {
  const isZero =
    ('num' in base && base.empty === 'zero' && !base.den) ||
    ('filing' in base && (base.filing === 'expected' || base.filing === 'reported'));
  return isZero
    ? { value: 0, num: 0, den: null, rows: 0 }
    : { value: null, num: null, den: null, rows: 0, missing: 'no-rows' };
}

/** What a formula reads of a measure; why there is no number becomes an error about the measure `name`. */
export function valueOfReading({ value, missing }: Reading, name: string): Value {
  if (value !== null) return value;
  return missing === 'no-denominator'
    ? new FormulaError('#DIV/0!', 'division-by-zero', name)
    : missing === 'error'
      ? new FormulaError('#VALUE!', 'failed', name)
      : new FormulaError('#N/A', 'not-available', name);
}

/** What a formula over measures gives. */
export function readingOfValue(value: Value): Reading {
  const none = (missing: Missing): Reading => ({ value: null, num: null, den: null, rows: 0, missing });
  if (value instanceof FormulaError)
    return none(value.error === '#N/A' ? 'no-rows' : value.error === '#DIV/0!' ? 'no-denominator' : 'error');
  if (value === null || value === '') return none('no-rows');
  return { value: typeof value === 'boolean' ? Number(value) : value, num: null, den: null, rows: 0 };
}

/** The one text that a fact holds; several texts do not combine. */
function textReading(rows: readonly (Row | undefined)[], factId: string, count: number): Reading | undefined {
  const texts = rows
    .map((row) => row?.fact)
    .filter((fact) => fact?.id === factId)
    .map((fact) => fact?.text ?? null);
  if (texts.length === 1 && texts[0] !== null) return { value: String(texts[0]), num: null, den: null, rows: 1 };
  return texts.some((text) => text !== null)
    ? { value: null, num: null, den: null, rows: count, missing: 'not-additive' }
    : undefined;
}

/** What kind of number a measure over rows gives. */
function typeOf(base: BaseMeasure, sources: ReportSources): string {
  if ('fact' in base)
    return base.part === undefined || base.part === 'value'
      ? (sources.facts.declaration(base.fact)?.type ?? 'number')
      : 'count';
  if ('filing' in base) return base.filing === 'expected' || base.filing === 'reported' ? 'count' : 'percent';
  return base.type ?? (base.den ? 'percent' : 'number');
}

/** Whether a measure's numbers of several organisations do not add up: different values, percentages without parts. */
export function isSingle(base: BaseMeasure, sources: ReportSources): boolean {
  if (!('fact' in base)) return false;
  const fact: Fact | undefined = sources
    .definition(base.fact.slice(0, base.fact.indexOf('/')))
    ?.definition.facts?.find(({ id }) => id === base.fact);
  return (
    fact !== undefined &&
    ((fact.type === 'percent' && !fact.den && !fact.required) ||
      fact.num.distinct !== undefined ||
      fact.den?.distinct !== undefined ||
      fact.type === 'date')
  );
}

function plain(value: Num | null): number | null {
  return value === null ? null : round15(toNumber(value));
}
