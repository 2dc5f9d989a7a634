import { readXlsx, writeXlsx } from 'hucre';
import { dateOf, headings, isDay, rowOf } from '../data.mjs';

/** @param {number} count */
export const prepare = async (count) => [
  headings,
  ...Array.from({ length: count }, (_, row) =>
    rowOf(row).map((value, at) => (isDay(at) ? dateOf(/** @type {number} */ (value)) : value)),
  ),
];
/** @param {number} _count @param {never[][]} rows */
export const write = async (_count, rows) => writeXlsx({ sheets: [{ name: '数据', rows }] });
/** @param {Uint8Array} bytes */
export async function read(bytes) {
  const { rows } = (await readXlsx(bytes)).sheets[0];
  return { rows: rows.length, last: rows[rows.length - 1] };
}
