import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { codesOf, guardPrototypes, INVALID, trial } from '../definition/fixtures/trial.ts';
import fc from '../fixtures/fast-check.ts';
import { mutated, put } from '../gate/fixtures/random-changes.ts';
import { documentedCodes, isOfKind } from '../gate/fixtures/refusals.ts';
import { admit } from './admit.ts';

const DOCUMENTED = documentedCodes(INVALID);
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '*',
  '0',
  '-1',
  'id',
  'title',
  'field',
  'fields',
  'when',
  'by',
  'x-a',
  '$ref',
  'properties',
  'items',
  'type',
];
const TEXTS = [
  '=',
  '1+',
  'SUM(',
  '((((',
  '"',
  '[@score]',
  'items.score',
  'FACT("a/b")',
  'FACT(1,2,3,4,5)',
  'TODAY()',
  'steps.id',
  'score.points',
  'members',
  '/',
  '//',
  '/*',
  '/*/*',
  '/members',
  '/members/0',
  '^(a+)+$',
  '[',
  '#',
  '#/$defs/x',
  'https://example.org/x',
  'move:none',
  'filing:submit',
  'date',
  '\u0000',
  '\ud800',
  '\u202e',
  '字段',
  '1.0.0',
  '2025-02-30',
  'x'.repeat(3000),
];
const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 0.1, 1e308, 5e-324, 2 ** 53, [], {}),
  fc.constantFrom(...NAMES, ...TEXTS),
  fc.string({ maxLength: 8 }),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(fc.constantFrom(...NAMES), scalar), { maxLength: 3 }).map((entries) => made(entries)),
  },
);

/** An object with own properties only, also `__proto__`. */
function made(entries: readonly (readonly [string, unknown])[]): object {
  const object = {};
  for (const [key, held] of entries) put(object, key, held);
  return object;
}

const change = fc.tuple(fc.nat(20_000), fc.nat(5), fc.constantFrom(...NAMES), value);

/** An admitted definition can be worked with: formulas read, fields found, data judged. */
function assertUsable(document: unknown): void {
  const result = admit(document);
  for (const code of codesOf(result))
    assert.ok(
      DOCUMENTED.some((kind) => isOfKind(code, kind)),
      `${code} is documented`,
    );
  if (!result.ok) return;
  const compiled = compile(result.value);
  for (const rule of result.value.rules ?? []) if ('field' in rule) assert.ok(compiled.field(rule.field));
  for (const data of [{}, null, [], { members: 'x' }]) assert.ok(Array.isArray(compiled.validator().validate(data)));
}

describe('admit and random documents', () => {
  guardPrototypes();

  it('answers to any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (document) => assertUsable(document)),
      { numRuns: 300 },
    );
  });

  it('answers to any JSON in any section', () => {
    const sections = [
      'record',
      'texts',
      'parameters',
      'view',
      'rules',
      'score',
      'states',
      'moves',
      'ledger',
      'process',
      'filing',
      'facts',
      'prefill',
      'handovers',
      'unique',
      'x-own',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...sections), fc.oneof(fc.jsonValue({ maxDepth: 4 }), value), (section, held) =>
        assertUsable(trial({ [section]: held })),
      ),
      { numRuns: 400 },
    );
  });

  it('answers to any record schema', () => {
    const keywords = [
      'type',
      'properties',
      'items',
      'required',
      'enum',
      'const',
      '$ref',
      '$id',
      '$anchor',
      '$defs',
      'if',
      'then',
      'allOf',
      'oneOf',
      'pattern',
      'format',
      'minimum',
      'minItems',
      'title',
      'default',
      'x-order',
      'patternProperties',
      'dependentSchemas',
      'dependencies',
    ];
    const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.boolean(),
        fc
          .array(
            fc.tuple(
              fc.constantFrom(...keywords),
              fc.oneof(
                scalar,
                tie('schema'),
                fc.array(tie('schema'), { maxLength: 3 }),
                fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('schema')), { maxLength: 3 }).map(made),
              ),
            ),
            { maxLength: 5 },
          )
          .map(made),
      ),
    }));
    fc.assert(
      fc.property(schema, (note) =>
        assertUsable(trial({ record: { type: 'object', properties: { note, members: { type: 'integer' } } } })),
      ),
      { numRuns: 400 },
    );
  });

  it('answers to any formula', () => {
    const token = fc.constantFrom(
      'members',
      'note',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '^',
      '%',
      '&',
      '=',
      '<>',
      '>=',
      '"',
      '"x"',
      '1',
      '1.5',
      '1e9',
      'IF',
      'SUM',
      'FACT',
      'TRUE',
      '[@',
      ']',
      "['",
      "']",
      '.',
      '{',
      '}',
      ';',
      ':',
      ' ',
      '\n',
      '中',
      '\u00a0',
      '#N/A',
      '!',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) =>
        assertUsable(trial({ rules: [{ check: tokens.join('') || '1', level: 'error', message: '请更正。' }] })),
      ),
      { numRuns: 500 },
    );
  });

  it('answers to templates with changes at random places', () => {
    const all = templates();
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (which, changes) => {
        const document = mutated(all[which]!.definition as unknown as Record<string, unknown>, changes);
        const before = JSON.stringify(document);
        assertUsable(document);
        assert.equal(JSON.stringify(document), before, 'the document itself is left alone');
      }),
      { numRuns: 600 },
    );
  });
});
