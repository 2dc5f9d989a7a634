import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { childPeriods, offsetPeriod, parsePeriod, periodOf } from './period.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const calendarKind = fc.constantFrom('month', 'quarter', 'halfYear', 'year' as const);

describe('parsePeriod', () => {
  it('reads every kind of code', () => {
    const spans = ['2025-02', '2025-Q3', '2025-H1', '2024', '2018-2020', 'T2021-2026', 'E20250714-002'].map((code) => {
      const { kind, startOn, endOn } = parsePeriod(code) ?? assert.fail(code);
      return `${kind} ${startOn} ${endOn}`;
    });
    assert.deepEqual(spans, [
      'month 2025-02-01 2025-02-28',
      'quarter 2025-07-01 2025-09-30',
      'halfYear 2025-01-01 2025-06-30',
      'year 2024-01-01 2024-12-31',
      'multiYear 2018-01-01 2020-12-31',
      'term 2021-01-01 2026-12-31',
      'adHoc 2025-07-14 2025-07-14',
    ]);
  });

  it('refuses what is no period', () => {
    for (const code of [
      '',
      '2025-13',
      '2025-Q5',
      '2025-H3',
      '25',
      '2020-2018',
      'E20250230-001',
      '2025-q1',
      ' 2025',
      '__proto__',
      '2025-2-1',
    ]) {
      assert.equal(parsePeriod(code), undefined, code);
    }
  });

  it('reads back what periodOf wrote, with the day inside', () => {
    fc.assert(
      fc.property(day, calendarKind, (date, kind) => {
        const code = periodOf(date, kind) ?? '';
        const period = parsePeriod(code);
        assert.equal(period?.kind, kind);
        assert.ok(period && period.startOn <= date && date <= period.endOn);
      }),
    );
  });
});

describe('offsetPeriod', () => {
  it('goes there and back, and neighbours touch', () => {
    fc.assert(
      fc.property(day, calendarKind, fc.integer({ min: -100, max: 100 }), (date, kind, by) => {
        const code = periodOf(date, kind) ?? '';
        const there = offsetPeriod(code, by);
        if (there === undefined) return;
        assert.equal(offsetPeriod(there, -by), code);
        const [before, after] = [by < 0 ? there : code, by < 0 ? code : there].map(
          (each) => parsePeriod(each)?.startOn ?? '',
        );
        assert.ok(by === 0 ? before === after : before! < after!);
      }),
    );
  });

  it('moves several years and terms by their length, and events not at all', () => {
    assert.equal(offsetPeriod('2018-2020', 1), '2021-2023');
    assert.equal(offsetPeriod('T2021-2026', -1), 'T2016-2021');
    assert.equal(offsetPeriod('E20250714-002', 1), undefined);
    assert.equal(offsetPeriod('2025-Q1', -1), '2024-Q4');
  });
});

describe('childPeriods', () => {
  it('divides a period without gap or overlap', () => {
    assert.deepEqual(childPeriods('2025-Q3', 'month'), ['2025-07', '2025-08', '2025-09']);
    assert.deepEqual(childPeriods('2025', 'halfYear'), ['2025-H1', '2025-H2']);
    assert.deepEqual(childPeriods('2018-2020', 'year'), ['2018', '2019', '2020']);
    assert.deepEqual(childPeriods('2025-07', 'quarter'), []);
    assert.deepEqual(childPeriods('2025', 'term'), []);
  });
});
