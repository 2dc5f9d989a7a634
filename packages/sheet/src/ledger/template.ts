import { isObject, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Result } from '@jiceng/core/text/problem.js';
import type { Watch } from '../read/pace.ts';
import type { CellValue } from '../book/workbook.ts';
import type { WrittenBook, WrittenCell, WrittenRow, WrittenSheet } from '../write/book.ts';
import { sheetName, writeSheets } from '../write/write-sheets.ts';
import { sheetColumns, type SheetColumn } from './columns.ts';
import { rowWriter, writtenColumn } from './export-ledger.ts';
import { headerRows } from './header.ts';
import { InputLimits } from './input-limits.ts';
import { words } from './ledger.messages.ts';
import { ledgerSource, type LedgerInput, type LedgerSource } from './source.ts';

/**
 * Hidden sheet by which a filled-in template is known again: what it was made from, and the values that it was sent out
 * with.
 */
export const META = '_jiceng';

export interface TemplateInput extends LedgerInput {
  /** Empty rows to fill in below the records. */
  readonly emptyRows?: number;
}

/** A sheet to fill in offline, empty or with records, with help beside the cells; `planImport` reads it back. */
export async function exportTemplate(input: TemplateInput, watch: Watch = {}): Promise<Result<Uint8Array[]>> {
  return writeSheets(templateBook(input), watch);
}

/**
 * Columns that people can fill in: everything in the ledger and the fields that it does not show, without rows and
 * files.
 */
export function templateColumns(source: LedgerSource): SheetColumn[] {
  return sheetColumns(source.compiled, source.language, true).filter(
    ({ source: kind, node }) =>
      kind === 'number' ||
      (kind === 'field' &&
        node !== undefined &&
        node.kind !== 'rows' &&
        !(node.kind === 'list' && node.item()?.format === 'file') &&
        node.format !== 'file') ||
      kind === 'envelope',
  );
}

/** Whether what stands in the column is taken back. */
export const isFilledIn = ({ source, formula, node }: SheetColumn): boolean =>
  source === 'field' && formula === undefined && node !== undefined && !node.readOnly;

/** Whether the column names the person whom a new record is about. */
export const isWho = ({ source, name }: SheetColumn): boolean => source === 'envelope' && name === 'subjectTitle';

export function templateBook(input: TemplateInput): WrittenBook {
  const source = ledgerSource(input);
  const { compiled, records, language } = source;
  const text = words(language);
  const columns = templateColumns(source);
  const heads = columns.map((column) => ({
    groups: column.groups,
    title: `${column.node?.required && isFilledIn(column) ? '*' : ''}${column.title}`,
  }));
  const title = compiled.definition.ledger?.title ?? compiled.definition.title;
  const header = headerRows([{ groups: [], title: text.id }, ...heads], 1);
  const first = 1 + header.rows.length,
    { emptyRows = 100 } = input,
    last = first + records.length + emptyRows - 1;
  const limits = new InputLimits(language);
  columns.forEach((column, at) => {
    if (isFilledIn(column))
      limits.add(column, at + 1, first, last, { required: column.node?.required ?? false, help: true });
  });
  const lists = limits.sheet();
  const HEAD = { bold: true, border: true, fill: 'E8EEF7', align: 'center', wrap: true } as const;
  // The hidden first column moves cells one to the right, so formulas are written with it.
  const idColumn: SheetColumn = {
    groups: [],
    title: text.id,
    source: 'envelope',
    name: 'recordId',
    options: new Map(),
    width: 120,
    frozen: true,
    merged: false,
  };
  const write = rowWriter([idColumn, ...columns], source);
  function* rows(): Generator<WrittenRow> {
    yield { cells: [null, { value: title, look: { bold: true, size: 16, align: 'center' } }], height: 30 };
    for (const cells of header.rows) {
      yield {
        cells: cells.map((cell, at): CellValue | WrittenCell => ({
          value: cell,
          look: {
            ...HEAD,
            ...(typeof cell === 'string' && cell.startsWith('*') ? { color: 'C00000' } : {}),
            ...(at > 0 &&
            !isFilledIn(columns[at - 1]!) &&
            !isWho(columns[at - 1]!) &&
            columns[at - 1]!.groups.length === 0
              ? { fill: 'EDEDED' }
              : {}),
          },
        })),
        look: HEAD,
        height: 24,
      };
    }
    for (const [index, record] of records.entries()) yield { cells: write(record, index, first + index) };
  }
  const sheet: WrittenSheet = {
    name: sheetName(title),
    columns: [{ width: 12, hidden: true, look: { format: '@' } }, ...columns.map(writtenColumn)],
    rows: rows(),
    count: records.length,
    merges: [{ top: 0, left: 1, bottom: 0, right: columns.length }, ...header.merges],
    validations: limits.validations,
    freeze: { row: first, column: 0 },
    titleRows: [0, first - 1],
    landscape: columns.reduce((sum, { width }) => sum + width, 0) > 720,
  };
  return { sheets: [sheet, ...(lists ? [lists] : []), metaSheet(columns, source)] };
}

/** The definition, the columns' addresses, and each record's revision and values as they were. */
function metaSheet(columns: readonly SheetColumn[], { compiled, records }: LedgerSource): WrittenSheet {
  const { id, version } = compiled.definition;
  const filled = columns.filter(isFilledIn);
  const data = (json: unknown, pointer: string): Json => {
    const value = isObject(json) ? valueAt(json, pointer) : undefined;
    return value === undefined ? null : value;
  };
  function* rows(): Generator<WrittenRow> {
    yield { cells: [META, id, version, compiled.hash] };
    yield { cells: [null, null, ...filled.map(({ pointer }) => pointer!)] };
    for (const record of records)
      yield {
        cells: [
          record.id,
          record.revision,
          ...filled.map(({ pointer }) => {
            const value = data(record.data, pointer!);
            return value === null ? null : JSON.stringify(value).slice(0, 32_000);
          }),
        ],
      };
  }
  return {
    name: META,
    visibility: 'veryHidden',
    columns: [{ look: { format: '@' } }, {}, ...filled.map(() => ({ look: { format: '@' } as const }))],
    rows: rows(),
    count: records.length,
  };
}
