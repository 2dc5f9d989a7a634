/**
 * Runs the official JSON-Schema-Test-Suite (draft 2020-12) on both validators and prints the table of
 * docs/validation.md. The suite is not part of the project:
 *
 *   JSON_SCHEMA_TEST_SUITE=<folder> node --conditions=@jiceng/source --import tsx packages/core/scripts/conformance.ts
 *
 * `--failures` lists what differs from the suite. Ends with 1 if the interpreter misses a required test.
 */
import { compileWithAjv, type AjvJudge } from '../src/schema/ajv.ts';
import { FORMATS } from '../src/schema/formats/formats.ts';
import { compileSchema, type CompileOptions, type Validator } from '../src/schema/validate.ts';
import type { Result } from '../src/text/problem.ts';
import type { JsonSchema } from '../src/schema/schema.ts';
import { readCases, readReferences, type SuiteCase } from './suite.ts';

const suite = process.env.JSON_SCHEMA_TEST_SUITE;
if (suite === undefined) {
  console.error('Set JSON_SCHEMA_TEST_SUITE to a copy of https://github.com/json-schema-org/JSON-Schema-Test-Suite');
  process.exit(2);
}

const references = readReferences(suite);
const formatFiles = new Set([...FORMATS.keys(), 'ecmascript-regex', 'unknown']);
const optional = (file: string) => readCases(suite, 'optional').filter((one) => one.file === file);

/** Each row of the table: its name, its cases, whether formats assert. */
const ROWS: readonly (readonly [name: string, cases: readonly SuiteCase[], asserts: boolean])[] = [
  ['required', readCases(suite, ''), false],
  ...['anchor', 'cross-draft', 'dependencies-compatibility', 'dynamicRef', 'ecmascript-regex', 'float-overflow'].map(
    (file) => [`optional/${file}`, optional(file), false] as const,
  ),
  ['optional/format-assertion', optional('format-assertion'), true],
  ...['bignum', 'id', 'no-schema', 'non-bmp-regex', 'refOfUnknownKeyword', 'unknownKeyword'].map(
    (file) => [`optional/${file}`, optional(file), false] as const,
  ),
  ...[...formatFiles].map(
    (file) =>
      [
        `optional/format/${file}`,
        readCases(suite, 'optional/format').filter((one) => one.file === file),
        true,
      ] as const,
  ),
];

type Judge = (value: unknown) => boolean;
type Compile = (schema: JsonSchema, options: CompileOptions) => Judge | undefined;

const VALIDATORS: readonly (readonly [string, Compile])[] = [
  [
    'interpreter',
    (schema, options) => judgeOf(compileSchema(schema, options), (validator) => (value) => validator.test(value)),
  ],
  [
    'Ajv',
    (schema, options) =>
      judgeOf(compileWithAjv(schema, options), (validator: AjvJudge) => (value) => validator.opinion(value)),
  ],
];

function judgeOf<V extends Validator>(compiled: Result<V>, judge: (validator: V) => Judge): Judge | undefined {
  return compiled.ok ? judge(compiled.value) : undefined;
}

const showFailures = process.argv.includes('--failures');
let missedRequired = false;

/** How many tests of the cases come out as the suite says, and all of them. */
function run(name: string, compile: Compile, cases: readonly SuiteCase[], asserts: boolean): readonly [number, number] {
  let right = 0;
  let all = 0;
  for (const { file, description, schema, tests } of cases) {
    const judge = compile(schema, asserts ? { references, formats: FORMATS } : { references });
    for (const test of tests) {
      all++;
      const verdict = judge === undefined ? 'refused' : judge(test.data);
      if (verdict === test.valid) right++;
      else if (showFailures)
        console.log(`${name} | ${file} | ${description} | ${test.description} | ${verdict} instead of ${test.valid}`);
    }
  }
  return [right, all];
}

const lines = ['| tests | interpreter | Ajv 8 |', '|---|---|---|'];
for (const [name, cases, asserts] of ROWS) {
  const cells = VALIDATORS.map(([validator, compile]) => run(validator, compile, cases, asserts));
  if (name === 'required' && cells[0]![0] < cells[0]![1]) missedRequired = true;
  lines.push(`| ${name} | ${cells.map(([right, all]) => `${right} of ${all}`).join(' | ')} |`);
}
console.log(lines.join('\n'));
process.exit(missedRequired ? 1 : 0);
