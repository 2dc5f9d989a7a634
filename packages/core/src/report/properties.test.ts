import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRecord } from '../generated/record.ts';
import fc from '../fixtures/fast-check.ts';
import { compute } from './compute.ts';
import type { Chosen } from './chosen.ts';
import { countyReport, dataOf, filed, visit } from './fixtures/county.ts';
import type { NumberCell, TableModel } from './model.ts';
import { openNumber } from './open.ts';

const YEAR: Chosen = { period: '2025', organisation: 'c' };
const villages = ['a1', 'a2', 'a3', 'b1', 'b2', 'o', 'a'];
const day = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2025-0${month}-${String(date).padStart(2, '0')}`);
const amount = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100),
  fc.constantFrom(0.1, 0.2, 0.3, 1e14, -1e14, 9_007_199_254_740_991, 0.123456789, 1e-9),
);
const data = fc.record(
  {
    kind: fc.constantFrom('home', 'site'),
    amount,
    who: fc.constantFrom('p', 'q', 'r', 's'),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  },
  { requiredKeys: [] },
);
const made = fc
  .tuple(fc.nat(40), fc.constantFrom(...villages), day, data, fc.constantFrom('open', 'done'))
  .map(([id, orgId, on, held, state]) => visit(`v${id}`, orgId, on, held, state));
const form = fc
  .tuple(
    fc.constantFrom('a1', 'a2', 'b1'),
    fc.constantFrom('2025-Q1', '2025-Q2'),
    fc.constantFrom('draft', 'submitted', 'accepted', 'exempt', 'returned', 'voided'),
    fc.boolean(),
    fc.nat(2),
  )
  .map(([orgId, code, status, isLate, returnCount]) =>
    filed(orgId, code, status, { isLate, returnCount }, { headcount: returnCount }),
  );
const records = fc
  .array(fc.oneof({ weight: 4, arbitrary: made }, { weight: 1, arbitrary: form }), { maxLength: 30 })
  .map((list) => [...new Map(list.map((record) => [record.id, record])).values()]);

const measures = [
  'count',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'last',
  'people',
  'rate',
  'doneSum',
  'share',
  'rank',
  'gap',
  'perVisit',
  'owed',
  'onTime',
  'complete',
  'firstPass',
  'returned',
  'heads',
];
const own = measures.filter((id) => !['owed', 'onTime', 'complete', 'firstPass', 'returned', 'heads'].includes(id));
const report = countyReport({
  blocks: [
    { block: 'table', id: 'tree', rows: ['tree'], columns: measures },
    { block: 'cross', id: 'cross', rows: ['township', 'kind'], columns: ['quarter'], measures: own },
    { block: 'table', id: 'tags', rows: ['tag'], columns: own },
    {
      block: 'board',
      id: 'board',
      rows: 'own',
      measures: ['rate', 'sum'],
      smallest: 1,
      showBottom: true,
      ties: [{ by: 'sum' }],
    },
    { block: 'coverage', id: 'missing', data: ['owed', 'forms'], rows: ['township'] },
  ],
});
const plain = (list: readonly StoredRecord[]) =>
  JSON.parse(JSON.stringify(compute(report, dataOf(report, list), YEAR).blocks)) as unknown;

describe('reports over random records', () => {
  it('does not depend on the order of records', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((record) => [keys.next().value as number, record] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, record]) => record);
        assert.deepEqual(plain(shuffled), plain(list));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same after changes one by one as computed anew, and removing what was added leaves nothing', () => {
    fc.assert(
      fc.property(records, fc.array(fc.oneof(made, form), { minLength: 1, maxLength: 8 }), (list, changes) => {
        const held = new Map(list.map((record) => [record.id, record]));
        const sources = {
          ...dataOf(report, list).sources,
          records: (id: string) => [...held.values()].filter((record) => record.definition.id === id),
        };
        const data = dataOf(report, list);
        Object.assign(data, { sources });
        const before = JSON.stringify(compute(report, data, YEAR).blocks);
        const undo: (() => void)[] = [];
        for (const after of changes) {
          const old = held.get(after.id);
          held.set(after.id, after);
          data.update(old, after);
          undo.unshift(() => {
            if (old) held.set(after.id, old);
            else held.delete(after.id);
            data.update(after, old);
          });
        }
        assert.deepEqual(JSON.parse(JSON.stringify(compute(report, data, YEAR).blocks)), plain([...held.values()]));
        undo.forEach((step) => step());
        assert.equal(JSON.stringify(compute(report, data, YEAR).blocks), before);
      }),
      { numRuns: 60 },
    );
  });

  it('adds parts up to the whole where they add up, and divides the sums again', () => {
    fc.assert(
      fc.property(records, (list) => {
        const { model } = compute(report, dataOf(report, list), YEAR).blocks[0]!;
        const { rows } = model as TableModel;
        rows.forEach((row, at) => {
          if (row.kind === 'member') return;
          const parts = rows.filter((_, index) =>
            row.kind === 'total'
              ? rows[index]!.depth === 0 && rows[index]!.kind !== 'total'
              : rows[index]!.parent === at,
          );
          for (const id of ['count', 'owed'])
            assert.equal(
              value(row.cells, id),
              total(parts.map(({ cells }) => value(cells, id))),
              `${id} of ${row.title}`,
            );
        });
      }),
      { numRuns: 60 },
    );
  });

  it('opens every number to the rows that make it', () => {
    fc.assert(
      fc.property(records, (list) => {
        const data = dataOf(report, list);
        const byId = new Map(list.map((record) => [record.id, record]));
        for (const { model } of compute(report, data, YEAR).blocks.slice(0, 2)) {
          for (const cell of (model as TableModel).rows.flatMap(({ cells }) => cells)) {
            if (cell.value === null || !['count', 'sum', 'rate', 'doneSum'].includes(cell.place.measure)) continue;
            const [part] = openNumber(report, data, YEAR, cell.place)?.parts ?? [];
            assert.ok(part);
            for (const { recordIds } of part.rows) assert.ok(recordIds.every((id) => byId.has(id)));
            if (cell.place.measure === 'count') assert.equal(part.rows.length, cell.value);
            if (cell.place.measure === 'rate') assert.equal(part.rows.filter(({ num }) => num === 1).length, part.num);
            if (cell.place.measure === 'sum')
              assert.equal(scaled(part.rows.map(({ num }) => num ?? 0)), scaled([cell.value as number]));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

function value(cells: readonly NumberCell[], id: string): number | null {
  return (cells.find(({ place }) => place.measure === id)?.value ?? null) as number | null;
}

function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((entry): entry is number => entry !== null);
  return known.length === 0 ? null : known.reduce((sum, entry) => sum + entry, 0);
}

/** The sum with 15 digits, added as whole numbers of billionths. */
function scaled(values: readonly number[]): number {
  const sum = values.reduce(
    (all, entry) =>
      all +
      BigInt(Math.round(entry * 1e3)) * 1_000_000n +
      BigInt(Math.round((entry * 1e3 - Math.round(entry * 1e3)) * 1e6)),
    0n,
  );
  return Number(Number(sum).toPrecision(12));
}
