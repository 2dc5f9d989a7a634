import * as XLSX from '@e965/xlsx';
import { dateOf, headings, isDay, rowOf } from '../data.mjs';

/** @param {number} count */
export async function write(count) {
  const rows = [
    headings,
    ...Array.from({ length: count }, (_, row) =>
      rowOf(row).map((value, at) => (isDay(at) ? dateOf(/** @type {number} */ (value)) : value)),
    ),
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { dense: true }), '数据');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }));
}
/** @param {Uint8Array} bytes */
export async function read(bytes) {
  const book = XLSX.read(bytes, { type: 'array', dense: true });
  const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
  return { rows: rows.length, last: rows[rows.length - 1] };
}
