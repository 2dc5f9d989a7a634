import type { PeriodKind } from '../time/period.ts';
import { Decimal } from '../number/decimal.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { FactPart } from './tree.ts';
import { FormulaError, isList, raise, type Argument, type Cell, type Value } from './value.ts';

/** What a formula asks for when it reads a fact. */
export interface FactCall {
  readonly id: string;
  readonly part: FactPart;
  /** The second argument as text, not interpreted here. */
  readonly by: string | undefined;
  /** Periods from the record's own: -1 is the one before. */
  readonly offset: number | undefined;
  /** Kind of period to read around the record's own, for example `year`; absent: the record's own period. */
  readonly kind?: PeriodKind;
  /** The record's organisation with everything below it, added up. */
  readonly under?: true;
}

/**
 * Where a formula's names, rows and facts come from. `undefined` means that there is no such thing, `null` that it is
 * blank.
 */
export interface Scope {
  /** The only clock, `yyyy-mm-dd`. */
  readonly today: string;
  /** Date and time for NOW(), `yyyy-mm-ddThh:mm:ss+08:00`; without it NOW() is `#N/A`. */
  readonly now?: string;
  /** A field, parameter or envelope name. A field with several values gives a list. */
  name(name: string): Value | readonly Value[] | undefined;
  /** `items.score`: the values of one column, a row each; `null` for blank cells. */
  column?(list: string, column: string): readonly Value[] | undefined;
  /** `[@score]`: the cell of the row that the formula stands in. */
  cell?(column: string): Value | undefined;
  /** A fact; no records is an error value or `null`, never 0. */
  fact?(call: FactCall): Value | undefined;
  /**
   * The office calendar, for moved working days; `undefined` where it knows nothing about `date` (`yyyy-mm-dd`): then
   * Monday to Friday count.
   */
  isWorkday?(date: string): boolean | undefined;
}

/** A compiled part of a formula. Gives a value, or throws a FormulaError, which `attempt` turns into one. */
export type Code = (run: Run) => Argument;

/** One evaluation: what it may read and how much it may still do. */
export class Run {
  readonly scope: Scope;
  readonly limits: Limits;
  private left: number;

  constructor(scope: Scope, limits: Partial<Limits> | undefined) {
    this.scope = scope;
    this.limits = limits ? { ...LIMITS, ...limits } : LIMITS;
    this.left = this.limits.steps;
  }

  /** Counts `steps` of work; ends the evaluation when too many have been done. */
  charge(steps: number): void {
    this.left -= steps;
    if (this.left < 0) raise('#NUM!', 'over-budget');
  }

  /** Counts one pass over a list of `length`. */
  chargeList(length: number): void {
    if (length > this.limits.list) raise('#NUM!', 'over-budget');
    this.charge(length >> 2);
  }

  /** Counts making or reading a text of `length`, before it is made. */
  chargeText(length: number): void {
    if (length > this.limits.string) raise('#NUM!', 'over-budget');
    this.charge(length >> 6);
  }

  name(name: string): Argument {
    return this.admit(this.scope.name(name), name);
  }

  column(list: string, column: string): Argument {
    const name = `${list}.${column}`;
    const found = this.admit(this.scope.column?.(list, column), name);
    return isList(found) || found instanceof FormulaError ? found : [found];
  }

  cell(column: string): Argument {
    if (!this.scope.cell) raise('#REF!', 'no-row', column);
    return this.admit(this.scope.cell(column), column);
  }

  fact(call: FactCall): Cell {
    const found = this.admit(this.scope.fact?.(call), call.id);
    if (found instanceof FormulaError && found.code === 'unknown-name')
      return new FormulaError('#N/A', 'not-available', call.id);
    return isList(found) ? new FormulaError('#VALUE!', 'not-a-value', call.id) : found;
  }

  /** Whatever the scope gave, as values: data are not trusted to have the shape that their types promise. */
  private admit(found: unknown, name: string): Argument {
    if (!Array.isArray(found)) return admitCell(found, name);
    this.chargeList(found.length);
    return found.map((cell) => (cell === undefined ? null : admitCell(cell, name)));
  }
}

function admitCell(found: unknown, name: string): Cell {
  switch (typeof found) {
    case 'number':
      return Number.isFinite(found) ? (found === 0 ? 0 : found) : new FormulaError('#NUM!', 'not-a-number', name);
    case 'string':
      return found.length <= LIMITS.string ? found : new FormulaError('#NUM!', 'over-budget', name);
    case 'boolean':
      return found;
    case 'undefined':
      return new FormulaError('#NAME?', 'unknown-name', name);
    default:
      return found === null || found instanceof FormulaError || found instanceof Decimal
        ? found
        : new FormulaError('#VALUE!', 'not-a-value', name);
  }
}

/**
 * What `code` gives, with a thrown error as a value. Going over budget is not caught: no IFERROR may carry on after it.
 */
export function attempt(code: Code, run: Run): Argument {
  try {
    return code(run);
  } catch (error) {
    if (error instanceof FormulaError && error.code !== 'over-budget') return error;
    throw error;
  }
}
