import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admit } from '../admit/admit.ts';
import { compile } from '../definition/compile.ts';
import { codesOf, trial } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import { Store } from './fixtures/store.ts';
import { openPeriod } from './open-period.ts';

const NOW = '2025-04-03T09:00:00+08:00';
const definition = (more: Record<string, unknown>) => trial(more) as unknown as Definition;
const opened = (more: Record<string, unknown>, by: string, orgId = 'village1') =>
  new Store([compile(definition(more))], NOW).run(
    { kind: 'create', recordId: 'r', definitionId: 'trial', orgId, data: {} },
    by,
  );

describe('who may open a record', () => {
  const create = [{ role: 'reviewer', at: 'ancestor' }];
  it('is said by the definition, for records of organisations below as well', () => {
    assert.deepEqual(codesOf(admit(definition({ create }))), []);
    assert.equal(opened({ create }, 'reviewerA').ok, true);
    assert.equal(opened({ create }, 'filler1').ok, false);
    assert.equal(opened({ create }, 'reviewerA', 'village3').ok, false, 'of another township');
  });
  it('is otherwise who fills in for the organisation', () => {
    assert.equal(opened({}, 'filler1').ok, true);
    assert.equal(opened({}, 'reviewerA').ok, false);
  });
});

describe('a new record', () => {
  it('begins with the defaults of its schema; what is known from elsewhere and what is given go before them', () => {
    const fields = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [name, { type: 'number', title: name, default: 1 }]),
    );
    const trialled = {
      record: { type: 'object', properties: fields },
      prefill: [{ field: '/b', from: '2' }],
      view: [],
    };
    const store = new Store([compile(definition(trialled))], NOW);
    const command = {
      kind: 'create',
      recordId: 'r',
      definitionId: 'trial',
      orgId: 'village1',
      data: { c: 3 },
    } as const;
    assert.equal(store.run(command, 'filler1').ok, true);
    assert.deepEqual(store.get('r').data, { a: 1, b: 2, c: 3 });
  });
});

describe('a filing for a part of the county', () => {
  const filing = {
    period: 'month',
    due: 'periodEndOn+10',
    review: [{ at: 'parent', does: '审核' }],
    by: { orgLevel: ['village'], under: ['townA'] },
  };
  it('is opened for the organisations below those named, and for no others', () => {
    assert.deepEqual(codesOf(admit(definition({ filing }))), []);
    const store = new Store([compile(definition({ filing }))], NOW);
    assert.deepEqual(
      openPeriod('trial', '2025-03', store.snapshot(), NOW)
        .records.map(({ orgId }) => orgId)
        .sort(),
      ['village1', 'village2'],
    );
  });
});

describe('the first day of a filing', () => {
  const filing = {
    period: 'quarter',
    opens: 'periodEndOn-9',
    due: 'periodEndOn+10',
    review: [{ at: 'parent', does: '审核' }],
  };
  const outcome = (now: string, by: string | null) => {
    const store = new Store([compile(definition({ filing }))], now);
    return by === null
      ? openPeriod('trial', '2025-Q1', store.snapshot(), now).records.length
      : store.run(
          { kind: 'create', recordId: 'r', definitionId: 'trial', orgId: 'village1', periodCode: '2025-Q1', data: {} },
          by,
        );
  };
  it('is awaited by people, and told to them', () => {
    const early = outcome('2025-03-21T09:00:00+08:00', 'filler1');
    assert.ok(typeof early === 'object' && !early.ok);
    assert.match(early.refusal.problems[0]!.reason['zh-CN'], /从2025-03-22起填报/);
    assert.match(early.refusal.problems[0]!.reason.en, /from 2025-03-22 on/);
    const then = outcome('2025-03-22T09:00:00+08:00', 'filler1');
    assert.ok(typeof then === 'object' && then.ok);
  });
  it('does not keep a whole period from being made ready', () => {
    assert.ok(Number(outcome('2025-01-02T09:00:00+08:00', null)) > 0);
  });
});
