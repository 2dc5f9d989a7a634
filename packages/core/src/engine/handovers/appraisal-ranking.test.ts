import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const REPORT = {
  secretaryId: 'village.filler',
  workText: '主题党日按月开展。',
  mainProblems: '年轻党员少。',
  planText: '补强后备力量。',
};

describe('a report on duties', () => {
  it('is commented, voted on and graded; an average grade brings a plan, each row of which becomes a problem once', () => {
    const office = new Office('2025-12-20');
    const id = office.open('duty-report', REPORT, 'village.filler', { periodCode: '2025' });
    assert.equal(office.field(id, 'appraisalScore'), undefined); // no votes yet
    office.on('2026-01-04').filing(id, 'submit', 'village.filler').filing(id, 'open', 'town.reviewer');
    assert.notEqual(said(office.try(id, 'accept', 'town.reviewer', {}, undefined, 'filing')), '');
    office
      .save(
        id,
        {
          commentText: '谈心谈话不够经常。',
          commentedBy: 'town.viewer',
          voteGood: 20,
          voteFairlyGood: 20,
          voteAverage: 10,
          votePoor: 0,
        },
        'town.reviewer',
      )
      .filing(id, 'accept', 'town.reviewer');
    assert.deepEqual(
      ['voteCount', 'goodRate', 'voteScore', 'appraisalScore', 'proposedGrade'].map((name) => office.field(id, name)),
      [50, 40, 84, 84, 'fairlyGood'],
    );
    assert.notEqual(said(office.try(id, 'grade', 'village.filler', { finalGrade: 'good' })), '');
    // differs from the proposal without a reason
    assert.notEqual(said(office.try(id, 'grade', 'town.reviewer', { finalGrade: 'average' })), '');
    office.move(id, 'grade', 'town.reviewer', { finalGrade: 'average', gradeReason: '问题整改不力。' });
    assert.equal(office.field(id, 'remedyDueOn'), '2026-02-03');
    assert.match(said(office.try(id, 'settle', 'town.reviewer')), /整改方案/);
    const row = {
      problemText: '谈心谈话不经常。',
      measureText: '每季度谈一遍。',
      responsiblePerson: 'village.filler',
      dueOn: '2026-06-30',
    };
    assert.match(
      said(office.try(id, 'planRemedy', 'village.filler', { remedyPlan: [{ problemText: '谈心谈话不经常。' }] })),
      /责任人/,
    );
    office
      .move(id, 'planRemedy', 'village.filler', { remedyPlan: [row, { ...row, problemText: '后备力量不足。' }] })
      .tick();
    assert.deepEqual(
      office.all('problem-list').map(({ data }) => [data['problemText'], data['problemSource'], data['issueRaisedBy']]),
      [
        ['谈心谈话不经常。', 'appraisal', 'town'],
        ['后备力量不足。', 'appraisal', 'town'],
      ],
    );
    office.move(id, 'settle', 'town.reviewer').tick();
    assert.equal(office.all('problem-list').length, 2);
    assert.equal(office.fact('duty-report/finalGrade', 'village', { periodCode: '2025' }), 'average');
    assert.equal(office.fact('duty-report/goodRate', 'village', { periodCode: '2025' }), 40);
  });
});

const ENTRIES = ['town', 'street'].map((targetOrgId) => ({ targetOrgId, rankGroup: '乡镇' }));
const marks = (targetOrgId: string, ...scores: number[]) =>
  scores.map((mark, at) => ({ judgeId: `judge${at}`, targetOrgId, siteTourScore: mark, meetingReviewScore: mark }));

