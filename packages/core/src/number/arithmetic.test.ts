import assert from 'node:assert/strict';
import { test } from 'node:test';
import Big from 'big.js';
import fc from '../fixtures/fast-check.ts';
import {
  add,
  compare,
  divide,
  fixedText,
  floor,
  fromDigits,
  generalText,
  multiply,
  power,
  roundTo,
  round15,
  subtract,
  sumOf,
} from './arithmetic.ts';
import { Decimal, toDecimal, toNumber, type Num } from './decimal.ts';

const text = (num: Num): string => (typeof num === 'number' ? String(num) : `${num.coefficient}e${num.exponent}`);
/** Numbers as offices have them: up to nine digits before the point and eight after it. */
const amount = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 8 }))
  .map(([n, places]) => Number(`${n}e-${places}`) || 0);

test('decimals are exact', () => {
  assert.equal(add(0.1, 0.2), 0.3);
  assert.equal(multiply(1.1, 1.1), 1.21);
  assert.equal(subtract(1.3, 1), 0.3);
  assert.equal(divide(0.3, 0.1), 3);
  assert.equal(text(divide(2, 3)), '6666666666666666666666666666666667e-34');
  assert.equal(compare(multiply(divide(1, 3), 3), 1), 0);
  assert.equal(floor(multiply(divide(1, 3), 3)), 1);
  assert.equal(text(power(2, 100)), '1267650600228229401496703205376e0');
  assert.ok(Object.is(multiply(-1, 0), 0));
});

test('rounding goes half away from zero after 15 digits', () => {
  for (const [value, digits, expected] of [
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.285, 2, 0.29],
    [1234.5, -2, 1200],
    [1250, -2, 1300],
    [1e-7, 3, 0],
    [0.49999999999999994, 0, 1],
    [1.5e-20, 20, 2e-20],
  ] as const) {
    assert.equal(roundTo(value, digits, 'half'), expected, `${value}`);
  }
  assert.deepEqual(
    [roundTo(-2.1, 0, 'down'), roundTo(-2.1, 0, 'up'), roundTo(2.11, 1, 'away'), roundTo(-2.19, 1, 'zero')],
    [-3, -2, 2.2, -2.1],
  );
});

test('the range of numbers ends at infinity and at zero', () => {
  assert.equal(multiply(1e300, 1e300), Infinity);
  assert.equal(power(10, 400), Infinity);
  assert.equal(multiply(1e-300, 1e-300), 0);
  assert.equal(toNumber(add(1e300, 1)), 1e300);
});

test('numbers are written as Excel writes them', () => {
  assert.deepEqual([0.1, 1e20, 1e21, 1.5e-7, 1e-10, 123456789012345680, divide(1, 3)].map(generalText), [
    '0.1',
    '100000000000000000000',
    '1E+21',
    '0.00000015',
    '1E-10',
    '123456789012346000',
    '0.333333333333333',
  ]);
  assert.deepEqual(
    [fixedText(1.005, 2), fixedText(-0.001, 2), fixedText(1e21, 0), fixedText(0.5, 0)],
    ['1.01', '0.00', '1000000000000000000000', '1'],
  );
  assert.equal(text(fromDigits('12345678901234567.89')), '1234567890123456789e-2');
});

test('agrees with big.js on sums, products and quotients', () => {
  const Exact = Big();
  Exact.DP = 60;
  const near = (ours: Num, theirs: Big): boolean => {
    const { coefficient, exponent } = toDecimal(ours);
    const gap = new Exact(String(coefficient)).times(new Exact(10).pow(exponent)).minus(theirs).abs();
    return gap.lte(theirs.abs().times('1e-33'));
  };
  fc.assert(
    fc.property(amount, amount, amount, (a, b, c) => {
      const [x, y, z] = [new Exact(a), new Exact(b), new Exact(c)];
      assert.ok(near(add(a, b), x.plus(y)));
      assert.ok(near(multiply(a, b), x.times(y)));
      assert.ok(near(add(multiply(a, b), c), x.times(y).plus(z)));
      assert.equal(Math.sign(compare(a, b)), x.cmp(y));
      if (b !== 0) assert.ok(near(divide(a, b), x.div(y)), `${a}/${b}`);
    }),
    { numRuns: 2000 },
  );
});

test('a sum of many is exact before it is rounded', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          amount,
          fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((n) => (Math.abs(n) < 1e-12 ? 0 : n)),
        ),
        { maxLength: 40 },
      ),
      (list) => {
        const exact = list.reduce((sum, n) => sum.plus(new Big(n)), new Big(0));
        assert.equal(round15(sumOf(list)), Number(exact.toPrecision(15, Big.roundHalfUp)) || 0);
      },
    ),
    { numRuns: 1000 },
  );
  assert.equal(toNumber(sumOf([1e16, 0.1, -1e16])), 0.1);
});

test('rounding agrees with big.js', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 6 }), (n, digits) => {
      assert.equal(toNumber(roundTo(n, digits, 'half')), Number(new Big(n).round(digits, Big.roundHalfUp)) || 0);
    }),
    { numRuns: 2000 },
  );
});

test('every result is in its smallest form', () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      for (const result of [add(a, b), multiply(a, b), ...(b === 0 ? [] : [divide(a, b)])]) {
        assert.ok(
          typeof result === 'number'
            ? !Object.is(result, -0)
            : result instanceof Decimal && String(result.coefficient).replace('-', '').length >= 16,
        );
      }
      assert.equal(typeof round15(multiply(a, b)), 'number');
    }),
    { numRuns: 1000 },
  );
});
