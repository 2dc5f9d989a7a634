import Excel from 'exceljs';
import { dateOf, headings, isDay, rowOf } from '../data.mjs';

/** @param {number} count */
export async function write(count) {
  const book = new Excel.Workbook(),
    sheet = book.addWorksheet('数据');
  sheet.columns = headings.map((header, at) => ({
    header,
    width: 14,
    ...(isDay(at) ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
  }));
  for (let row = 0; row < count; row++)
    sheet.addRow(rowOf(row).map((value, at) => (isDay(at) ? dateOf(/** @type {number} */ (value)) : value)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
/** @param {Uint8Array} bytes */
export async function read(bytes) {
  const book = new Excel.Workbook();
  await book.xlsx.load(/** @type {never} */ (Buffer.from(bytes)));
  const sheet = book.worksheets[0];
  return { rows: sheet.rowCount, last: sheet.getRow(sheet.rowCount).values.slice(1) };
}
