import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Organisation } from '../generated/organisation.ts';
import { OrganisationIndex } from './organisation-index.ts';
import { ancestorsOf, existedOn } from './path.ts';

function organisation(
  orgId: string,
  orgLevel: Organisation['orgLevel'],
  orgCode: string,
  parentOrgId?: string,
  more: Partial<Organisation> = {},
): Organisation {
  return {
    orgId,
    orgName: orgId,
    orgShortName: orgId,
    orgCode,
    orgType: 'rural',
    orgForm: 'branch',
    orgLevel,
    parentOrgId,
    isActive: true,
    ...more,
  };
}

const tree = new OrganisationIndex([
  organisation('v2', 'village', '010102', 't1'),
  organisation('v1', 'village', '010101', 't1', { formerParents: [{ orgId: 't2', to: '2023-12-31' }] }),
  organisation('c', 'county', '01'),
  organisation('t1', 'township', '0101', 'c'),
  organisation('t2', 'township', '0102', 'c'),
]);

describe('OrganisationIndex', () => {
  it('knows paths, superiors and what stands below, in the order of codes', () => {
    assert.equal(tree.path('v1'), 'c/t1/v1');
    assert.deepEqual(
      tree.ancestors('v1').map(({ orgId }) => orgId),
      ['t1', 'c'],
    );
    assert.deepEqual(
      tree.subtree('c').map(({ orgId }) => orgId),
      ['c', 't1', 'v1', 'v2', 't2'],
    );
    assert.deepEqual(
      tree.children('').map(({ orgId }) => orgId),
      ['c'],
    );
    assert.equal(tree.isUnder('v1', 'c'), true);
    assert.equal(tree.isUnder('c', 'v1'), false);
    assert.equal(tree.atLevel('v2', 'township')?.orgId, 't1');
    assert.equal(tree.atLevel('v2', 'city'), undefined);
  });

  it('reads former superiors by date', () => {
    assert.deepEqual(
      ancestorsOf('v1', tree, '2023-06-30').map(({ orgId }) => orgId),
      ['t2', 'c'],
    );
    assert.deepEqual(
      ancestorsOf('v1', tree, '2024-01-01').map(({ orgId }) => orgId),
      ['t1', 'c'],
    );
  });

  it('ends where a directory runs in a circle or names what is not there', () => {
    const circle = new OrganisationIndex([
      organisation('a', 'village', '01', 'b'),
      organisation('b', 'village', '02', 'a'),
      organisation('x', 'village', '03', 'gone'),
      organisation('s', 'village', '04', 's'),
    ]);
    assert.equal(circle.path('a'), 'b/a');
    assert.deepEqual(
      circle.subtree('a').map(({ orgId }) => orgId),
      ['a', 'b'],
    );
    assert.equal(circle.path('x'), 'x');
    assert.equal(circle.path('s'), 's');
    assert.equal(circle.path('__proto__'), '__proto__');
  });
});

describe('existedOn', () => {
  it('goes by dates, and by the mark where there are none', () => {
    assert.equal(
      existedOn(organisation('a', 'village', '01', undefined, { foundedOn: '2024-05-01' }), '2024-04-30'),
      false,
    );
    assert.equal(
      existedOn(
        organisation('a', 'village', '01', undefined, { isActive: false, dissolvedOn: '2024-05-01' }),
        '2024-05-01',
      ),
      true,
    );
    assert.equal(existedOn(organisation('a', 'village', '01', undefined, { isActive: false }), '2024-05-01'), false);
  });
});
