import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition } from '../generated/definition.ts';
import type { Organisation } from '../generated/organisation.ts';
import { effectOf } from './effect.ts';

const form = (id: string, by: object, period: string, fields = 10): Definition =>
  ({
    id,
    version: '1.0.0',
    title: id,
    subject: 'organisation',
    filing: { by, period, due: 'periodEndOn+10', review: [] },
    record: {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: fields }, (_, at) => [`f${at}`, { type: 'number', title: '数' }]),
      ),
    },
  }) as unknown as Definition;
const organisation = (orgId: string, orgType: string, orgLevel: string, isActive = true) =>
  ({
    orgId,
    orgName: orgId,
    orgShortName: orgId,
    orgCode: '01',
    orgType,
    orgForm: 'branch',
    orgLevel,
    isActive,
  }) as Organisation;

describe('effectOf', () => {
  it('tells the months before and after for the organisations that fill it in', () => {
    const organisations = [
      organisation('a', 'rural', 'village'),
      organisation('b', 'community', 'village'),
      organisation('c', 'rural', 'township'),
      organisation('d', 'rural', 'village', false),
    ];
    const effects = effectOf(
      form('new', { orgLevel: ['village'] }, 'quarter'),
      [form('old', {}, 'month'), form('new', {}, 'month', 60)],
      organisations,
    );
    assert.equal(effects.length, 1);
    assert.deepEqual(
      effects[0]?.organisations.map(({ orgId }) => orgId),
      ['a', 'b'],
    );
    assert.deepEqual(
      effects[0]?.before,
      Array.from({ length: 12 }, () => 1),
    );
    assert.deepEqual(effects[0]?.after.slice(0, 4), [2, 1, 1, 2], 'its own earlier version is not counted twice');
    assert.deepEqual([effects[0]?.yearBefore, effects[0]?.yearAfter], [12, 16]);
  });

  it('keeps kinds apart whose months differ', () => {
    const organisations = [organisation('a', 'rural', 'village'), organisation('b', 'community', 'village')];
    const effects = effectOf(form('new', {}, 'year'), [form('old', { orgType: ['rural'] }, 'month')], organisations);
    assert.deepEqual(
      effects.map(({ types, yearBefore }) => [types, yearBefore]),
      [
        [['rural'], 12],
        [['community'], 0],
      ],
    );
  });

  it('goes by what the definition names where no organisations are known', () => {
    const effects = effectOf(form('new', { orgLevel: ['township'], orgType: ['rural', 'agency'] }, 'year'), []);
    assert.deepEqual(
      effects.map(({ level, types, yearAfter }) => [level, types, yearAfter]),
      [['township', ['rural', 'agency'], 1]],
    );
    assert.deepEqual(effectOf(form('new', {}, 'adHoc'), []), []);
  });
});
