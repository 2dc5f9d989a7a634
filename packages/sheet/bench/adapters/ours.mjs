import { readSheets } from '../../src/read/read-sheets.ts';
import { writeSheets } from '../../src/write/write-sheets.ts';
import { headings, isDay, rowOf } from '../data.mjs';

const head = { bold: true, border: true, fill: 'E8EEF7', align: /** @type {const} */ ('center') };
const looks = headings.map((_, column) =>
  isDay(column)
    ? { format: 'yyyy-mm-dd', border: true }
    : column % 4 === 1
      ? { format: '@', border: true }
      : { border: true },
);

/** With a header tree, looks, lists and limits. @param {number} count */
export async function write(count) {
  function* rows() {
    yield { cells: headings.map((_, at) => (at % 4 === 0 ? `组${at / 4 + 1}` : null)), look: head };
    yield { cells: headings, look: head };
    for (let row = 0; row < count; row++) yield { cells: rowOf(row) };
  }
  const area = (/** @type {number} */ column) => [{ top: 2, left: column, bottom: count + 1, right: column }];
  const result = await writeSheets({
    sheets: [
      {
        name: '数据',
        columns: looks.map((look) => ({ width: 14, look })),
        rows: rows(),
        count,
        freeze: { row: 2, column: 1 },
        titleRows: [0, 1],
        landscape: true,
        merges: [0, 4, 8, 12, 16].map((left) => ({ top: 0, left, bottom: 0, right: left + 3 })),
        validations: [
          { areas: area(0), type: 'whole', formula1: '0', formula2: '100000000' },
          { areas: area(1), type: 'textLength', operator: 'lessThanOrEqual', formula1: '60' },
          { areas: area(2), type: 'date', operator: 'greaterThanOrEqual', formula1: '1' },
        ],
      },
    ],
  });
  if (!result.ok) throw new Error(result.problems[0].reason.en);
  return new Uint8Array(await new Blob(result.value).arrayBuffer());
}

/** @param {Uint8Array} bytes */
export async function read(bytes) {
  const result = await readSheets(bytes, { limits: { rows: 1_000_000, file: 2 ** 30, unpacked: 2 ** 31 } });
  if (!result.ok) throw new Error(result.problems[0].reason.en);
  const { rows } = result.value.sheets[0];
  return { rows: rows.length, last: rows[rows.length - 1].values };
}
