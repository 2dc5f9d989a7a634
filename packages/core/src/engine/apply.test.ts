import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admit } from '../admit/admit.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { movesOf } from './offers.ts';
import { editable } from '../life/editable.ts';
import type { Command, Outcome } from './contract.ts';
import type { Change } from '../json/changes.ts';
import { DIRECTORY, PEOPLE } from './fixtures/directory.ts';
import { fixture, template } from './fixtures/definitions.ts';
import { Store } from './fixtures/store.ts';
import { openPeriod } from './open-period.ts';

const meeting = fixture('meeting');
const card = fixture('score-card');
const problems = template('problem-list');
const SPRING = '2025-04-03T09:00:00+08:00';

const store = (now = SPRING): Store => new Store([meeting, card, problems], now);
const changes = (values: Record<string, Json | undefined>): Change[] =>
  Object.keys(values).map((name) => ({ pointer: `/${name}`, value: values[name] }));

function done(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (!outcome.ok)
    assert.fail(JSON.stringify(outcome.refusal.problems.map(({ pointer, reason }) => [pointer, reason['zh-CN']])));
  return outcome;
}

function refused(outcome: Outcome): { code: string; reasons: string; pointers: string[] } {
  if (outcome.ok) assert.fail('it was carried out');
  const { code, problems: found } = outcome.refusal;
  return {
    code,
    reasons: found.map(({ reason }) => reason['zh-CN']).join(' '),
    pointers: found.map(({ pointer }) => pointer),
  };
}

function create(
  to: Store,
  recordId: string,
  definitionId: string,
  by: string | null,
  data?: JsonObject,
  more: { orgId?: string; periodCode?: string } = {},
): Outcome {
  return to.run({ kind: 'create', recordId, definitionId, orgId: 'village1', ...more, ...(data ? { data } : {}) }, by);
}

function move(
  to: Store,
  recordId: string,
  name: string,
  by: string | null,
  values: Record<string, Json | undefined> = {},
  more: { reason?: string; track?: 'item' | 'filing' } = {},
): Outcome {
  return to.run(
    {
      kind: 'move',
      recordId,
      revision: to.get(recordId).revision,
      track: more.track ?? 'item',
      move: name,
      changes: changes(values),
      ...more,
    },
    by,
  );
}

const filing = (
  to: Store,
  recordId: string,
  name: string,
  by: string,
  values: Record<string, Json | undefined> = {},
  reason?: string,
): Outcome => move(to, recordId, name, by, values, { track: 'filing', ...(reason === undefined ? {} : { reason }) });

const save = (to: Store, recordId: string, by: string, values: Record<string, Json | undefined>): Outcome =>
  to.run({ kind: 'save', recordId, revision: to.get(recordId).revision, changes: changes(values) }, by);

describe('the definitions of these tests', () => {
  it('are admitted', () => {
    for (const name of ['score-card', 'two-by-four']) {
      const result = admit(fixture(name).definition);
      assert.deepEqual(result.ok ? [] : result.problems.map(({ pointer, code }) => `${pointer} ${code}`), [], name);
    }
  });
});

