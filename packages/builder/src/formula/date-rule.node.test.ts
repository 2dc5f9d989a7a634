import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '@jiceng/core/fixtures/fast-check.js';
import { DATE_UNITS, dateFormula, dateRuleOf, type DateRule } from './date-rule.ts';

const DATES = ['appliedOn', "['a b']", '申请日期'];
const isDate = (base: string) => DATES.includes(base);

describe('a day that is counted from another', () => {
  it('is read as offices write it', () => {
    assert.deepEqual(dateRuleOf(' appliedOn ', isDate), {
      base: 'appliedOn',
      amount: '0',
      isBefore: false,
      unit: 'day',
    });
    assert.equal(dateRuleOf('appliedOn + 30', isDate)?.amount, '30');
    assert.deepEqual(dateRuleOf("EDATE(['a b'], -fullMonths)", isDate), {
      base: "['a b']",
      amount: 'fullMonths',
      isBefore: true,
      unit: 'month',
    });
    assert.equal(dateRuleOf('workday(申请日期,5)', isDate)?.unit, 'workday');
  });

  it('is left to the formula where that says more', () => {
    for (const formula of [
      '',
      'MAX(appliedOn,endOn)',
      'amount+3',
      'appliedOn+3+4',
      'WORKDAY(appliedOn,1+2)',
      'appliedOn*2',
    ])
      assert.equal(dateRuleOf(formula, isDate), undefined, formula);
  });

  it('is written and read again the same', () => {
    const rule: fc.Arbitrary<DateRule> = fc.record({
      base: fc.constantFrom(...DATES),
      amount: fc.oneof(fc.integer({ min: 1, max: 9999 }).map(String), fc.constant('fullMonths')),
      isBefore: fc.boolean(),
      unit: fc.constantFrom(...DATE_UNITS),
    });
    fc.assert(fc.property(rule, (each) => assert.deepEqual(dateRuleOf(dateFormula(each), isDate), { ...each })));
  });
});
