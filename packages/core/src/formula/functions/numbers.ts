import { isShort, sumOf } from '../../number/arithmetic.ts';
import type { Num } from '../../number/decimal.ts';
import { num, numberIn } from '../coerce.ts';
import { checked } from '../operators.ts';
import type { Run } from '../run.ts';
import { isError, isList, raise, type Argument } from '../value.ts';
import { listOf } from './signature.ts';

/**
 * The numbers in arguments as SUM reads them: what is written out is converted, in lists only numbers and dates count.
 */
export function numbers(args: readonly Argument[], run: Run): Num[] {
  const found: Num[] = [];
  for (const argument of args) {
    if (!isList(argument)) found.push(num(argument));
    else {
      for (const cell of listOf(argument, run)) {
        if (isError(cell)) throw cell;
        const n = numberIn(cell);
        if (n !== undefined) found.push(n);
      }
    }
  }
  return charged(found, run);
}

/** `list`, after counting that its long numbers will take more time than others. */
export function charged<T extends readonly Num[]>(list: T, run: Run): T {
  let long = 0;
  for (const n of list) if (!isShort(n)) long += 1;
  run.charge(long >> 1);
  return list;
}

export function sum(list: readonly Num[]): Num {
  return checked(sumOf(list));
}

/** `list`, or an error when it has fewer than `least` numbers. */
export function atLeast(
  least: number,
  list: readonly Num[],
  error: '#DIV/0!' | '#NUM!' | '#N/A' = '#DIV/0!',
): readonly Num[] {
  return list.length >= least ? list : raise(error, error === '#DIV/0!' ? 'division-by-zero' : 'not-available');
}
