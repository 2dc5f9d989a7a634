import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { templates } from '../definition/fixtures/templates.ts';
import { burdenOf, setMinutes } from './calendar.ts';
import { burdenPage, KINDS } from './fixtures/page.ts';
import { LIMITS } from './report.ts';

const definitions = templates().map(({ definition }) => definition);

describe('the burden of all templates', () => {
  for (const kind of KINDS.filter(({ orgLevel }) => orgLevel === 'village')) {
    it(`stays within an hour a month and two a quarter: ${kind.title}`, () => {
      const cost = burdenOf(definitions, kind);
      assert.ok(setMinutes(cost, 'month') <= LIMITS.month, `${setMinutes(cost, 'month')} minutes a month`);
      assert.ok(setMinutes(cost, 'quarter') <= LIMITS.quarter, `${setMinutes(cost, 'quarter')} minutes a quarter`);
      assert.ok(cost.forms.length > 0);
    });
  }
  it('is published as it is now', () => {
    assert.equal(
      readFileSync(new URL('../../../../docs/burden.md', import.meta.url), 'utf8'),
      burdenPage(definitions),
      'run packages/core/scripts/burden-report.ts',
    );
  });
});
