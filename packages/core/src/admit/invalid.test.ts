import { describe, it } from 'node:test';
import { guardPrototypes, INVALID } from '../definition/fixtures/trial.ts';
import { assertDocumented, assertRefused, refusalsIn } from '../gate/fixtures/refusals.ts';
import { admit } from './admit.ts';

const REFUSALS = refusalsIn(INVALID, 'definition');

/** Codes that admit.test.ts shows. */
const GENERATED = [
  'unreadable',
  'not-json',
  'too-large',
  'too-deep',
  'too-many-schemas',
  'too-many-options',
  'pattern-too-long',
];

describe('definitions that must be refused', () => {
  guardPrototypes();

  for (const refusal of REFUSALS) it(refusal.name, () => assertRefused(refusal, admit));

  it('has a file or a generated test for every code that is documented, and documents every code', () =>
    assertDocumented(INVALID, REFUSALS, GENERATED));
});
