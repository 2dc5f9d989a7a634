import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const SCREENED = {
  screeningRound: '2025-1',
  screeningMethod: ['townReview'],
  weakKinds: ['incompleteTeam'],
  weakEvidence: '书记空缺七个月。',
};
const PLAN = {
  measures: [{ measureText: '选配书记', responsiblePerson: 'town.filler', dueOn: '2025-06-30' }],
  helperCountyLeader: 'county.viewer',
  helperTownLeader: 'town.viewer',
  helperUnitId: 'agency',
  helperFirstSecretary: 'agency.filler',
  rectifyDeadlineOn: '2025-11-30',
};
const MARKS = { goalScore: 45, surveyScore: 18, talkScore: 8, recordScore: 16, dissatisfiedRate: 8 };

describe('a weak organisation', () => {
  it('gets a contact leader and a rebuilding once, counts visits that others record, and comes to the ledger after the look-back', () => {
    const office = new Office('2025-03-03');
    const id = office.open('weak-branch', SCREENED, 'village.filler', { periodCode: '2025' });
    // no meeting in two quarters
    assert.deepEqual(
      ['isTeamSignal', 'isSystemSignal', 'isBottomCandidate', 'visitCount'].map((name) => office.field(id, name)),
      [false, true, false, 0],
    );
    assert.notEqual(said(office.try(id, 'remove', 'town.reviewer', { removalReason: '经复核所列情形已经改正。' })), '');
    assert.match(said(office.try(id, 'remove', 'county.reviewer', { removalReason: '已改正' })), /具体说明/);
    office.move(id, 'confirm', 'county.reviewer');
    assert.equal(office.fact('weak-branch/helperRate', 'village'), 0);
    office
      .move(id, 'plan', 'town.filler', { ...PLAN, needsRebuild: true })
      .tick()
      .move(id, 'start', 'village.filler');
    assert.equal(office.fact('weak-branch/helperRate', 'village'), 100);
    assert.deepEqual([office.all('org-rebuild').length, office.all('contact-point').length], [1, 1]);
    assert.equal(office.all('contact-point')[0]?.data['contactKind'], 'weakTarget');
    office
      .on('2025-04-10')
      .open(
        'visit',
        { contactOrgId: 'village', visitKind: 'contact', visitOn: '2025-04-10', visitPurpose: 'guide' },
        'county.filler',
        { orgId: 'county', person: 'county.viewer' },
      );
    office.move(id, 'report', 'village.filler', { progressPct: 100, progressNote: '书记已选配。' });
    assert.deepEqual(
      ['visitCount', 'countyVisitCount'].map((name) => office.field(id, name)),
      [1, 1],
    );
    office.move(id, 'requestAcceptance', 'village.filler');
    assert.notEqual(said(office.try(id, 'accept', 'town.verifier', MARKS)), '');
    office.on('2025-10-20').move(id, 'accept', 'county.verifier', MARKS);
    assert.equal(office.field(id, 'acceptanceScore'), 87);
    assert.equal(office.fact('weak-branch/turnaroundRate', 'village', { periodCode: '2025' }), 100);
    assert.equal(office.fact('weak-branch/lookBackRate', 'village', { periodCode: '2025' }), undefined); // none due yet
    office.on('2026-10-20').tick();
    assert.equal(office.get(id).state, 'lookBack');
    office
      .move(id, 'lookBackPartial', 'county.verifier', { remark: '谈心谈话还不经常。' }, '一项问题没有解决。')
      .tick()
      .tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['problemSource']]),
      [['village', 'supervision']],
    );
    assert.equal(office.fact('weak-branch/lookBackRate', 'village', { periodCode: '2025' }), 100);
  });

  it('that relapses is on the list again, and its look-back stays counted', () => {
    const office = new Office('2025-03-03');
    const id = office.open('weak-branch', SCREENED, 'village.filler', { periodCode: '2025' });
    office
      .move(id, 'confirm', 'county.reviewer')
      .move(id, 'plan', 'town.reviewer', PLAN)
      .move(id, 'start', 'village.filler')
      .move(id, 'report', 'village.filler', { progressPct: 100, progressNote: '措施全部完成。' })
      .move(id, 'requestAcceptance', 'village.filler')
      .on('2025-09-01')
      .move(id, 'accept', 'county.verifier', MARKS);
    assert.equal(office.fact('weak-branch/isListed', 'village'), false);
    office.on('2026-09-02').tick().move(id, 'relapse', 'county.verifier', {}, '又不开展活动了。');
    office.move(id, 'rectifyAgain', 'county.reviewer', { rectifyDeadlineOn: '2027-03-31' });
    assert.deepEqual([office.get(id).state, office.field(id, 'consecutiveListedCount')], ['rectifying', 2]);
    assert.equal(office.fact('weak-branch/isListed', 'village'), true);
    assert.equal(office.fact('weak-branch/lookBackRate', 'village', { periodCode: '2025' }), 100);
  });

  it('counts the years in which it was listed one after the other', () => {
    const office = new Office('2025-03-03');
    const listed = (periodCode: string): unknown => {
      office.on(`${periodCode}-03-03`);
      const screened = { ...SCREENED, screeningRound: `${periodCode}-1` };
      const id = office.open('weak-branch', screened, 'village.filler', { periodCode });
      return office.move(id, 'confirm', 'county.reviewer').field(id, 'consecutiveListedCount');
    };
    // not listed in 2027
    assert.deepEqual(['2025', '2026', '2028'].map(listed), [1, 2, 1]);
  });

  it('is marked from the bottom only where the county switched it on', () => {
    const office = new Office('2025-03-03');
    const id = office.open('weak-branch', { ...SCREENED, rankNo: 219, rankTotal: 219 }, 'village.filler', {
      periodCode: '2025',
    });
    assert.equal(office.field(id, 'isBottomCandidate'), false);
  });
});

