/**
 * How fast reports add up, against a hand-written loop over typed arrays and other libraries in the same run:
 * `node --expose-gc --conditions=@jiceng/source --import tsx packages/core/bench/report.bench.ts [rounds]`. Peers are
 * fetched when first asked for.
 */
import { Axis, TOTAL } from '../src/report/cube/axis.ts';
import { Cells, type Nodes } from '../src/report/cube/cells.ts';
import { CodeColumn } from '../src/report/cube/code-column.ts';
import { NumberColumn } from '../src/report/cube/number-column.ts';
import { Count, Sum } from '../src/report/cube/totals.ts';
import { city } from './report-county.ts';
import { floor, type Answer, type Item } from './report-floor.ts';
import { loadPeers, type Contender } from './report-peers.ts';

const ROUNDS = Number(process.argv[2] ?? 5);

interface Side {
  readonly axis: Axis;
  readonly nodes: Nodes;
}

function nodesOf<T>({ codes, values }: CodeColumn<T>, node: (value: T, code: number) => number): Nodes {
  return { codes, nodes: Int32Array.from(values, node) };
}

/** Ours: the columns and totals that reports are made of. */
const ours: Contender = {
  name: 'jiceng',
  async load(items) {
    const length = items.length;
    const [towns, kinds] = [new CodeColumn<string>(length), new CodeColumn<string>(length)] as const;
    const [value, num, den] = [new NumberColumn(length), new NumberColumn(length), new NumberColumn(length)] as const;
    for (let at = 0; at < length; at++) {
      const item = items[at]!;
      towns.codes[at] = towns.code(item.town);
      kinds.codes[at] = kinds.code(item.kind);
      value.write(at, item.value);
      num.write(at, item.num);
      den.write(at, item.den);
    }
    return async () => {
      const [rows, columns] = [towns, kinds].map((column) => {
        const axis = new Axis();
        return { axis, nodes: nodesOf(column, (_, code) => axis.child(TOTAL, 0, code)) };
      }) as [Side, Side];
      const cells = new Cells({
        rows: rows.axis,
        columns: columns.axis,
        length,
        rowNodes: rows.nodes,
        columnNodes: columns.nodes,
      });
      const count = new Count(cells, null);
      const [sum, mean, up, down] = [
        new Sum(cells, value, false),
        new Sum(cells, value, true),
        new Sum(cells, num, false),
        new Sum(cells, den, false),
      ];
      const answer: Answer = new Map();
      towns.values.forEach((town, a) =>
        kinds.values.forEach((kind, b) => {
          const cell = (a + 1) * columns.axis.size + b + 1;
          if (count.read(cell) > 0)
            answer.set(`${town} ${kind}`, [
              count.read(cell),
              Number(sum.read(cell)),
              Number(mean.read(cell)),
              Number(up.read(cell)) / Number(down.read(cell)),
            ]);
        }),
      );
      return answer;
    };
  },
  async rollUp(items) {
    const length = items.length;
    const [villages, dates, value] = [
      new CodeColumn<string>(length),
      new CodeColumn<string>(length),
      new NumberColumn(length),
    ] as const;
    for (let at = 0; at < length; at++) {
      const item = items[at]!;
      villages.codes[at] = villages.code(item.village);
      dates.codes[at] = dates.code(item.month);
      value.write(at, item.value);
    }
    return async () => {
      const rows = new Axis();
      const leaves = nodesOf(villages, (village, code) => {
        const [county, town] = townOf(village);
        return rows.child(rows.child(rows.child(TOTAL, 0, county), 0, 1000 + town), 0, 10_000 + code);
      });
      const columns = new Axis();
      const months = nodesOf(dates, (_, code) => columns.child(TOTAL, 0, code));
      const cells = new Cells({ rows, columns, length, rowNodes: leaves, columnNodes: months });
      const sum = new Sum(cells, value, false);
      return { total: Number(sum.read(TOTAL)), rows: rows.size };
    };
  },
};

/** County and town of a village: 20 towns in each of 10 counties, 25 villages in each town. */
export function townOf(village: string): readonly [number, number] {
  const n = Number(village.slice(1));
  return [Math.floor(n / 500), Math.floor(n / 25)];
}

