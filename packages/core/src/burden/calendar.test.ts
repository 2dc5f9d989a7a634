import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { record, trial } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import { burdenOf, setMinutes } from './calendar.ts';

const review = [{ at: 'parent', does: '审核' }];
const made = (more: object) =>
  trial({
    record: record({
      a: { type: 'number', title: '甲' },
      b: { type: 'boolean', title: '乙' },
      c: { type: 'number', title: '丙', readOnly: true },
    }),
    ...more,
  }) as unknown as Definition;
const monthly = made({ filing: { period: 'month', due: 'periodEndOn+5', review, by: { orgType: ['rural'] } } });
const quarterly = made({ filing: { period: 'quarter', due: 'periodEndOn+10', review } });
const events = made({ usual: { perYear: 24, by: { orgLevel: ['village'] }, source: 'O' } });
const rural = { orgType: 'rural', orgForm: 'branch', orgLevel: 'village' };

describe('the burden of a year', () => {
  it('adds up what falls due in each month and a twelfth of what happens', () => {
    const cost = burdenOf([monthly, quarterly, events], rural);
    // 6 s for the number and 4 s for the choice are 0.2 minutes.
    assert.deepEqual(
      cost.forms.map(({ rhythm, perYear, minutes, typedFields }) => [rhythm, perYear, minutes, typedFields]),
      [
        ['month', 12, 0.2, 2],
        ['quarter', 4, 0.2, 2],
        ['event', 24, 0.2, 2],
      ],
    );
    assert.deepEqual(cost.months, [0.8, 0.6, 0.6, 0.8, 0.6, 0.6, 0.8, 0.6, 0.6, 0.8, 0.6, 0.6]);
    assert.deepEqual([cost.minutesPerYear, cost.typedFieldsPerYear, cost.prefillShare], [8, 80, 33.3]);
    assert.deepEqual([setMinutes(cost, 'month'), setMinutes(cost, 'quarter'), setMinutes(cost, 'year')], [0.2, 0.2, 0]);
  });
  it('leaves out what is not for the organisation, and forms whose frequency nobody knows', () => {
    assert.deepEqual(
      burdenOf([monthly, quarterly, events, made({})], { ...rural, orgType: 'school', orgLevel: 'unit' }).forms.map(
        ({ rhythm }) => rhythm,
      ),
      ['quarter'],
    );
    assert.deepEqual(burdenOf([made({})], rural), {
      forms: [],
      months: new Array(12).fill(0),
      minutesPerYear: 0,
      typedFieldsPerYear: 0,
      prefillShare: null,
    });
  });
});
