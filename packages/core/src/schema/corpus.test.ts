import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileWithAjv } from './ajv.ts';
import { FORMATS } from './formats/formats.ts';
import type { JsonSchema } from './schema.ts';
import { compileSchema } from './validate.ts';

interface CorpusValue {
  readonly value: unknown;
  /** Pointer and keyword of each violation; none means valid. */
  readonly violations?: readonly (readonly [string, string])[];
  /** Why Ajv alone says the opposite. */
  readonly ajv?: string;
}

interface CorpusCase {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly formats?: boolean;
  /** Code of the problem that refuses the schema. */
  readonly refused?: string;
  readonly values?: readonly CorpusValue[];
}

const folder = new URL('corpus/', import.meta.url);

for (const file of readdirSync(fileURLToPath(folder)).sort()) {
  describe(`corpus ${file}, on both validators`, () => {
    for (const { name, schema, formats, refused, values = [] } of JSON.parse(
      readFileSync(new URL(file, folder), 'utf8'),
    ) as CorpusCase[]) {
      it(name, () => {
        const options = formats === true ? { formats: FORMATS } : {};
        const interpreter = compileSchema(schema, options);
        const ajv = compileWithAjv(schema, options);
        if (refused !== undefined) {
          for (const compiled of [interpreter, ajv])
            assert.deepEqual(compiled.ok || compiled.problems.map(({ code }) => code), [refused]);
          return;
        }
        assert.ok(interpreter.ok);
        assert.ok(ajv.ok, ajv.ok ? '' : JSON.stringify(ajv.problems));
        for (const { value, violations = [], ajv: difference } of values) {
          const found: readonly (readonly string[])[] = interpreter.value
            .validate(value)
            .map(({ pointer, keyword }) => [pointer, keyword]);
          assert.deepEqual([...found].sort(), [...violations].sort(), JSON.stringify(value));
          assert.equal(interpreter.value.test(value), violations.length === 0);
          assert.equal(
            ajv.value.opinion(value),
            (violations.length === 0) === (difference === undefined),
            `Ajv on ${JSON.stringify(value)}`,
          );
          assert.equal(ajv.value.test(value), violations.length === 0);
        }
      });
    }
  });
}
