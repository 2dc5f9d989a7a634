import { toDateText, toDateTimeText } from '@jiceng/core/time/serial.js';
import type { CellValue } from '../book/workbook.ts';
import { encodeGb18030 } from '../text/encoding.ts';
import { guarded } from '../text/guard.ts';
import { cellValue } from './cells.ts';
import { sheetColumns, type SheetColumn } from './columns.ts';
import { ledgerSource, type LedgerInput } from './source.ts';

/**
 * A ledger as a text file: every cell quoted, texts that spreadsheets would take for formulas guarded, headings in one
 * row.
 */
export function exportCsv(input: LedgerInput, encoding: 'utf-8' | 'gb18030' = 'utf-8'): Uint8Array {
  const source = ledgerSource(input);
  const columns = sheetColumns(source.compiled, source.language);
  const lines = [line(columns.map(({ groups, title }) => [...groups, title].join('-')))];
  source.records.forEach((record, index) =>
    lines.push(line(columns.map((column) => plainCell(cellValue(column, record, index, source), column)))),
  );
  const text = `${lines.join('\r\n')}\r\n`;
  return encoding === 'utf-8' ? new TextEncoder().encode(`\ufeff${text}`) : encodeGb18030(text);
}

const line = (cells: readonly CellValue[]): string =>
  cells
    .map((cell) =>
      cell === null ? '""' : `"${(typeof cell === 'string' ? guarded(cell) : String(cell)).replace(/"/g, '""')}"`,
    )
    .join(',');

/** Dates as people read them. */
function plainCell(value: CellValue, { node }: SheetColumn): CellValue {
  if (typeof value !== 'number' || (node?.kind !== 'date' && node?.kind !== 'dateTime')) return value;
  return node.kind === 'date'
    ? (toDateText(value) ?? value)
    : (toDateTimeText(value) ?? String(value)).slice(0, 16).replace('T', ' ');
}
