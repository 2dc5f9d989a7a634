import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldTree } from './fields.ts';
import type { JsonSchema } from '../schema.ts';
import { startValue } from './start.ts';

const start = (schema: JsonSchema) => startValue(fieldTree(schema));

describe('startValue', () => {
  it('holds the defaults of fields, at any depth, and nothing else', () => {
    const fields = {
      a: { type: 'string' },
      b: { const: 1 },
      c: { default: 0 },
      d: { properties: { e: { default: 'x' }, f: { type: 'string' } } },
      g: { properties: { h: {} } },
      i: { type: 'array', minItems: 2, items: { default: 1 } },
      k: { default: null },
    } as const;
    assert.deepEqual(start({ required: ['b'], properties: fields }), { c: 0, d: { e: 'x' }, k: null });
    assert.equal(start({ properties: { a: fields.a, b: fields.b, g: fields.g, i: fields.i } }), undefined);
  });

  it('takes the default of a whole for the whole', () => {
    assert.deepEqual(start({ default: { a: 1 }, properties: { a: { default: 2 }, b: { default: 3 } } }), { a: 1 });
  });

  it('does not follow a schema into itself', () => {
    assert.deepEqual(start({ properties: { name: { default: 'x' }, child: { $ref: '#' } } }), { name: 'x' });
  });

  it('keeps a key that would reach a prototype as a key', () => {
    const value = start(JSON.parse('{"properties":{"__proto__":{"default":1}}}')) as object;
    assert.deepEqual(Object.keys(value), ['__proto__']);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });
});
