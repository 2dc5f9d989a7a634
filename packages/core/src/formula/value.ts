import type { Decimal } from '../number/decimal.ts';
import type { Bilingual } from '../text/problem.ts';
import { explainError, type ErrorCode } from './error-texts.ts';

/** Excel's error values. */
export type ErrorName = '#N/A' | '#VALUE!' | '#DIV/0!' | '#NAME?' | '#NUM!' | '#REF!';

/** An error as a value: it travels through a formula until `IFERROR` or `IFNA` meets it, and names its cause. */
export class FormulaError {
  readonly error: ErrorName;
  readonly code: ErrorCode;
  /** What it is about (a name, the text that is no number); `''` when there is nothing to add. Show it as text only. */
  readonly detail: string;

  constructor(error: ErrorName, code: ErrorCode, detail = '') {
    this.error = error;
    this.code = code;
    this.detail = detail.length > 100 ? `${detail.slice(0, 100)}…` : detail;
  }

  /** What went wrong, for people. */
  get reason(): Bilingual {
    return explainError(this.code, this.detail);
  }
}

/**
 * What goes into and comes out of a formula. `null` is blank: 0 in arithmetic, `""` in text, nothing in an average.
 *
 * A date is its text, `yyyy-mm-dd` or `yyyy-mm-ddThh:mm:ss+08:00`, in records and wherever it is only passed on; it
 * turns into Excel's serial number (days since 1899-12-30, time as fraction) wherever a number is needed, so that
 * `due-7`, `MAX(items.date)` and `date>=DATE(2026,1,1)` do what Excel does. A formula that calculates a date gives the
 * serial number; whoever puts it into a date field writes it with `toDateText` (dates.ts).
 */
export type Value = number | string | boolean | null | FormulaError;

/** A value inside the engine, where numbers may carry up to 34 digits. */
export type Cell = Value | Decimal;

/** A column or an array literal; always one-dimensional. */
export type List = readonly Cell[];

export type Argument = Cell | List;

export function isError(value: unknown): value is FormulaError {
  return value instanceof FormulaError;
}

export function isList(argument: Argument): argument is List {
  return Array.isArray(argument);
}

/** Ends the evaluation of the current function with an error; `attempt` (run.ts) turns it back into a value. */
export function raise(error: ErrorName, code: ErrorCode, detail?: string): never {
  throw new FormulaError(error, code, detail);
}
