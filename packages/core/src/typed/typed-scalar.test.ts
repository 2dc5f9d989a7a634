import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { readScalar, scalarText } from './typed-scalar.ts';

const WORDS = ['是', '否'] as const;
const types = fc.uniqueArray(fc.constantFrom('string', 'number', 'integer', 'boolean'), { minLength: 2 });
const first = (text: string, ...of: string[]) => readScalar(text, of, WORDS)[0];

describe('a text where a value may have several types', () => {
  for (const [text, of, value] of [
    ['12', ['integer', 'string'], 12],
    ['１２', ['integer', 'string'], 12],
    ['12', ['string', 'integer'], '12'],
    ['1.5', ['integer', 'string'], '1.5'],
    ['3号楼', ['integer', 'string'], '3号楼'],
    ['007', ['number', 'string'], '007'],
    ['1.0', ['number', 'string'], '1.0'],
    ['1,200', ['number', 'string'], '1,200'],
    ['1,200', ['number', 'boolean'], 1200],
    ['12345678901234567890', ['number', 'string'], '12345678901234567890'],
    ['是', ['boolean', 'string'], true],
    ['False', ['boolean', 'number'], false],
    ['也许', ['boolean', 'number'], undefined],
    [' ', ['number', 'string'], undefined],
  ] as const)
    it(`${JSON.stringify(text)} as ${of.join(' or ')} is ${JSON.stringify(value)}`, () =>
      assert.equal(first(text, ...of), value));

  it('is never changed where it may stay a text', () =>
    fc.assert(
      fc.property(types, fc.string(), (others, text) => {
        const [value] = readScalar(text, [...others, 'string'], WORDS);
        if (typeof value === 'string') assert.equal(value, text);
      }),
    ));

  it('has a type that was asked for', () =>
    fc.assert(
      fc.property(types, fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom(...WORDS)), (of, text) => {
        for (const value of readScalar(text, of, WORDS))
          assert.ok(of.some((type) => type === typeof value || (type === 'integer' && Number.isInteger(value))));
      }),
    ));

  it('comes back as the value that was shown', () =>
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.boolean()), (value) => {
        const of = ['boolean', 'integer', 'string'];
        assert.equal(readScalar(scalarText(value, WORDS), of, WORDS)[0], value);
      }),
    ));
});
