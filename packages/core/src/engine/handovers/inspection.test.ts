import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const CHECK = {
  inspectionKind: 'crossCheck',
  inspectedOrgId: 'village',
  inspectedOn: '2025-08-19',
  isUnannounced: true,
  inspectorIds: ['street.filler', 'street.reviewer'],
};

describe('an inspection', () => {
  it('hands each finding to the organisation inspected, once, whatever happens afterwards', () => {
    const office = new Office('2025-08-19');
    const id = office.open(
      'inspection',
      {
        ...CHECK,
        checkPoints: [
          { itemName: '主题党日', checkResult: 'met' },
          { itemName: '值班', checkResult: 'partly' },
        ],
        findings: [
          { problemText: '无人值班。', problemCategory: 'service' },
          { problemText: '记录不全。', problemCategory: 'system', dueOn: '2025-09-01' },
        ],
      },
      'street.filler',
      { orgId: 'street' },
    );
    assert.deepEqual(
      ['metRate', 'complianceLevel', 'findingCount'].map((name) => office.field(id, name)),
      [75, 'basicallyMet', 2],
    );
    // told only when it is fed back
    assert.equal(office.fact('inspection/findingCount', 'village', { periodCode: '2025' }), 0);
    assert.match(said(office.try(id, 'feedBack', 'street.filler')), /反馈整改时限/);
    office.move(id, 'feedBack', 'street.filler', { feedbackDueOn: '2025-09-15' });
    const problems = () =>
      office
        .all('problem-list')
        .map(({ orgId, data }) => [orgId, data['problemSource'], data['issueRaisedBy'], data['dueOn']]);
    assert.deepEqual(problems(), [
      ['village', 'crossCheck', 'street', '2025-09-15'],
      ['village', 'crossCheck', 'street', '2025-09-01'],
    ]);
    office.move(id, 'brief', 'street.filler', { briefingOn: '2025-08-19' }).tick();
    assert.match(said(office.try(id, 'finish', 'street.filler')), /审核人员|核验人员/);
    office.move(id, 'finish', 'street.reviewer');
    assert.equal(problems().length, 2);
    assert.equal(office.fact('inspection/findingCount', 'village', { periodCode: '2025' }), 2);
    assert.equal(office.fact('inspection/metRate', 'village2', { periodCode: '2025' }), undefined);
    assert.match(
      said(office.tryOpen('inspection', { ...CHECK, inspectedOrgId: 'street' }, 'street.filler', { orgId: 'street' })),
      /本单位/,
    );
  });

  it('keeps the rhythm of month, quarter and half-year', () => {
    const office = new Office('2025-02-15');
    for (const [kind, day] of [
      ['monthlyCheck', '2025-01-20'],
      ['quarterlyReview', '2025-02-10'],
    ] as const)
      office.open('inspection', { ...CHECK, inspectionKind: kind, inspectedOn: day }, 'county.filler', {
        orgId: 'county',
      });
    const rhythm = (by?: string) => {
      const { num, den } = office.facts.read({
        id: 'inspection/rhythmRate',
        subjectId: 'county',
        periodCode: '2025',
        ...(by ? { by } : {}),
      });
      return [num, den];
    };
    assert.deepEqual(rhythm('monthlyCheck'), [1, 1]);
    assert.deepEqual(rhythm('quarterlyReview'), [0, 0]); // the quarter is running
    office.on('2025-07-01');
    assert.deepEqual(
      [rhythm('monthlyCheck'), rhythm('quarterlyReview'), rhythm('patrol')],
      [
        [1, 6],
        [1, 2],
        [0, 1],
      ],
    );
  });
});