describe('apply: records without filing', () => {
  it('creates a live record with computed fields, and refuses wrong values with their places', () => {
    const to = store();
    const { records } = done(
      create(to, 'm1', 'organisation-life', 'filler1', {
        meetingType: 'lecture',
        heldOn: '2025-03-01',
        attendeesExpected: 10,
        attendeesActual: 8,
        attendeesAbsent: 99,
      }),
    );
    assert.equal(records.length, 1);
    const [record] = records;
    assert.deepEqual(record?.data, {
      meetingType: 'lecture',
      heldOn: '2025-03-01',
      attendeesExpected: 10,
      attendeesActual: 8,
      attendeesAbsent: 2,
    });
    assert.deepEqual(
      [record?.state, record?.revision, record?.orgPath, record?.audit.createdBy],
      ['recorded', 0, 'county/townA/village1', 'filler1'],
    );
    assert.deepEqual(
      refused(
        create(to, 'm2', 'organisation-life', 'filler1', {
          meetingType: 'lecture',
          heldOn: '2025-03-01',
          attendeesExpected: 1,
          attendeesActual: 8,
        }),
      ).pointers,
      ['/attendeesActual'],
    );
    assert.deepEqual(
      refused(create(to, 'm2', 'organisation-life', 'filler1', { meetingType: 'party' })).pointers.sort(),
      ['/heldOn', '/meetingType'],
    );
    assert.equal(to.records.size, 1);
  });

  it('makes one record of one id, and refuses strangers and unknown things', () => {
    const to = store();
    const data = { meetingType: 'lecture', heldOn: '2025-03-01' };
    done(create(to, 'm1', 'organisation-life', 'filler1', data));
    done(create(to, 'm1', 'organisation-life', 'filler1', data));
    assert.equal(to.get('m1').revision, 0);
    assert.equal(refused(create(to, 'm1', 'organisation-life', 'second1', data)).code, 'invalid');
    const stranger = refused(create(to, 'm2', 'organisation-life', 'filler3', data));
    assert.equal(stranger.code, 'forbidden');
    assert.match(stranger.reasons, /须由本组织（柳溪村党支部）的填报人员办理；您的任职是：北岭村党支部填报人员/);
    assert.equal(refused(create(to, 'm2', 'no-such', 'filler1', data)).code, 'missing');
    assert.equal(refused(create(to, 'm2', 'organisation-life', 'filler1', data, { orgId: 'nowhere' })).code, 'missing');
    assert.equal(
      refused(create(to, 'm2', 'organisation-life', 'filler1', data, { periodCode: 'soon' })).code,
      'invalid',
    );
  });

  it('refuses an older revision and shows the record as it is now', () => {
    const to = store();
    done(create(to, 'm1', 'organisation-life', 'filler1', { meetingType: 'lecture', heldOn: '2025-03-01' }));
    const late: Command = { kind: 'save', recordId: 'm1', revision: 0, changes: changes({ meetingTopic: '二' }) };
    done(save(to, 'm1', 'second1', { meetingTopic: '一' }));
    const outcome = to.run(late, 'filler1');
    assert.ok(!outcome.ok);
    assert.equal(outcome.refusal.code, 'conflict');
    assert.equal(outcome.refusal.current?.data['meetingTopic'], '一');
  });

  it('keeps one entry for the saves of one person in a row on one day, with the first old and the last new value', () => {
    const to = store();
    done(create(to, 'm1', 'organisation-life', 'filler1', { meetingType: 'lecture', heldOn: '2025-03-01' }));
    for (const meetingTopic of ['一', '二', '三']) done(save(to, 'm1', 'filler1', { meetingTopic }));
    done(save(to, 'm1', 'second1', { meetingTopic: '四' }));
    assert.deepEqual(
      to.get('m1').history.map(({ act, by, changes: made }) => [act, by, made?.length]),
      [
        ['create', 'filler1', 2],
        ['save', 'filler1', 1],
        ['save', 'second1', 1],
      ],
    );
    assert.deepEqual(to.get('m1').history[1]?.changes, [{ pointer: '/meetingTopic', new: '三' }]);
    assert.equal(to.get('m1').revision, 4);
    to.now = '2025-04-04T08:30:00+08:00';
    done(save(to, 'm1', 'second1', { meetingTopic: '五' }));
    assert.deepEqual(
      to
        .get('m1')
        .history.slice(2)
        .map(({ at, changes: made }) => [at.slice(0, 10), made]),
      [
        ['2025-04-03', [{ pointer: '/meetingTopic', old: '三', new: '四' }]],
        ['2025-04-04', [{ pointer: '/meetingTopic', old: '四', new: '五' }]],
      ],
    );
  });

  it('refuses keys that would reach a prototype', () => {
    const to = store();
    done(create(to, 'm1', 'organisation-life', 'filler1', { meetingType: 'lecture', heldOn: '2025-03-01' }));
    const outcome = to.run(
      { kind: 'save', recordId: 'm1', revision: 0, changes: [{ pointer: '/__proto__/x', value: 1 }] },
      'filler1',
    );
    assert.equal(refused(outcome).code, 'invalid');
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });
});

