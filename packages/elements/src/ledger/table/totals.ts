import { evaluate } from '@jiceng/core/formula/evaluate.js';
import type { Formula } from '@jiceng/core/formula/tree.js';
import type { Value } from '@jiceng/core/formula/value.js';
import { own, type JsonObject } from '@jiceng/core/json/json.js';
import { total } from '@jiceng/core/table/totals.js';
import { numberWords } from '../../widgets/format.ts';
import type { LedgerColumn } from './column.ts';
import { messages } from '../ledger.messages.ts';
import type { Sight } from '../../record/sight.ts';
import type { LedgerTable } from './table.ts';

/**
 * Sum, average, number or rate of a column over some rows, which are those of a group if one is given; `null` where
 * there is nothing to say.
 */
export function columnTotal(
  table: LedgerTable,
  column: LedgerColumn,
  rows: Uint32Array,
  sight: Sight,
  group?: number,
): number | null {
  const { total: kind } = column;
  if (kind === undefined) return null;
  const known = table.knownTotal(column, group);
  if (known !== undefined) return known;
  if (kind === 'rate') return rate(table, column, rows, sight);
  const numbers = new Array<number | null>(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const value = table.value(column, rows[at]!);
    numbers[at] = typeof value === 'number' ? value : value !== null && kind === 'count' ? 1 : null;
  }
  return total(kind, numbers);
}

/** The same in words, with what it is. */
export function totalWords(column: LedgerColumn, amount: number | null, sight: Sight): string {
  if (amount === null || column.total === undefined) return '';
  const rounded = column.total === 'average' || column.total === 'rate' ? Math.round(amount * 100) / 100 : amount;
  return `${messages(sight.locale)[column.total]} ${numberWords(rounded, { unit: undefined })}`;
}

/** The column's formula once more, over the sums of the numbers that it reads. */
function rate(table: LedgerTable, column: LedgerColumn, rows: Uint32Array, sight: Sight): number | null {
  const formula = formulaOf(column, sight);
  if (formula === undefined || rows.length === 0) return null;
  const sums = new Map<string, Value>();
  for (const name of formula.names) {
    if (sight.compiled.names.get(name) !== 'field') continue;
    const numbers = Array.from(rows, (row) => own(table.records[row]!.data as JsonObject, name));
    if (numbers.some((value) => typeof value === 'number'))
      sums.set(
        name,
        total(
          'sum',
          numbers.map((value) => (typeof value === 'number' ? value : null)),
        ),
      );
  }
  const found = evaluate(formula, sight.scope(table.records[rows[0]!]!, sums));
  return typeof found === 'number' ? found : null;
}

function formulaOf({ pointer, formula }: LedgerColumn, { compiled }: Sight): Formula | undefined {
  if (formula) return formula;
  const rule = compiled.definition.rules?.find(
    (each) => 'field' in each && each.field === pointer && each.value !== undefined,
  );
  return rule && 'field' in rule && rule.value !== undefined ? compiled.formula(rule.value) : undefined;
}
