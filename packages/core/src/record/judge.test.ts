import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FormulaError } from '../formula/value.ts';
import type { CheckRule } from '../generated/definition.ts';
import { brokenCheck, isTrue } from './judge.ts';

describe('what formulas say', () => {
  it('is yes as in Excel', () => {
    for (const value of [true, 1, -0.5, 'TRUE', 'true']) assert.equal(isTrue(value), true, String(value));
    for (const value of [false, 0, null, undefined, '', 'yes', '1', new FormulaError('#N/A', 'not-available')])
      assert.equal(isTrue(value), false, String(value));
  });

  it('lets a check hold that cannot be asked yet, and says why one could not be decided', () => {
    const rule = { check: 'a<=b', level: 'error', message: '实到不能多于应到' } as CheckRule;
    assert.equal(brokenCheck(rule, null), undefined);
    assert.equal(brokenCheck(rule, true), undefined);
    assert.deepEqual(brokenCheck(rule, false), { 'zh-CN': '实到不能多于应到', en: '实到不能多于应到' });
    assert.match(
      brokenCheck(rule, new FormulaError('#DIV/0!', 'division-by-zero'))?.['zh-CN'] ?? '',
      /^实到不能多于应到（.+）$/,
    );
  });
});
