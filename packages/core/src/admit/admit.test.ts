import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertWellFormed,
  codesOf,
  flatFields,
  guardPrototypes,
  parsed,
  record,
  trial,
} from '../definition/fixtures/trial.ts';
import { STRUCTURE_LIMITS } from '../schema/limits.ts';
import { admit } from './admit.ts';

const codes = (document: unknown) => codesOf(admit(document));
const nested = (levels: number, wrap: (inner: unknown) => unknown, leaf: unknown): unknown =>
  levels === 0 ? leaf : wrap(nested(levels - 1, wrap, leaf));
const inObject = (inner: unknown) => ({ type: 'object', properties: { inner } });
const inList = (inner: unknown) => [inner];
const check = (formula: string) => trial({ rules: [{ check: formula, level: 'error', message: '请更正。' }] });

describe('admit', () => {
  guardPrototypes();

  it('lets a definition through', () => {
    assert.deepEqual(codes(trial()), []);
  });

  it('answers to what is no definition', () => {
    for (const document of [
      undefined,
      null,
      true,
      0,
      -0,
      Number.NaN,
      10n,
      '',
      'x',
      Symbol('x'),
      () => 1,
      [],
      {},
      new Date(0),
      new Map(),
      /x/,
      new Array(1e9),
    ]) {
      assert.notDeepEqual(codes(document), []);
    }
  });

  it('answers to objects that break while they are read', () => {
    const fail = (error: unknown) => () => {
      throw error;
    };
    const thrown = [
      new Error('no'),
      'no',
      undefined,
      Object.create(null),
      { toString: fail(1) },
      Object.defineProperty(new Error('no'), 'message', { get: fail(1) }),
    ];
    for (const error of thrown) {
      assert.deepEqual(codes(Object.defineProperty(trial(), 'title', { enumerable: true, get: fail(error) })), [
        'unreadable',
      ]);
      assert.deepEqual(codes(new Proxy({}, { ownKeys: fail(error) })), ['unreadable']);
      assert.deepEqual(codes(trial({ 'x-note': new Proxy([], { get: fail(error) }) })), ['unreadable']);
    }
  });

  it('ends on circles of objects', () => {
    const whole = trial();
    whole['x-self'] = whole;
    assert.deepEqual(codes(whole), ['too-deep']);
    const properties: Record<string, unknown> = {};
    properties['self'] = record(properties);
    assert.deepEqual(codes(trial({ record: record(properties) })), ['too-deep']);
    const wide: unknown[] = [];
    wide.push(wide, wide);
    assert.deepEqual(codes(trial({ 'x-wide': wide })).sort(), ['too-deep', 'too-large']);
  });

  it('takes each weight at its limit and refuses one beyond', () => {
    const empty =
      JSON.stringify(trial({ 'x-note': '' })).length +
      [...JSON.stringify(trial())].filter((char) => char > '\u07ff').length * 2;
    const weighing = (bytes: number) => trial({ 'x-note': 'x'.repeat(bytes - empty) });
    assert.equal(
      new TextEncoder().encode(JSON.stringify(weighing(STRUCTURE_LIMITS.bytes))).length,
      STRUCTURE_LIMITS.bytes,
    );
    assert.deepEqual(codes(weighing(STRUCTURE_LIMITS.bytes)), []);
    assert.deepEqual(codes(weighing(STRUCTURE_LIMITS.bytes + 1)), ['too-large']);

    assert.deepEqual(codes(trial({ 'x-note': nested(STRUCTURE_LIMITS.depth - 2, inList, []) })), []);
    assert.deepEqual(codes(trial({ 'x-note': nested(STRUCTURE_LIMITS.depth - 1, inList, []) })), ['too-deep']);

    // The record itself and its list of fields' schema count, too.
    const schemas = (count: number) =>
      trial({ record: record({}, { allOf: Array.from({ length: count - 1 }, () => true) }) });
    assert.deepEqual(codes(schemas(STRUCTURE_LIMITS.subSchemas)), []);
    assert.deepEqual(codes(schemas(STRUCTURE_LIMITS.subSchemas + 1)), ['too-many-schemas']);

    const options = (count: number) =>
      trial({ record: record({ note: { enum: Array.from({ length: count }, (_, at) => at) } }) });
    assert.deepEqual(codes(options(STRUCTURE_LIMITS.options)), []);
    assert.deepEqual(codes(options(STRUCTURE_LIMITS.options + 1)), ['too-many-options']);
  });

  it('takes what must work: 5,000 fields, 200 levels, 100,000 options', () => {
    const rules = Array.from({ length: 500 }, (_, at) => ({
      field: `/f${at}`,
      value: `f${at + 1}+SUM(f${at + 2},f4999)`,
    }));
    assert.deepEqual(codes(trial({ record: record(flatFields(5000)), rules })), []);
    assert.deepEqual(codes(trial({ record: nested(200, inObject, { type: 'string', title: '末级' }) })), []);
    assert.deepEqual(
      codes(
        trial({
          record: record({
            note: { oneOf: Array.from({ length: 100_000 }, (_, at) => ({ const: `o${at}`, title: `选项${at}` })) },
          }),
        }),
      ),
      [],
    );
  });

  it('refuses more nesting of sections than anyone can read, without looking twice', () => {
    for (const leaf of ['/note', 'no pointer', { x: 1 }]) {
      const columns = nested(110, (inner) => ({ title: '分组', columns: [inner] }), leaf);
      assert.equal(codes(trial({ ledger: { columns: [columns] } })).length, leaf === '/note' ? 0 : 1);
    }
  });
});

