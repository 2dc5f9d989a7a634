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
  [logical, maths, texts, dates, days, statistics, conditional, lookup, facts]
    .flat()
    .map((definition) => [definition.name, definition]),
);

/** The function called `name` (capitals). */
export function findFunction(name: string): FunctionDefinition | undefined {
  return functions.get(name);
}

/** The names of all functions. */
export function functionNames(): Iterable<string> {
  return functions.keys();
}
