import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../json/json.ts';
import { Office, said } from '../fixtures/office.ts';

const ISSUES: JsonObject[] = [
  { agendaIssue: '停车位不足', issueOutcome: 'assigned', handlerOrgId: 'agency', dueOn: '2025-09-30' },
  { agendaIssue: '开放会议室', issueOutcome: 'resolved' },
  { agendaIssue: '管网改造', issueOutcome: 'escalated' },
];

describe('a joint meeting', () => {
  it('hands each assigned issue to its unit and each open one upward, once', () => {
    const office = new Office('2025-06-18');
    const id = office.open('joint-meeting', { jointKind: 'area', plannedOn: '2025-06-18' }, 'street.filler', {
      orgId: 'street',
    });
    assert.match(
      said(office.try(id, 'hold', 'street.filler', { heldOn: '2025-06-18', issues: [{ ...ISSUES[0]!, dueOn: null }] })),
      /承办单位和时限/,
    );
    assert.match(
      said(office.try(id, 'hold', 'street.filler', { heldOn: '2025-06-18', issues: [{ agendaIssue: '停车位不足' }] })),
      /议定结果/,
    );
    office.move(id, 'hold', 'street.filler', { heldOn: '2025-06-18', issues: ISSUES }).tick();
    assert.deepEqual(
      office
        .all('task-list')
        .map(({ orgId, data }) => [orgId, data['measureText'], data['issueRaisedBy'], data['dueOn']]),
      [['agency', '停车位不足', 'street', '2025-09-30']],
    );
    assert.deepEqual(
      office.all('problem-list').map(({ orgId }) => orgId),
      ['county'],
    );
    office.save(id, { issues: [...ISSUES, { agendaIssue: '新议题', issueOutcome: 'deferred' }] }, 'street.filler');
    assert.deepEqual(
      [office.all('task-list').length, office.field(id, 'jointMeetingNo'), office.field(id, 'issueCount')],
      [1, 'QY20250618', 4],
    );
    assert.match(
      said(
        office.tryOpen('joint-meeting', { jointKind: 'area', heldOn: '2025-06-18' }, 'street.filler', {
          orgId: 'street',
        }),
      ),
      /重复/,
    );
  });

  it('of a chain is due once a quarter, of an area each half-year where there is one', () => {
    const office = new Office('2025-02-11');
    const rate = (by: string, subjectId = 'street') => {
      const { num, den } = office.facts.read({ id: 'joint-meeting/heldRate', subjectId, periodCode: '2025', by });
      return [num, den];
    };
    const chain = office.open(
      'industry-chain',
      { chainName: '智能装备', chainUnitCount: 20, chainMemberCount: 60 },
      'street.filler',
      { orgId: 'street' },
    );
    const hold = (day: string, kind: string, more: JsonObject = {}) => {
      const id = office
        .on(day)
        .open('joint-meeting', { jointKind: kind, ...more }, 'street.filler', { orgId: 'street' });
      office.move(id, 'hold', 'street.filler', {
        heldOn: day,
        issues: [{ agendaIssue: '用工', issueOutcome: 'resolved' }],
      });
    };
    hold('2025-02-11', 'chain', { chainName: '智能装备' });
    office.on('2025-07-02');
    assert.deepEqual(
      [rate('chain'), rate('area')],
      [
        [1, 2],
        [0, 0],
      ],
    );
    office.open(
      'area-alliance',
      {
        allianceName: '共同体',
        memberOrgIds: ['agency'],
        partTimeMembers: [
          { personId: 'agency.viewer', postStartOn: '2025-01-01' },
          { personId: 'agency.filler', postEndOn: '2024-12-31' },
        ],
      },
      'street.filler',
      { orgId: 'street' },
    );
    assert.deepEqual(rate('area'), [0, 1]);
    assert.equal(office.fact('area-alliance/partTimeCount', 'street'), 1);
    office.move(chain, 'verifyData', 'street.filler', { chainUnitCount: 22, chainMemberCount: 61 });
    assert.deepEqual(
      ['meetingCount', 'meetingDueCount', 'isInstructorReady'].map((name) => office.field(chain, name)),
      [1, 2, false],
    );
    assert.equal(office.fact('industry-chain/instructorRate', 'street'), 0);
    assert.equal(office.fact('industry-chain/instructorRate', 'town'), undefined);
  });
});

describe('a match of need and offer', () => {
  it('is confirmed by those who asked, not by the partner', () => {
    const office = new Office('2025-05-06');
    const id = office.open('resource-match', { matchKind: 'need', needText: '托管班缺场地' }, 'community.filler', {
      orgId: 'community',
    });
    const claim = {
      partnerOrgId: 'agency',
      matchedProject: '托管班',
      responsiblePerson: 'agency.filler',
      dueOn: '2025-08-31',
    };
    assert.match(
      said(office.try(id, 'claim', 'community.filler', { ...claim, partnerOrgId: 'community' })),
      /另一单位/,
    );
    office.move(id, 'claim', 'community.filler', claim).move(id, 'start', 'agency.filler');
    assert.match(
      said(office.try(id, 'finish', 'agency.filler', { resultNote: '已办。', isSatisfied: true })),
      /须由|回避/,
    );
    office.move(id, 'finish', 'community.filler', { resultNote: '开班6周。', isSatisfied: true });
    assert.deepEqual(
      [
        office.fact('resource-match/satisfactionRate', 'community', { periodCode: '2025' }),
        office.fact('resource-match/partnerCount', 'agency'),
      ],
      [100, 1],
    );
    assert.equal(office.fact('resource-match/satisfactionRate', 'street', { periodCode: '2025' }), undefined);
  });
});

