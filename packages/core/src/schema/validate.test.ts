import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { compileWithAjv } from './ajv.ts';
import { FORMATS } from './formats/formats.ts';
import { violationReason } from './messages.ts';
import type { JsonSchema } from './schema.ts';
import { compileSchema, type CompileOptions, type Validator } from './validate.ts';

function validatorOf(schema: JsonSchema, options?: CompileOptions): Validator {
  const compiled = compileSchema(schema, options);
  assert.ok(compiled.ok, compiled.ok ? '' : JSON.stringify(compiled.problems));
  return compiled.value;
}

describe('compileSchema', () => {
  it('says where a definition is wrong, in both languages', () => {
    const compiled = compileSchema({
      properties: { 'a/b': { pattern: '(', maxLength: -1 }, c: { $ref: '#/$defs/none' } },
    });
    assert.ok(!compiled.ok);
    assert.deepEqual(
      compiled.problems.map(({ pointer, code }) => [pointer, code]),
      [['/properties/c/$ref', 'unknown-reference']],
    );
    const shapes = compileSchema({ properties: { 'a/b': { maxLength: -1 }, c: { pattern: '(' } } });
    assert.ok(!shapes.ok);
    assert.deepEqual(
      shapes.problems.map(({ pointer }) => pointer),
      ['/properties/a~1b/maxLength', '/properties/c/pattern'],
    );
    for (const { reason } of shapes.problems) assert.ok(reason['zh-CN'] !== '' && reason.en !== '');
  });

  it('refuses what is no schema at all', () => {
    for (const schema of [null, [], 'x', 1, undefined])
      assert.equal(compileSchema(schema as unknown as JsonSchema).ok, false);
  });

  it('refers to registered schemas only', () => {
    const references = new Map<string, JsonSchema>([
      ['https://example.org/unit.json', { $defs: { id: { type: 'string' } } }],
    ]);
    const schema = { properties: { unit: { $ref: 'https://example.org/unit.json#/$defs/id' } } };
    assert.equal(compileSchema(schema).ok, false);
    const violations = validatorOf(schema, { references }).validate({ unit: 1 });
    assert.deepEqual(
      violations.map(({ pointer, schemaPointer }) => [pointer, schemaPointer]),
      [['/unit', '/$defs/id/type']],
    );
  });

  it('leaves formats alone unless they are asked for', () => {
    assert.equal(validatorOf({ format: 'date' }).test('x'), true);
    const [violation] = validatorOf({ format: 'date' }, { formats: FORMATS }).validate('x');
    assert.ok(violation);
    assert.equal(violationReason(violation, '日期')['zh-CN'], '“日期”应为日期，例如 2024-07-01');
  });
});

describe('a validator', () => {
  it('judges one field by its pointer, through references, allOf and items', () => {
    const validator = validatorOf({
      allOf: [{ properties: { rows: { items: { $ref: '#/$defs/row' } } } }],
      properties: { rows: { maxItems: 1 } },
      $defs: { row: { properties: { a: { type: 'integer', maximum: 5 } }, required: ['b'] } },
    });
    assert.deepEqual(
      validator.validateAt('/rows/7/a', 6).map(({ pointer, keyword }) => [pointer, keyword]),
      [['/rows/7/a', 'maximum']],
    );
    assert.deepEqual(
      validator.validateAt('/rows', [{ b: 1 }, { b: 2 }]).map(({ keyword }) => keyword),
      ['maxItems'],
    );
    assert.deepEqual(validator.validateAt('/nowhere', 1), []);
  });

  it('gives up on values nested too deeply, and on schemas that multiply, without throwing', () => {
    const recursive = validatorOf({ properties: { a: { $ref: '#' } } });
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = { a: deep };
    assert.deepEqual(
      recursive.validate(deep).map(({ keyword }) => keyword),
      ['budget'],
    );
    assert.equal(recursive.test(deep), false);

    const $defs: Record<string, JsonSchema> = { d0: { type: 'string' } };
    for (let level = 1; level < 60; level++)
      $defs[`d${level}`] = { anyOf: [{ $ref: `#/$defs/d${level - 1}` }, { $ref: `#/$defs/d${level - 1}` }] };
    const doubling = { $ref: '#/$defs/d59', $defs };
    assert.deepEqual(
      validatorOf(doubling, { maxSteps: 10_000 })
        .validate(1)
        .map(({ keyword }) => keyword),
      ['budget'],
    );
    const ajv = compileWithAjv(doubling, { maxSteps: 10_000 });
    assert.ok(ajv.ok);
    assert.deepEqual(
      ajv.value.validate(1).map(({ keyword }) => keyword),
      ['budget'],
    );
  });

  it('takes a recursive list as deep as the limit', () => {
    const validator = validatorOf({
      type: 'object',
      properties: { a: { anyOf: [{ allOf: [{ $ref: '#' }] }, { type: 'null' }] } },
    });
    let deep: unknown = { a: null };
    for (let level = 0; level < 200; level++) deep = { a: deep };
    assert.deepEqual(validator.validate(deep), []);
  });

  it('never throws, whatever the schema and the value', () => {
    const names = [
      'type',
      'properties',
      'items',
      'required',
      'allOf',
      'anyOf',
      'not',
      'if',
      'then',
      '$ref',
      '$id',
      'enum',
      'const',
      'pattern',
      'minimum',
      'unevaluatedProperties',
      '__proto__',
    ];
    const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
      schema: fc.oneof(
        { depthSize: 'small' },
        fc.boolean(),
        fc.dictionary(
          fc.constantFrom(...names),
          fc.oneof(
            tie('schema'),
            fc.array(tie('schema'), { maxLength: 3 }),
            fc.dictionary(fc.constantFrom('a', 'b', 'toString'), tie('schema')),
            fc.constantFrom('#', '#/$defs/a', 'string', '^a', ['a'], 1),
          ),
          { maxKeys: 4 },
        ),
      ),
    }));
    fc.assert(
      fc.property(schema, fc.jsonValue(), (random, value) => {
        const compiled = compileSchema(random as JsonSchema, { maxSteps: 100_000 });
        if (!compiled.ok) return compiled.problems.length > 0;
        return (compiled.value.validate(value).length === 0) === compiled.value.test(value);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with Ajv on random schemas of forms', () => {
    const leaf = fc.constantFrom<JsonSchema>(
      { type: 'string', maxLength: 3 },
      { type: 'integer', minimum: 0 },
      { enum: ['a', 1, null] },
      { type: ['number', 'null'], multipleOf: 0.1 },
      { const: true },
    );
    const form = fc.record({
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'toString'), leaf, { maxKeys: 3 }),
      required: fc.uniqueArray(fc.constantFrom('a', 'b', 'valueOf'), { maxLength: 2 }),
      additionalProperties: fc.oneof(fc.boolean(), leaf),
      dependentRequired: fc.constantFrom({}, { a: ['b'] }),
      anyOf: fc.array(fc.record({ properties: fc.dictionary(fc.constantFrom('a', 'b'), leaf) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }) as fc.Arbitrary<JsonSchema>;
    const value = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'toString'),
      fc.constantFrom<unknown>('a', 'abcd', 1, -1, 0.3, 0.35, null, true, []),
    );
    fc.assert(
      fc.property(form, value, (schema, data) => {
        const ajv = compileWithAjv(schema);
        assert.ok(ajv.ok);
        assert.equal(ajv.value.opinion(data), validatorOf(schema).test(data));
      }),
      { numRuns: 150 },
    );
  });
});
