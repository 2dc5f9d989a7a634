import assert from 'node:assert/strict';
import test from 'node:test';
import { compile } from '../definition/compile.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { trial, record } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import { exampleData } from './example.ts';
import { textFor } from './example-text.ts';

const NOW = '2025-03-14T09:30:00+08:00';

test('example data of every template satisfies its record schema, whatever the seed', () => {
  for (const { path, definition } of templates()) {
    const compiled = compile(definition);
    for (const seed of [1, 2, 3])
      assert.deepEqual(
        compiled
          .validator()
          .validate(exampleData(compiled, { now: NOW, seed }))
          .slice(0, 2),
        [],
        `${path} ${seed}`,
      );
  }
});

test('the same seed gives the same data, another one other data', () => {
  const compiled = compile(templates()[0]!.definition);
  const made = (seed: number) => JSON.stringify(exampleData(compiled, { now: NOW, seed }));
  assert.equal(made(5), made(5));
  assert.notEqual(made(5), made(6));
});

test('limits, formats, options and conditions are kept', () => {
  const definition = trial({
    record: record(
      {
        rate: { type: 'number', minimum: 10, maximum: 11, multipleOf: 0.5 },
        many: {
          type: 'array',
          minItems: 4,
          items: { type: 'object', properties: { a: { type: 'integer', exclusiveMinimum: 3 } } },
        },
        code: { type: 'string', pattern: '^[A-C]{2}-(x|yz)\\d?$' },
        month: { type: 'string', format: 'period', 'x-periodKind': 'quarter' },
        kind: { const: 'b' },
        long: { type: 'string', minLength: 50, maxLength: 60 },
      },
      {
        if: { properties: { kind: { const: 'b' } } },
        then: { properties: { later: { type: 'integer', minimum: 7 } }, required: ['later'] },
      },
    ),
  }) as unknown as Definition;
  const compiled = compile(definition);
  for (let seed = 0; seed < 20; seed++) {
    const data = exampleData(compiled, { now: NOW, seed });
    assert.deepEqual(compiled.validator().validate(data), []);
    assert.deepEqual(Object.keys(data).sort(), ['code', 'kind', 'later', 'long', 'many', 'month', 'rate']);
    assert.equal(data['month'], '2025-Q1');
  }
});

test('texts follow patterns, and patterns that ask for more give none', () => {
  const pick = (below: number) => below - 1;
  for (const pattern of [
    '^\\d{4}-([1-4]|H[12]|N)$',
    '^[0-9A-HJ-NPQRTUWXY]{18}$',
    '^1\\d{10}$|^0\\d{2}$',
    '^[0-9+][0-9 -]{5,18}[0-9]$',
    '^a.c$',
    '^\\.$',
  ]) {
    const text = textFor(pattern, pick);
    if (text !== undefined) assert.match(text, new RegExp(pattern, 'u'));
  }
  assert.match(textFor('^[0-9A-Za-z-]+$', pick) ?? '', /^[0-9A-Za-z-]+$/);
  for (const pattern of ['(?=a)b', '[^a]', '\\p{L}', 'a(', '\\b']) assert.equal(textFor(pattern, pick), undefined);
});