describe('apply: filing', () => {
  /** A card filled in for the first quarter, with one meeting of each kind held. */
  function filled(): Store {
    const to = store();
    for (const [at, meetingType] of ['lecture', 'memberMeeting', 'committeeMeeting'].entries()) {
      done(
        create(to, `m${at}`, 'organisation-life', 'filler1', {
          meetingType,
          heldOn: `2025-0${at + 1}-10`,
          speakers: ['甲', '乙', '丙', '丁'],
        }),
      );
    }
    done(create(to, 'c1', 'small-standard', 'filler1', undefined, { periodCode: '2025-Q1' }));
    return to;
  }

  it('opens with what is known, its deadline moved to a working day, and becomes a draft with the first save', () => {
    const to = filled();
    const { filing: block, data } = to.get('c1');
    assert.deepEqual(block, {
      status: 'notStarted',
      level: 0,
      returnCount: 0,
      revisionNo: 0,
      dueAt: '2025-04-10T18:00:00+08:00',
    });
    assert.deepEqual([data['heldRate'], data['members']], [60, 4]);
    done(save(to, 'c1', 'filler1', { members: 30, heldRate: 100, totalScore: 100 }));
    assert.equal(to.get('c1').filing?.status, 'draft');
    assert.deepEqual(
      [to.get('c1').data['members'], to.get('c1').data['heldRate'], to.get('c1').data['totalScore']],
      [30, 60, 40],
      'computed values are never taken from people',
    );
    const june = store('2025-07-01T09:00:00+08:00');
    done(create(june, 'c2', 'small-standard', 'filler1', undefined, { periodCode: '2025-Q2' }));
    assert.equal(june.get('c2').filing?.dueAt, '2025-07-10T18:00:00+08:00');
    const late = store('2026-01-01T09:00:00+08:00');
    done(create(late, 'c3', 'small-standard', 'filler1', undefined, { periodCode: '2025-Q4' }));
    assert.equal(late.get('c3').filing?.dueAt, '2026-01-12T18:00:00+08:00', 'the 10th of January 2026 is a Saturday');
  });

  it('has one filing for each organisation and period, for those to whom it applies', () => {
    const to = filled();
    assert.match(
      refused(create(to, 'c2', 'small-standard', 'second1', undefined, { periodCode: '2025-Q1' })).reasons,
      /本期已有一份/,
    );
    assert.match(
      refused(create(to, 'c2', 'small-standard', 'filler1', undefined, { periodCode: '2025' })).reasons,
      /填报周期/,
    );
    assert.match(
      refused(create(to, 'c2', 'small-standard', null, undefined, { periodCode: '2025-Q1', orgId: 'townA' })).reasons,
      /不在本表的填报范围/,
    );
  });

  it('keeps invalid values in a draft, refuses wrong types, and asks for everything at submission', () => {
    const to = filled();
    done(save(to, 'c1', 'filler1', { members: 2, fullMembers: 5 }));
    assert.deepEqual(refused(save(to, 'c1', 'filler1', { members: 'many' })).pointers, ['/members']);
    done(save(to, 'c1', 'filler1', { members: undefined }));
    const submit = refused(filing(to, 'c1', 'submit', 'filler1'));
    assert.deepEqual([submit.code, submit.pointers.sort()], ['invalid', ['/fullMembers', '/members', '/reason']]);
    assert.equal(to.get('c1').filing?.status, 'draft');
  });

  it('leaves hidden fields alone, and says so', () => {
    const to = filled();
    const { warnings } = done(save(to, 'c1', 'filler1', { members: 0, fullMembers: 3 }));
    assert.deepEqual(
      warnings.map(({ pointer, code }) => [pointer, code]),
      [['/fullMembers', 'not-changed']],
    );
    assert.equal(to.get('c1').data['fullMembers'], undefined);
  });

  it('freezes facts and path at submission, so that a submitted record never changes by itself', () => {
    const to = filled();
    done(save(to, 'c1', 'filler1', { members: 30, entries: { teamWork: { selfScore: 36 } } }));
    done(filing(to, 'c1', 'submit', 'filler1'));
    const submitted = to.get('c1');
    assert.deepEqual(
      [submitted.filing?.status, submitted.filing?.isLate, submitted.filing?.lateDays, submitted.filing?.submittedBy],
      ['submitted', false, 0, 'filler1'],
    );
    assert.deepEqual(
      submitted.facts.find(({ id }) => id === 'organisation-life/heldRate'),
      {
        id: 'organisation-life/heldRate',
        periodCode: '2025-Q1',
        num: 3,
        den: 5,
        value: 60,
        sources: ['m0', 'm1', 'm2'],
        count: 3,
      },
    );
    assert.equal(submitted.data['totalScore'], 76);
    done(create(to, 'm9', 'organisation-life', 'filler1', { meetingType: 'committeeMeeting', heldOn: '2025-01-20' }));
    assert.equal(
      to.facts.read({ id: 'organisation-life/heldRate', subjectId: 'village1', periodCode: '2025-Q1' }).value,
      80,
    );
    done(filing(to, 'c1', 'open', 'reviewerA'));
    done(save(to, 'c1', 'reviewerA', { reviewComment: '情况属实' }));
    assert.deepEqual([to.get('c1').data['heldRate'], to.get('c1').data['totalScore']], [60, 76]);
  });

  it('goes up level by level, lets reviewers change their fields only, and rates', () => {
    const to = filled();
    done(save(to, 'c1', 'filler1', { members: 30, entries: { teamWork: { selfScore: 36 } } }));
    assert.equal(refused(save(to, 'c1', 'filler1', { reviewComment: '很好' })).code, 'forbidden');
    assert.equal(
      refused(save(to, 'c1', 'filler1', { entries: { teamWork: { selfScore: 36, reviewScore: 40 } } })).code,
      'forbidden',
    );
    done(filing(to, 'c1', 'submit', 'filler1'));
    assert.equal(refused(save(to, 'c1', 'filler1', { members: 31 })).code, 'forbidden');
    assert.match(refused(filing(to, 'c1', 'open', 'filler1')).reasons, /须由审核组织（柳溪镇党委）的审核人员办理/);
    assert.equal(refused(filing(to, 'c1', 'open', 'former')).code, 'forbidden');
    done(filing(to, 'c1', 'open', 'reviewerA'));
    assert.equal(refused(save(to, 'c1', 'reviewerA', { members: 31 })).code, 'forbidden');
    done(
      save(to, 'c1', 'reviewerA', {
        entries: { teamWork: { selfScore: 36, reviewScore: 20, deductReason: '缺记录' } },
      }),
    );
    assert.equal(to.get('c1').data['totalScore'], 60);
    assert.match(refused(filing(to, 'c1', 'accept', 'reviewerA')).reasons, /还有上一级审核/);
    done(filing(to, 'c1', 'escalate', 'reviewerA'));
    assert.equal(refused(filing(to, 'c1', 'accept', 'reviewerA')).code, 'forbidden');
    const { records } = done(filing(to, 'c1', 'accept', 'reviewerC'));
    assert.equal(records.length, 3, 'the card and two problems');
    assert.deepEqual(refused(filing(to, 'c1', 'rate', 'reviewerC')).pointers, ['/grade']);
    done(filing(to, 'c1', 'rate', 'reviewerC', { grade: 'fair' }));
    done(filing(to, 'c1', 'archive', 'reviewerC'));
    assert.equal(to.get('c1').filing?.status, 'archived');
    assert.equal(refused(filing(to, 'c1', 'void', 'reviewerC', {}, '重复填报')).code, 'guard');
  });

  it('returns with a reason and a new deadline, and counts revisions', () => {
    const to = filled();
    done(save(to, 'c1', 'filler1', { members: 30, reason: '人手不足' }));
    to.at('2025-04-14T09:00:00+08:00');
    done(filing(to, 'c1', 'submit', 'filler1'));
    assert.deepEqual([to.get('c1').filing?.isLate, to.get('c1').filing?.lateDays], [true, 4]);
    done(filing(to, 'c1', 'open', 'reviewerA'));
    assert.deepEqual(refused(filing(to, 'c1', 'return', 'reviewerA', {}, '不行')).pointers, ['']);
    done(filing(to, 'c1', 'return', 'reviewerA', {}, '人数与名册不符'));
    const returned = to.get('c1');
    assert.deepEqual(
      [returned.filing?.status, returned.filing?.returnCount, returned.filing?.dueAt],
      ['returned', 1, '2025-04-17T18:00:00+08:00'],
    );
    assert.equal(returned.history[returned.history.length - 1]?.reason, '人数与名册不符');
    done(save(to, 'c1', 'second1', { members: 29 }));
    assert.equal(to.get('c1').filing?.status, 'draft');
    done(filing(to, 'c1', 'submit', 'second1'));
    assert.deepEqual(
      [to.get('c1').filing?.revisionNo, to.get('c1').filing?.isLate, to.get('c1').filing?.lateDays],
      [1, true, 4],
    );
    done(filing(to, 'c1', 'withdraw', 'filler1'));
    assert.equal(to.get('c1').filing?.status, 'draft');
  });

  it('opens a period for everybody once', () => {
    const to = filled();
    const first = openPeriod('small-standard', '2025-Q1', to.snapshot(), SPRING);
    assert.deepEqual(
      first.records.map(({ orgId, filing: block }) => [orgId, block?.status]),
      [
        ['village2', 'notStarted'],
        ['village3', 'notStarted'],
      ],
    );
    to.keep(first.records);
    assert.equal(openPeriod('small-standard', '2025-Q1', to.snapshot(), SPRING).records.length, 0);
  });
});

