import { compareCells } from '../operators.ts';
import type { Run } from '../run.ts';
import { truth } from '../coerce.ts';
import { recordDate } from '../date-texts.ts';
import { toNumber, isNumber } from '../../number/decimal.ts';
import { isError, raise, type Argument, type Cell } from '../value.ts';
import { hasWildcards, wildcardTest } from '../wildcard.ts';
import { define, listOf } from './signature.ts';

/** Numbers and dates are looked for among numbers and dates, texts among texts; a blank is looked for as 0. */
function kindOf(cell: Cell): 'number' | 'text' | 'truth' | 'error' {
  if (cell === null || isNumber(cell)) return 'number';
  if (isError(cell)) return 'error';
  return typeof cell === 'boolean' ? 'truth' : recordDate(cell) === undefined ? 'text' : 'number';
}

function isAlike(wanted: Cell, cell: Cell): boolean {
  return cell !== null && kindOf(wanted) === kindOf(cell);
}

function exactly(wanted: Cell, list: readonly Cell[], wildcards: boolean, run: Run): number {
  if (wildcards && typeof wanted === 'string' && hasWildcards(wanted)) {
    const test = wildcardTest(wanted, run);
    return list.findIndex((cell) => typeof cell === 'string' && test(cell));
  }
  return list.findIndex((cell) => isAlike(wanted, cell) && compareCells(wanted, cell) === 0);
}

/**
 * The last place, in a list sorted up (`1`) or down (`-1`), whose value does not go beyond `wanted`; -1 when there is
 * none.
 */
function nearest(wanted: Cell, list: readonly Cell[], direction: 1 | -1): number {
  let found = -1;
  list.forEach((cell, at) => {
    if (isAlike(wanted, cell) && compareCells(cell, wanted) * direction <= 0 && isNearer(cell, list[found], direction))
      found = at;
  });
  return found;
}

/** Whether `cell` is at least as near as the one found: the scan works on unsorted lists too. */
function isNearer(cell: Cell, found: Cell | undefined, direction: 1 | -1): boolean {
  return found === undefined || compareCells(cell, found) * direction >= 0;
}

const found = (at: number): number => (at < 0 ? raise('#N/A', 'no-match') : at);

/** The element at `at` of what goes with the list that was searched. */
function elementBeside(result: Argument, length: number, at: number, run: Run): Cell {
  const values = listOf(result, run);
  return values.length === length ? (values[at] as Cell) : raise('#VALUE!', 'list-length');
}

function xlookup(run: Run, wanted: Cell, list: Argument, result: Argument, missing?: Cell, mode = 0): Cell {
  const cells = listOf(list, run);
  let at = exactly(wanted, cells, mode === 2, run);
  if (at < 0 && mode === -1) at = nearest(wanted, cells, 1);
  if (at < 0 && mode === 1) at = nearest(wanted, cells, -1);
  if (at >= 0) return elementBeside(result, cells.length, at, run);
  return missing === undefined || missing === null ? raise('#N/A', 'no-match') : missing;
}

/** Each value once, in order of appearance, texts without regard to case. */
function unique(run: Run, list: Argument): readonly Cell[] {
  const seen = new Set<string>();
  return listOf(list, run).filter((cell) => {
    run.charge(1);
    const key = isError(cell)
      ? cell.error
      : typeof cell === 'string'
        ? `t${cell.toLowerCase()}`
        : isNumber(cell)
          ? toNumber(cell)
          : String(cell);
    return seen.size !== seen.add(String(key)).size;
  });
}

export const lookup = [
  define('ROWS', 'l', (run, list) => listOf(list, run).length),
  define('INDEX', 'l i', (run, list, at) => {
    const cells = listOf(list, run);
    if (at === 0) return cells;
    return at < 0
      ? raise('#VALUE!', 'out-of-range', String(at))
      : (cells[at - 1] ?? (at <= cells.length ? null : raise('#REF!', 'out-of-range', String(at))));
  }),
  define('MATCH', 'v l i?', (run, wanted, list, mode = 1) => {
    const cells = listOf(list, run);
    return found(mode === 0 ? exactly(wanted, cells, true, run) : nearest(wanted, cells, mode > 0 ? 1 : -1)) + 1;
  }),
  define('XLOOKUP', 'v l l r? i?', xlookup),
  define('LOOKUP', 'v l l?', (run, wanted, list, result = list) => {
    const cells = listOf(list, run);
    return elementBeside(result, cells.length, found(nearest(wanted, cells, 1)), run);
  }),
  define('FILTER', 'l l r?', (run, list, include, otherwise) => {
    const cells = listOf(list, run);
    const conditions = listOf(include, run);
    if (conditions.length !== cells.length) return raise('#VALUE!', 'list-length');
    const kept = cells.filter((_, at) => truth(conditions[at] as Cell));
    return kept.length > 0 ? kept : otherwise === undefined ? raise('#N/A', 'no-match') : otherwise;
  }),
  define('UNIQUE', 'l', unique),
];
