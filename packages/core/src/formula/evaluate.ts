import { Decimal, toNumber } from '../number/decimal.ts';
import { codeOf } from './compile.ts';
import type { Limits } from './limits.ts';
import { Run, type Scope } from './run.ts';
import type { Formula } from './tree.ts';
import { FormulaError, isList, type Argument, type Cell, type Value } from './value.ts';

export type { FactCall, Scope } from './run.ts';

/**
 * The value of `formula`. Never throws: what goes wrong is an error value, also when reading the scope fails or the
 * budget is used up. Numbers come as the nearest JavaScript number; a list where one value is needed is `#VALUE!`,
 * unless it has one element.
 */
export function evaluate(formula: Formula, scope: Scope, budget?: Partial<Limits>): Value {
  const result = run(formula, scope, budget);
  if (!isList(result)) return plain(result);
  return result.length === 1 ? plain(result[0] as Cell) : new FormulaError('#VALUE!', 'list-result');
}

/** The values of a formula that may give several, as `FILTER` or `items.score` do; a single value is a list of one. */
export function evaluateList(formula: Formula, scope: Scope, budget?: Partial<Limits>): readonly Value[] {
  const result = run(formula, scope, budget);
  return isList(result) ? result.map(plain) : [plain(result)];
}

function run(formula: Formula, scope: Scope, budget: Partial<Limits> | undefined): Argument {
  try {
    return codeOf(formula)(new Run(scope, budget));
  } catch (error) {
    return error instanceof FormulaError
      ? error
      : new FormulaError('#VALUE!', 'failed', error instanceof Error ? error.message : '');
  }
}

/** Without -0, and with decimals as the nearest number. */
function plain(cell: Cell): Value {
  return cell instanceof Decimal ? toNumber(cell) : cell;
}