describe('admit and names that reach a prototype', () => {
  guardPrototypes();
  const unsafe = ['__proto__', 'constructor', 'prototype'];
  const odd = ['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__'];

  it('refuses them wherever something is called so', () => {
    for (const name of unsafe) {
      const field = parsed(`{ "${name}": { "type": "string" } }`);
      assert.deepEqual(codes(trial({ record: record(field) })), ['unsafe-name']);
      assert.deepEqual(codes(trial({ record: record({ group: { type: 'array', items: record(field) } }) })), [
        'unsafe-name',
      ]);
      assert.deepEqual(
        codes(trial({ record: record({}, { if: { required: ['note'] }, then: { properties: field } }) })),
        ['unsafe-name'],
      );
      assert.deepEqual(
        codes(trial({ parameters: parsed(`{ "${name}": { "title": "参数", "value": 1, "source": "O" } }`) })),
        ['unsafe-name'],
      );
      assert.deepEqual(codes(trial({ states: [{ id: name, title: '状态', final: true }] })), ['unsafe-name']);
      assert.deepEqual(
        codes(trial({ process: { stages: [{ id: 'first', title: '阶段', steps: [{ id: name, title: '步骤' }] }] } })),
        ['unsafe-name'],
      );
    }
  });

  it('takes other inherited names as what they are: names', () => {
    for (const name of odd) {
      const field = parsed(`{ "${name}": { "type": "number", "title": "数" } }`);
      const rules = [{ check: `${name}>0`, level: 'error', message: '请更正。', fields: [`/${name}`] }];
      assert.deepEqual(codes(trial({ record: record(field), rules })), []);
      assert.deepEqual(
        codes(
          trial({
            parameters: parsed(`{ "${name}": { "title": "参数", "value": 1, "source": "O" } }`),
            rules: [{ ...rules[0], fields: ['/note'] }],
          }),
        ),
        [],
      );
    }
  });

  it('never finds them in what is only inherited', () => {
    for (const name of [...unsafe, ...odd]) {
      assert.deepEqual(codes(check(`${name}=1`)), ['unknown-name']);
      assert.deepEqual(codes(check(`SUM(note.${name})=1`)), ['unknown-name']);
      assert.deepEqual(codes(check(`${name}(1)=1`)), ['formula-unknown-function']);
      assert.deepEqual(codes(trial({ rules: [{ field: `/${name}`, visible: 'TRUE' }] })), ['unknown-field']);
      assert.deepEqual(codes(trial({ ledger: { columns: [{ name }] } })), ['unknown-name']);
      assert.deepEqual(codes(trial({ texts: { en: parsed(`{ "/${name}": "x", "/record/${name}": "x" }`) } })), [
        'text-without-place',
        'text-without-place',
      ]);
      assert.ok(codes(parsed(JSON.stringify(trial()).replace('"title"', `"${name}"`))).includes('schema-required'));
    }
  });
});

