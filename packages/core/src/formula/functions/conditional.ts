import { divide } from '../../number/arithmetic.ts';
import type { Num } from '../../number/decimal.ts';
import { numberIn } from '../coerce.ts';
import { criterion } from '../criteria.ts';
import type { Run } from '../run.ts';
import { isError, isList, raise, type Argument, type Cell } from '../value.ts';
import { atLeast, charged, sum } from './numbers.ts';
import { define, listOf } from './signature.ts';
import { extreme } from './statistics.ts';

/** Which places of `length` pass every pair of list and criterion. */
function selected(length: number, pairs: readonly Argument[], run: Run): boolean[] {
  const passing = new Array<boolean>(length).fill(true);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const list = listOf(pairs[at] as Argument, run);
    if (list.length !== length) raise('#VALUE!', 'list-length');
    const wanted = pairs[at + 1] as Argument;
    const test = criterion(
      isList(wanted) ? (wanted.length === 1 ? (wanted[0] as Cell) : raise('#VALUE!', 'list-result')) : wanted,
      run,
    );
    for (let row = 0; row < length; row++) passing[row] = passing[row] === true && test(list[row] as Cell);
  }
  return passing;
}

/** The numbers of `list` where `passing`; texts and blanks there do not count, errors do. */
function numbersWhere(list: readonly Cell[], passing: readonly boolean[], run: Run): Num[] {
  const found: Num[] = [];
  list.forEach((cell, row) => {
    if (!passing[row]) return;
    if (isError(cell)) throw cell;
    const n = numberIn(cell);
    if (n !== undefined) found.push(n);
  });
  return charged(found, run);
}

const average = (list: readonly Num[]): Num => divide(sum(atLeast(1, list)), list.length);

/** NAME(list, criterion, [numbers]): the numbers stand beside the list, which is also the default. */
const one = (name: string, apply: (list: readonly Num[]) => Num) =>
  define(name, 'l v l?', (run, list, wanted, values = list) => {
    const cells = listOf(values, run);
    const tested = listOf(list, run);
    if (cells.length !== tested.length) return raise('#VALUE!', 'list-length');
    return apply(numbersWhere(cells, selected(cells.length, [tested, wanted], run), run));
  });

/** NAME(numbers, list, criterion, …): every criterion must hold. */
const several = (name: string, apply: (list: readonly Num[]) => Num) =>
  define(
    name,
    'l l+',
    (run, values, ...pairs) => {
      const cells = listOf(values, run);
      return apply(numbersWhere(cells, selected(cells.length, pairs, run), run));
    },
    { min: 3, step: 2 },
  );

/** The *IF and *IFS family. */
export const conditional = [
  define(
    'COUNTIF',
    'l v',
    (run, list, wanted) => selected(listOf(list, run).length, [list, wanted], run).filter(Boolean).length,
  ),
  define(
    'COUNTIFS',
    'l l+',
    (run, ...pairs) => selected(listOf(pairs[0] as Argument, run).length, pairs, run).filter(Boolean).length,
    { min: 2, step: 2 },
  ),
  one('SUMIF', sum),
  one('AVERAGEIF', average),
  several('SUMIFS', sum),
  several('AVERAGEIFS', average),
  several('MINIFS', (list) => extreme(list, -1)),
  several('MAXIFS', (list) => extreme(list, 1)),
];
