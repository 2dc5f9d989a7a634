import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Outcome } from '../engine/contract.ts';
import { Store } from '../engine/fixtures/store.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Change } from '../json/changes.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { compile } from './compile.ts';
import { templates } from './fixtures/templates.ts';

const ALL = templates().map(({ definition }) => compile(definition));

/** An office at work with all templates: commands by people, each at its day. */
class Office {
  readonly store: Store;
  constructor(day: string) {
    this.store = new Store(ALL, `${day}T09:30:00+08:00`);
  }

  on(day: string): this {
    this.store.at(`${day}T09:30:00+08:00`);
    return this;
  }

  open(
    definitionId: string,
    data: JsonObject,
    by: string,
    more: {
      readonly orgId?: string;
      readonly periodCode?: string;
      readonly subject?: { readonly id: string; readonly title: string };
    } = {},
  ): string {
    const recordId = `${definitionId}-${this.store.records.size + 1}`;
    done(this.store.run({ kind: 'create', recordId, definitionId, orgId: 'village1', ...more, data }, by));
    return recordId;
  }

  record(id: string): StoredRecord {
    const record = this.store.records.get(id);
    assert.ok(record, id);
    return record;
  }

  try(
    id: string,
    move: string,
    by: string,
    values: Readonly<Record<string, Json>> = {},
    reason?: string,
    track: 'item' | 'filing' = 'item',
  ): Outcome {
    return this.store.run(
      {
        kind: 'move',
        track,
        move,
        recordId: id,
        revision: this.record(id).revision,
        changes: changesOf(values),
        ...(reason === undefined ? {} : { reason }),
      },
      by,
    );
  }

  move(
    id: string,
    move: string,
    by: string,
    values: Readonly<Record<string, Json>> = {},
    reason?: string,
    track: 'item' | 'filing' = 'item',
  ): this {
    done(this.try(id, move, by, values, reason, track));
    return this;
  }

  step(id: string, step: string, by: string, values: Readonly<Record<string, Json>>): Outcome {
    return this.store.run(
      {
        kind: 'step',
        action: 'done',
        step,
        recordId: id,
        revision: this.record(id).revision,
        changes: changesOf(values),
      },
      by,
    );
  }
}

const changesOf = (values: Readonly<Record<string, Json>>): Change[] =>
  Object.entries(values).map(([name, value]) => ({ pointer: `/${name}`, value }));

function done(outcome: Outcome): void {
  assert.ok(
    outcome.ok,
    outcome.ok
      ? ''
      : JSON.stringify(outcome.refusal.problems.map(({ pointer, code, reason }) => [pointer, code, reason.en])),
  );
}

function refused(outcome: Outcome, ...words: string[]): void {
  assert.ok(!outcome.ok, 'should be refused');
  const said = outcome.refusal.problems.map(({ reason }) => reason['zh-CN']).join('\n');
  for (const word of words) assert.match(said, new RegExp(word));
}

const PROBLEM = {
  problemText: '会议记录不完整',
  problemCategory: 'system',
  problemSource: 'selfCheck',
  foundOn: '2025-03-03',
};
const ASSIGN = {
  leadOrgId: 'townB',
  responsiblePerson: 'filler1',
  rectifyKind: 'timeLimited',
  rectifyTarget: '补齐并每月核对。',
  dueOn: '2025-04-30',
  measures: [{ measureText: '专人负责', responsiblePerson: 'filler1', dueOn: '2025-04-10', isTask: true }],
};

