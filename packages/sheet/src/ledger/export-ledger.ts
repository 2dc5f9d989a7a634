import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Result } from '@jiceng/core/text/problem.js';
import { columnName, type Area } from '../book/address.ts';
import type { CellValue } from '../book/workbook.ts';
import type { Watch } from '../read/pace.ts';
import { looksLikeFormula } from '../text/guard.ts';
import type { Look, WrittenBook, WrittenCell, WrittenColumn, WrittenRow } from '../write/book.ts';
import { sheetName, writeSheets } from '../write/write-sheets.ts';
import { lampOf } from '@jiceng/core/life/lamp.js';
import { cellValue, formulaValue } from './cells.ts';
import { sheetColumns, type SheetColumn } from './columns.ts';
import { headerRows } from './header.ts';
import { InputLimits } from './input-limits.ts';
import { words } from './ledger.messages.ts';
import { liveFormula, ROW } from './live-formula.ts';
import { ledgerSource, type LedgerInput, type LedgerSource } from './source.ts';

/** Fills of lamps: light enough for black letters. */
const LAMPS: Readonly<Record<string, string>> = {
  red: 'F8B4B4',
  yellow: 'FDE68A',
  green: 'BBF7D0',
  blue: 'BFDBFE',
  grey: 'E5E7EB',
};
const TITLE: Look = { bold: true, size: 16, align: 'center' };
const HEAD: Look = { bold: true, border: true, fill: 'E8EEF7', align: 'center', wrap: true };
const TOTAL: Look = { bold: true, border: true };
/** Widest table that still prints upright, in px. */
const UPRIGHT = 720;

/** An .xlsx file that looks like the ledger on the screen, in pieces for a Blob. */
export async function exportLedger(input: LedgerInput, watch: Watch = {}): Promise<Result<Uint8Array[]>> {
  return writeSheets(ledgerBook(input), watch);
}

/** The same as a book, for those who add sheets to it. */
export function ledgerBook(input: LedgerInput): WrittenBook {
  const source = ledgerSource(input);
  const { compiled, records, language } = source;
  const columns = sheetColumns(compiled, language);
  const title = compiled.definition.ledger?.title ?? compiled.definition.title;
  const header = headerRows(columns, 1);
  const first = 1 + header.rows.length,
    last = first + records.length - 1;
  const limits = new InputLimits(language);
  columns.forEach((column, at) => limits.add(column, at, first, last, { required: column.node?.required ?? false }));
  const lists = limits.sheet();
  const width = Math.max(columns.length, 1);
  const totals = totalsRow(columns, first, last, source);
  const merges = mergedRuns(columns, source, first);
  const end = last + (totals ? 1 : 0);
  const titleArea: Area = { top: 0, left: 0, bottom: 0, right: width - 1 };
  const frozen = columns.findIndex(({ frozen: stays }) => !stays);
  return {
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map(writtenColumn),
        count: records.length,
        rows: rowsOf(title, header.rows, columns, source, first, totals),
        merges: [titleArea, ...header.merges, ...merges],
        validations: limits.validations,
        freeze: { row: first, column: frozen < 0 ? 0 : frozen },
        titleRows: [0, first - 1],
        printArea: { ...titleArea, bottom: Math.max(end, first) },
        landscape: columns.reduce((sum, column) => sum + column.width, 0) > UPRIGHT,
      },
      ...(lists ? [lists] : []),
    ],
  };
}

function* rowsOf(
  title: string,
  header: readonly (readonly CellValue[])[],
  columns: readonly SheetColumn[],
  source: LedgerSource,
  first: number,
  totals: WrittenRow | undefined,
): Generator<WrittenRow> {
  yield { cells: [{ value: title, look: TITLE }], height: 30 };
  for (const cells of header) yield { cells, look: HEAD, height: 22 };
  const write = rowWriter(columns, source);
  let row = first;
  for (const record of source.records) {
    yield { cells: write(record, row - first, row) };
    row += 1;
  }
  if (totals) yield totals;
}