let state = 1;
const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const two = (n: number): string => String(n).padStart(2, '0');
const million: Item[] = Array.from({ length: 1_000_000 }, () => ({
  town: `t${Math.floor(next() * 40)}`,
  kind: `k${Math.floor(next() * 6)}`,
  value: Math.round(next() * 10_000) / 100,
  num: Math.floor(next() * 5),
  den: 5,
  village: '',
  month: '',
}));
const year: Item[] = Array.from({ length: 60_000 }, (_, at) => ({
  town: '',
  kind: '',
  value: Math.round(next() * 1000) / 10,
  num: 0,
  den: 0,
  village: `v${at % 5000}`,
  month: `2025-${two(1 + Math.floor(at / 5000))}`,
}));

const contenders = [floor, ours, ...(process.argv.includes('--alone') ? [] : await loadPeers())];
interface Times {
  readonly first: number[];
  readonly again: number[];
  readonly memory: number[];
}
const results = new Map<string, Times>();
const place = (name: string): Times => {
  let held = results.get(name);
  if (!held) results.set(name, (held = { first: [], again: [], memory: [] }));
  return held;
};
const check = (name: string, answer: Answer, expected: Answer): void => {
  for (const [key, numbers] of expected)
    if (
      !answer
        .get(key)
        ?.every(
          (number, at) =>
            Math.abs(number - (numbers[at] as number)) < 1e-6 * Math.max(1, Math.abs(numbers[at] as number)),
        )
    )
      throw new Error(`${name} is wrong at ${key}: ${String(answer.get(key))}, not ${String(numbers)}`);
};
const expected = await (await floor.load(million))();
const rolled = await (await floor.rollUp(year))();

for (let round = 0; round <= ROUNDS; round++) {
  for (const contender of contenders) {
    for (const [name, run] of [
      [
        `${contender.name} 1M`,
        async () => {
          const query = await contender.load(million);
          return { query, test: (found: unknown) => check(contender.name, found as Answer, expected) };
        },
      ],
      [
        `${contender.name} roll-up`,
        async () => {
          const query = await contender.rollUp(year);
          return {
            query,
            test: (found: unknown) => {
              if (Math.abs((found as { total: number }).total - rolled.total) > 1e-4)
                throw new Error(
                  `${contender.name} rolls up to ${(found as { total: number }).total}, not ${rolled.total}`,
                );
            },
          };
        },
      ],
    ] as const) {
      globalThis.gc?.();
      const before = process.memoryUsage();
      const start = performance.now();
      const { query, test } = await run();
      test(await query());
      const first = performance.now() - start;
      const after = process.memoryUsage();
      const again = performance.now();
      await query();
      if (round === 0) continue; // warms up the engine
      const times = place(name);
      times.first.push(first);
      times.again.push(performance.now() - again);
      times.memory.push(
        (after.heapUsed +
          after.external +
          after.arrayBuffers -
          before.heapUsed -
          before.external -
          before.arrayBuffers) /
          1e6,
      );
    }
  }
}
const whole = city();
const changes: number[] = [];
const work: number[] = [];
for (let turn = 0; turn < 80; turn++) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  whole.change();
  const { user, system } = process.cpuUsage(cpu);
  if (turn < 20) continue;
  changes.push(performance.now() - start);
  work.push((user + system) / 1000);
}
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;
const show = (n: number): string => (n < 10 ? n.toFixed(1) : n.toFixed(0));
console.log(
  '| workload | load and query ms | × floor | again ms | × floor | memory MB |\n| --- | --: | --: | --: | --: | --: |',
);
for (const [name, { first, again, memory }] of [...results].sort(([a], [b]) =>
  (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? ''),
)) {
  const base = results.get(`${floor.name} ${name.split(' ').slice(1).join(' ')}`) as Times;
  const ratio = (list: readonly number[], under: readonly number[]) =>
    median(list.map((n, at) => n / (under[at] as number))).toFixed(2);
  console.log(
    `| ${name} | ${show(median(first))} | ${ratio(first, base.first)} | ${show(median(again))} | ${ratio(again, base.again)} | ${show(median(memory))} |`,
  );
}
console.log(
  `\none changed record among 60,000, four blocks over 210 counties and towns × 12 months computed again: ${show(median(changes))} ms (${show(median(work))} ms of processor)`,
);
