import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, daysBetween, isDate, today } from './date.ts';
import { addWorkdays, nextWorkday, workdaysBetween, workdayTest } from './calendar.ts';

// 2025-10-01 … 10-08 is a holiday; Sunday 2025-09-28 and Saturday 2025-10-11 are worked for it.
const isWorkday = workdayTest([
  ...['01', '02', '03', '06', '07', '08'].map((day) => ({ date: `2025-10-${day}`, working: false })),
  { date: '2025-09-28', working: true },
  { date: '2025-10-11', working: true },
]);

describe('the working-day calendar', () => {
  it('follows its rows, and weekends elsewhere', () => {
    assert.deepEqual(
      ['2025-09-27', '2025-09-28', '2025-10-01', '2025-10-11', '2025-10-12', '2025-10-13'].map(isWorkday),
      [false, true, false, true, false, true],
    );
  });

  it('moves a deadline on a holiday to the next working day, and leaves others', () => {
    assert.equal(nextWorkday('2025-10-01', isWorkday), '2025-10-09');
    assert.equal(nextWorkday('2025-10-09', isWorkday), '2025-10-09');
    assert.equal(
      nextWorkday('2025-10-09', () => false),
      '2025-10-09',
    );
  });

  it('counts working days in both directions', () => {
    assert.equal(addWorkdays('2025-09-30', 3, isWorkday), '2025-10-11');
    assert.equal(addWorkdays('2025-10-11', -3, isWorkday), '2025-09-30');
    assert.equal(workdaysBetween('2025-09-30', '2025-10-11', isWorkday), 4);
    assert.equal(workdaysBetween('2025-10-11', '2025-09-30', isWorkday), -4);
  });
});

describe('dates', () => {
  it('are days of the Gregorian calendar', () => {
    assert.deepEqual(['2024-02-29', '2025-02-29', '2025-2-1', 'x', null].map(isDate), [
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.equal(addDays('2024-12-31', 1), '2025-01-01');
    assert.equal(daysBetween('2025-03-01', '2025-02-27'), -2);
  });

  it('take the day of a moment in China', () => {
    assert.equal(today('2025-09-15T09:30:00+08:00'), '2025-09-15');
    assert.equal(today('2025-09-15T20:00:00Z'), '2025-09-16');
  });
});
