import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const ITEM = {
  className: '书记轮训班',
  trainingKind: 'rotation',
  trainingLevel: 'county',
  traineeGroup: 'secretary',
  sessionNo: 1,
  capacity: 40,
  hours: 24,
  plannedOn: '2025-03-18',
  responsiblePerson: 'county.filler',
};

describe('training', () => {
  it('plans become classes once, participants get their hours, the plan sees what was done', () => {
    const office = new Office('2025-02-03');
    const plan = office.open(
      'training-plan',
      { planTitle: '2025年计划', planItems: [ITEM, { ...ITEM, sessionNo: 2, plannedOn: '2025-06-10' }] },
      'county.filler',
      { orgId: 'county', periodCode: '2025' },
    );
    assert.equal(office.field(plan, 'completionRate'), 0);
    office
      .filing(plan, 'submit', 'county.filler')
      .filing(plan, 'open', 'city.reviewer')
      .filing(plan, 'accept', 'city.reviewer');
    assert.deepEqual(
      office.all('training').map(({ data, orgId }) => [data['sessionNo'], data['plannedOn'], orgId]),
      [
        [1, '2025-03-18', 'county'],
        [2, '2025-06-10', 'county'],
      ],
    );
    office.filing(plan, 'correct', 'city.reviewer', {}, '复核一次。').filing(plan, 'accept', 'city.reviewer');
    assert.equal(office.all('training').length, 2);

    const [first] = office.all('training').map(({ id }) => id);
    assert.ok(first);
    office.on('2025-03-21');
    const held = { startOn: '2025-03-18', endOn: '2025-03-20', hours: 24, courseTheme: ['theory', 'emergency'] };
    assert.match(said(office.try(first, 'finish', 'county.filler', held)), /参训人员/);
    office.move(first, 'finish', 'county.filler', {
      ...held,
      participants: [
        {
          traineeId: 'village.filler',
          traineeOrgId: 'village',
          postKind: 'secretary',
          isCompleted: true,
          testScore: 90,
        },
        { traineeId: 'village2.filler', traineeOrgId: 'village2', postKind: 'secretary', isCompleted: false },
      ],
    });
    assert.equal(office.field(first, 'completionRate'), 50);
    assert.equal(office.fact('training/annualHours', 'village.filler', { periodCode: '2025' }), 24);
    assert.equal(office.fact('training/annualHours', 'village2.filler', { periodCode: '2025' }), 0);
    assert.equal(office.fact('training/secretaryRotationCount', 'village', { periodCode: '2025' }), 1);
    assert.equal(office.fact('training/secretaryHours', 'village2', { periodCode: '2025' }), 0);
    const coverage = office.facts.read({
      id: 'training/secretaryCoverageRate',
      subjectId: 'county',
      periodCode: '2025',
      under: true,
    });
    assert.deepEqual([coverage.num, coverage.den], [1, 4]);
    // nothing over nothing is no rate
    assert.equal(office.fact('training/completionRate', 'county', { periodCode: '2024' }), undefined);
  });

  it('of candidates counts as points of those who completed it, once', () => {
    const office = new Office('2025-05-12');
    const id = office.open(
      'training',
      { className: '发展对象培训班', trainingKind: 'special', traineeGroup: 'candidate', plannedOn: '2025-05-06' },
      'town.filler',
      { orgId: 'town' },
    );
    const trainee = { traineeOrgId: 'village' };
    office
      .move(id, 'finish', 'town.filler', {
        startOn: '2025-05-06',
        endOn: '2025-05-08',
        hours: 24,
        courseTheme: ['theory'],
        participants: [
          { ...trainee, traineeId: 'village.viewer', isCompleted: true },
          { ...trainee, traineeId: 'village.filler', isCompleted: false },
        ],
      })
      .move(id, 'check', 'county.reviewer')
      .move(id, 'reopen', 'county.reviewer', {}, '核对学时。')
      .move(id, 'check', 'county.reviewer');
    assert.deepEqual(
      office.all('member-points').map(({ orgId, subject, data }) => [orgId, subject?.id, data['pointsValue']]),
      [['village', 'village.viewer', 6]],
    );
  });

  it('a leader’s lecture counts for the contact point of the leader', () => {
    const office = new Office('2025-04-01');
    const point = office.open(
      'contact-point',
      { contactKind: 'branchPoint', leaderLevel: 'county' },
      'county.reviewer',
      { periodCode: '2025', person: 'county.viewer' },
    );
    assert.equal(office.field(point, 'requiredVisits'), 4);
    const lecture = office.open(
      'training',
      { className: '领导上讲台', trainingKind: 'lectureDuty', plannedOn: '2025-04-01' },
      'county.filler',
      { orgId: 'county' },
    );
    office.move(lecture, 'finish', 'county.filler', {
      startOn: '2025-04-01',
      endOn: '2025-04-01',
      hours: 2,
      courseTheme: ['theory'],
      lecturerName: 'county.viewer',
      lectureTopic: '产业发展',
      attendeesActual: 60,
    });
    assert.equal(office.fact('training/lectureDutyCount', 'county.viewer', { periodCode: '2025' }), 1);
    const done = office.facts.read({ id: 'contact-point/lectureDoneRate', subjectId: 'village', periodCode: '2025' });
    assert.deepEqual([done.num, done.den], [1, 1]);
  });

  it('what is missing in the spot check, and what members do not know, becomes a problem once', () => {
    const office = new Office('2025-06-18');
    const kit = office.open(
      'base-kit',
      {
        campaignName: '上半年检验',
        inspectedOn: '2025-06-18',
        checkPoints: [
          { ledgerName: '组织生活纪实', recordDate: '2025-05-15', checkResult: 'missing' },
          { ledgerName: '党员名册', checkResult: 'correct' },
        ],
      },
      'town.reviewer',
    );
    assert.equal(office.field(kit, 'correctRate'), 50);
    assert.equal(office.field(kit, 'isPassed'), undefined); // no test yet
    office.move(kit, 'feedBack', 'town.reviewer');
    const check = office.open(
      'study-check',
      {
        meetingTopic: '支部工作条例',
        inspectedOn: '2025-06-18',
        checkPoints: [
          { questionText: '多久开一次党员大会', cadreResult: 'met', memberResult: 'notMet' },
          { questionText: '主题党日在哪天', cadreResult: 'met', memberResult: 'met' },
        ],
      },
      'village.filler',
    );
    office.move(check, 'check', 'town.reviewer');
    assert.deepEqual(
      office.all('problem-list').map(({ data }) => data['problemCategory']),
      ['system', 'activity'],
    );
    assert.match(
      said(office.tryOpen('base-kit', { campaignName: '上半年检验', inspectedOn: '2025-06-19' }, 'town.reviewer')),
      /已有一条/,
    );
  });

  it('a test keeps persons apart from boards, and counts at the organisation of each', () => {
    const office = new Office('2025-03-21');
    const test = office.open('business-test', { surveyTitle: '应知应会', heldOn: '2025-03-20' }, 'county.filler', {
      orgId: 'county',
    });
    assert.equal(office.field(test, 'passRate'), undefined);
    office.save(
      test,
      {
        participants: [
          { traineeId: 'village.filler', traineeOrgId: 'village', testScore: 88 },
          { traineeId: 'village.viewer', traineeOrgId: 'village', testScore: 50 },
        ],
      },
      'county.filler',
    );
    // not published yet
    assert.equal(office.fact('business-test/passRate', 'village', { periodCode: '2025' }), undefined);
    office.move(test, 'publish', 'county.reviewer');
    assert.equal(office.fact('business-test/passRate', 'village', { periodCode: '2025' }), 50);
    assert.equal(office.fact('business-test/testScore', 'village.filler', { periodCode: '2025' }), 88);
  });
});

