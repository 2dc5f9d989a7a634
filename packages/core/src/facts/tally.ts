import { evaluate } from '../formula/evaluate.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { Measure } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';
import { divide, multiply, round15 } from '../number/arithmetic.ts';
import type { FactValue } from '../record/fact-reader.ts';
import type { PeriodSpan } from '../time/period.ts';
import { toDateText } from '../time/serial.ts';
import { Amount, partOf, readMeasure } from './amount.ts';
import { cellScope } from './cell-scope.ts';
import type { Entry } from './entry.ts';
import type { FactCell, FactStore } from './store.ts';
import type { FactSurroundings } from './surroundings.ts';

/**
 * What is known of a fact for one subject and period, before it is divided. Tallies of several subjects can be added.
 */
export interface Tally {
  readonly num: Amount;
  /** `undefined` where the fact has no denominator. */
  readonly den: Amount | undefined;
  /** Something is known; otherwise the fact is missing, which is not zero. */
  readonly isKnown: boolean;
  readonly entries: readonly Entry[];
  readonly error?: FormulaError;
}

/** Adds up one subject's entries and imported cells. */
export function tallyOf(
  store: FactStore,
  subjectId: string,
  period: PeriodSpan | undefined,
  by: string | undefined,
  around: FactSurroundings,
): Tally {
  const { fact } = store;
  const entries = store.entries(subjectId, period, by);
  const cells = store.cells(subjectId, period, by);
  const num = new Amount();
  const den = fact.den ? new Amount() : undefined;
  const formula = (text: string): Value =>
    evaluate(
      store.compiled.formula(text),
      cellScope(store.compiled, { subjectId, subject: fact.subject, periodCode: period?.code }, around),
    );
  const errors = [
    ...entries.map(({ error }) => error),
    fill(
      num,
      fact.num,
      entries,
      (entry) => entry.num,
      cells,
      (cell) => cell.num ?? cell.value ?? null,
      formula,
    ),
    den &&
      fact.den &&
      fill(
        den,
        fact.den,
        entries,
        (entry) => entry.den,
        cells,
        (cell) => cell.den ?? null,
        formula,
      ),
  ];
  const error = errors.find((found) => found !== undefined);
  const isComputed = readMeasure(fact.num).kind === 'formula';
  const isKnown = cells.length > 0 || (isComputed ? num.number !== null || num.last !== null : entries.length > 0);
  if (!isKnown && fact.empty === 'zero') {
    num.take(0);
    if (den?.number === null) den.take(0);
  }
  return { num, den, isKnown: isKnown || fact.empty === 'zero', entries, ...(error ? { error } : {}) };
}

/**
 * Fills one side of a fact; returns the error that spoils it. What a formula finds missing stays missing and is no
 * error.
 */
function fill(
  amount: Amount,
  measure: Measure,
  entries: readonly Entry[],
  part: (entry: Entry) => Entry['num'],
  cells: readonly FactCell[],
  cellPart: (cell: FactCell) => number | string | boolean | null,
  formula: (text: string) => Value,
): FormulaError | undefined {
  const { kind, text } = readMeasure(measure);
  if (kind === 'formula') {
    if (cells.length === 0) {
      const value = formula(text);
      if (value instanceof FormulaError) return value.error === '#N/A' || value.error === '#DIV/0!' ? undefined : value;
      const found = partOf('last', [value]);
      if (!(found instanceof FormulaError)) amount.take(found);
    }
  } else if (kind === 'last') {
    for (let at = entries.length - 1; at >= 0 && amount.total === null && amount.last === null; at--)
      amount.take(part(entries[at] as Entry));
  } else {
    for (const entry of entries) amount.take(part(entry));
  }
  if (kind === 'last' && cells.length > 0) {
    const latest = cells.reduce((a, b) => ((b.periodCode ?? '') >= (a.periodCode ?? '') ? b : a));
    if (amount.total === null && amount.last === null) amount.take(cellPart(latest));
  } else for (const cell of cells) amount.take(cellPart(cell));
  return undefined;
}

/** Adds the tallies of several subjects. */
export function addTallies(tallies: readonly Tally[], hasDen: boolean): Tally {
  const num = new Amount();
  const den = hasDen ? new Amount() : undefined;
  const entries: Entry[] = [];
  for (const tally of tallies) {
    if (!tally.isKnown) continue;
    for (const entry of tally.entries) entries.push(entry);
    num.merge(tally.num);
    if (den && tally.den) den.merge(tally.den);
  }
  const error = tallies.find((tally) => tally.error)?.error;
  return { num, den, isKnown: tallies.some(({ isKnown }) => isKnown), entries, ...(error ? { error } : {}) };
}

/** Divides: the one place where a fact's value is made. */
export function valueOfTally({ fact }: FactStore, { num, den, isKnown, entries, error }: Tally): FactValue {
  const sources = entries.filter((entry) => counts(entry.num) || counts(entry.den)).map(({ recordId }) => recordId);
  if (error) return { id: fact.id, num: null, den: null, value: null, sources, missing: 'error', reason: error.reason };
  const numerator = num.number;
  const denominator = den ? den.number : null;
  if (!isKnown || (numerator === null && num.last === null))
    return { id: fact.id, num: null, den: denominator, value: null, sources, missing: 'no-records' };
  if (!den)
    return {
      id: fact.id,
      num: fact.type === 'date' ? null : numerator,
      den: null,
      value: plainValue(fact.type, numerator, num.last),
      sources,
    };
  if (numerator === null || denominator === null || denominator === 0)
    return { id: fact.id, num: numerator, den: denominator, value: null, sources, missing: 'no-denominator' };
  const quotient =
    fact.type === 'percent' ? divide(multiply(numerator, 100), denominator) : divide(numerator, denominator);
  return { id: fact.id, num: numerator, den: denominator, value: round15(quotient), sources };
}

function plainValue(type: string, number: number | null, last: string | boolean | null): Json {
  if (type === 'date' && number !== null) return toDateText(number) ?? null;
  if (type === 'boolean' && number !== null) return number !== 0;
  return number ?? last;
}

function counts(part: Entry['num']): boolean {
  return typeof part === 'object' ? part !== null && part.length > 0 : part !== 0;
}
