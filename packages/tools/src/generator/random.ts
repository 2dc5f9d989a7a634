/** One stream of pseudo-random numbers; the same seed gives the same numbers on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Normally distributed, by adding twelve uniform numbers: no function whose last digit differs between engines. */
  normal(mean: number, deviation: number): number;
  pick<T>(list: readonly T[]): T;
  /** One entry by its weight; weights need not add up to anything. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
}

/** Stream called `name`: adding a new kind of record does not change the others. */
export function stream(seed: number, name: string): Random {
  let state = (seed ^ hashOf(name)) >>> 0;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    normal(mean, deviation) {
      let sum = -6;
      for (let times = 0; times < 12; times++) sum += next();
      return mean + deviation * sum;
    },
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    weighted(list) {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return (list[list.length - 1] as (typeof list)[number])[0];
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
