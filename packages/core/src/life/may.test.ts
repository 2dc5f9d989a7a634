import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DIRECTORY, PEOPLE } from '../engine/fixtures/directory.ts';
import type { Actor } from '../generated/definition.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import { may, type MayOptions } from './may.ts';

const record: StoredRecord = {
  id: 'r',
  definition: { id: 'd', version: '1.0.0', hash: '' },
  orgId: 'village1',
  orgPath: 'county/townA/village1',
  revision: 0,
  links: [],
  facts: [],
  history: [],
  audit: { createdAt: '', createdBy: 'filler1', updatedAt: '', updatedBy: '' },
  subject: { id: 'second1', title: '吴桐' },
  data: { leadOrgId: 'townB', responsiblePerson: 'second1', supporters: ['village2', 'village3'] },
};

const byId = (id: string): Person | undefined => PEOPLE.find(({ personId }) => personId === id);
const ask = (person: string, actors: readonly Actor[] | undefined, options?: MayOptions) =>
  may(byId(person), actors, record, DIRECTORY, '2025-06-01', options);
const allowed = (people: readonly string[], actors: readonly Actor[] | undefined, options?: MayOptions) =>
  people.filter((person) => ask(person, actors, options).allowed);
const EVERYBODY = PEOPLE.map(({ personId }) => personId);

describe('may', () => {
  it('looks where the post is, seen from the record', () => {
    assert.deepEqual(allowed(EVERYBODY, undefined), ['filler1', 'second1']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'reviewer', at: 'parent' }]), ['reviewerA']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'reviewer', at: 'ancestor' }]), ['reviewerA', 'reviewerC']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'reviewer', at: 'ancestor', level: 'county' }]), ['reviewerC']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'filler', at: '/supporters' }]), ['filler2', 'filler3']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'verifier', atAny: ['own', '/leadOrgId'] }]), [
      'verifier1',
      'verifierB',
    ]);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'verifier', at: 'below' }]), ['verifier1']);
  });

  it('knows persons named in the record, and keeps out those it excludes', () => {
    assert.deepEqual(allowed(EVERYBODY, [{ is: '/responsiblePerson' }]), ['second1']);
    assert.deepEqual(allowed(EVERYBODY, [{ is: 'subject' }]), ['second1']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'filler', at: 'own', except: ['filledBy'] }]), ['second1']);
    assert.deepEqual(allowed(EVERYBODY, [{ role: 'verifier', except: ['own', '/leadOrgId'] }]), [
      'verifierA',
      'reviewerC',
    ]);
  });

  it('counts a post only while it is held, and only the one in which the person acts', () => {
    assert.equal(ask('former', [{ role: 'reviewer', at: 'parent' }]).allowed, false);
    assert.equal(
      may(byId('former'), [{ role: 'reviewer', at: 'parent' }], record, DIRECTORY, '2024-12-31').allowed,
      true,
    );
    assert.equal(ask('reviewerA', [{ role: 'reviewer', at: 'parent' }], { orgId: 'county' }).allowed, false);
  });

  it('keeps people from checking their own work from a second post', () => {
    const twice: Person = {
      personId: 'twice',
      personName: '双职',
      posts: [
        { orgId: 'village1', role: 'filler' },
        { orgId: 'county', role: 'verifier' },
      ],
    };
    const verdict = may(
      twice,
      [{ role: 'verifier', at: 'ancestor', except: ['own'] }],
      record,
      DIRECTORY,
      '2025-06-01',
    );
    assert.deepEqual(verdict, {
      allowed: false,
      reason: {
        'zh-CN': '须由其他组织的人员办理；您任职的柳溪村党支部是本组织。',
        en: 'Someone of another organisation has to do this; your organisation 柳溪村党支部 is the record’s own organisation.',
      },
    });
  });

  it('says who may instead', () => {
    const verdict = ask('filler2', [{ role: 'verifier', at: 'ancestor' }, { is: '/responsiblePerson' }], {
      label: () => '责任人',
    });
    assert.ok(!verdict.allowed);
    assert.equal(verdict.reason['zh-CN'], '须由上级组织的核验人员或责任人本人办理；您的任职是：石桥村党支部填报人员。');
    assert.equal(
      verdict.reason.en,
      'This is for a verifier of a superior organisation or “责任人”; you are a filler of 石桥村党支部.',
    );
    const nobody = may(undefined, undefined, record, DIRECTORY, '2025-06-01');
    assert.match(nobody.allowed ? '' : nobody.reason['zh-CN'], /您目前没有任职/);
  });
});
