import type { Num } from '../../number/decimal.ts';
import { integer, num, text, truth } from '../coerce.ts';
import { dateSerial } from './serial.ts';
import type { Code, Run } from '../run.ts';
import { isError, raise, type Argument, type Cell } from '../value.ts';

/**
 * What a parameter takes, one letter each:
 * n number · i integer · d day (serial number without time) · t text · b truth value · v any single value · r any
 * single value, errors included · l list or single value, errors included. A list given to one of n…r makes the
 * function run once for each element.
 */
interface Kinds {
  n: Num;
  i: number;
  d: number;
  t: string;
  b: boolean;
  v: Cell;
  r: Cell;
  l: Argument;
}
export type Kind = keyof Kinds;

type One<S extends string> = S extends `${infer K extends Kind}?`
  ? [Kinds[K]?]
  : S extends `${infer K extends Kind}+`
    ? Kinds[K][]
    : S extends Kind
      ? [Kinds[S]]
      : [];
type Parameters<S extends string> = S extends `${infer First} ${infer Rest}`
  ? [...One<First>, ...Parameters<Rest>]
  : One<S>;

/** A function of the language. `max` may be Infinity; beyond `min`, arguments come in groups of `step`. */
export interface FunctionDefinition {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The kinds of its parameters; the last one repeats. Empty for functions that choose which arguments to evaluate. */
  readonly kinds: readonly Kind[];
  readonly call?: (run: Run, ...args: never[]) => Argument;
  /** Evaluates its own arguments: for IF and its like. */
  readonly choose?: (run: Run, args: readonly Code[]) => Argument;
}

/** Departures from what the signature says about counts. */
interface Counts {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/**
 * A function by its signature: kinds separated by blanks, `?` for optional, `+` for any number more (one at least).
 * An argument that is left out is `undefined`; one left empty (`ROUND(x,)`) is blank.
 */
export function define<S extends string>(
  name: string,
  signature: S,
  call: (run: Run, ...args: Parameters<S>) => Argument,
  counts: Counts = {},
): FunctionDefinition {
  const words = signature === '' ? [] : signature.split(' ');
  return {
    name,
    min: words.filter((word) => !word.endsWith('?')).length,
    max: signature.endsWith('+') ? Infinity : words.length,
    step: 1,
    ...counts,
    kinds: words.map((word) => word[0] as Kind),
    call: call as NonNullable<FunctionDefinition['call']>,
  };
}

/** A function that evaluates only the arguments it needs. */
export function defineChoice(
  name: string,
  counts: Required<Counts>,
  choose: NonNullable<FunctionDefinition['choose']>,
): FunctionDefinition {
  return { name, ...counts, kinds: [], choose };
}

/** The same function under another name: `STDEV.S` for STDEV. */
export function alias(name: string, definition: FunctionDefinition): FunctionDefinition {
  return { ...definition, name };
}

/** One single argument as its parameter wants it; throws a FormulaError. */
export function coerce(kind: Kind, cell: Cell, run: Run): Cell {
  switch (kind) {
    case 'n':
      return num(cell);
    case 'i':
      return integer(cell);
    case 'd':
      return dateSerial(cell);
    case 't': {
      const value = text(cell);
      run.chargeText(value.length);
      return value;
    }
    case 'b':
      return truth(cell);
    case 'v':
      if (isError(cell)) throw cell;
      return cell;
    case 'r':
    case 'l':
      return cell;
  }
}

/** `argument` as a list: a single value is a list of one. */
export function listOf(argument: Argument, run: Run): readonly Cell[] {
  if (!Array.isArray(argument)) return [argument as Cell];
  run.chargeList(argument.length);
  return argument as readonly Cell[];
}

/** A number that must not be negative, else `#NUM!`. */
export function notNegative(n: number): number {
  return n >= 0 ? n : raise('#NUM!', 'out-of-range', String(n));
}
