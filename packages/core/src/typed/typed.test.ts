import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { cleanText, codePoints, isBlank } from '../schema/fields/field-value.ts';
import { readDate, readDateTime } from './typed-date.ts';
import { numberText, readNumber } from './typed-number.ts';

const number = (text: string, percent = false) => {
  const read = readNumber(text, { percent });
  return read.ok ? read.value : read.problem.code;
};
const date = (text: string) => {
  const read = readDate(text);
  return read.ok ? read.value : read.problem.code;
};

describe('typed numbers', () => {
  for (const [text, expected] of [
    ['12', 12],
    ['１２．５', 12.5],
    ['1,234,567.8', 1234567.8],
    ['１，２００', 1200],
    ['−5', -5],
    ['－5', -5],
    ['–5', -5],
    ['+3', 3],
    [' 7 ', 7],
    ['\u200b7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', 0],
    ['007', 7],
    ['12,34', 'typed-number'],
    ['1e3', 'typed-number'],
    ['八', 'typed-number'],
    ['1 2', 'typed-number'],
    ['--1', 'typed-number'],
    ['0x1F', 'typed-number'],
    ['12%', 'typed-number'],
    ['Infinity', 'typed-number'],
    ['1234567890123456789', 'typed-number-digits'],
    ['0.12345678901234567', 'typed-number-digits'],
    ['9007199254740991', 9007199254740991],
  ] as const)
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(number(text), expected));

  it('takes a percent sign where it belongs', () => assert.equal(number('９８．５％', true), 98.5));
  it('leaves nothing typed as nothing', () => assert.equal(number('  '), undefined));
  it('reads back every number of up to 15 digits that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }), (digits, places) => {
        const value = digits / 10 ** places;
        assert.equal(number(numberText(value)), value === 0 ? 0 : value);
      }),
    );
    assert.deepEqual([1e21, -2.5e-9, 1.5e22].map(numberText), [
      '1000000000000000000000',
      '-0.0000000025',
      '15000000000000000000000',
    ]);
  });
});

describe('typed dates', () => {
  for (const [text, expected] of [
    ['2025-9-1', '2025-09-01'],
    ['2025/09/01', '2025-09-01'],
    ['2025.9.1', '2025-09-01'],
    ['2025年9月1日', '2025-09-01'],
    ['２０２５年９月１日', '2025-09-01'],
    ['2025 年 9 月 1 日', '2025-09-01'],
    ['20250901', '2025-09-01'],
    ['2024-2-29', '2024-02-29'],
    ['2025-2-29', 'typed-date-calendar'],
    ['2025-13-1', 'typed-date-calendar'],
    ['1-9-2025', 'typed-date'],
    ['明天', 'typed-date'],
    ['2025-9', 'typed-date'],
    ['', undefined],
  ] as const)
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(date(text), expected));

  for (const [text, expected] of [
    ['2025-9', '2025-09-01'],
    ['2025年9月', '2025-09-01'],
    ['202509', '2025-09-01'],
    ['２０２５．９', '2025-09-01'],
    ['2025-09-17', '2025-09-17'],
    ['2025-13', 'typed-date-calendar'],
    ['2025', 'typed-date'],
    ['20251', 'typed-date'],
    ['2025年1', '2025-01-01'],
    ['202510月', 'typed-date'],
  ] as const)
    it(`reads ${JSON.stringify(text)} where the month is enough`, () => {
      const read = readDate(text, true);
      assert.equal(read.ok ? read.value : read.problem.code, expected);
    });

  it('reads a time with its date', () => {
    assert.deepEqual(readDateTime('2025-9-1 9:30'), { ok: true, value: '2025-09-01T09:30:00+08:00' });
    for (const text of [' 9:30', 'T'.repeat(200_000)]) assert.equal(readDateTime(text).ok, false, 'no date, no guess');
    assert.deepEqual(readDateTime('２０２５年９月１日　０９：３０：０５'), {
      ok: true,
      value: '2025-09-01T09:30:05+08:00',
    });
    assert.deepEqual(readDateTime('2025-9-1'), { ok: true, value: '2025-09-01T00:00:00+08:00' });
    assert.deepEqual(readDateTime('\u3000'), { ok: true, value: undefined });
    assert.equal(readDateTime('2025-9-1 24:30').ok, false);
  });
});

describe('text', () => {
  it('counts characters outside the basic plane once', () =>
    assert.deepEqual(['𠮷a', '', '\ud800', '👍🏽'].map(codePoints), [2, 0, 1, 2]));
  it('is blank when nothing can be seen', () =>
    assert.deepEqual([' \u200b\u3000', '0', 0, false, [], null].map(isBlank), [true, false, false, false, true, true]));
  it('is cleaned of what cannot be stored', () =>
    assert.equal(cleanText('e\u0301\u0007a\ud800\r\n𠮷'), 'éa\ufffd\n𠮷'));
});