describe('a contest', () => {
  it('leaves out the extremes, ranks within the group, sends each organisation its result once, and counts in the yearly assessment', () => {
    const office = new Office('2025-09-12');
    const many = ['town', 'street', 'agency', 'community', 'village'].map((targetOrgId) => ({
      targetOrgId,
      rankGroup: '一组',
      usualScore: 80,
    }));
    const judgeScores = [
      ...marks('town', 60, 90, 90, 90, 100),
      ...marks('street', 80, 80, 80, 80, 80),
      ...marks('agency', 80, 80, 80, 80, 80),
      ...marks('community', 70, 70, 70, 70, 70),
      ...marks('village', 60, 60, 60, 60, 60),
    ];
    const id = office.open(
      'contest-round',
      { contestKind: 'townQuarter', contestRound: '2025-3', entries: many, judgeScores },
      'county.filler',
      { orgId: 'county' },
    );
    const rows = office.field(id, 'entries') as {
      siteTourScore: number;
      contestScore: number;
      rankNo: number;
      rankTotal: number;
    }[];
    assert.deepEqual(
      rows.map(({ siteTourScore, contestScore, rankNo, rankTotal }) => [
        siteTourScore,
        contestScore,
        rankNo,
        rankTotal,
      ]),
      [
        [90, 88, 1, 5],
        [80, 80, 2, 5],
        [80, 80, 2, 5],
        [70, 72, 4, 5],
        [60, 64, 5, 5],
      ],
    );
    assert.notEqual(said(office.try(id, 'publish', 'county.filler', { heldOn: '2025-09-12' })), '');
    office.move(id, 'publish', 'county.reviewer', { heldOn: '2025-09-12' }).tick().tick();
    const results = office.all('contest-result');
    assert.deepEqual(
      results.map(({ orgId, data }) => [orgId, data['contestScore'], data['rankNo']]),
      [
        ['town', 88, 1],
        ['street', 80, 2],
        ['agency', 80, 2],
        ['community', 72, 4],
        ['village', 64, 5],
      ],
    );
    assert.equal(office.fact('contest-round/contestScore', 'town', { periodCode: '2025' }), 88);
    assert.equal(office.fact('contest-round/contestScore', 'village2', { periodCode: '2025' }), undefined);
    const own = results[1]?.id ?? '';
    assert.notEqual(
      said(
        office.tryOpen(
          'contest-result',
          { contestKind: 'townQuarter', contestRound: '2025-4', contestScore: 99 },
          'street.filler',
          { orgId: 'street' },
        ),
      ),
      '',
    );
    office
      .move(own, 'analyse', 'street.filler', {
        strengthNote: '网格实。',
        weaknessNote: '项目少。',
        baselineNote: '值守不断。',
      })
      .move(own, 'read', 'county.reviewer')
      .tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId }) => orgId),
      ['street'],
    );
    office.on('2025-12-20');
    const next = office.open(
      'contest-round',
      {
        contestKind: 'townQuarter',
        contestRound: '2025-4',
        entries: ENTRIES,
        judgeScores: [...marks('town', 70, 70, 70), ...marks('street', 80, 80, 80)],
      },
      'county.filler',
      { orgId: 'county' },
    );
    office.move(next, 'publish', 'county.reviewer', { heldOn: '2025-12-19' });
    const [, last] = office.all('contest-result').filter(({ orgId }) => orgId === 'street');
    // two in the group: not ranked
    assert.deepEqual([last?.data['rankNo'], last?.data['previousRankNo']], [undefined, 2]);
    assert.equal(office.fact('contest-round/contestScore', 'street', { periodCode: '2025' }), 80);
    const assessment = office.open('target-assessment', {}, 'town.filler', { orgId: 'town', periodCode: '2025' });
    // first of five, then 70 points without a rank
    assert.equal(office.fact('contest-round/contestPoints', 'town', { periodCode: '2025' }), 85);
    assert.equal(office.fact('contest-round/contestPoints', 'community', { periodCode: '2025' }), 94);
    // targets wait for people, nothing to close counts in full: (15 + 10 + 8.5) of 75
    assert.equal(office.field(assessment, 'appraisalScore'), 44.67);
  });
});

describe('bands of chains', () => {
  it('are computed by share, and the third band becomes a problem once', () => {
    const office = new Office('2025-12-20');
    const scores = [95, 90, 85, 80, 70];
    const entries = ['town', 'village', 'village2', 'community', 'agency'].map((targetOrgId, at) => ({
      chainName: `链${at}`,
      targetOrgId,
      usualScore: scores[at] ?? 0,
      yearScore: scores[at] ?? 0,
    }));
    const id = office.open('tier-ranking', { entries }, 'street.filler', { orgId: 'street', periodCode: '2025' });
    const bands = () => (office.field(id, 'entries') as { tierBand?: string }[]).map(({ tierBand }) => tierBand);
    assert.deepEqual(bands(), ['first', 'first', 'second', 'second', 'third']);
    assert.notEqual(said(office.try(id, 'publish', 'street.reviewer')), ''); // the third band needs a remedy
    const chain = office.open('industry-chain', { chainName: '链4' }, 'county.filler', { orgId: 'county' });
    office.tick();
    assert.equal(office.field(chain, 'tierBand'), undefined);
    office
      .save(
        id,
        {
          entries: entries.map((entry) =>
            entry.targetOrgId === 'agency' ? { ...entry, remedyText: '补齐链上组织覆盖。' } : entry,
          ),
        },
        'street.filler',
      )
      .move(id, 'publish', 'street.reviewer')
      .tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId }) => orgId),
      ['agency'],
    );
    assert.equal(office.fact('tier-ranking/tierBand', 'agency', { periodCode: '2025' }), 'third');
    // the chain's file takes its band from the ranking, and keeps it in the new year
    assert.equal(office.field(chain, 'tierBand'), 'third');
    office.on('2026-01-05').tick();
    assert.equal(office.field(chain, 'tierBand'), 'third');
    office.on('2025-12-20');
    const few = office.open('tier-ranking', { entries: entries.slice(0, 3) }, 'street.filler', {
      orgId: 'street',
      periodCode: '2024',
    });
    assert.deepEqual(
      (office.field(few, 'entries') as { tierBand?: string }[]).map(({ tierBand }) => tierBand),
      [undefined, undefined, undefined],
    );
  });
});

describe('a circular of an agency', () => {
  it('counts for the standard once it is accepted', () => {
    const office = new Office('2025-12-20');
    const id = office.open(
      'party-work-briefing',
      {
        briefingOn: '2025-12-18',
        briefingText: '两个支部达标。',
        hearings: [{ heldOn: '2025-06-20' }, { heldOn: '2025-12-10' }],
      },
      'agency.filler',
      { orgId: 'agency', periodCode: '2025' },
    );
    assert.equal(office.fact('party-work-briefing/isRequirementMet', 'agency', { periodCode: '2025' }), undefined);
    office
      .filing(id, 'submit', 'agency.filler')
      .filing(id, 'open', 'county.reviewer')
      .filing(id, 'accept', 'county.reviewer');
    assert.equal(office.fact('party-work-briefing/isRequirementMet', 'agency', { periodCode: '2025' }), true);
  });
});
