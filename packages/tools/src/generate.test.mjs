import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundled } from './generate/bundle.mjs';
import { literal } from './generate/machines.mjs';
import { drift, generated } from './generate.mjs';

const folder = mkdtempSync(join(tmpdir(), 'generate-'));
const write = (/** @type {string} */ name, /** @type {unknown} */ value) =>
  writeFileSync(join(folder, name), JSON.stringify(value));
mkdirSync(join(folder, 'machines'));
write('definition.schema.json', {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://jiceng.dev/schemas/definition/1.json',
  title: 'A definition',
  description: 'One document.',
  type: 'object',
  required: ['id'],
  unevaluatedProperties: false,
  properties: {
    id: { type: 'string', description: 'Its name | short' },
    pair: { prefixItems: [{ type: 'string' }, { type: 'number' }], items: false, minItems: 2 },
    fact: { $ref: 'shared.schema.json#/$defs/fact' },
    byId: { $ref: 'https://jiceng.dev/schemas/shared/1.json' },
    lent: { $ref: 'https://jiceng.dev/schemas/shared/1.json#/$defs/fact', description: 'Theirs' },
    steps: { type: 'array', items: { $ref: '#/$defs/step' }, default: [] },
  },
  $defs: {
    form: { oneOf: [{ $ref: '#/$defs/round' }, { $ref: '#/$defs/flat' }] },
    round: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'of'],
      properties: { id: { type: 'string' }, of: { type: 'number' }, words: { type: 'string' }, r: { type: 'number' } },
    },
    flat: {
      type: 'object',
      additionalProperties: false,
      required: ['id'],
      properties: { id: { type: 'string' }, of: { type: 'number' }, words: { type: 'string' } },
    },
    step: { title: 'Step', type: 'object', additionalProperties: false, properties: { due: { type: 'string' } } },
  },
});
write('shared.schema.json', {
  $id: 'https://jiceng.dev/schemas/shared/1.json',
  type: 'object',
  properties: { x: { const: 1 } },
  $defs: {
    fact: { type: 'object', additionalProperties: false, required: ['num'], properties: { num: { type: 'number' } } },
  },
});
write('machines/close-out.json', { id: 'close-out', states: [{ id: "it's" }], moves: [] });
const files = await generated(folder);

test('makes closed types, tuples and references to sibling schemas', () => {
  const text = files.get('packages/core/src/generated/definition.ts') ?? '';
  assert.match(text, /do not edit/);
  assert.match(text, /export interface Definition \{/);
  assert.match(text, /pair\?: \[string, number\]/);
  assert.match(text, /num: number/);
  assert.match(text, /x\?: 1/);
  assert.match(text, /export interface Step \{\s+due\?: string;\s+\}/);
  assert.doesNotMatch(text, /\[k: string\]: unknown;\s+\}\s+export interface Step/);
});

test('a type of a sibling is imported, not repeated', () => {
  const text = files.get('packages/core/src/generated/definition.ts') ?? '';
  assert.match(text, /^import type \{ ?Fact ?\} from '\.\/shared\.ts';$/m);
  assert.match(text, /\* Theirs\n {3}\*\/\n {2}lent\?: Fact;/);
  assert.match(files.get('packages/core/src/generated/shared.ts') ?? '', /export interface Fact \{/);
});

test('what all forms of a choice have stands once; what one of them asks more strictly stays with each', () => {
  const text = (files.get('packages/core/src/generated/definition.ts') ?? '').replace(/\s+/g, ' ');
  assert.match(text, /interface FormCommon \{ id: string; words\?: string; \}/);
  assert.match(text, /interface Round extends FormCommon \{ of: number; r\?: number; \}/);
  assert.match(text, /interface Flat extends FormCommon \{ of\?: number; \}/);
});

test('a schema brings what it borrows from a sibling, once and with what that needs', () => {
  write('report.schema.json', {
    $id: 'https://jiceng.dev/schemas/report/1.json',
    type: 'object',
    properties: { a: { $ref: 'https://jiceng.dev/schemas/lender/1.json#/$defs/tree' }, b: { $ref: '#/$defs/own' } },
    $defs: { own: { $ref: 'https://jiceng.dev/schemas/lender/1.json#/$defs/tree' } },
  });
  write('lender.schema.json', {
    $id: 'https://jiceng.dev/schemas/lender/1.json',
    type: 'object',
    $defs: {
      tree: { type: 'object', properties: { leaf: { $ref: '#/$defs/leaf' }, child: { $ref: '#/$defs/tree' } } },
      leaf: { type: 'string' },
      unused: {},
    },
  });
  const paths = ['report', 'lender'].map((name) => join(folder, `${name}.schema.json`));
  const { $defs, properties } = bundled(paths[0] ?? '', paths);
  assert.deepEqual(Object.keys($defs).sort(), ['leaf', 'own', 'tree']);
  assert.deepEqual(
    [properties.a.$ref, $defs.own.$ref, $defs.tree.properties.child.$ref],
    ['#/$defs/tree', '#/$defs/tree', '#/$defs/tree'],
  );
  assert.deepEqual(bundled(paths[1] ?? '', paths).$defs.unused, {});
});

test('makes typed machines', () => {
  const text = files.get('packages/core/src/generated/machines.ts') ?? '';
  assert.match(text, /export const closeOut = \{ id: 'close-out'/);
  assert.match(text, /machines = \{ 'close-out': closeOut \} as const/);
  assert.equal(literal('a\'b"c\n'), "'a\\'b\"c\\n'");
});

test('makes the reference with type, need and default of each keyword', () => {
  const text = files.get('docs/definition-reference.md') ?? '';
  assert.match(text, /\| `id` \| string \| yes \| Its name \\\| short \| {2}\|/);
  assert.match(text, /\| `steps` \| list of \[step\]\(#step\) \| {2}\| {2}\| `\[\]` \|/);
  assert.match(text, /## step\n\n\*\*Step\*\*/);
});

test('names what is missing, changed and left over', () => {
  const base = mkdtempSync(join(tmpdir(), 'drift-'));
  mkdirSync(join(base, 'packages/core/src/generated'), { recursive: true });
  mkdirSync(join(base, 'docs'));
  const locate = (/** @type {string} */ path) => join(base, path);
  for (const [path, text] of files) writeFileSync(locate(path), text);
  assert.deepEqual(drift(files, locate), []);
  writeFileSync(locate('packages/core/src/generated/definition.ts'), '');
  writeFileSync(locate('packages/core/src/generated/old.ts'), '');
  assert.deepEqual(drift(files, locate), [
    'packages/core/src/generated/definition.ts: differs from its schema',
    'packages/core/src/generated/old.ts: its schema is gone',
  ]);
});
