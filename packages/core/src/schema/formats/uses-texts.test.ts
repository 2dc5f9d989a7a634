import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someKey } from '../../json/keywords.ts';
import { isTextKeyword } from './uses-texts.ts';

const usesTexts = (schema: unknown): boolean => someKey(schema, isTextKeyword);

test('patterns and formats need their judges, wherever they stand', () => {
  for (const schema of [
    { properties: { a: { type: 'string', pattern: '^a$' } } },
    { patternProperties: { '^a': {} } },
    { allOf: [{ items: { format: 'email' } }] },
    { propertyNames: { pattern: 'a' } },
  ])
    assert.equal(usesTexts(schema), true, JSON.stringify(schema));
});

test('dates, and fields that are only called so, do not', () => {
  for (const schema of [
    true,
    {},
    { properties: { pattern: { type: 'string' }, format: { type: 'string', format: 'date' } } },
    { items: { format: 'date-time' } },
  ])
    assert.equal(usesTexts(schema), false, JSON.stringify(schema));
});
