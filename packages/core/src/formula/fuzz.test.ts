import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { evaluate, evaluateList, type Scope } from './evaluate.ts';
import { functions } from './functions/table.ts';
import { parseFormula } from './parse.ts';
import { isError, type Value } from './value.ts';
import { writeFormula } from './write.ts';

const PROTOTYPE = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'prototype'];
const scope: Scope = {
  today: '2026-03-15',
  name: (name) =>
    new Map<string, Value | readonly Value[]>([
      ['a', 3],
      ['b', 'text'],
      ['c', null],
      ['d', '2026-03-01'],
      ['list', [1, 2, 'x', null]],
    ]).get(name),
  column: () => [1, 2.5, 'x', null, true, '2026-03-01'],
  cell: () => 7,
};
/** What a formula may give: never a function, a plain object, NaN or an infinity. */
const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) ||
  isError(value);

/** Formulas that parse: every function with arguments of every kind. */
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(
      'a',
      'b',
      'c',
      'd',
      'list',
      'items.x',
      '[@x]',
      '1',
      '0',
      '-1',
      '0.1',
      '1e300',
      '1e-300',
      '""',
      '"x"',
      '"2026-02-29"',
      'TRUE',
      '{1,"a",TRUE}',
      '3',
      ...PROTOTYPE,
    ),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<', '>=', '>'), tie('formula'))
      .map(([left, operator, right]) => `(${left}${operator}${right})`),
    fc
      .tuple(fc.constantFrom(...functions.values()), fc.array(tie('formula'), { maxLength: 5 }))
      .map(([{ name, min, max, step }, args]) => {
        let count = Math.max(min, Math.min(max, args.length));
        count -= (count - min) % step;
        return `${name}(${Array.from({ length: count }, (_, at) => args[at] ?? 'a').join(',')})`;
      }),
    tie('formula').map((inner) => `-${inner}%`),
  ),
}));

test('any text parses or is a problem with a place in it', () => {
  const marks = fc
    .array(
      fc.constantFrom(
        '(',
        ')',
        ',',
        '"',
        '“',
        '”',
        '{',
        '}',
        '[',
        ']',
        '@',
        "'",
        '.',
        '+',
        '%',
        'a',
        '党',
        '1',
        'e',
        'IF(',
        'SUM(',
        '，',
        '＝',
        ' ',
        '𠮷',
        '\ud800',
        '😀',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      const result = parseFormula(text);
      if (result.ok) return isPlain(evaluate(result.value, scope)) && Array.isArray(result.value.names);
      const { position, reason } = result.problems[0] as (typeof result.problems)[number];
      return (
        position.start >= 0 &&
        position.end <= text.length &&
        position.start <= position.end &&
        reason.en !== '' &&
        reason['zh-CN'] !== ''
      );
    }),
    { numRuns: 3000 },
  );
});

test('any formula gives a plain value, twice the same, and writes back to itself', () => {
  fc.assert(
    fc.property(formula, (text) => {
      const result = parseFormula(text);
      assert.ok(result.ok, text);
      const value = evaluate(result.value, scope);
      assert.ok(isPlain(value), `${text} gave ${String(value)}`);
      assert.ok(evaluateList(result.value, scope).every(isPlain), text);
      const again = parseFormula(writeFormula(result.value.tree));
      assert.ok(again.ok);
      assert.deepEqual(evaluate(again.value, scope), value, text);
    }),
    { numRuns: 3000 },
  );
});

test('any value from the scope is bearable', () => {
  const checks = [
    'x+1',
    'x&"a"',
    'SUM(x)',
    'x=1',
    'COUNTIF(x,x)',
    'MATCH(x,{1,2},0)',
    'TEXT(x,"0.00")',
    'YEAR(x)',
    'LEN(x)',
    'ROUND(x,2)',
    'MAX(x,1)',
  ].map((text) => {
    const result = parseFormula(text);
    assert.ok(result.ok);
    return result.value;
  });
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (thing) =>
      checks.every((check) => isPlain(evaluate(check, { today: '2026-03-15', name: () => thing as Value }))),
    ),
    { numRuns: 500 },
  );
});

test('no formula leaves a trace in the built-in prototypes', () => {
  assert.deepEqual(
    [Object.prototype, Array.prototype, String.prototype].map((prototype) => Object.keys(prototype)),
    [[], [], []],
  );
});
