import type { CellBlock } from '../../grid/column.ts';
import { numberWords } from '../../widgets/format.ts';
import type { Sight } from '../../record/sight.ts';
import type { LedgerTable } from '../table/table.ts';
import { workMessages } from './work.messages.ts';

/** How large a picked block is and what its numbers add up to, as spreadsheets show below. */
export function pickedWords({ rows, columns }: CellBlock, table: LedgerTable, sight: Sight): string {
  const text = workMessages(sight.locale);
  let sum = 0;
  let count = 0;
  for (const { id } of columns) {
    const column = table.column(id);
    if (column?.kind !== 'number') continue;
    for (const row of rows) {
      const value = table.value(column, row);
      if (typeof value === 'number') {
        sum += value;
        count += 1;
      }
    }
  }
  const words = (value: number) => numberWords(Math.round(value * 100) / 100, { unit: undefined });
  const size = text.picked(rows.length, columns.length);
  return count === 0
    ? size
    : [size, `${text.sum} ${words(sum)}`, `${text.average} ${words(sum / count)}`].join(text.marks.comma);
}
