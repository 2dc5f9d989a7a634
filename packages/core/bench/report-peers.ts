import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmPackage } from '@jiceng/tools/npm-package.mjs';
import type { Answer, Item } from './report-floor.ts';

/** One that loads rows and answers; the query may be asked again. */
export interface Contender {
  readonly name: string;
  load(items: readonly Item[]): Promise<() => Promise<Answer>>;
  rollUp(items: readonly Item[]): Promise<() => Promise<{ readonly total: number; readonly rows: number }>>;
}

const town = (village: string): string => `t${Math.floor(Number(village.slice(1)) / 25)}`;
const county = (village: string): string => `c${Math.floor(Number(village.slice(1)) / 500)}`;
const load = async (name: string, version: string, file: string): Promise<any> =>
  import(pathToFileURL(join(npmPackage(name, version), file)).href);

/** The peers at their exact versions. */
export async function loadPeers(): Promise<readonly Contender[]> {
  const d3 = await load('d3-array', '3.2.4', 'src/index.js');
  const aq = await load('arquero', '7.2.1', 'src/index.js');
  const alasql = createRequire(import.meta.url)(join(npmPackage('alasql', '4.17.3'), 'dist/alasql.fs.js')) as (
    sql: string,
    data: unknown[],
  ) => any[];
  return [
    {
      name: 'd3-array',
      async load(items) {
        return async () => {
          const found: Answer = new Map();
          const groups = d3.rollup(
            items,
            (list: Item[]) => {
              const sum = d3.sum(list, (item: Item) => item.value);
              return [
                list.length,
                sum,
                sum / list.length,
                d3.sum(list, (item: Item) => item.num) / d3.sum(list, (item: Item) => item.den),
              ];
            },
            (item: Item) => item.town,
            (item: Item) => item.kind,
          );
          for (const [a, kinds] of groups) for (const [b, numbers] of kinds) found.set(`${a} ${b}`, numbers);
          return found;
        };
      },
      async rollUp(items) {
        return async () => {
          let rows = 0;
          let total = 0;
          for (const keys of [
            [],
            [(item: Item) => county(item.village)],
            [(item: Item) => town(item.village)],
            [(item: Item) => item.village],
          ]) {
            const sums = d3.rollup(
              items,
              (list: Item[]) => d3.sum(list, (item: Item) => item.value),
              ...keys,
              (item: Item) => item.month,
            );
            if (keys.length === 0) for (const value of sums.values()) total += value;
            rows += keys.length === 0 ? 1 : sums.size;
          }
          return { total, rows };
        };
      },
    },
    {
      name: 'arquero',
      async load(items) {
        const table = aq.from(items);
        return async () => {
          const { op } = aq;
          const out = table
            .groupby('town', 'kind')
            .rollup({ n: op.count(), s: op.sum('value'), m: op.mean('value'), u: op.sum('num'), d: op.sum('den') })
            .objects({ limit: Infinity });
          return new Map(out.map((row: any) => [`${row.town} ${row.kind}`, [row.n, row.s, row.m, row.u / row.d]]));
        };
      },
      async rollUp(items) {
        const table = aq.from(
          items.map((item) => ({
            village: item.village,
            town: town(item.village),
            county: county(item.village),
            month: item.month,
            value: item.value,
          })),
        );
        return async () => {
          const { op } = aq;
          const parts = [['month'], ['county', 'month'], ['town', 'month'], ['village', 'month']].map((keys) =>
            table
              .groupby(...keys)
              .rollup({ s: op.sum('value') })
              .objects({ limit: Infinity }),
          );
          return {
            total: parts[0].reduce((sum: number, row: any) => sum + row.s, 0),
            rows: 1 + parts.slice(1).reduce((sum, part) => sum + part.length / 12, 0),
          };
        };
      },
    },
    {
      name: 'alasql',
      async load(items) {
        return async () =>
          new Map(
            alasql(
              'SELECT town, kind, COUNT(*) AS n, SUM([value]) AS s, AVG([value]) AS m, SUM(num) AS u, SUM(den) AS d FROM ? GROUP BY town, kind',
              [items],
            ).map((row) => [`${row.town} ${row.kind}`, [row.n, row.s, row.m, row.u / row.d]]),
          );
      },
      async rollUp(items) {
        const rows = items.map((item) => ({
          village: item.village,
          town: town(item.village),
          county: county(item.village),
          month: item.month,
          value: item.value,
        }));
        return async () => {
          const parts = ['month', 'county, month', 'town, month', 'village, month'].map((keys) =>
            alasql(`SELECT ${keys}, SUM([value]) AS s FROM ? GROUP BY ${keys}`, [rows]),
          );
          return {
            total: (parts[0] as { s: number }[]).reduce((sum, row) => sum + row.s, 0),
            rows: 1 + parts.slice(1).reduce((sum, part) => sum + part.length / 12, 0),
          };
        };
      },
    },
    await duckdb(),
  ];
}

/** DuckDB in WebAssembly, in this process. Rows go in as one JSON text, its quickest way for plain objects. */
async function duckdb(): Promise<Contender> {
  const folder = npmPackage('@duckdb/duckdb-wasm', '1.32.0');
  const require = createRequire(join(folder, 'package.json'));
  const wasm = require(join(folder, 'dist/duckdb-node-blocking.cjs'));
  const bundle = { mainModule: join(folder, 'dist/duckdb-mvp.wasm'), mainWorker: '' };
  const db = await wasm.createDuckDB(
    { mvp: bundle, eh: { ...bundle, mainModule: join(folder, 'dist/duckdb-eh.wasm') } },
    new wasm.VoidLogger(),
    wasm.NODE_RUNTIME,
  );
  await db.instantiate();
  const connection = db.connect();
  let tables = 0;
  const insert = (rows: unknown): string => {
    const name = `t${++tables}`;
    if (tables > 2) connection.query(`DROP TABLE IF EXISTS t${tables - 2}`);
    db.registerFileText(`${name}.json`, JSON.stringify(rows));
    connection.insertJSONFromPath(`${name}.json`, { name });
    db.dropFile(`${name}.json`);
    return name;
  };
  return {
    name: 'DuckDB-wasm',
    async load(items) {
      const table = insert(items.map(({ town: t, kind, value, num, den }) => ({ town: t, kind, value, num, den })));
      return async () =>
        new Map(
          connection
            .query(
              `SELECT town, kind, count(*)::DOUBLE n, sum(value) s, avg(value) m, (sum(num) / sum(den))::DOUBLE r FROM ${table} GROUP BY town, kind`,
            )
            .toArray()
            .map((row: any) => [`${row.town} ${row.kind}`, [Number(row.n), row.s, row.m, row.r]]),
        );
    },
    async rollUp(items) {
      const table = insert(
        items.map((item) => ({
          village: item.village,
          town: town(item.village),
          county: county(item.village),
          month: item.month,
          value: item.value,
        })),
      );
      return async () => {
        const rows = connection
          .query(
            `SELECT county, town, village, month, sum(value) s FROM ${table} GROUP BY GROUPING SETS ((), (month), (county, month), (town, month), (village, month))`,
          )
          .toArray();
        return { total: rows.find((row: any) => row.month === null).s, rows: rows.length / 12 };
      };
    },
  };
}
