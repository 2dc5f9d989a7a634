import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import { idsByName } from './ids-by-name.ts';

const organisation = (orgId: string, orgName: string, orgShortName: string, orgCode: string) =>
  ({
    orgId,
    orgName,
    orgShortName,
    orgCode,
    orgType: 'rural',
    orgForm: 'branch',
    orgLevel: 'unit',
    isActive: true,
  }) as Organisation;
const person = (personId: string, personName: string, ...orgIds: string[]) =>
  ({ personId, personName, posts: orgIds.map((orgId) => ({ orgId, role: 'filler' })) }) as Person;
const ORGANISATIONS = [
  organisation('o1', '城关镇河东村党支部', '河东村', '010101'),
  organisation('o2', '柳河镇河东村党支部', '河东村', '010201'),
  organisation('o3', '城关镇党委', '城关镇', '0101'),
];
const PEOPLE = [person('p1', '张明', 'o1'), person('p2', '张明', 'o2', 'o3'), person('p3', '李红', 'o3')];

test('organisations are known by full name, short name, code and id; names of several are answered with all of them', () => {
  const { organisation: ids } = idsByName(ORGANISATIONS, PEOPLE);
  assert.deepEqual(['城关镇党委', '城关镇', '0101', 'o3', '柳河镇河东村党支部'].map(ids), [
    ['o3'],
    ['o3'],
    ['o3'],
    ['o3'],
    ['o2'],
  ]);
  assert.deepEqual(ids('河东村'), ['o1', 'o2']);
  assert.deepEqual(['', '不存在的村', '__proto__', 'constructor'].map(ids), [[], [], [], []]);
});

test('people of the organisation come before namesakes elsewhere', () => {
  const ids = idsByName(ORGANISATIONS, PEOPLE, 'o1');
  assert.deepEqual(ids.person('张明'), ['p1']);
  assert.deepEqual(ids.person('张明', 'o3'), ['p2']);
  assert.deepEqual(ids.person('张明', 'elsewhere'), ['p1', 'p2']);
  assert.deepEqual([ids.person('李红'), ids.person('p3'), ids.person('没有的人')], [['p3'], ['p3'], []]);
});