describe('a problem in the ledger', () => {
  it('is assigned, worked on, extended, closed by somebody else, reopened', () => {
    const office = new Office('2025-03-04');
    const id = office.open('problem-list', PROBLEM, 'filler1', { periodCode: '2025' });
    refused(office.try(id, 'assign', 'filler1', ASSIGN));
    refused(office.try(id, 'assign', 'reviewerA', { ...ASSIGN, measures: [] }));
    refused(office.try(id, 'assign', 'reviewerA', { ...ASSIGN, dueOn: '2025-12-30' }), '时限过长');
    office.move(id, 'assign', 'reviewerA', ASSIGN).move(id, 'start', 'filler1');
    const task = [...office.store.records.values()].find(({ definition }) => definition.id === 'task-list');
    assert.equal(task?.data['measureText'], '专人负责');
    assert.equal(task?.state, 'registered');

    office.on('2025-04-01').move(id, 'report', 'filler1', { progressPct: 60, progressNote: '完成一半。' });
    refused(office.try(id, 'report', 'filler1', { progressPct: 40, progressNote: '完成一半。' }), '写明原因');
    office
      .move(id, 'askExtension', 'filler1', { requestedDueOn: '2025-05-31', extensionReason: '连续降雨。' })
      .move(id, 'grantExtension', 'reviewerA');
    assert.equal(office.record(id).data['extendedDueOn'], '2025-05-31');
    assert.equal(office.record(id).data['extensionCount'], 1);
    assert.equal(office.record(id).data['requestedDueOn'], undefined);

    office.on('2025-05-20');
    refused(office.try(id, 'requestClose', 'filler1', { progressPct: 90, evidenceNote: '基本完成。' }), '100%');
    office.move(id, 'requestClose', 'filler1', { progressPct: 100, evidenceNote: '已补齐。' });
    refused(office.try(id, 'pass', 'verifier1', { verifyMethod: 'onSite', verifyResult: 'pass' }));
    refused(office.try(id, 'pass', 'verifierB', { verifyMethod: 'onSite', verifyResult: 'pass' }));
    refused(office.try(id, 'pass', 'verifierA', { verifyMethod: 'onSite', verifyResult: 'fail' }), '同意销账');
    office.move(
      id,
      'fail',
      'verifierA',
      { verifyMethod: 'onSite', verifyResult: 'partial', progressPct: 80 },
      '两次会议没有签到。',
    );
    office
      .move(id, 'requestClose', 'filler1', { progressPct: 100, evidenceNote: '签到已补。' })
      .move(id, 'pass', 'verifierA', { verifyMethod: 'onSite', verifyResult: 'pass' });
    assert.equal(office.record(id).state, 'closed');
    assert.equal(office.record(id).data['verifiedBy'], 'verifierA');
    const rate = office.store.facts.read({
      id: 'problem-list/onTimeCloseRate',
      subjectId: 'village1',
      periodCode: '2025',
    });
    assert.deepEqual([rate.num, rate.den, rate.value], [0, 1, 0]); // extended, so not in time by the first deadline

    office
      .on('2025-08-01')
      .move(id, 'reopen', 'reviewerA', { dueOn: '2025-09-30' }, '抽查发现反弹。')
      .move(id, 'restart', 'filler1');
    assert.equal(office.record(id).data['reopenCount'], 1);
    assert.equal(office.record(id).data['closedOn'], undefined);
  });

  it('is carried into the next year by the clock, and rests while suspended', () => {
    const office = new Office('2025-10-08');
    const id = office.open('problem-list', { ...PROBLEM, foundOn: '2025-10-08' }, 'filler1', { periodCode: '2025' });
    office
      .move(id, 'assign', 'reviewerA', {
        ...ASSIGN,
        dueOn: '2026-03-31',
        measures: [{ measureText: '专人负责', responsiblePerson: 'filler1', dueOn: '2026-03-01' }],
      })
      .move(id, 'start', 'filler1');
    refused(office.try(id, 'suspend', 'reviewerA', { reviewOn: '2026-02-02' }, '等待上级规划。'));
    office.on('2026-01-01').store.tick();
    assert.equal(office.record(id).state, 'inProgress');
    assert.equal(office.record(id).periodCode, '2026');
    assert.equal(office.record(id).data['carriedFromPeriod'], '2025');
    office.on('2026-01-02').store.tick();
    assert.equal(office.record(id).periodCode, '2026');
    office.move(id, 'suspend', 'reviewerC', { reviewOn: '2026-02-02' }, '等待上级规划。');
    office.on('2026-02-02').store.tick();
    assert.equal(office.record(id).state, 'inProgress');
  });
});