describe('visits', () => {
  it('count at the village, at the contact point of the leader, and bring problems back once', () => {
    const office = new Office('2025-08-21');
    const point = office.open(
      'contact-point',
      { contactKind: 'branchPoint', leaderLevel: 'county', requiredVisits: 4 },
      'county.reviewer',
      { periodCode: '2025', person: 'county.viewer' },
    );
    const visit = {
      contactOrgId: 'village',
      visitKind: 'contact',
      visitOn: '2025-08-21',
      visitPurpose: 'solve',
      problems: [{ problemText: '屋面漏水。', problemCategory: 'support' }],
    };
    const id = office.open('visit', visit, 'county.viewer', { orgId: 'county', person: 'county.viewer' });
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['issueRaisedBy']]),
      [['village', 'county']],
    );
    office.tick().move(id, 'void', 'county.filler', {}, '日期有误，重新登记。');
    assert.equal(office.all('problem-list').length, 1);
    office.open('visit', { ...visit, problems: [], visitOn: '2025-08-20' }, 'county.filler', {
      orgId: 'county',
      person: 'county.viewer',
    });
    const rate = office.facts.read({ id: 'contact-point/visitRate', subjectId: 'village', periodCode: '2025' });
    assert.deepEqual([rate.num, rate.den], [1, 4]);
    assert.equal(office.fact('inspection/visitCoverageRate', 'village', { periodCode: '2025' }), 25);
    assert.equal(office.fact('inspection/visitCoverageRate', 'village2', { periodCode: '2025' }), undefined);
    const reach = office.facts.read({
      id: 'visit/villageReachRate',
      subjectId: 'county',
      periodCode: '2025',
      under: true,
    });
    assert.deepEqual([reach.num, reach.den], [1, 3]);
    assert.equal(office.fact('visit/orgVisitCount', 'village', { periodCode: '2025', by: 'solve' }), 1);
    office.on('2026-01-01').tick();
    assert.equal(office.get(point).state, 'ended');
  });

  it('a target in rectification is let go when it is accepted', () => {
    const office = new Office('2025-03-03');
    const weak = office.open(
      'weak-branch',
      { screeningRound: '2025-1', weakKinds: ['systemIdle'], weakEvidence: '规范执行率54%。' },
      'village.filler',
      { periodCode: '2025' },
    );
    office.move(weak, 'confirm', 'county.reviewer');
    const point = office.open('contact-point', { leaderLevel: 'county' }, 'county.reviewer', {
      periodCode: '2025',
      person: 'county.viewer',
    });
    assert.deepEqual(
      ['contactKind', 'requiredVisits', 'isWeak'].map((name) => office.field(point, name)),
      ['weakTarget', 12, true],
    );
    office.tick();
    assert.equal(office.get(point).state, 'active');
  });
});

describe('reviews and supervision', () => {
  it('decisions of a review go to the organisation named, once', () => {
    const office = new Office('2025-08-29');
    const finding = {
      findingText: '两个月没有党课。',
      problemCategory: 'activity',
      targetOrgId: 'village',
      responsiblePerson: 'village.filler',
      dueOn: '2025-09-20',
    };
    const id = office.open(
      'review-meeting',
      { reviewKind: 'monthlyDispatch', heldOn: '2025-08-29', meetingTopic: '8月调度', findings: [finding] },
      'county.filler',
      { orgId: 'county' },
    );
    office
      .move(id, 'handOut', 'county.filler', { feedbackDueOn: '2025-09-25' })
      .tick()
      .move(id, 'finish', 'county.reviewer');
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['responsiblePerson'], data['dueOn']]),
      [['village', 'village.filler', '2025-09-20']],
    );
    assert.equal(office.fact('review-meeting/specialStudyMet', 'county', { periodCode: '2025' }), false);
  });

  it('nobody takes themselves off the list', () => {
    const office = new Office('2025-03-01');
    const id = office.open(
      'listed-supervision',
      {
        problemText: '书记空缺村多。',
        leaderInCharge: 'county.viewer',
        rectifyTarget: '空缺清零。',
        dueOn: '2025-12-20',
      },
      'county.filler',
      { orgId: 'town' },
    );
    office
      .move(id, 'start', 'town.reviewer', { responsiblePerson: 'town.filler' })
      .move(id, 'report', 'town.filler', { progressPct: 100, progressNote: '全部配齐。' })
      .move(id, 'requestClose', 'town.filler');
    assert.notEqual(said(office.try(id, 'close', 'town.verifier', { verifyMethod: 'onSite' })), '');
    assert.match(said(office.try(id, 'close', 'county.verifier', { verifyMethod: 'document' })), /实地核查/);
    office.move(id, 'close', 'county.verifier', { verifyMethod: 'onSite' });
    assert.equal(office.fact('listed-supervision/closeRate', 'town', { periodCode: '2025' }), 100);
    assert.equal(office.fact('listed-supervision/listedCount', 'town'), 0);
  });
});
