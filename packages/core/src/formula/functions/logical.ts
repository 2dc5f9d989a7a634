import { toNumber, isNumber } from '../../number/decimal.ts';
import { floor } from '../../number/arithmetic.ts';
import { integer, num, truth } from '../coerce.ts';
import { recordDate } from '../date-texts.ts';
import { compareCells, elementOf, overList } from '../operators.ts';
import { attempt, type Code, type Run } from '../run.ts';
import { FormulaError, isError, isList, raise, type Argument, type Cell } from '../value.ts';
import { define, defineChoice, listOf } from './signature.ts';

const codeAt = (args: readonly Code[], at: number, run: Run): Argument => (args[at] as Code)(run);

/** One value out of `argument`; a list of several is not a condition. */
function only(argument: Argument): Cell {
  if (!isList(argument)) return argument;
  return argument.length === 1 ? (argument[0] as Cell) : raise('#VALUE!', 'list-result');
}

/** Truth values among arguments as AND reads them: in lists only truth values and numbers count. */
function truths(args: readonly Argument[], run: Run): boolean[] {
  const found: boolean[] = [];
  for (const argument of args) {
    if (!isList(argument)) found.push(truth(argument));
    else {
      for (const cell of listOf(argument, run)) {
        if (isError(cell)) throw cell;
        if (typeof cell === 'boolean' || isNumber(cell)) found.push(truth(cell));
      }
    }
  }
  return found.length > 0 ? found : raise('#VALUE!', 'not-a-truth-value');
}

function isOdd(cell: Cell): boolean {
  if (typeof cell === 'boolean') return raise('#VALUE!', 'not-a-number');
  const n = toNumber(num(cell));
  return Math.abs(n < 0 ? Math.ceil(n) : toNumber(floor(n))) % 2 === 1;
}

/** The value, or where it is an error (of the wanted kind), what `instead` gives; element by element in a list. */
function rescue(run: Run, args: readonly Code[], caught: (error: FormulaError) => boolean): Argument {
  const found = attempt(args[0] as Code, run);
  const isCaught = (cell: Cell): boolean => isError(cell) && caught(cell);
  if (!isList(found)) return isCaught(found) ? codeAt(args, 1, run) : found;
  if (!found.some(isCaught)) return found;
  const instead = codeAt(args, 1, run);
  return overList(found.length, run, (at) =>
    isCaught(found[at] as Cell) ? elementOf(instead, at) : (found[at] as Cell),
  );
}

const isNumeric = (cell: Cell): boolean =>
  isNumber(cell) || (typeof cell === 'string' && recordDate(cell) !== undefined);

export const logical = [
  define('TRUE', '', () => true),
  define('FALSE', '', () => false),
  define('NA', '', () => raise('#N/A', 'not-available')),
  define('AND', 'l+', (run, ...args) => truths(args, run).every(Boolean)),
  define('OR', 'l+', (run, ...args) => truths(args, run).some(Boolean)),
  define('XOR', 'l+', (run, ...args) => truths(args, run).filter(Boolean).length % 2 === 1),
  define('NOT', 'b', (_, value) => !value),
  define('ISBLANK', 'r', (_, cell) => cell === null),
  define('ISNUMBER', 'r', (_, cell) => isNumeric(cell)),
  define('ISTEXT', 'r', (_, cell) => typeof cell === 'string' && !isNumeric(cell)),
  define('ISNONTEXT', 'r', (_, cell) => typeof cell !== 'string' || isNumeric(cell)),
  define('ISLOGICAL', 'r', (_, cell) => typeof cell === 'boolean'),
  define('ISERROR', 'r', (_, cell) => isError(cell)),
  define('ISERR', 'r', (_, cell) => isError(cell) && cell.error !== '#N/A'),
  define('ISNA', 'r', (_, cell) => isError(cell) && cell.error === '#N/A'),
  define('ISEVEN', 'v', (_, cell) => !isOdd(cell)),
  define('ISODD', 'v', (_, cell) => isOdd(cell)),

  defineChoice('IF', { min: 2, max: 3, step: 1 }, (run, args) => {
    const condition = codeAt(args, 0, run);
    const otherwise = (): Argument => (args.length > 2 ? codeAt(args, 2, run) : false);
    if (!isList(condition)) return truth(condition) ? codeAt(args, 1, run) : otherwise();
    const yes = attempt(args[1] as Code, run);
    const no = args.length > 2 ? attempt(args[2] as Code, run) : false;
    return overList(condition.length, run, (at) => elementOf(truth(condition[at] as Cell) ? yes : no, at));
  }),
  defineChoice('IFS', { min: 2, max: Infinity, step: 2 }, (run, args) => {
    for (let at = 0; at < args.length; at += 2)
      if (truth(only(codeAt(args, at, run)))) return codeAt(args, at + 1, run);
    return raise('#N/A', 'no-match');
  }),
  defineChoice('SWITCH', { min: 3, max: Infinity, step: 1 }, (run, args) => {
    const value = only(codeAt(args, 0, run));
    let at = 1;
    for (; at + 1 < args.length; at += 2)
      if (isSame(value, only(codeAt(args, at, run)))) return codeAt(args, at + 1, run);
    return at < args.length ? codeAt(args, at, run) : raise('#N/A', 'no-match');
  }),
  defineChoice('CHOOSE', { min: 2, max: Infinity, step: 1 }, (run, args) => {
    const at = integer(only(codeAt(args, 0, run)));
    return at >= 1 && at < args.length ? codeAt(args, at, run) : raise('#VALUE!', 'out-of-range', String(at));
  }),
  defineChoice('IFERROR', { min: 2, max: 2, step: 1 }, (run, args) => rescue(run, args, () => true)),
  defineChoice('IFNA', { min: 2, max: 2, step: 1 }, (run, args) => rescue(run, args, ({ error }) => error === '#N/A')),
];

/** Equal as SWITCH compares. */
function isSame(a: Cell, b: Cell): boolean {
  if (isError(a)) throw a;
  return compareCells(a, b) === 0;
}