describe('from a meeting to a closed problem', () => {
  const byId = (id: string) => PEOPLE.find(({ personId }) => personId === id);
  const measures = [{ measureText: '补开支委会并建立例会制度', responsiblePerson: 'filler1', dueOn: '2025-04-20' }];

  /** A problem that a weak item has started, assigned and worked on until closing is asked for. */
  function closeRequested(): { to: Store; id: string } {
    const to = store();
    done(create(to, 'm1', 'organisation-life', 'filler1', { meetingType: 'committeeMeeting', heldOn: '2025-01-10' }));
    done(
      create(
        to,
        'c1',
        'small-standard',
        'filler1',
        { members: 30, reason: '刚换届', entries: { teamWork: { selfScore: 40 } } },
        { periodCode: '2025-Q1' },
      ),
    );
    done(filing(to, 'c1', 'submit', 'filler1'));
    done(filing(to, 'c1', 'open', 'reviewerA'));
    done(filing(to, 'c1', 'escalate', 'reviewerA'));
    const { records } = done(filing(to, 'c1', 'accept', 'reviewerC'));
    assert.equal(records.length, 2);
    const item = records[1];
    assert.ok(item);
    assert.equal(item.data['problemText'], '组织生活：组织生活开展得 13.33 分（满分 60 分）');
    assert.deepEqual(
      [item.state, item.periodCode, item.links[0]?.rel, item.links[0]?.recordId, to.get('c1').links[0]?.recordId],
      ['registered', '2025', 'from', 'c1', item.id],
    );
    done(filing(to, 'c1', 'correct', 'reviewerC', {}, '补充核对材料'));
    assert.equal(done(filing(to, 'c1', 'accept', 'reviewerC')).records.length, 1, 'a second acceptance starts nothing');
    assert.equal([...to.records.values()].filter(({ definition }) => definition.id === 'problem-list').length, 1);
    assert.deepEqual(refused(move(to, item.id, 'assign', 'reviewerA', { leadOrgId: 'village1' })).code, 'invalid');
    done(
      move(to, item.id, 'assign', 'reviewerA', {
        leadOrgId: 'village1',
        responsiblePerson: 'filler1',
        rectifyKind: 'immediate',
        rectifyTarget: '每月召开一次支委会',
        measures,
        dueOn: '2025-04-18',
      }),
    );
    assert.deepEqual([to.get(item.id).data['assignedOn'], to.get(item.id).data['progressPct']], ['2025-04-03', 0]);
    assert.match(refused(move(to, item.id, 'start', 'second1')).reasons, /须由责任人本人办理/);
    done(move(to, item.id, 'start', 'filler1'));
    done(move(to, item.id, 'report', 'filler1', { progressPct: 60, progressNote: '已补开一次' }));
    assert.match(
      refused(move(to, item.id, 'requestClose', 'filler1', { evidenceNote: '已完成' })).reasons,
      /进度达到100%/,
    );
    done(move(to, item.id, 'requestClose', 'filler1', { progressPct: 100, evidenceNote: '四次会议均已补开' }));
    return { to, id: item.id };
  }

  it('closes by a person of another organisation, never by the responsible person or the same unit', () => {
    const { to, id } = closeRequested();
    const verdict = { verifyMethod: 'onSite', verifyResult: 'pass' };
    assert.match(refused(move(to, id, 'pass', 'filler1', verdict)).reasons, /须由上级组织或“提出单位”的核验人员办理/);
    assert.match(refused(move(to, id, 'pass', 'verifier1', verdict)).reasons, /须由上级组织/);
    assert.match(refused(move(to, id, 'pass', 'verifierB', verdict)).reasons, /北岭乡党委核验人员/);
    assert.match(
      refused(move(to, id, 'pass', 'verifierA', { verifyMethod: 'onSite', verifyResult: 'fail' })).reasons,
      /核验结论须为/,
    );
    const offers = movesOf(problems, to.get(id), byId('verifierA'), to.snapshot(), to.now);
    assert.deepEqual(
      offers.map(({ move: { id: name }, allowed }) => [name, allowed]),
      [
        ['pass', true],
        ['fail', true],
      ],
    );
    assert.deepEqual(
      offers[0]?.ask.map(({ field, required }) => [field.field, required]),
      [
        ['/verifyMethod', true],
        ['/verifyResult', true],
      ],
    );
    assert.deepEqual(
      movesOf(problems, to.get(id), byId('verifier1'), to.snapshot(), to.now).map(({ allowed, reasons }) => [
        allowed,
        reasons.length,
      ]),
      [
        [false, 1],
        [false, 1],
      ],
    );
    done(move(to, id, 'pass', 'verifierA', verdict));
    const closed = to.get(id);
    assert.deepEqual(
      [closed.state, closed.data['closedOn'], closed.data['verifiedBy'], closed.data['overdueDays']],
      ['closed', '2025-04-03', 'verifierA', 0],
    );
    assert.equal(closed.history[closed.history.length - 1]?.orgId, 'townA');
    assert.equal(editable(problems, closed, byId('filler1'), '/remark', DIRECTORY, '2025-04-03').allowed, false);
  });

  it('lets the unit that found the problem verify, but not when it is the unit itself', () => {
    const { to, id } = closeRequested();
    const found = (issueRaisedBy: string) => ({ ...to.get(id), data: { ...to.get(id).data, issueRaisedBy } });
    const may = (issueRaisedBy: string, person: string) =>
      movesOf(problems, found(issueRaisedBy), byId(person), to.snapshot(), to.now)[0];
    assert.equal(may('townB', 'verifierB')?.allowed, true);
    assert.equal(may('village1', 'verifier1')?.allowed, false);
    assert.match(
      may('village1', 'verifier1')?.reasons[0]?.['zh-CN'] ?? '',
      /须由其他组织的人员办理；您任职的柳溪村党支部是本组织/,
    );
  });

  it('fails back, extends twice at most, suspends by the county only, reopens and cancels', () => {
    const { to, id } = closeRequested();
    done(
      move(
        to,
        id,
        'fail',
        'verifierA',
        { verifyMethod: 'document', verifyResult: 'fail', progressPct: 50 },
        { reason: '记录不完整' },
      ),
    );
    assert.deepEqual([to.get(id).state, to.get(id).data['progressPct']], ['inProgress', 50]);
    for (const requestedDueOn of ['2025-04-25', '2025-04-30']) {
      done(move(to, id, 'askExtension', 'filler1', { requestedDueOn, extensionReason: '等待场地' }));
      done(move(to, id, 'grantExtension', 'reviewerA'));
    }
    assert.deepEqual(
      [to.get(id).data['dueOn'], to.get(id).data['extendedDueOn'], to.get(id).data['extensionCount']],
      ['2025-04-18', '2025-04-30', 2],
    );
    assert.match(
      refused(move(to, id, 'askExtension', 'filler1', { requestedDueOn: '2025-05-30', extensionReason: '再延' }))
        .reasons,
      /延期次数已用完/,
    );
    assert.equal(
      refused(move(to, id, 'suspend', 'reviewerA', { reviewOn: '2025-06-01' }, { reason: '需上级协调' })).code,
      'forbidden',
    );
    done(move(to, id, 'suspend', 'reviewerC', { reviewOn: '2025-06-01' }, { reason: '需上级协调' }));
    to.at('2025-06-01T01:00:00+08:00').tick();
    assert.equal(to.get(id).state, 'inProgress', 'resumed by the clock on the review date');
    done(move(to, id, 'requestClose', 'filler1', { progressPct: 100 }));
    done(move(to, id, 'pass', 'verifierA', { verifyMethod: 'data', verifyResult: 'pass' }));
    done(move(to, id, 'reopen', 'reviewerC', { dueOn: '2025-07-01' }, { reason: '抽查发现反弹' }));
    assert.deepEqual(
      [to.get(id).state, to.get(id).data['reopenCount'], to.get(id).data['closedOn']],
      ['reopened', 1, undefined],
    );
    assert.equal(refused(move(to, id, 'cancel', 'reviewerA', {}, { reason: '不成立问题' })).code, 'guard');
  });

  it('is carried over at the end of the year by the clock, once', () => {
    const { to, id } = closeRequested();
    done(
      move(
        to,
        id,
        'fail',
        'verifierA',
        { verifyMethod: 'document', verifyResult: 'fail', progressPct: 50 },
        { reason: '记录不完整' },
      ),
    );
    assert.deepEqual(
      to.tick().filter((record) => record.id === id),
      [],
    );
    to.at('2026-01-01T00:30:00+08:00');
    assert.deepEqual(
      to.tick().map((record) => record.id),
      [id],
    );
    const carried = to.get(id);
    assert.deepEqual(
      [
        carried.state,
        carried.periodCode,
        carried.data['carriedFromPeriod'],
        carried.history[carried.history.length - 1]?.by,
      ],
      ['inProgress', '2026', '2025', 'system'],
    );
    assert.ok((carried.data['overdueDays'] as number) > 200, 'days overdue keep counting');
    assert.deepEqual(to.tick(), []);
  });
});
