import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

describe('rosters', () => {
  it('count reserves of the village, instructors at the units they serve, and lock rotation', () => {
    const office = new Office('2025-03-12');
    const base = { postName: '后备干部', selectionSource: 'returnee', selectedOn: '2025-03-12' };
    assert.equal(office.fact('rosters/reserveCount', 'village'), 0);
    const reserve = office.open('rosters', { ...base, rosterKind: 'reserve' }, 'town.filler', { person: 'p1' });
    office
      .move(reserve, 'confirm', 'county.reviewer')
      .move(reserve, 'train', 'town.filler', { mentorName: '李某', trainingPlan: '跟班参与村务。' });
    assert.equal(office.fact('rosters/reserveCount', 'village'), 1);
    const filled = office.facts.read({ id: 'rosters/reserveFillRate', subjectId: 'county', under: true });
    assert.deepEqual([filled.num, filled.den], [1, 2]);
    // no village there
    assert.equal(office.facts.read({ id: 'rosters/reserveFillRate', subjectId: 'agency', under: true }).value, null);

    const instructor = office.open(
      'rosters',
      {
        ...base,
        rosterKind: 'instructor',
        employmentKind: 'fullTime',
        servedOrgs: [{ targetOrgId: 'village2' }, { targetOrgId: 'community' }],
      },
      'town.filler',
      { orgId: 'town', person: 'p2' },
    );
    office.move(instructor, 'confirm', 'county.reviewer');
    assert.deepEqual([office.field(instructor, 'isFullTime'), office.field(instructor, 'servedUnitCount')], [true, 2]);
    assert.equal(office.fact('rosters/instructorCount', 'village2'), 1);
    assert.equal(office.fact('rosters/instructorCount', 'village'), 0);

    const first = office.open(
      'rosters',
      {
        ...base,
        rosterKind: 'firstSecretary',
        dispatchUnitId: 'agency',
        serviceStartOn: '2025-03-12',
        isRotationLocked: true,
      },
      'town.filler',
      { person: 'p3' },
    );
    office.move(first, 'confirm', 'county.reviewer');
    assert.match(
      said(office.try(first, 'leave', 'county.reviewer', { adjustReason: 'transfer', adjustedOn: '2025-03-12' })),
      /不轮换/,
    );
    assert.match(
      said(office.tryOpen('rosters', { ...base, rosterKind: 'reserve' }, 'town.filler', { person: 'p1' })),
      /已有一条/,
    );
  });

  it('a secretary is filed before taking office; the first gate decides; leaving ends with an audit', () => {
    const office = new Office('2025-03-03');
    const id = office.open('secretary-file', { selectionSource: 'election' }, 'town.filler', { person: 'p1' });
    assert.match(said(office.tryStep(id, 's01', 'town.filler', { gatePolitical: 'fail' })), /首关不合格/);
    office.step(id, 's01', 'town.filler', { gatePolitical: 'pass' });
    assert.match(said(office.tryStep(id, 's02', 'town.filler', { gatesMet: ['ability'] })), /其余各关/);
    office.step(id, 's02', 'town.filler', { gatesMet: ['ability', 'integrity', 'conduct', 'trust'] });
    assert.match(
      said(office.tryStep(id, 's03', 'town.reviewer', { criteriaFor: ['for1'], criteriaAgainst: ['against2'] })),
      /不能使用/,
    );
    office.step(id, 's03', 'town.reviewer', { criteriaFor: ['for1'] });
    assert.match(said(office.tryStep(id, 's04', 'county.reviewer')), /联审结论/);
    const review = office.open(
      'joint-review',
      { reviewReason: 'single', persons: [{ personId: 'p1', postName: '书记' }] },
      'town.filler',
    );
    office.move(review, 'send', 'town.filler').move(review, 'conclude', 'county.reviewer', {
      jointReviewOrgs: ['agency'],
      persons: [{ personId: 'p1', postName: '书记', jointReviewResult: 'pass' }],
      jointReviewOn: '2025-03-03',
    });
    office.step(id, 's04', 'county.reviewer').step(id, 's05', 'town.filler', { filedOn: '2025-03-03' });
    assert.equal(office.get(id).state, 'filedForReview');
    office.on('2025-03-10').step(id, 's06', 'county.reviewer', { agreedOn: '2025-03-10', filingDocNo: '1号' });
    assert.match(said(office.tryStep(id, 's07', 'town.filler', { postStartOn: '2025-03-08' })), /./);
    office.on('2025-03-12').step(id, 's07', 'town.filler', { postStartOn: '2025-03-12' });
    assert.equal(office.get(id).state, 'inOffice');
    assert.equal(office.fact('secretary-file/filedRate', 'village'), 100);
    assert.equal(office.fact('secretary-file/filedRate', 'village2'), undefined);
    office.on('2025-09-01').move(id, 'promote', 'county.reviewer', {
      promotionKind: 'civilServant',
      targetOrgId: 'town',
      adjustedOn: '2025-09-01',
    });
    assert.equal(office.fact('secretary-file/promotedCount', 'village', { periodCode: '2025', by: 'civilServant' }), 1);
    assert.match(
      said(office.try(id, 'audit', 'county.reviewer', { exitAuditOn: '2025-08-30', exitAuditResult: 'clear' })),
      /离任之后/,
    );
    office
      .on('2025-10-08')
      .move(id, 'audit', 'county.reviewer', { exitAuditOn: '2025-10-08', exitAuditResult: 'clear' });
    assert.equal(office.get(id).state, 'left');
    const coverage = office.facts.read({
      id: 'joint-review/coverageRate',
      subjectId: 'town',
      periodCode: '2025',
      under: true,
    });
    assert.deepEqual([coverage.num, coverage.den], [1, 2]);
  });

  it('vacant posts found by the township become problems of the village once', () => {
    const office = new Office('2025-08-28');
    for (const orgId of ['village', 'village2'])
      office.open(
        'organisations',
        {
          foundedOn: '2001-07-01',
          termYears: 5,
          termStartOn: '2021-03-01',
          committeeSize: 5,
          secretaryId: `${orgId}.filler`,
          isDualPost: true,
        },
        `${orgId}.filler`,
        { orgId },
      );
    const id = office.open(
      'post-presence',
      {
        inspectedOn: '2025-08-28',
        villages: [
          {
            targetOrgId: 'village2',
            vacantCount: 1,
            absentCount: 1,
            measureText: '补选',
            responsiblePerson: 'town.reviewer',
            dueOn: '2025-09-20',
            isToLedger: true,
          },
        ],
      },
      'town.filler',
      { orgId: 'town', periodCode: '2025-08' },
    );
    assert.deepEqual(
      ['requiredPosts', 'postFillRate', 'presentRate'].map((name) => office.field(id, name)),
      [10, 90, 88.89],
    );
    office
      .filing(id, 'submit', 'town.filler')
      .filing(id, 'withdraw', 'town.filler')
      .filing(id, 'submit', 'town.filler');
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['issueRaisedBy']]),
      [['village2', 'town']],
    );
    assert.equal(office.fact('post-presence/vacantCount', 'village2', { periodCode: '2025-08' }), 2);
    const empty = office.open('post-presence', { inspectedOn: '2025-08-28' }, 'street.filler', {
      orgId: 'street',
      periodCode: '2025-08',
    });
    assert.equal(office.field(empty, 'postFillRate'), undefined); // nothing is known of posts there
    assert.equal(office.fact('organisations/dualPostRate', 'village'), 100);
  });

  it('the record of work shows last quarter’s weakness; reports on personal matters keep no content', () => {
    const office = new Office('2025-04-05');
    const texts = {
      recordDaily: '值班。',
      recordDuty: '抽查。',
      recordCentral: '联络。',
      proudestItem: '帮助一个支部。',
      shortcomingItem: '政策不熟。',
    };
    office.open('work-record', texts, 'agency.viewer', {
      orgId: 'agency',
      periodCode: '2025-Q1',
      person: 'agency.viewer',
    });
    const next = office
      .on('2025-07-05')
      .open('work-record', { ...texts, shortcomingItem: '写作较慢。' }, 'agency.viewer', {
        orgId: 'agency',
        periodCode: '2025-Q2',
        person: 'agency.viewer',
      });
    assert.equal(office.field(next, 'lastShortcoming'), '政策不熟。');
    assert.match(said(office.try(next, 'review', 'agency.viewer')), /审核人员/);
    office.move(next, 'review', 'agency.reviewer');
    const report = office.open(
      'personal-matters',
      { reportKind: 'annual', reportCategory: 'annual', reportedOn: '2025-07-01' },
      'village.viewer',
      { person: 'village.viewer' },
    );
    office.move(report, 'receive', 'town.reviewer');
    const rate = office.facts.read({
      id: 'personal-matters/annualReportRate',
      subjectId: 'county',
      periodCode: '2025',
      under: true,
    });
    assert.deepEqual([rate.num, rate.den], [1, 200]);
  });
});
