import { areaName, type Area } from '../book/address.ts';
import type { CellValue, Row, Sheet, Validation } from '../book/workbook.ts';
import type { Limits } from './limits.ts';
import { refusal } from '../book/refusal.ts';
import { Cursor, recordsOf } from './xls-records.ts';

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A'],
]);

/** What a sheet of an old workbook needs from it. */
export interface OldSheetSource {
  readonly name: string;
  readonly hidden: boolean;
  readonly start: number;
  readonly strings: readonly string[];
  readonly limits: Limits;
  sheetName(reference: number): string | undefined;
}

/** One sheet of an old workbook; formulas are only known by their values. */
export function readOldSheet(
  bytes: Uint8Array,
  { name, hidden, start, strings, limits, sheetName }: OldSheetSource,
): Sheet {
  const rows: { values: CellValue[]; styles: number[] }[] = [];
  const merges: Area[] = [],
    validations: Validation[] = [],
    widths = new Map<number, number>(),
    hiddenColumns = new Set<number>();
  let pending: { row: number; column: number; style: number } | undefined,
    frozenRows = 0,
    isFrozen = false;
  const put = (row: number, column: number, style: number, value: CellValue): void => {
    if (value === null || value === '') return;
    if (row >= limits.rows) throw refusal('rows', { sheet: name, limit: limits.rows });
    if (column >= limits.columns) throw refusal('columns', { sheet: name, row: row + 1, limit: limits.columns });
    while (rows.length <= row) rows.push({ values: [], styles: [] });
    const { values, styles } = rows[row]!;
    while (values.length < column) {
      values.push(null);
      styles.push(0);
    }
    values[column] = value;
    styles[column] = style;
  };
  for (const record of recordsOf(bytes, start)) {
    const data = new Cursor(record);
    const cell = () => ({ row: data.u16(), column: data.u16(), style: data.u16() });
    switch (record.id) {
      case 0xfd: {
        const { row, column, style } = cell();
        put(row, column, style, strings[data.u32()] ?? null);
        break;
      }
      case 0x27e: {
        const { row, column, style } = cell();
        put(row, column, style, packed(data.u32()));
        break;
      }
      case 0xbd: {
        const row = data.u16(),
          left = data.u16();
        const count = (record.pieces[0]!.length - 6) / 6;
        for (let at = 0; at < count; at += 1) {
          const style = data.u16();
          put(row, left + at, style, packed(data.u32()));
        }
        break;
      }
      case 0x203: {
        const { row, column, style } = cell();
        put(row, column, style, data.f64());
        break;
      }
      case 0x204: {
        const { row, column, style } = cell();
        put(row, column, style, data.characters(data.u16()));
        break;
      }
      case 0x205: {
        const { row, column, style } = cell();
        const value = data.u8();
        put(row, column, style, data.u8() ? (ERRORS.get(value) ?? '#N/A') : value === 1);
        break;
      }
      case 0x06: {
        const { row, column, style } = cell();
        const result = [...Array(8)].map(() => data.u8());
        pending = undefined;
        if (result[6] !== 255 || result[7] !== 255)
          put(row, column, style, new DataView(new Uint8Array(result).buffer).getFloat64(0, true));
        else if (result[0] === 0) pending = { row, column, style };
        else if (result[0] === 1) put(row, column, style, result[2] === 1);
        else if (result[0] === 2) put(row, column, style, ERRORS.get(result[2]!) ?? '#N/A');
        break;
      }
      case 0x207:
        if (pending) put(pending.row, pending.column, pending.style, data.characters(data.u16()));
        pending = undefined;
        break;
      case 0xe5:
        for (let left = data.u16(); left > 0 && !data.isAtEnd; left -= 1) {
          const top = data.u16(),
            bottom = data.u16(),
            from = data.u16(),
            right = data.u16();
          if (top !== bottom || from !== right) merges.push({ top, left: from, bottom, right });
        }
        break;
      case 0x7d: {
        const from = data.u16(),
          to = Math.min(data.u16(), from + 500),
          width = data.u16() / 256;
        data.u16();
        const isHidden = (data.u16() & 1) === 1;
        for (let column = from; column <= to; column += 1) {
          if (width > 0) widths.set(column, width);
          if (isHidden) hiddenColumns.add(column);
        }
        break;
      }
      case 0x23e:
        isFrozen = (data.u16() & 8) !== 0;
        break;
      case 0x41:
        data.u16();
        frozenRows = data.u16();
        break;
      case 0x1be: {
        const found = validation(data, sheetName);
        if (found) validations.push(found);
        break;
      }
      default:
    }
  }
  return {
    name,
    hidden,
    rows: rows as Row[],
    merges,
    validations,
    comments: new Map(),
    formulas: new Map(),
    sharedFormulas: new Map(),
    hiddenColumns,
    hiddenRows: new Set(),
    widths,
    frozenRows: isFrozen ? frozenRows : 0,
    filter: undefined,
  };
}

/** A number in four bytes: whole or the upper half of a fraction, perhaps in hundredths. */
function packed(bits: number): number {
  let number: number;
  if (bits & 2) number = (bits | 0) >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, (bits & 0xfffffffc) >>> 0, true);
    number = view.getFloat64(0, true);
  }
  return bits & 1 ? number / 100 : number;
}

/** A drop-down list: written out, or the cells of a range. */
function validation(data: Cursor, sheetName: OldSheetSource['sheetName']): Validation | undefined {
  const flags = data.u32();
  data.characters(data.u16());
  data.characters(data.u16());
  const prompt = data.characters(data.u16()).replace(/\0/g, '');
  data.characters(data.u16());
  const formula = list(data, sheetName);
  const second = data.u16();
  data.u16();
  data.skip(second);
  const areas: Area[] = [];
  for (let left = data.u16(); left > 0 && !data.isAtEnd; left -= 1) {
    const top = data.u16(),
      bottom = data.u16(),
      from = data.u16(),
      right = data.u16();
    areas.push({ top, left: from, bottom, right });
  }
  return (flags & 15) === 3 && formula !== undefined
    ? {
        areas,
        type: 'list',
        operator: 'between',
        formula1: formula,
        formula2: '',
        required: (flags & 256) === 0,
        prompt,
      }
    : undefined;
}

function list(data: Cursor, sheetName: OldSheetSource['sheetName']): string | undefined {
  const length = data.u16();
  data.u16();
  if (length === 0) return;
  const token = data.u8();
  if (token === 0x17) return `"${data.characters(data.u8()).replace(/\0/g, ',').replace(/"/g, '""')}"`;
  const isOther = (token & 0x1f) === 0x1b;
  if (!isOther && (token & 0x1f) !== 5) {
    data.skip(length - 1);
    return;
  }
  const sheet = isOther ? sheetName(data.u16()) : undefined;
  const top = data.u16(),
    bottom = data.u16(),
    left = data.u16() & 0xff,
    right = data.u16() & 0xff;
  data.skip(length - (isOther ? 11 : 9));
  return `${sheet === undefined ? '' : `'${sheet.replace(/'/g, "''")}'!`}${areaName({ top, left, bottom, right })}`;
}
