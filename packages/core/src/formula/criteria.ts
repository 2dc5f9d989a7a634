import { compare } from '../number/arithmetic.ts';
import { isNumber } from '../number/decimal.ts';
import type { Num } from '../number/decimal.ts';
import { numberIn, numberOrDateOf } from './coerce.ts';
import { compareTexts } from './operators.ts';
import type { Run } from './run.ts';
import { isError, type Cell } from './value.ts';
import { hasWildcards, wildcardTest } from './wildcard.ts';

const PREFIX = /^(<>|<=|>=|<|>|=)?/;

type Verdict = (order: number) => boolean;
const VERDICTS: Readonly<Record<string, Verdict>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/**
 * The test that a criterion of COUNTIF and its like stands for: a value to equal, or text such as `">=60"`, `"<>"`,
 * `"党*"`. Numbers and dates are compared with numbers and dates only, texts with texts only; errors never match.
 */
export function criterion(cell: Cell, run: Run): (cell: Cell) => boolean {
  if (isError(cell)) return (found) => isError(found) && found.error === cell.error;
  if (cell === null) return equalsNumber(0, '=');
  if (typeof cell === 'boolean') return (found) => found === cell;
  if (isNumber(cell)) return equalsNumber(cell, '=');
  const operator = PREFIX.exec(cell)?.[1];
  const rest = cell.slice(operator?.length ?? 0);
  const by = operator ?? '=';
  if (rest === '') return blankTest(operator);
  const upper = rest.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') {
    const wanted = upper === 'TRUE';
    return by === '<>'
      ? (found) => found !== wanted
      : (found) => typeof found === 'boolean' && verdict(by)(Number(found) - Number(wanted));
  }
  const number = numberOrDateOf(rest);
  return number === undefined ? textTest(rest, by, run) : equalsNumber(number, by);
}

/** `""` matches blank and empty text, `"="` only blank, `"<>"` all but blank; nothing is less or more than nothing. */
function blankTest(operator: string | undefined): (cell: Cell) => boolean {
  switch (operator) {
    case undefined:
      return (cell) => cell === null || cell === '';
    case '=':
      return (cell) => cell === null;
    case '<>':
      return (cell) => cell !== null;
    default:
      return () => false;
  }
}

function equalsNumber(wanted: Num, by: string): (cell: Cell) => boolean {
  const passes = verdict(by);
  return (cell) => {
    // "5" typed as text still equals 5 here, though not in a comparison.
    const found =
      numberIn(cell) ?? (typeof cell === 'string' && (by === '=' || by === '<>') ? numberOrDateOf(cell) : undefined);
    return found === undefined ? by === '<>' : passes(compare(found, wanted));
  };
}

function textTest(wanted: string, by: string, run: Run): (cell: Cell) => boolean {
  if (by === '=' || by === '<>') {
    const same = hasWildcards(wanted) ? wildcardTest(wanted, run) : (text: string) => compareTexts(text, wanted) === 0;
    return (cell) => (typeof cell === 'string' && same(cell)) === (by === '=');
  }
  const passes = verdict(by);
  return (cell) => typeof cell === 'string' && passes(compareTexts(cell, wanted));
}

function verdict(by: string): Verdict {
  return VERDICTS[by] as Verdict;
}