describe('admit and the record schema', () => {
  guardPrototypes();

  it('refuses references that leave the document or never end', () => {
    const field = (note: unknown, $defs: unknown = {}) => codes(trial({ record: record({ note }, { $defs }) }));
    for (const $ref of [
      'https://example.org/x.json',
      'x.json',
      '//example.org',
      '#/$defs/none',
      '#none',
      'https://json-schema.org/draft/2020-12/schema',
      'file:///etc/passwd',
    ]) {
      assert.deepEqual(field({ $ref }), ['unknown-reference'], $ref);
    }
    assert.deepEqual(field({ $ref: '#/properties/note' }), ['endless-reference']);
    assert.ok(
      field({ $ref: '#/$defs/a' }, { a: { $ref: '#/$defs/b' }, b: { anyOf: [{ $ref: '#/$defs/a' }] } }).includes(
        'endless-reference',
      ),
    );
    assert.deepEqual(field({ $ref: '#' }), []);
    assert.deepEqual(field({ type: 'array', items: { $ref: '#/properties/note' } }), []);
  });

  it('opens alternatives of alternatives once, not once for every way', () => {
    for (const both of [
      (of: unknown) => ({ allOf: [of, of] }),
      (of: unknown) => ({ anyOf: [of, of] }),
      (of: unknown) => ({ if: of, then: of, else: of }),
    ]) {
      const $defs: Record<string, unknown> = { d0: record({ a: { type: 'string' } }) };
      for (let at = 1; at < 60; at++) $defs[`d${at}`] = both({ $ref: `#/$defs/d${at - 1}` });
      assert.deepEqual(
        codes(
          trial({
            record: record({ note: { $ref: '#/$defs/d59' } }, { $defs }),
            rules: [{ field: '/note', required: 'TRUE' }],
          }),
        ),
        [],
      );
    }
  });

  it('refuses patterns that could take long, and drafts that it does not know', () => {
    const pattern = (text: string) => codes(trial({ record: record({ note: { type: 'string', pattern: text } }) }));
    for (const text of ['^(a+)+$', '(a|aa)+$', '(x+x+)+y', '.*.*.*=.*', '(?:a?){400}a', '\\p{L}+', 'a'.repeat(500)])
      assert.deepEqual(pattern(text), [], text);
    for (const text of ['(?=a)b', '(?<!a)b', '(a)\\1', '(a{1,1000}){1,1000}', '((((a{1,50}){1,50}){1,50}){1,50})'])
      assert.deepEqual(pattern(text), ['pattern-unsupported'], text);
    for (const text of ['[', '(', '\\', 'a{2,1}', '(?<n']) assert.deepEqual(pattern(text), ['pattern-syntax'], text);
    assert.deepEqual(pattern('a'.repeat(501)), ['pattern-too-long']);
    for (const $schema of ['http://json-schema.org/draft-07/schema#', 'https://example.org', '', 7, null])
      assert.deepEqual(codes(trial({ record: record({}, { $schema }) })), ['unknown-draft']);
    assert.deepEqual(
      codes(trial({ record: record({}, { $schema: 'https://json-schema.org/draft/2020-12/schema' }) })),
      [],
    );
    assert.deepEqual(codes(trial({ record: record({}, { $id: 'https://json-schema.org/draft/2020-12/schema' }) })), [
      'taken-id',
    ]);
  });
});

describe('admit and formulas', () => {
  guardPrototypes();

  it('reads 2,000 characters and 50 levels, and no more', () => {
    const sum = (length: number) => `members${'+1'.repeat(1000)}`.slice(0, length - 1) + '1';
    assert.equal(sum(2000).length, 2000);
    assert.deepEqual(codes(check(sum(2000))), []);
    assert.deepEqual(codes(check(sum(2001).padEnd(2001, ' '))), ['schema-oneOf']);
    const brackets = (levels: number) => `${'('.repeat(levels)}members${')'.repeat(levels)}>0`;
    const calls = (levels: number) => `${'IF(TRUE,'.repeat(levels)}members${')'.repeat(levels)}>0`;
    for (const text of [brackets, calls]) {
      assert.deepEqual(codes(check(text(50))), []);
      assert.deepEqual(codes(check(text(51))), ['formula-too-deep']);
    }
    assert.deepEqual(codes(check(`${'-'.repeat(1500)}members`)), ['formula-too-deep']);
    assert.deepEqual(codes(check(`members${'%'.repeat(1500)}`)), ['formula-too-deep']);
    assert.deepEqual(codes(check(`members${'^2'.repeat(900)}`)), []);
  });

  it('answers to broken text', () => {
    for (const text of [
      '"',
      '""""""""" ',
      '[@',
      "['",
      '\u0000',
      'members>0\u202e',
      'members=\ud800',
      '=',
      '==1',
      ',',
      ')',
      '1(',
      'A1:B2',
      '{1',
      'members!1',
      '#REF!',
      'a..b',
      '${members}',
    ]) {
      const found = codes(check(text));
      assert.ok(
        found.length > 0 && found.every((code) => code.startsWith('formula-') || code === 'unknown-name'),
        `${text}: ${found.join()}`,
      );
    }
  });

  it('finds circles of any length', () => {
    const circle = (length: number) =>
      trial({
        record: record(flatFields(length)),
        rules: Array.from({ length }, (_, at) => ({ field: `/f${at}`, value: `f${(at + 1) % length}+1` })),
      });
    for (const length of [1, 2, 500]) assert.deepEqual([...new Set(codes(circle(length)))], ['formula-cycle']);
  });

  it('finds steps that wait for each other, however many', () => {
    const stages = (after: (at: number) => readonly string[]) =>
      Array.from({ length: 20 }, (_, stage) => ({
        id: `g${stage}`,
        title: '阶段',
        steps: Array.from({ length: 60 }, (_, index) => ({
          id: `s${stage * 60 + index}`,
          title: '步骤',
          after: after(stage * 60 + index),
        })),
      }));
    assert.deepEqual(codes(trial({ process: { stages: stages((at) => [`s${(at + 1) % 1200}`]) } })), ['step-cycle']);
    assert.deepEqual(
      codes(
        trial({
          process: {
            stages: stages((at) => Array.from({ length: Math.min(at, 60) }, (_, back) => `s${at - back - 1}`)),
          },
        }),
      ),
      [],
    );
  });
});

it('tells at most a hundred problems', () => {
  const result = admit(
    trial({ rules: Array.from({ length: 500 }, (_, at) => ({ field: `/none${at}`, visible: 'TRUE' })) }),
  );
  assertWellFormed(result);
  assert.equal(result.ok ? 0 : result.problems.length, 100);
});
