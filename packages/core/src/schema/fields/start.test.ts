import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldTree } from './fields.ts';
import type { JsonSchema } from '../schema.ts';
import { MAX_START_ROWS, startValue } from './start.ts';

const start = (schema: JsonSchema) => startValue(fieldTree(schema));

describe('startValue', () => {
  it('holds defaults, required constants and wanted rows, and nothing else', () => {
    assert.equal(start({ properties: { a: { type: 'string' }, b: { const: 1 } } }), undefined);
    assert.deepEqual(
      start({
        required: ['c'],
        properties: { a: { default: 0 }, b: { properties: { d: { default: 'x' } } }, c: { const: 1 } },
      }),
      { a: 0, b: { d: 'x' }, c: 1 },
    );
    assert.deepEqual(
      start({ properties: { rows: { minItems: 2, items: { properties: { a: { default: false } } } } } }),
      { rows: [{ a: false }, { a: false }] },
    );
    assert.deepEqual(start({ default: { a: 1 }, properties: { a: { default: 2 }, b: { default: 3 } } }), {
      a: 1,
      b: 3,
    });
  });

  it('makes few rows, however many are wanted', () => {
    const many = start({
      properties: {
        a: { minItems: 1e9, items: { properties: {}, type: 'object', allOf: [{ properties: { x: { default: 1 } } }] } },
        b: { type: 'array', items: { type: 'number' }, default: Array.from({ length: 500 }, () => 1) },
      },
    }) as Record<string, unknown[]>;
    assert.equal(many.a!.length, MAX_START_ROWS);
    assert.equal(many.b!.length, MAX_START_ROWS);
  });

  it('does not follow a schema into itself', () => {
    const schema = {
      properties: {
        name: { default: 'x' },
        child: { $ref: '#' },
        kids: { type: 'array', minItems: 1, items: { $ref: '#' } },
      },
    } as const;
    assert.deepEqual(start(schema), { name: 'x' });
  });
});
