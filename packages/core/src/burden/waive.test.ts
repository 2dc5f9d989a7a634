import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import type { BurdenFinding } from './check.ts';
import { blockedRules, mayWaive, waivedBy } from './waive.ts';

const organisations = { organisation: (orgId: string) => ({ orgId, orgLevel: orgId }) as unknown as Organisation };
const person = (role: string, orgId: string, to?: string): Person =>
  ({
    personId: 'p',
    personName: '某',
    posts: [{ orgId, role, ...(to === undefined ? {} : { to }) }],
  }) as unknown as Person;
const findings: readonly BurdenFinding[] = [
  { rule: 'B03', status: 'blocked', problem: null },
  { rule: 'B03', status: 'blocked', problem: null },
  { rule: 'B04', status: 'warned', problem: null },
];

describe('reasons for hard rules', () => {
  it('are for administrators of the county or above, while they hold the post', () => {
    assert.equal(mayWaive(person('administrator', 'county'), organisations, '2025-07-14'), true);
    assert.equal(mayWaive(person('administrator', 'township'), organisations, '2025-07-14'), false);
    assert.equal(mayWaive(person('reviewer', 'county'), organisations, '2025-07-14'), false);
    assert.equal(mayWaive(person('administrator', 'county', '2025-07-01'), organisations, '2025-07-14'), false);
    assert.equal(mayWaive(undefined, organisations, '2025-07-14'), false);
  });

  it('need words for each rule that blocks, and are kept for no other', () => {
    const reason = '上级统一部署，明年合并到名册';
    assert.deepEqual(blockedRules(findings), ['B03']);
    assert.deepEqual(
      waivedBy(
        findings,
        new Map([
          ['B03', ` ${reason} `],
          ['B04', reason],
        ]),
      ),
      { B03: reason },
    );
    assert.deepEqual(waivedBy(findings, new Map([['B03', '需要        ']])), {});
    assert.deepEqual(waivedBy(findings, new Map()), {});
  });
});
