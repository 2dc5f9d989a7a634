import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const PROBLEM = {
  problemText: '会议记录不完整',
  problemCategory: 'system',
  problemSource: 'selfCheck',
  foundOn: '2025-03-03',
  namedProblem: 'twoSkins',
};
const ASSIGN = {
  leadOrgId: 'town',
  leaderInCharge: 'town.viewer',
  responsiblePerson: 'village.filler',
  rectifyKind: 'timeLimited',
  rectifyTarget: '补齐。',
  dueOn: '2025-04-30',
  measures: [{ measureText: '专人负责', responsiblePerson: 'village.filler', dueOn: '2025-04-10' }],
};

describe('an overdue problem', () => {
  it('goes on the list for a circular once; a circular of criticism counts, with feedback and a close by the superior', () => {
    const office = new Office('2025-03-04');
    const id = office.open('problem-list', PROBLEM, 'village.filler', { periodCode: '2025' });
    office.move(id, 'assign', 'town.reviewer', ASSIGN).move(id, 'start', 'village.filler');
    office.on('2025-05-15').tick();
    assert.equal(office.all('accountability-circular').length, 0); // 15 days exactly
    office.on('2025-05-16').tick().tick().on('2025-06-20').tick();
    const circulars = office.all('accountability-circular');
    const circular = circulars[0];
    assert.ok(circular);
    assert.deepEqual(
      [
        circulars.length,
        circular.orgId,
        circular.data['overdueDays'],
        circular.data['dueOn'],
        circular.data['leaderInCharge'],
      ],
      [1, 'village', 16, '2025-04-30', 'town.viewer'],
    );
    assert.equal(office.fact('accountability-circular/criticismCount', 'village', { periodCode: '2025' }), 0);
    assert.notEqual(said(office.try(circular.id, 'issue', 'village.filler', { circularKind: 'remind' })), '');
    office.move(circular.id, 'issue', 'town.reviewer', {
      circularKind: 'criticise',
      briefingOn: '2025-06-20',
      approvalDocNo: '3号',
    });
    // where nobody says another day
    assert.equal(office.field(circular.id, 'feedbackDueOn'), '2025-07-05');
    assert.equal(office.fact('accountability-circular/criticismCount', 'village', { periodCode: '2025' }), 1);
    assert.equal(office.fact('accountability-circular/leaderCount', 'town.viewer', { periodCode: '2025' }), 1);
    office.move(id, 'leaderReport', 'town.viewer', { leaderNote: '已约谈责任人。' });
    office.move(circular.id, 'answer', 'village.filler', { feedbackText: '六月底前补齐。' });
    assert.notEqual(said(office.try(circular.id, 'close', 'village.filler')), '');
    office.move(circular.id, 'close', 'town.reviewer');
    assert.equal(office.fact('accountability-circular/feedbackRate', 'village', { periodCode: '2025' }), 100);
    assert.equal(office.fact('problem-list/namedCount', 'village', { periodCode: '2025', by: 'twoSkins' }), 1);
  });
});