describe('the yearly standard', () => {
  it('computes what it can, asks for the rest with the reason, and hands unmet items to the ledger once', () => {
    const office = new Office('2025-12-08');
    const id = office.open(
      'branch-standard',
      { items: { partyWorker: { answer: false }, funds: { selfScore: 4 } } },
      'filler1',
      { periodCode: '2025' },
    );
    assert.equal(office.record(id).filing?.status, 'draft');
    office
      .on('2026-01-05')
      .move(id, 'submit', 'filler1', {}, undefined, 'filing')
      .move(id, 'open', 'reviewerA', {}, undefined, 'filing');
    office
      .move(id, 'escalate', 'reviewerA', {}, undefined, 'filing')
      .move(id, 'accept', 'reviewerC', {}, undefined, 'filing');
    assert.equal(office.record(id).filing?.status, 'accepted');
    assert.equal(office.record(id).data['complianceLevel'], 'notMet');
    const problems = [...office.store.records.values()].filter(({ definition }) => definition.id === 'problem-list');
    const keys = problems.flatMap(({ links }) => links.map(({ key }) => key));
    assert.ok(keys.includes('partyWorker'));
    assert.ok(!keys.includes('funds'));
    assert.equal(new Set(keys).size, keys.length);
    office
      .on('2026-02-01')
      .move(id, 'correct', 'reviewerC', {}, '复核更正。', 'filing')
      .move(id, 'accept', 'reviewerC', {}, undefined, 'filing');
    assert.equal(
      [...office.store.records.values()].filter(({ definition }) => definition.id === 'problem-list').length,
      problems.length,
    );
  });
});

