import assert from 'node:assert/strict';
import test from 'node:test';
import { dateInText } from './read-date.ts';

test('days by which something is due are the last that they allow', () => {
  for (const [text, date] of [
    ['2024年6月30日前', '2024-06-30'],
    ['2024.6.30之前', '2024-06-30'],
    ['2024年2月底', '2024-02-29'],
    ['2024年11月底前', '2024-11-30'],
    ['2024年底前', '2024-12-31'],
    ['２０２４年１２月末', '2024-12-31'],
  ] as const) {
    assert.deepEqual(dateInText(text), { date, precision: 'day' }, text);
  }
  for (const text of ['年底', '2024年13月底', '长期', '前', '2024年3月中旬'])
    assert.equal(dateInText(text), undefined, text);
});