describe('a campaign of a county', () => {
  it('hands its measures to the task list once and is closed by the city', () => {
    const office = new Office('2025-03-03');
    const id = office.open('special-campaign', { planTitle: '书记空缺整治', weakKind: 'team' }, 'county.filler', {
      orgId: 'county',
      periodCode: '2025',
    });
    assert.equal(office.field(id, 'solvedRate'), undefined);
    const measures = [
      { measureText: '逐村研判', responsiblePerson: 'town.filler', dueOn: '2025-09-30', isDone: false },
    ];
    assert.match(
      said(
        office.try(id, 'start', 'county.reviewer', {
          leaderInCharge: 'county.viewer',
          dueOn: '2025-11-30',
          affectedCount: 9,
          measures: [{ measureText: '逐村研判' }],
        }),
      ),
      /责任人/,
    );
    office
      .move(id, 'start', 'county.reviewer', {
        leaderInCharge: 'county.viewer',
        dueOn: '2025-11-30',
        affectedCount: 9,
        measures,
      })
      .tick();
    assert.equal(office.all('task-list').length, 1);
    office.move(id, 'report', 'county.filler', {
      solvedCount: 7,
      progressNote: '七个村已配齐。',
      measures: [{ ...measures[0], isDone: true }],
    });
    assert.match(said(office.try(id, 'requestClose', 'county.filler')), /解决率/);
    office
      .move(id, 'report', 'county.filler', { solvedCount: 9, progressNote: '全部配齐。' })
      .move(id, 'requestClose', 'county.filler');
    assert.notEqual(said(office.try(id, 'close', 'county.verifier', { verifyMethod: 'onSite' })), '');
    office.move(id, 'close', 'city.verifier', { verifyMethod: 'onSite' }).tick();
    const counties = office.facts.read({
      id: 'special-campaign/countyRate',
      subjectId: 'city',
      periodCode: '2025',
      under: true,
    });
    assert.deepEqual([counties.num, counties.den], [1, 1]);
    assert.equal(office.all('task-list').length, 1);
  });
});

describe('rebuilding', () => {
  it('goes step by step to acceptance by the county', () => {
    const office = new Office('2025-04-01');
    const id = office.open('org-rebuild', { weakReason: '书记空缺七个月。' }, 'town.filler', { periodCode: '2025' });
    assert.notEqual(
      said(
        office.tryStep(id, 'plan', 'town.filler', {
          plannedForm: 'branch',
          planOn: '2025-04-01',
          responsiblePerson: 'town.filler',
          rebuildDueOn: '2025-11-30',
        }),
      ),
      '',
    );
    office.step(id, 'look', 'town.filler', { surveyedOn: '2025-04-01', surveyNote: '书记外出。' });
    office.step(id, 'plan', 'town.filler', {
      plannedForm: 'branch',
      planOn: '2025-04-01',
      responsiblePerson: 'town.filler',
      rebuildDueOn: '2025-11-30',
    });
    office
      .step(id, 'secretary', 'town.filler', {
        secretaryId: 'village.viewer',
        selectionSource: 'returnee',
        selectedOn: '2025-04-01',
      })
      .step(id, 'approve', 'town.reviewer', { approvedOn: '2025-04-01', approvalDocNo: '1号' });
    office.step(id, 'meet', 'village.filler', { firstMeetingOn: '2025-04-01' });
    assert.equal(office.get(id).state, 'running');
    assert.match(
      said(office.tryStep(id, 'accept', 'county.verifier', { acceptedOn: '2025-04-01', verifyMethod: 'onSite' })),
      /不足3次/,
    );
    assert.equal(office.fact('org-rebuild/rebuiltRate', 'village', { periodCode: '2025' }), 0);
  });
});
