import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const ROW = {
  meetingType: 'themeDay',
  plannedOn: '2025-03-15',
  meetingTopic: '植树',
  responsiblePerson: 'village.filler',
};
const LECTURE = {
  meetingType: 'lecture',
  plannedOn: '2025-04-15',
  meetingTopic: '集体经济',
  lecturerName: '王某',
  responsiblePerson: 'village.filler',
};

describe('what organisation life requires', () => {
  it('is asked of branches only, so that committees above them lower no rate', () => {
    const { facts } = new Office('2025-04-15');
    const owed = (subjectId: string, under?: true) =>
      facts.read({ id: 'organisation-life/heldRate', subjectId, periodCode: '2025-Q1', ...(under && { under }) }).den;
    // of a branch without a committee and without groups: one meeting, one lecture, three theme days
    assert.deepEqual([owed('village'), owed('agency'), owed('town'), owed('county')], [5, 5, 0, 0]);
    // two villages
    assert.equal(owed('town', true), 10);
  });
});

describe('the yearly plan', () => {
  it('becomes planned meetings once; what was held in its month is seen in the plan', () => {
    const office = new Office('2025-01-10');
    const plan = office.open('life-plan', { planTitle: '2025年计划', planItems: [ROW, LECTURE] }, 'village.filler', {
      periodCode: '2025',
    });
    assert.equal(office.field(plan, 'completionRate'), undefined);
    office
      .filing(plan, 'submit', 'village.filler')
      .filing(plan, 'open', 'town.reviewer')
      .filing(plan, 'accept', 'town.reviewer');
    const meetings = () => office.all('organisation-life');
    assert.deepEqual(
      meetings().map(({ data }) => [data['meetingType'], data['plannedOn'], data['heldOn']]),
      [
        [['themeDay'], '2025-03-15', undefined],
        [['lecture'], '2025-04-15', undefined],
      ],
    );
    office.filing(plan, 'correct', 'town.reviewer', {}, '主题有调整。').filing(plan, 'accept', 'town.reviewer');
    assert.equal(meetings().length, 2);
    // planned is not done
    assert.equal(office.fact('organisation-life/meetingCount', 'village', { periodCode: '2025' }), 0);

    const themeDay = meetings()[0]?.id ?? '';
    assert.match(said(office.try(themeDay, 'check', 'town.reviewer')), /还没有开展/);
    office.on('2025-03-16').tick();
    assert.deepEqual(
      meetings().map(({ state }) => state),
      ['planned', 'planned'],
    );
    office.move(themeDay, 'hold', 'village.filler', {
      heldOn: '2025-03-15',
      attendeesExpected: 20,
      absentReasons: [{ personId: 'village.viewer', absentReason: '外出' }],
      hostName: '王某',
    });
    assert.equal(office.get(themeDay).state, 'recorded');
    assert.equal(
      office.fact('organisation-life/meetingCount', 'village', { periodCode: '2025-03', by: 'themeDay' }),
      1,
    );
    assert.equal(office.fact('organisation-life/absentCount', 'village.viewer', { periodCode: '2025' }), 1);
    office.move(themeDay, 'check', 'town.reviewer');
    const rate = office
      .on('2025-05-01')
      .facts.read({ id: 'organisation-life/planDoneRate', subjectId: 'village', periodCode: '2025' });
    assert.deepEqual([rate.num, rate.den], [1, 2]);
    assert.equal(office.fact('organisation-life/planDoneRate', 'village2', { periodCode: '2025' }), undefined);
  });

  it('counts what came from the plan as made up when it is registered late', () => {
    const office = new Office('2025-01-10');
    const plan = office.open('life-plan', { planTitle: '2025年计划', planItems: [ROW] }, 'village.filler', {
      periodCode: '2025',
    });
    office
      .filing(plan, 'submit', 'village.filler')
      .filing(plan, 'open', 'town.reviewer')
      .filing(plan, 'accept', 'town.reviewer');
    const [meeting] = office.tick().all('organisation-life');
    assert.ok(meeting);
    const month = { periodCode: '2025-03', by: 'themeDay' };
    office.on('2025-06-20').move(meeting.id, 'hold', 'village.filler', {
      heldOn: '2025-03-15',
      attendeesExpected: 20,
    });
    assert.deepEqual(
      ['registeredOn', 'isMadeUp'].map((name) => office.field(meeting.id, name)),
      ['2025-06-20', true],
    );
    assert.equal(office.fact('organisation-life/heldRate', 'village', month), 0);
    assert.equal(office.fact('organisation-life/madeUpRate', 'village', month), 100);
    assert.equal(office.fact('organisation-life/recordedInTimeRate', 'village', { periodCode: '2025-03' }), 0);
  });

  it('makes one problem of two months without a theme day, and another only when that happens again', () => {
    const office = new Office('2025-01-10');
    office.open('life-plan', { planTitle: '2025年计划', planItems: [ROW] }, 'village.filler', { periodCode: '2025' });
    const held = (heldOn: string) =>
      office
        .on(heldOn)
        .open(
          'organisation-life',
          { meetingType: ['themeDay'], heldOn, meetingTopic: '志愿服务', attendeesExpected: 20 },
          'village.filler',
        );
    const problems = () => office.all('problem-list').map(({ data }) => data['problemText']);
    held('2025-01-15');
    held('2025-02-15');
    office.on('2025-05-09').tick();
    assert.deepEqual(problems(), [], 'what was held in April may still be entered');
    office.on('2025-05-11').tick().tick();
    assert.deepEqual(problems(), ['到2025-04已连续两个月没有开展主题党日。']);
    held('2025-05-15');
    office.on('2025-06-12').tick().on('2025-07-12').tick();
    assert.equal(problems().length, 1);
    office.on('2025-08-12').tick().tick();
    assert.deepEqual(problems(), [
      '到2025-04已连续两个月没有开展主题党日。',
      '到2025-07已连续两个月没有开展主题党日。',
    ]);
    office.on('2025-09-12').tick();
    assert.equal(problems().length, 2, 'three months are no second finding');
  });

  it('is reported from December on; the report is in time or not', () => {
    const office = new Office('2025-01-10');
    const plan = office.open('life-plan', { planTitle: '2025年计划', planItems: [ROW] }, 'village.filler', {
      periodCode: '2025',
    });
    office.filing(plan, 'submit', 'village.filler').filing(plan, 'open', 'town.reviewer');
    assert.equal(office.fact('life-plan/isAccepted', 'village', { periodCode: '2025' }), false);
    office.filing(plan, 'accept', 'town.reviewer');
    assert.equal(office.fact('life-plan/isAccepted', 'village', { periodCode: '2025' }), true);
    assert.match(
      said(office.on('2025-11-30').try(plan, 'report', 'village.filler', { reportText: '全年开展正常。' })),
      /12月起/,
    );
    assert.equal(office.on('2026-02-01').fact('life-plan/isReportOnTime', 'village', { periodCode: '2025' }), false);
    office.on('2025-12-20').move(plan, 'report', 'village.filler', { reportText: '全年开展正常。' });
    assert.equal(office.on('2026-02-01').fact('life-plan/isReportOnTime', 'village', { periodCode: '2025' }), true);
  });
});

