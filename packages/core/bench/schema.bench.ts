/**
 * How long reading, judging and opening schemas takes. Prints a table:
 *
 *   node --conditions=@jiceng/source --import tsx packages/core/bench/schema.bench.ts
 */
import { fieldTree } from '../src/schema/fields/fields.ts';
import { FORMATS } from '../src/schema/formats/formats.ts';
import { compilePattern } from '../src/schema/pattern/pattern.ts';
import type { JsonSchema } from '../src/schema/schema.ts';
import { compileSchema, type Validator } from '../src/schema/validate.ts';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** One of the kinds of fields that forms are made of, in turn. */
function fieldSchema(index: number): JsonSchema {
  const kinds: readonly JsonSchema[] = [
    { type: 'string', title: `字段${index}`, minLength: 1, maxLength: 60 },
    { type: 'integer', minimum: 0, maximum: 10_000 },
    { type: 'number', minimum: 0, multipleOf: 0.01 },
    { type: 'string', format: 'date' },
    {
      oneOf: [
        { const: 'a', title: '甲' },
        { const: 'b', title: '乙' },
        { const: 'c', title: '丙' },
      ],
    },
    { type: 'string', pattern: '^1\\d{10}$' },
  ];
  return kinds[index % kinds.length]!;
}

const VALUES = ['内容', 42, 12.34, '2024-07-01', 'b', '13800000000'];

function formSchema(fields: number): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const index of range(fields)) properties[`f${index}`] = fieldSchema(index);
  const row = {
    type: 'object',
    properties: Object.fromEntries(range(6).map((index) => [`c${index}`, fieldSchema(index)])),
    required: ['c0', 'c1'],
  } as const;
  return {
    type: 'object',
    properties: { ...properties, rows: { type: 'array', items: row, maxItems: 50 } },
    required: Object.keys(properties),
    if: { properties: { f4: { const: 'b' } }, required: ['f4'] },
    then: { required: ['f0'] },
  };
}

function formValue(fields: number, rows: number) {
  const row = Object.fromEntries(range(6).map((index) => [`c${index}`, VALUES[index]!]));
  return {
    ...Object.fromEntries(range(fields).map((index) => [`f${index}`, VALUES[index % VALUES.length]!])),
    rows: range(rows).map(() => ({ ...row })),
  };
}

function nested(levels: number): JsonSchema {
  let schema: JsonSchema = { type: 'string' };
  for (let level = 0; level < levels; level++) schema = { type: 'object', properties: { a: schema } };
  return schema;
}

/** Median milliseconds of one call. */
function time(work: () => unknown): number {
  const once = () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const first = once();
  const rounds = Math.max(3, Math.min(2_000, Math.round(300 / Math.max(first, 0.01))));
  const times = range(rounds)
    .map(once)
    .sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)]!;
}

function validatorOf(schema: JsonSchema): Validator {
  const compiled = compileSchema(schema, { formats: FORMATS });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems[0]));
  return compiled.value;
}

const form = formSchema(60);
const wide = formSchema(5_000);
const options: JsonSchema = {
  properties: { a: { oneOf: range(100_000).map((value) => ({ const: value, title: `选项${value}` })) } },
};
const value = formValue(60, 30);
const wideValue = formValue(5_000, 30);
const validator = validatorOf(form);
const wideValidator = validatorOf(wide);
const wideTree = fieldTree(wide);
const slow = compilePattern('^(\\w+\\s?)*$');
const costly = compilePattern('(?:a|b)*a[ab]{990}c');
const letters = range(10_000)
  .map((index) => ((index * index * 7) % 11 < 5 ? 'a' : 'b'))
  .join('');
const text = `${'a'.repeat(9_998)}!`;

const ROWS: readonly (readonly [string, () => unknown])[] = [
  ['compile 60 fields + rows', () => validatorOf(form)],
  ['validate 60 fields + 30 rows', () => validator.validate(value)],
  ['the same, everything missing', () => validator.validate({})],
  ['validateAt one field', () => validator.validateAt('/f0', '内容')],
  ['compile 5,000 fields', () => validatorOf(wide)],
  ['validate 5,000 fields', () => wideValidator.validate(wideValue)],
  ['open 5,000 fields', () => fieldTree(wide).children().length],
  ['active fields of 5,000, opened before', () => wideTree.activeFields(wideValue).length],
  ['compile 200 levels', () => validatorOf(nested(200))],
  ['read 100,000 options', () => fieldTree(options).children()[0]!.options.length],
  ['compile 100,000 options', () => validatorOf(options)],
  ['(?:a|b)*a[ab]{990}c on 10,000 characters', () => costly.ok && costly.value.test(letters)],
  ['^(\\w+\\s?)*$ on 9,999 characters', () => slow.ok && slow.value.test(text)],
];

console.log('| work | ms |\n|---|---|');
for (const [name, work] of ROWS) console.log(`| ${name} | ${time(work).toPrecision(2)} |`);