describe('delegates', () => {
  it('leave suggestions that go on once, are answered in time, and judged by the delegate', () => {
    const office = new Office('2025-08-20');
    const id = office.open(
      'delegate-activity',
      {
        repActivityKind: 'reception',
        heldOn: '2025-08-20',
        participants: [{ repId: 'village.viewer' }, { repId: 'village2.viewer' }],
        suggestions: [{ repId: 'village.viewer', suggestionText: '增设供水点。', replyOrgId: 'agency' }],
      },
      'town.filler',
      { orgId: 'town' },
    );
    office.save(id, { siteName: '工作室' }, 'town.filler').tick();
    const found = office.all('suggestion');
    assert.deepEqual(
      found.map(({ orgId, data, state }) => [orgId, data['repId'], state]),
      [['town', 'village.viewer', 'received']],
    );
    assert.deepEqual(
      [
        office.fact('delegate-activity/repActivityCount', 'village.viewer', { periodCode: '2025' }),
        office.fact('delegate-activity/activeRepCount', 'town', { periodCode: '2025' }),
      ],
      [1, 2],
    );
    const one = found[0]!.id;
    office.move(one, 'dispatch', 'town.reviewer', { replyOrgId: 'agency' });
    assert.equal(office.field(one, 'replyDueOn'), '2025-10-19');
    office.move(one, 'extend', 'town.reviewer', {}, '需要现场勘察。');
    assert.match(said(office.try(one, 'extend', 'town.reviewer', {}, '再次申请延期。')), /最多延期1次/);
    assert.equal(office.field(one, 'replyDueOn'), '2025-11-18');
    office.on('2025-11-20');
    assert.deepEqual(
      [
        office.fact('suggestion/overdueCount', 'town'),
        office.fact('suggestion/unitReplyRate', 'agency', { periodCode: '2025' }),
      ],
      [1, 0],
    );
    assert.match(said(office.try(one, 'reply', 'town.filler', { replyText: '已列入计划。', isAdopted: true })), /须由/);
    office.move(one, 'reply', 'agency.filler', { replyText: '已列入计划。', isAdopted: true });
    assert.match(said(office.try(one, 'close', 'agency.filler')), /须由/);
    assert.match(said(office.try(one, 'closeUnsatisfied', 'town.reviewer', {}, '代表认为没有解决。')), /先重新办理/);
    office
      .move(one, 'redo', 'village.viewer', {}, '没有写明时间。')
      .move(one, 'reply', 'agency.filler', { replyText: '10月底前建成。', isAdopted: true })
      .move(one, 'close', 'village.viewer');
    assert.deepEqual(
      [
        office.fact('suggestion/satisfactionRate', 'town', { periodCode: '2025' }),
        office.fact('suggestion/adoptedRate', 'street', { periodCode: '2025' }),
      ],
      [100, undefined],
    );
  });

  it('are received monthly where there is a room', () => {
    const office = new Office('2025-03-03');
    const rate = () => {
      const { num, den } = office.facts.read({
        id: 'delegate-activity/receptionRate',
        subjectId: 'town',
        periodCode: '2025-Q1',
      });
      return [num, den];
    };
    assert.deepEqual(rate(), [0, 0]);
    const room = office.open('service-centre', { siteName: '代表工作室', siteKind: 'workRoom' }, 'town.filler', {
      orgId: 'town',
    });
    office.move(room, 'open', 'town.filler', { openedOn: '2024-12-01', serviceRadiusMin: 10 });
    office.open('delegate-activity', { repActivityKind: 'reception', heldOn: '2025-01-20' }, 'town.filler', {
      orgId: 'town',
    });
    assert.deepEqual(rate(), [1, 2]);
  });
});

describe('linkage of levels', () => {
  it('shows where completion fades, and asks why', () => {
    const office = new Office('2025-03-03');
    const measure = (orgId: string, actualValue: number) => {
      const id = office.open(
        'plan-measure',
        { planTitle: '计划', measureNo: '1', measureText: '一件事' },
        `${orgId}.filler`,
        { orgId, periodCode: '2025' },
      );
      office.move(id, 'issue', `${orgId}.filler`, {
        leadOrgId: orgId,
        responsiblePerson: `${orgId}.filler`,
        targetKind: 'number',
        indicatorName: '件数',
        targetValue: 10,
        dueOn: '2025-12-31',
      });
      office.move(id, 'report', `${orgId}.filler`, { actualValue });
    };
    measure('county', 9);
    measure('town', 5);
    office.on('2025-03-25').openPeriod('linkage', '2025-Q1');
    const id = (orgId: string) => office.all('linkage').find((record) => record.orgId === orgId)!.id;
    office.save(id('county'), { progressNote: '镇里人手不足，县里派两人帮助。' }, 'county.filler');
    assert.deepEqual(
      ['completionRate', 'underCompletionRate', 'completionGap', 'problemRate'].map((name) =>
        office.field(id('county'), name),
      ),
      [90, 50, 40, undefined],
    );
    office.save(id('street'), {}, 'street.filler').on('2025-04-07');
    office.filing(id('street'), 'submit', 'street.filler').filing(id('county'), 'submit', 'county.filler');
    assert.equal(office.field(id('street'), 'completionGap'), undefined);
    assert.equal(office.fact('linkage/clearDropRate', 'county', { periodCode: '2025-Q1', under: true }), 50);
  });
});
