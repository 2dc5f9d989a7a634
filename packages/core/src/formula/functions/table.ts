import { dates } from './date.ts';
import { days } from './workday.ts';
import { facts } from './facts.ts';
import { logical } from './logical.ts';
import { lookup } from './lookup.ts';
import { maths } from './maths.ts';
import type { FunctionDefinition } from './signature.ts';
import { conditional } from './conditional.ts';
import { statistics } from './statistics.ts';
import { texts } from './text.ts';

export type { FunctionDefinition } from './signature.ts';

/** Every function of the language by its name in capitals. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [logical, maths, texts, dates, days, statistics, conditional, lookup, facts].flat().map((definition) => [definition.name, definition]),
);

/** The function called `name` (capitals). */
export function findFunction(name: string): FunctionDefinition | undefined {
  return functions.get(name);
}

/** The function whose name is nearest to a mistyped one, or `''` when none is near. */
export function closestFunction(name: string): string {
  if (name.length > 20) return '';
  let best = '';
  let least = 1 + Math.floor(name.length / 3);
  for (const candidate of functions.keys()) {
    const distance = editDistance(name, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** How many letters must be put in, left out or changed to make `a` into `b`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