describe('appraisal of members', () => {
  it('reads hours, attendance and points, grades at most a third excellent, tells the member', () => {
    const office = new Office('2025-12-01');
    for (const name of ['viewer', 'filler', 'reviewer', 'verifier'])
      office.open('members', { memberStatus: 'full' }, 'village.filler', { person: `village.${name}` });
    const point = office.open(
      'member-points',
      { pointsItem: 'volunteer', pointsOn: '2025-11-30', hours: 4 },
      'village.filler',
      { person: 'village.viewer' },
    );
    office.move(point, 'confirm', 'town.reviewer');
    office.open(
      'organisation-life',
      {
        meetingType: ['themeDay'],
        heldOn: '2025-11-15',
        meetingTopic: '志愿服务',
        attendeesExpected: 4,
        absentReasons: [{ personId: 'village.viewer' }],
      },
      'village.filler',
    );
    office.open(
      'organisation-life',
      { meetingType: ['memberMeeting'], heldOn: '2025-11-20', meetingTopic: '讨论计划', attendeesExpected: 4 },
      'village.filler',
    );
    office.open(
      'talks',
      {
        talkKind: 'committeeToMember',
        talkOn: '2025-11-21',
        talkerName: 'village.filler',
        talkeeName: ['village.viewer', 'village.reviewer'],
      },
      'village.filler',
    );
    const talked = office.facts.read({ id: 'talks/talkRate', subjectId: 'village', periodCode: '2025' });
    assert.deepEqual([talked.num, talked.den], [2, 4]);

    const self = { selfPolitics: 'good', selfRules: 'good', selfMorals: 'fairlyGood', selfService: 'good' };
    const ids = ['viewer', 'filler', 'reviewer'].map((name) => {
      const id = office.open('member-appraisal', {}, `village.${name}`, {
        periodCode: '2025',
        person: `village.${name}`,
      });
      office.move(id, 'selfCheck', `village.${name}`, self);
      return id;
    });
    const [mine = '', second = '', third = ''] = ids;
    assert.deepEqual(
      ['pointsBalance', 'meetingTotal', 'absentCount', 'attendanceRate', 'annualHours', 'isHoursReached', 'talkOn'].map(
        (name) => office.field(mine, name),
      ),
      [64, 2, 1, 50, 0, false, '2025-11-21'],
    );
    assert.equal(office.field(second, 'pointsBalance'), undefined);
    const graded = { analysisOn: '2025-12-01' };
    office.move(mine, 'propose', 'village.filler', { ...graded, appraisalGrade: 'excellent' });
    assert.match(said(office.try(mine, 'decide', 'town.reviewer')), /超过33.34%/);
    office
      .move(second, 'propose', 'village.filler', { ...graded, appraisalGrade: 'qualified' })
      .move(third, 'propose', 'village.filler', { ...graded, appraisalGrade: 'qualified' });
    office.move(mine, 'decide', 'town.reviewer').move(mine, 'feedback', 'village.filler');
    assert.equal(office.get(mine).state, 'decided');
    assert.equal(office.field(mine, 'feedbackOn'), '2025-12-01');
    assert.equal(office.fact('member-appraisal/excellentRate', 'village', { periodCode: '2024' }), undefined);
    assert.equal(office.fact('training/hoursReachedRate', 'village', { periodCode: '2025' }), 0);
    assert.equal(office.fact('training/hoursReachedRate', 'village2', { periodCode: '2025' }), undefined);
    assert.match(
      said(office.tryOpen('member-appraisal', {}, 'village.viewer', { periodCode: '2025', person: 'village.viewer' })),
      /已有一份|不能重复/,
    );
  });

  it('talks within the committee count each pair once, whoever spoke first', () => {
    const office = new Office('2025-08-20');
    office.open(
      'organisations',
      {
        foundedOn: '2001-07-01',
        termYears: 5,
        termStartOn: '2021-03-01',
        committeeSize: 3,
        secretaryId: 'village.filler',
      },
      'village.filler',
    );
    office.open(
      'talks',
      {
        talkKind: 'committeeToCommittee',
        talkOn: '2025-08-01',
        talkerName: 'village.filler',
        talkeeName: ['village.viewer', 'village.reviewer'],
      },
      'village.filler',
    );
    office.open(
      'talks',
      {
        talkKind: 'committeeToCommittee',
        talkOn: '2025-08-02',
        talkerName: 'village.viewer',
        talkeeName: ['village.filler'],
      },
      'village.filler',
    );
    const pairs = office.facts.read({ id: 'talks/committeePairRate', subjectId: 'village', periodCode: '2025' });
    assert.deepEqual([pairs.num, pairs.den], [2, 3]);
  });
});