describe('a self-check', () => {
  it('goes through four steps; its problems reach the ledger once and must be closed before it is done', () => {
    const office = new Office('2025-06-05');
    const id = office.open('review-and-rectify', {}, 'village.filler', { periodCode: '2025' });
    office.step(id, 'study', 'village.filler', { studyOn: '2025-06-05', studyTopic: '政绩观' });
    assert.notEqual(said(office.tryStep(id, 'check', 'village.filler', { checkedOn: '2025-06-05', problems: [] })), '');
    office.step(id, 'research', 'village.filler', { researchOn: '2025-06-05', researchFindings: '联系不经常。' });
    assert.match(
      said(office.tryStep(id, 'check', 'village.filler', { checkedOn: '2025-06-05', problems: [] })),
      /至少|请填写/,
    );
    office
      .step(id, 'check', 'village.filler', {
        checkedOn: '2025-06-05',
        problems: [{ problemText: '联系流动党员不够。', problemCategory: 'team', rootCause: '没有联系人。' }],
      })
      .tick();
    assert.equal(office.get(id).state, 'rectifying');
    const problems = office.all('problem-list');
    assert.deepEqual(
      problems.map(({ data }) => [data['problemText'], data['problemSource'], data['rootCause']]),
      [['联系流动党员不够。', 'selfCheck', '没有联系人。']],
    );
    assert.match(
      said(
        office.tryStep(id, 'assess', 'town.verifier', {
          verifyMethod: 'onSite',
          verifyResult: 'pass',
          finishedOn: '2025-06-05',
        }),
      ),
      /没有销账/,
    );
    assert.notEqual(
      said(
        office.tryStep(id, 'assess', 'village.verifier', {
          verifyMethod: 'onSite',
          verifyResult: 'partial',
          finishedOn: '2025-06-05',
        }),
      ),
      '',
    );
    office.step(id, 'assess', 'town.verifier', {
      verifyMethod: 'onSite',
      verifyResult: 'partial',
      finishedOn: '2025-06-05',
    });
    assert.equal(office.fact('review-and-rectify/finishedRate', 'village', { periodCode: '2025' }), 100);
    assert.equal(office.fact('review-and-rectify/finishedRate', 'village2', { periodCode: '2025' }), undefined);
  });
});

describe('the platform', () => {
  it('merges a system only when its data are shared and somebody else has looked', () => {
    const office = new Office('2025-03-03');
    const id = office.open(
      'information-system',
      {
        systemName: '远程教育平台',
        systemKind: 'education',
        usedBy: 'branch',
        fieldCount: 20,
        sharedFieldCount: 8,
        monthlyMinutes: 40,
        loginKind: 'separate',
      },
      'town.filler',
      { orgId: 'town' },
    );
    assert.equal(office.fact('information-system/openCount', 'town'), 1);
    office.move(id, 'plan', 'town.reviewer', {
      mergeWay: 'connect',
      responsiblePerson: 'town.filler',
      dueOn: '2025-12-31',
    });
    assert.match(said(office.try(id, 'finish', 'county.verifier', { verifyMethod: 'data' })), /共享率/);
    office.save(id, { sharedFieldCount: 16, loginKind: 'single' }, 'town.filler');
    assert.notEqual(said(office.try(id, 'finish', 'town.verifier', { verifyMethod: 'data' })), '');
    office.move(id, 'finish', 'county.verifier', { verifyMethod: 'data' });
    assert.deepEqual(
      [
        office.fact('information-system/mergedRate', 'town'),
        office.fact('information-system/sharedRate', 'town'),
        office.fact('information-system/openCount', 'town'),
      ],
      [100, 80, 0],
    );
    assert.equal(office.fact('information-system/mergedRate', 'county'), undefined);
  });

  it('sums up how timely the organisations below are, with nothing typed', () => {
    const office = new Office('2025-09-30');
    office.open(
      'organisations',
      {
        foundedOn: '2004-01-01',
        secretaryId: 'village.viewer',
        termYears: 3,
        termStartOn: '2024-01-01',
        dataVerifiedOn: '2025-09-01',
      },
      'village.filler',
    );
    office.open(
      'organisations',
      {
        foundedOn: '2004-01-01',
        secretaryId: 'village.viewer',
        termYears: 3,
        termStartOn: '2024-01-01',
        dataVerifiedOn: '2025-01-01',
      },
      'village2.filler',
      { orgId: 'village2' },
    );
    const id = office
      .on('2025-10-01')
      .open('data-timeliness', {}, 'town.filler', { orgId: 'town', periodCode: '2025-Q3' });
    assert.deepEqual(
      ['orgCount', 'staleCount', 'verifiedRate', 'recordedRate', 'openSystemCount', 'timelyLevel'].map((name) =>
        office.field(id, name),
      ),
      [2, 1, 50, undefined, 0, 'poor'],
    );
    const none = office.open('data-timeliness', {}, 'street.filler', { orgId: 'street', periodCode: '2025-Q3' });
    assert.deepEqual(
      ['orgCount', 'verifiedRate', 'timelyLevel'].map((name) => office.field(none, name)),
      [0, undefined, undefined],
    );
  });
});