describe('an admission', () => {
  it('goes step by step, refuses what comes too early, and ends on the roster', () => {
    const office = new Office('2023-03-06');
    const id = office.open('member-admission', { birthYear: 1999, applicationOn: '2023-03-06' }, 'filler1', {
      subject: { id: 'n1', title: '李某某' },
    });
    done(office.step(id, 's01', 'filler1', {}));
    refused(office.step(id, 's03', 'filler1', { activistOn: '2023-03-06' }));
    done(office.on('2023-03-28').step(id, 's02', 'filler1', { interviewOn: '2023-03-28' }));
    refused(
      office.on('2023-05-10').step(id, 's03', 'filler1', { recommendedBy: 'youthLeague', activistOn: '2023-05-10' }),
    );
    const notice = {
      admissionStep: 3,
      publicityStartOn: '2023-09-04',
      publicityEndOn: '2023-09-08',
      objectionCount: 0,
    };
    refused(
      office.on('2023-09-12').step(id, 's03', 'filler1', {
        recommendedBy: 'youthLeague',
        activistOn: '2023-09-12',
        publicity: [{ ...notice, publicityEndOn: '2023-09-05' }],
      }),
      '5个工作日',
    );
    done(
      office.step(id, 's03', 'filler1', {
        recommendedBy: 'youthLeague',
        activistOn: '2023-09-12',
        publicity: [notice],
      }),
    );
    assert.equal(office.record(id).state, 'activist');
    refused(office.step(id, 's04', 'filler1', { activistFiledOn: '2023-09-12' }));
    done(office.on('2023-09-27').step(id, 's04', 'reviewerA', { activistFiledOn: '2023-09-27' }));
    done(office.step(id, 's05', 'filler1', { contactPersons: ['filler1', 'second1'] }));
    const overdue = () =>
      office.store.facts.read({ id: 'member-admission/overdueStepCount', subjectId: 'village1' }).value;
    assert.equal(overdue(), 0);
    office.on('2024-05-02');
    assert.equal(overdue(), 1); // no observation within six months
    refused(
      office.on('2024-09-20').step(id, 's06', 'filler1', { inspectionRecords: [{ inspectedOn: '2024-03-11' }] }),
      '2次',
    );
    done(
      office.step(id, 's06', 'filler1', {
        inspectionRecords: [{ inspectedOn: '2024-03-11' }, { inspectedOn: '2024-09-13' }],
      }),
    );
    assert.equal(overdue(), 0);
    office.move(id, 'suspend', 'filler1', {}, '本人外出半年。');
    refused(office.step(id, 's07', 'filler1', { candidateOn: '2024-09-20' }));
    office.move(id, 'resume', 'filler1', {}, '本人已返回。');
    const publicity = [
      notice,
      { admissionStep: 7, publicityStartOn: '2024-10-08', publicityEndOn: '2024-10-14', objectionCount: 0 },
    ];
    done(office.on('2024-10-15').step(id, 's07', 'filler1', { candidateOn: '2024-10-15', publicity }));
    assert.equal(office.record(id).state, 'candidate');
    done(office.on('2024-11-01').step(id, 's08', 'reviewerA', { candidateFiledOn: '2024-11-01' }));
    refused(office.step(id, 's12', 'filler1', { committeeReviewOn: '2024-11-01' }));
    done(office.step(id, 's11', 'filler1', { trainingDays: 3 })); // in any order
    refused(office.step(id, 's09', 'filler1', { introducers: ['filler1'] }), '2名');
    done(office.step(id, 's09', 'filler1', { introducers: ['filler1', 'second1'] }));
    refused(office.step(id, 's10', 'filler1', { reviewConclusion: 'fail', reviewConcludedOn: '2024-11-01' }), '合格');
    done(office.step(id, 's10', 'filler1', { reviewConclusion: 'pass', reviewConcludedOn: '2024-11-01' }));
    done(office.on('2024-12-02').step(id, 's12', 'filler1', { committeeReviewOn: '2024-12-02' }));
    done(office.on('2024-12-20').step(id, 's13', 'reviewerA', { preReviewOn: '2024-12-20', preReviewResult: 'pass' }));
    done(office.step(id, 's14', 'filler1', { applicationFormNo: 'YH001', applicationFormIssuedOn: '2024-12-20' }));
    const votes = {
      branchMeetingOn: '2025-01-06',
      votersEntitled: 20,
      votersPresent: 18,
      votersWritten: 0,
      votesFor: 17,
      votesAgainst: 0,
      votesAbstain: 1,
    };
    refused(
      office
        .on('2025-01-06')
        .step(id, 's15', 'filler1', { ...votes, votersPresent: 10, votesFor: 10, votesAbstain: 0 }),
      '半数',
    );
    refused(office.step(id, 's15', 'filler1', { ...votes, votesFor: 19 }), '票数');
    done(office.step(id, 's15', 'filler1', votes));
    done(office.on('2025-01-20').step(id, 's16', 'reviewerA', { talkBeforeApprovalOn: '2025-01-20' }));
    refused(
      office.on('2025-08-01').step(id, 's17', 'reviewerA', { approvalOn: '2025-08-01', approvalDocNo: '1号' }),
      '6个月',
    );
    done(office.on('2025-02-10').step(id, 's17', 'reviewerA', { approvalOn: '2025-02-10', approvalDocNo: '1号' }));
    assert.equal(office.record(id).state, 'probationary');
    assert.equal(office.record(id).data['probationEndOn'], '2026-01-06');
    const member = [...office.store.records.values()].find(({ definition }) => definition.id === 'members');
    assert.equal(member?.subject?.id, 'n1');
    assert.equal(member?.data['joinedOn'], '2025-01-06');
    assert.equal(office.store.facts.read({ id: 'members/probationaryCount', subjectId: 'village1' }).value, 1);

    done(office.step(id, 's18', 'reviewerC', { organisationFiledOn: '2025-02-10' }));
    done(office.step(id, 's19', 'filler1', { assignedGroup: '第一党小组' }));
    done(office.on('2025-03-01').step(id, 's20', 'filler1', { oathOn: '2025-03-01' }));
    const observed = ['2024-03-11', '2024-09-13', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-04'];
    done(
      office
        .on('2026-01-05')
        .step(id, 's21', 'filler1', { inspectionRecords: observed.map((inspectedOn) => ({ inspectedOn })) }),
    );
    done(office.step(id, 's22', 'filler1', { fullApplicationOn: '2026-01-05' }));
    done(
      office.on('2026-01-20').step(id, 's23', 'filler1', {
        conversionMeetingOn: '2026-01-20',
        conversionDecision: 'onTime',
        publicity: [
          ...publicity,
          { admissionStep: 23, publicityStartOn: '2026-01-12', publicityEndOn: '2026-01-16', objectionCount: 0 },
        ],
      }),
    );
    done(office.on('2026-02-10').step(id, 's24', 'reviewerA', { conversionApprovalOn: '2026-02-10' }));
    assert.equal(office.record(id).state, 'full');
    office.move(member!.id, 'convert', 'filler1');
    const { data } = office.record(member!.id);
    assert.deepEqual([data['memberStatus'], data['fullMemberOn']], ['full', '2026-01-20'], 'known, not typed again');
  });
});

describe('points', () => {
  it('are capped in the balance, which whoever chooses candidates sees', () => {
    const office = new Office('2025-06-30');
    const subject = { id: 'n1', title: '李某某' };
    const id = office.open('member-admission', { birthYear: 1999, applicationOn: '2025-01-06' }, 'filler1', {
      subject,
    });
    const balance = () =>
      office.store.facts.read({ id: 'member-points/pointsBalance', subjectId: 'n1', periodCode: '2025' }).value;
    assert.equal(balance(), null);
    for (let day = 1; day <= 13; day++) {
      const pointsOn = `2025-06-${String(day).padStart(2, '0')}`;
      const entry = office.open('member-points', { pointsItem: 'activity', pointsOn }, 'filler1', { subject });
      office.move(entry, 'confirm', 'reviewerA');
    }
    assert.equal(balance(), 84, '13 times 2 points, of which 24 count');
    const { definition } = ALL.find((each) => each.definition.id === 'member-points')!;
    const table = definition.parameters!['pointsTable']!.value as unknown as { item: string; cap?: number }[];
    const [bonus] = definition.score!.dimensions;
    assert.deepEqual(
      bonus!.items.map(({ id, max }) => [id, max]),
      table.filter(({ cap }) => cap !== undefined).map(({ item, cap }) => [item, cap]),
      'the score and the table of the balance know one cap',
    );
    done(office.step(id, 's01', 'filler1', {}));
    assert.equal(office.record(id).data['pointsBalance'], 84);
  });

  it('are shown to the person before a deduction counts, and the person may object', () => {
    const office = new Office('2025-09-01');
    const subject = { id: 'second1', title: '吴桐' };
    const plus = office.open(
      'member-points',
      { pointsItem: 'volunteer', pointsOn: '2025-08-30', hours: 4 },
      'filler1',
      { subject },
    );
    assert.equal(office.record(plus).data['pointsValue'], 4);
    office.move(plus, 'confirm', 'reviewerA');
    const minus = office.open(
      'member-points',
      { pointsItem: 'absence', pointsOn: '2025-08-30', evidenceNote: '无故缺席主题党日。' },
      'filler1',
      { subject },
    );
    refused(office.try(minus, 'confirm', 'reviewerA'), '先告知');
    office.move(minus, 'notify', 'reviewerA');
    office.on('2025-09-03').store.tick();
    assert.equal(office.record(minus).state, 'notified');
    refused(office.try(minus, 'object', 'filler1', { appealNote: '已请假。' }));
    office.move(minus, 'object', 'second1', { appealNote: '已请假。' });
    refused(office.try(minus, 'uphold', 'reviewerA', {}, '情况属实。'));
    office.move(minus, 'grant', 'reviewerC', {}, '请假条已核实。');
    const other = office.open(
      'member-points',
      { pointsItem: 'shirking', pointsOn: '2025-08-29', evidenceNote: '不参加值守。' },
      'filler1',
      { subject },
    );
    office.move(other, 'notify', 'reviewerA').on('2025-09-11').store.tick();
    assert.equal(office.record(other).state, 'counted');
    refused(
      office.store.run(
        {
          kind: 'create',
          recordId: 'again',
          definitionId: 'member-points',
          orgId: 'village1',
          subject,
          data: { pointsItem: 'volunteer', pointsOn: '2025-08-30', hours: 2 },
        },
        'filler1',
      ),
    );
  });
});

describe('a weak organisation', () => {
  it('is confirmed, helped, accepted by the county, looked back at, and what is left becomes a problem', () => {
    const office = new Office('2025-03-03');
    const id = office.open(
      'weak-branch',
      { screeningRound: '2025-1', weakKinds: ['systemIdle'], weakEvidence: '规范执行率54%。' },
      'filler1',
      { periodCode: '2025' },
    );
    refused(office.try(id, 'remove', 'reviewerC', { removalReason: '已好转' }), '10个字');
    office.on('2025-03-20').move(id, 'confirm', 'reviewerC');
    const plan = {
      measures: [{ measureText: '固定主题党日', responsiblePerson: 'filler1', dueOn: '2025-06-30' }],
      helperCountyLeader: 'former',
      helperTownLeader: 'reviewerA',
      helperUnitId: 'townB',
      helperFirstSecretary: 'second1',
      rectifyDeadlineOn: '2025-10-31',
    };
    refused(office.try(id, 'plan', 'reviewerA', { ...plan, rectifyDeadlineOn: '2027-01-01' }), '12个月');
    office
      .move(id, 'plan', 'reviewerA', plan)
      .move(id, 'start', 'filler1')
      .move(id, 'report', 'filler1', { progressPct: 100, progressNote: '措施全部完成。' })
      .move(id, 'requestAcceptance', 'filler1');
    const scores = { goalScore: 40, surveyScore: 15, talkScore: 8, recordScore: 15, dissatisfiedRate: 8 };
    refused(office.try(id, 'accept', 'reviewerC', { ...scores, dissatisfiedRate: 60 }), '不满意率');
    office.on('2025-09-01').move(id, 'accept', 'reviewerC', scores);
    assert.equal(office.record(id).data['acceptanceScore'], 78);
    assert.equal(office.record(id).data['acceptanceResult'], 'pass');
    office.on('2026-08-31').store.tick();
    assert.equal(office.record(id).state, 'turned');
    office.on('2026-09-01').store.tick();
    assert.equal(office.record(id).state, 'lookBack');
    office.move(id, 'lookBackPartial', 'reviewerC', { remark: '活动记录仍不完整。' }, '部分问题未巩固。');
    const problem = [...office.store.records.values()].find(({ definition }) => definition.id === 'problem-list');
    assert.equal(problem?.data['problemText'], '回头看发现：活动记录仍不完整。');
    office.on('2026-09-02').store.tick();
    assert.equal(office.record(id).state, 'turned');
  });
});

describe('a duty', () => {
  it('becomes one task in each period', () => {
    const office = new Office('2025-01-10');
    const id = office.open(
      'responsibility-list',
      {
        postName: '党支部书记',
        measureText: '讲党课',
        responsiblePerson: 'filler1',
        dutyPeriod: 'quarter',
        requiredCount: 1,
      },
      'filler1',
      { periodCode: '2025' },
    );
    office.move(id, 'adopt', 'reviewerA');
    const tasks = () =>
      [...office.store.records.values()]
        .filter(({ definition }) => definition.id === 'task-list')
        .map(({ data }) => data['dueOn']);
    assert.deepEqual(tasks(), ['2025-03-31']);
    office.on('2025-02-01').store.tick();
    assert.deepEqual(tasks(), ['2025-03-31']);
    office.on('2025-04-01').store.tick();
    assert.deepEqual(tasks(), ['2025-03-31', '2025-06-30']);
    office.on('2026-01-01').store.tick();
    assert.equal(office.record(id).state, 'ended');
  });
});
