// The whole way from a definition and stored records, with a live formula in every row.
import { exportLedger } from '../../src/ledger/export-ledger.ts';
import { headings, isDay, rowOf } from '../data.mjs';
import { toDateText } from '@jiceng/core/time/serial.js';

const properties = Object.fromEntries(
  headings.map((title, at) => [
    `f${at}`,
    isDay(at)
      ? { type: 'string', format: 'date', title }
      : at % 4 === 1
        ? { type: 'string', maxLength: 60, title }
        : { type: at % 4 ? 'number' : 'integer', title, minimum: 0 },
  ]),
);
const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'bench',
  version: '1.0.0',
  title: '数据',
  subject: 'item',
  purpose: { readBy: 'county', decision: 'x' },
  record: { type: 'object', properties },
  rules: [{ field: '/f3', value: 'f0*2' }],
  ledger: {
    columns: [0, 4, 8, 12, 16].map((from) => ({
      title: `组${from / 4 + 1}`,
      columns: [0, 1, 2, 3].map((at) => `/f${from + at}`),
    })),
  },
};

/** @param {number} count */
export async function prepare(count) {
  const when = '2026-01-01T08:00:00+08:00';
  return Array.from({ length: count }, (_, row) => ({
    id: `r${row}`,
    definition: { id: 'bench', version: '1.0.0', hash: '' },
    orgId: 'o',
    orgPath: 'o',
    revision: 1,
    links: [],
    facts: [],
    audit: { createdAt: when, createdBy: 'p', updatedAt: when, updatedBy: 'p' },
    data: Object.fromEntries(
      rowOf(row).map((value, at) => [`f${at}`, isDay(at) ? toDateText(/** @type {number} */ (value)) : value]),
    ),
  }));
}

/** @param {number} _count @param {never[]} records */
export async function write(_count, records) {
  const result = await exportLedger({
    definition: /** @type {never} */ (definition),
    records,
    now: '2026-01-01T08:00:00+08:00',
  });
  if (!result.ok) throw new Error(result.problems[0].reason.en);
  return new Uint8Array(await new Blob(result.value).arrayBuffer());
}
