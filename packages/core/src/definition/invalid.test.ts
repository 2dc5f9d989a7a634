import { describe } from 'node:test';
import { testRefusals } from '../admit/fixtures/refusals.ts';
import { admit } from './admit.ts';
import { guardPrototypes, INVALID } from './fixtures/trial.ts';

/** Codes that admit.test.ts shows. */
const GENERATED = ['unreadable', 'not-json', 'too-large', 'too-deep', 'too-many-schemas', 'too-many-options', 'pattern-too-long'];

describe('definitions that must be refused', () => {
  guardPrototypes();
  testRefusals(INVALID, 'definition', admit, GENERATED);
});
