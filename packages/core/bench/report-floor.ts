import type { Contender } from './report-peers.ts';

/** One plain row. */
export interface Item {
  readonly town: string;
  readonly kind: string;
  readonly value: number;
  readonly num: number;
  readonly den: number;
  readonly village: string;
  readonly month: string;
}

/** Count, sum, mean and rate by "town kind". */
export type Answer = Map<string, readonly number[]>;

/** The number of a name, in the order in which names come. */
function numberOf(names: Map<string, number>, name: string): number {
  let number = names.get(name);
  if (number === undefined) names.set(name, (number = names.size));
  return number;
}

/** What a careful programmer writes by hand for exactly these two questions: typed arrays, one pass, nothing else. */
export const floor: Contender = {
  name: 'floor',
  async load(items) {
    const length = items.length;
    const towns = new Map<string, number>();
    const kinds = new Map<string, number>();
    const town = new Int32Array(length);
    const kind = new Int32Array(length);
    const value = new Float64Array(length);
    const num = new Float64Array(length);
    const den = new Float64Array(length);
    for (let at = 0; at < length; at++) {
      const item = items[at]!;
      town[at] = numberOf(towns, item.town);
      kind[at] = numberOf(kinds, item.kind);
      value[at] = item.value;
      num[at] = item.num;
      den[at] = item.den;
    }
    return async () => {
      const width = kinds.size;
      const size = towns.size * width;
      const count = new Float64Array(size);
      const sum = new Float64Array(size);
      const up = new Float64Array(size);
      const down = new Float64Array(size);
      for (let at = 0; at < length; at++) {
        const cell = town[at]! * width + kind[at]!;
        count[cell]! += 1;
        sum[cell]! += value[at]!;
        up[cell]! += num[at]!;
        down[cell]! += den[at]!;
      }
      const answer: Answer = new Map();
      for (const [a, i] of towns)
        for (const [b, j] of kinds) {
          const c = i * width + j;
          if (count[c]! > 0) answer.set(`${a} ${b}`, [count[c]!, sum[c]!, sum[c]! / count[c]!, up[c]! / down[c]!]);
        }
      return answer;
    };
  },
  async rollUp(items) {
    const length = items.length;
    const villages = new Map<string, number>();
    const months = new Map<string, number>();
    const village = new Int32Array(length);
    const month = new Int32Array(length);
    const value = new Float64Array(length);
    for (let at = 0; at < length; at++) {
      const item = items[at]!;
      village[at] = numberOf(villages, item.village);
      month[at] = numberOf(months, item.month);
      value[at] = item.value;
    }
    return async () => {
      const width = months.size + 1;
      const town = Int32Array.from(villages.keys(), (name) => Math.floor(Number(name.slice(1)) / 25));
      const low = new Float64Array(villages.size * width);
      const middle = new Float64Array(200 * width);
      const high = new Float64Array(10 * width);
      const top = new Float64Array(width);
      for (let at = 0; at < length; at++) low[village[at]! * width + month[at]!]! += value[at]!;
      for (let at = 0; at < villages.size; at++)
        for (let m = 0; m < width - 1; m++) {
          const v = low[at * width + m]!;
          low[at * width + width - 1]! += v;
          middle[town[at]! * width + m]! += v;
        }
      for (let at = 0; at < 200; at++)
        for (let m = 0; m < width - 1; m++) {
          const v = middle[at * width + m]!;
          middle[at * width + width - 1]! += v;
          high[Math.floor(at / 20) * width + m]! += v;
        }
      for (let at = 0; at < 10; at++)
        for (let m = 0; m < width - 1; m++) {
          const v = high[at * width + m]!;
          high[at * width + width - 1]! += v;
          top[m]! += v;
        }
      for (let m = 0; m < width - 1; m++) top[width - 1]! += top[m]!;
      return { total: top[width - 1]!, rows: 1 + 10 + 200 + villages.size };
    };
  },
};