describe('surveys', () => {
  it('are valid from two thirds on, show nothing below five votes, and hand much dissatisfaction over once', () => {
    const office = new Office('2025-07-18');
    const few = office.open(
      'survey',
      { surveyTitle: '小范围', surveyUse: 'needs', respondentKind: 'member' },
      'town.filler',
      { orgId: 'town' },
    );
    const votes = {
      heldOn: '2025-07-18',
      questions: [
        { questionText: '服务情况', satisfiedCount: 2, basicallyCount: 1, averageCount: 0, dissatisfiedCount: 1 },
      ],
    };
    office.move(few, 'count', 'town.reviewer', { ...votes, issuedCount: 5, returnedCount: 4, validCount: 4 });
    assert.equal(office.field(few, 'satisfactionRate'), undefined);
    const many = office.open(
      'survey',
      { surveyTitle: '评议部门', surveyUse: 'delegateAppraisal', respondentKind: 'member', targetOrgId: 'agency' },
      'county.filler',
      { orgId: 'county' },
    );
    const counts = {
      ...votes,
      questions: [
        { questionText: '服务情况', satisfiedCount: 4, basicallyCount: 2, averageCount: 0, dissatisfiedCount: 4 },
      ],
      validCount: 10,
    };
    assert.match(
      said(office.try(many, 'count', 'county.reviewer', { ...counts, issuedCount: 20, returnedCount: 10 })),
      /不足66.67%/,
    );
    office.move(many, 'count', 'county.reviewer', { ...counts, issuedCount: 12, returnedCount: 10 });
    assert.equal(office.field(many, 'satisfactionRate'), 60);
    assert.equal(office.field(many, 'weightedRate'), 56);
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['problemSource']]),
      [['agency', 'survey']],
    );
    office.move(many, 'reply', 'agency.filler', {
      inquiries: [
        { questionText: '经费何时到位', replyOrgId: 'agency', replyDueOn: '2025-08-01', repliedOn: '2025-07-20' },
      ],
    });
    assert.equal(office.field(many, 'replyRate'), 100);
    assert.equal(office.all('problem-list').length, 1);
  });
});
