import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import type { BurdenFinding } from './check.ts';
import { mayWaive, unwaived, type Waiver } from './waive.ts';

const organisations = { organisation: (orgId: string) => ({ orgId, orgLevel: orgId }) as unknown as Organisation };
const person = (role: string, orgId: string, to?: string): Person => ({ personId: 'p', personName: '某', posts: [{ orgId, role, ...(to === undefined ? {} : { to }) }] }) as unknown as Person;
const blocked: readonly BurdenFinding[] = [{ rule: 'B03', status: 'blocked', problem: null }, { rule: 'B04', status: 'warned', problem: null }];
const waiver = (more: Partial<Waiver> = {}): Waiver => ({ rule: 'B03', reason: '上级统一部署，明年合并到名册', by: 'p', at: '2025-07-14T09:00:00+08:00', ...more });
const codes = (waivers: readonly Waiver[], by: Person) => unwaived(blocked, waivers, () => by, organisations).map(({ code }) => code);

describe('waivers', () => {
  it('are for administrators of the county or above, while they hold the post', () => {
    assert.equal(mayWaive(person('administrator', 'county'), organisations, '2025-07-14'), true);
    assert.equal(mayWaive(person('administrator', 'township'), organisations, '2025-07-14'), false);
    assert.equal(mayWaive(person('reviewer', 'county'), organisations, '2025-07-14'), false);
    assert.equal(mayWaive(person('administrator', 'county', '2025-07-01'), organisations, '2025-07-14'), false);
    assert.equal(mayWaive(undefined, organisations, '2025-07-14'), false);
  });

  it('need a reason in words for each rule that blocks, and for no other', () => {
    assert.deepEqual(codes([waiver()], person('administrator', 'county')), []);
    assert.deepEqual(codes([], person('administrator', 'county')), ['burden-unwaived']);
    assert.deepEqual(codes([waiver({ reason: '需要  ' })], person('administrator', 'county')), ['burden-unwaived']);
    assert.deepEqual(codes([waiver({ rule: 'B04' })], person('administrator', 'county')), ['burden-unwaived']);
    assert.deepEqual(codes([waiver()], person('administrator', 'township')), ['burden-not-entitled']);
    assert.deepEqual(codes([waiver({ at: 'someday' })], person('administrator', 'county')), ['burden-not-entitled']);
  });
});
