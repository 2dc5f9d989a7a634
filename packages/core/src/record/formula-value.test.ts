import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fieldTree } from '../schema/fields/fields.ts';
import type { JsonSchema } from '../schema/schema.ts';
import { fieldValue } from './formula-value.ts';

const stored = (schema: JsonSchema, value: string | number | boolean | null) => {
  const [node] = fieldTree({ type: 'object', properties: { field: schema } } as JsonSchema).children();
  assert.ok(node);
  return fieldValue(value, node);
};

it('a formula’s value takes the form of its field', () => {
  assert.equal(stored({ type: 'string', format: 'date' }, 45000), '2023-03-15');
  assert.equal(stored({ type: 'string' }, 12), '12');
  assert.equal(stored({ type: 'number' }, 12), 12);
  assert.equal(stored({ type: 'string' }, ''), undefined);
});

it('a value for a list becomes its only entry, a blank none', () => {
  assert.deepEqual(stored({ type: 'array', items: { type: 'string', enum: ['lecture', 'themeDay'] } }, 'lecture'), [
    'lecture',
  ]);
  assert.deepEqual(stored({ type: 'array', items: { type: 'string', format: 'person' } }, 'p1'), ['p1']);
  assert.equal(stored({ type: 'array', items: { type: 'string' } }, ''), undefined);
  assert.equal(stored({ type: 'array', items: { type: 'string' } }, null), undefined);
});
