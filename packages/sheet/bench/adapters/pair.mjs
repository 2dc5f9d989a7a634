import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { dateOf, headings, isDay, rowOf } from '../data.mjs';

/** @param {number} count */
export async function write(count) {
  const rows = [
    headings.map((value) => ({ value })),
    ...Array.from({ length: count }, (_, row) =>
      rowOf(row).map((value, at) =>
        isDay(at) ? { value: dateOf(/** @type {number} */ (value)), format: 'yyyy-mm-dd' } : { value },
      ),
    ),
  ];
  return new Uint8Array(await writeExcelFile(/** @type {never} */ (rows), {}).toBuffer());
}
/** @param {Uint8Array} bytes */
export async function read(bytes) {
  const rows = await readSheet(Buffer.from(bytes));
  return { rows: rows.length, last: rows[rows.length - 1] };
}
