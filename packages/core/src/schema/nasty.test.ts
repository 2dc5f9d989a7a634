import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guardPrototypes } from '../definition/fixtures/trial.ts';
import { exercise } from '../form/fixtures/exercise.ts';
import { NASTY } from './fixtures/nasty.ts';

describe('nasty schemas', () => {
  guardPrototypes();

  for (const { name, schema, refused } of NASTY) {
    it(name, () => {
      const before = JSON.stringify(schema);
      const result = exercise(schema, { nodes: 400, fields: 120 });
      assert.equal(JSON.stringify(schema), before, 'the schema itself is left alone');
      const codes = result.refused.map(({ code }) => code);
      if (refused === undefined) assert.deepEqual(codes, []);
      else assert.ok(codes.includes(refused), codes.join());
      assert.ok(result.nodes >= 1 && result.fields >= 3, 'even a refused schema is shown as far as it can be read');
    });
  }
});
