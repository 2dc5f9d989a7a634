import assert from 'node:assert/strict';
import test from 'node:test';
import type { CellStyle } from '../book/workbook.ts';
import { dateInText, dateOf } from './read-date.ts';

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

const PLAIN: CellStyle = { format: 'General', kind: 'number', bold: false, red: false, filled: false };

test('years of two digits are read as Excel does, and only where a date is asked for', () => {
  const read = (text: string, isLikely: boolean) => dateOf(text, PLAIN, isLikely);
  assert.deepEqual(read('24.3.8', true), { date: '2024-03-08', precision: 'day' });
  assert.deepEqual(read('85年7月', true), { date: '1985-07-01', precision: 'month' });
  assert.deepEqual(read('29-1-31', true), { date: '2029-01-31', precision: 'day' });
  assert.deepEqual(read('30/1/31', true), { date: '1930-01-31', precision: 'day' });
  for (const text of ['24.3', '24.3-8', '24.13.1', '24.2.30', '124.3.8'])
    assert.equal(read(text, true), undefined, text);
  assert.equal(read('24.3.8', false), undefined);
});
