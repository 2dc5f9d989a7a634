import { cellKey } from '../book/workbook.ts';
import type { Sheet } from '../book/workbook.ts';
import type { LeftRow } from './data-rows.ts';

/** What the totals rows of a sheet compute for a column. */
export function totalOf(
  sheet: Sheet,
  column: number,
  left: readonly LeftRow[],
): 'sum' | 'average' | 'count' | undefined {
  for (const { row, fate } of left) {
    if (fate !== 'totals') continue;
    const formula = sheet.formulas.get(cellKey(row, column));
    if (formula === undefined) continue;
    const text = (typeof formula === 'string' ? formula : (sheet.sharedFormulas.get(formula.shared)?.text ?? ''))
      .replace(/\s/g, '')
      .toUpperCase();
    if (/^(SUM\(|SUBTOTAL\(1?0?9,)/.test(text)) return 'sum';
    if (/^(AVERAGE\(|SUBTOTAL\(1?0?1,|ROUND\(AVERAGE\()/.test(text)) return 'average';
    if (/^(COUNTA?\(|SUBTOTAL\(1?0?[23],)/.test(text)) return 'count';
  }
  return;
}