/** Cells of a record in one row, formulas live where they can be. `row`: zero-based place in the sheet. */
export function rowWriter(
  columns: readonly SheetColumn[],
  source: LedgerSource,
): (record: StoredRecord, index: number, row: number) => (CellValue | WrittenCell)[] {
  const quoted = columns.map((column): Look => ({ ...columnLook(column), quoted: true }));
  const lamps = new Map<string, Look>();
  const formulas = columns.map((column) =>
    column.formula === undefined ? undefined : liveFormula(column.formula, source.compiled, columns),
  );
  return (record, index, row) =>
    columns.map((column, at) => {
      if (column.source === 'lamp') {
        const lamp = lampOf(source.compiled, source.scope(record));
        if (!lamp) return null;
        let look = lamps.get(lamp.lamp);
        if (!look) lamps.set(lamp.lamp, (look = { ...columnLook(column), fill: LAMPS[lamp.lamp] ?? LAMPS['grey']! }));
        return { value: lamp.title, look };
      }
      const value =
        column.source === 'field' && column.formula !== undefined && formulas[at] !== undefined
          ? computed(column, record, index, source)
          : cellValue(column, record, index, source);
      const formula = formulas[at];
      if (formula !== undefined && value !== null) {
        const own = formula.split(ROW).join(String(row + 1));
        const text = words(source.language);
        // What is true or false here is a word in the sheet.
        return {
          value,
          formula:
            column.source === 'formula' && (value === text.yes || value === text.no)
              ? `IF(${own},"${text.yes}","${text.no}")`
              : own,
        };
      }
      return typeof value === 'string' && looksLikeFormula(value) ? { value, look: quoted[at]! } : value;
    });
}

/** A computed field shows what its formula gives now, as its cell will. */
function computed(column: SheetColumn, record: StoredRecord, index: number, source: LedgerSource): CellValue {
  const kind = column.node?.kind;
  if (kind !== 'number' && kind !== 'integer') return cellValue(column, record, index, source);
  return formulaValue(column.formula!, record, source) ?? cellValue(column, record, index, source);
}

function totalsRow(
  columns: readonly SheetColumn[],
  first: number,
  last: number,
  { compiled, language }: LedgerSource,
): WrittenRow | undefined {
  if (last < first || !columns.some(({ total }) => total)) return;
  const names = { sum: 'SUM', average: 'AVERAGE', count: 'COUNTA' };
  const over = (letters: string) => `${letters}${first + 1}:${letters}${last + 1}`;
  const label = columns.findIndex(({ total }) => !total);
  return {
    look: TOTAL,
    cells: columns.map((column, at): CellValue | WrittenCell => {
      const { total, formula = '' } = column;
      if (!total) return at === label ? { value: words(language).total, look: { ...TOTAL, align: 'center' } } : null;
      const look: Look = {
        ...columnLook(column),
        bold: true,
        ...(total === 'rate' || total === 'average' ? { format: '0.00' } : {}),
      };
      if (total !== 'rate') return { value: null, look, formula: `${names[total]}(${over(columnName(at))})` };
      const live = formula === '' ? undefined : liveFormula(formula, compiled, columns);
      return live === undefined
        ? null
        : {
            value: null,
            look,
            formula: live.replace(new RegExp(`([A-Z]+)${ROW}`, 'g'), (_, letters: string) => `SUM(${over(letters)})`),
          };
    }),
  };
}

/** Runs of equal values in columns that merge them, each inside the runs of merged columns before it. */
function mergedRuns(columns: readonly SheetColumn[], source: LedgerSource, first: number): Area[] {
  const areas: Area[] = [];
  const { records } = source;
  let starts: ReadonlySet<number> = new Set([0]);
  columns.forEach((column, at) => {
    if (!column.merged || records.length === 0) return;
    const own = new Set<number>();
    let before: CellValue = null;
    records.forEach((record, index) => {
      const value = cellValue(column, record, index, source);
      if (starts.has(index) || value === null || value !== before) own.add(index);
      before = value;
    });
    const list = [...own];
    list.forEach((start, place) => {
      const end = (list[place + 1] ?? records.length) - 1;
      if (end > start) areas.push({ top: first + start, left: at, bottom: first + end, right: at });
    });
    starts = own;
  });
  return areas;
}

export const writtenColumn = (column: SheetColumn): WrittenColumn => ({
  width: Math.round((column.width / 7) * 10) / 10,
  look: columnLook(column),
});

/** How the cells of a column look. */
export function columnLook({ node, source, formula }: SheetColumn): Look {
  const border = { border: true, wrap: true };
  if (source === 'number') return { ...border, align: 'center' };
  if (!node) return border;
  switch (node.kind) {
    case 'date':
      return {
        ...border,
        format: node.schema['x-precision'] === 'month' ? 'yyyy"年"m"月"' : 'yyyy-mm-dd',
        align: 'center',
      };
    case 'dateTime':
      return { ...border, format: 'yyyy-mm-dd hh:mm', align: 'center' };
    case 'integer':
      return { ...border, format: '0' };
    case 'number':
      return { ...border, format: node.unit === '元' ? '#,##0.00' : formula === undefined ? 'General' : '0.00' };
    case 'choice':
    case 'boolean':
      return { ...border, align: 'center' };
    default:
      return { ...border, format: '@' };
  }
}
