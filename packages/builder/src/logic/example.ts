import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { exampleData } from '@jiceng/core/form/example.js';
import type { Example } from '../formula/try-formula.ts';

const known = new WeakMap<Compiled, Example>();

/** Made-up data to try the formulas of a definition on; nothing where the definition is too broken for any. */
export function exampleFor(compiled: Compiled, now: string): Example {
  let example = known.get(compiled);
  if (!example) known.set(compiled, (example = { data: dataFor(compiled, now), now }));
  return example;
}

function dataFor(compiled: Compiled, now: string): Example['data'] {
  try {
    return exampleData(compiled, { now, seed: 1 });
  } catch {
    return {};
  }
}
