import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { admit } from './admit.ts';
import { assertWellFormed, documentedCodes, guardPrototypes, isOfKind } from './fixtures/trial.ts';

interface Invalid {
  readonly rule: string;
  readonly definition: unknown;
  readonly expect: readonly { readonly pointer: string; readonly code: string }[];
}

const FOLDER = new URL('../../../../schemas/invalid/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Invalid;

/** Codes whose documents are too large for a file, or no JSON; admit.test.ts makes them. */
const GENERATED = ['unreadable', 'not-json', 'too-large', 'too-deep', 'too-many-schemas', 'too-many-options', 'pattern-too-long'];

describe('definitions that must be refused', () => {
  guardPrototypes();

  for (const name of files) {
    it(name, () => {
      const { definition, expect } = read(name);
      assert.ok(expect.length > 0);
      const result = admit(definition);
      assertWellFormed(result);
      assert.ok(!result.ok, 'it was admitted');
      const found = result.problems.map(({ pointer, code }) => `${code} at ${pointer}`);
      for (const { pointer, code } of expect) assert.ok(found.includes(`${code} at ${pointer}`), `${code} at ${pointer} is not among: ${found.join('; ')}`);
    });
  }

  it('has a file or a generated test for every code that is documented, and documents every code', () => {
    const kinds = documentedCodes();
    assert.ok(kinds.length > 20);
    const shown = [...GENERATED, ...files.flatMap((name) => read(name).expect.map(({ code }) => code))];
    assert.deepEqual(kinds.filter((kind) => !shown.some((code) => isOfKind(code, kind))), [], 'documented, never shown');
    assert.deepEqual(shown.filter((code) => !kinds.some((kind) => isOfKind(code, kind))), [], 'shown, not documented');
  });
});
