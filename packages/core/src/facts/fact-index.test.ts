import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { DIRECTORY } from '../engine/fixtures/directory.ts';
import { fixture, template } from '../engine/fixtures/definitions.ts';
import type { StoredRecord } from '../generated/record.ts';
import { workdayTest } from '../time/calendar.ts';
import { FactIndex } from './fact-index.ts';
import type { RequiredBucket } from '../record/fact-reader.ts';
import type { FactCell } from './store.ts';

const meeting = fixture('meeting');
const NOW = '2025-09-15T09:00:00+08:00';

function record(id: string, orgId: string, data: Record<string, unknown>, state = 'recorded'): StoredRecord {
  const at = '2025-01-01T08:00:00+08:00';
  return {
    id,
    definition: { id: 'organisation-life', version: '1.0.0', hash: '' },
    orgId,
    orgPath: DIRECTORY.path(orgId),
    state,
    revision: 0,
    links: [],
    facts: [],
    history: [],
    audit: { createdAt: at, createdBy: 'p', updatedAt: at, updatedBy: 'p' },
    data,
  };
}

function index(records: readonly StoredRecord[], cells: readonly FactCell[] = [], now = NOW): FactIndex {
  return new FactIndex({
    definitions: [meeting],
    organisations: DIRECTORY,
    records,
    cells,
    now,
    isWorkday: workdayTest(),
  });
}

const held = (
  id: string,
  heldOn: string,
  meetingType = 'committeeMeeting',
  more = {},
  orgId = 'village1',
): StoredRecord => record(id, orgId, { meetingType, heldOn, ...more });

describe('FactIndex', () => {
  it('calls a part of a fact by what its records say', () => {
    const facts = new FactIndex({
      definitions: [template('organisation-life')],
      organisations: DIRECTORY,
      records: [],
      now: NOW,
      isWorkday: workdayTest(),
    });
    const titleOf = (...asked: Parameters<FactIndex['declaration']>): string | undefined =>
      facts.declaration(...asked)?.title;
    assert.equal(titleOf('organisation-life/meetingCount'), '会议（活动）次数');
    assert.equal(
      titleOf('organisation-life/meetingCount', 'zh-CN', 'orgLifeMeeting'),
      '会议（活动）次数（组织生活会）',
    );
    assert.match(
      titleOf('organisation-life/meetingCount', 'en', 'orgLifeMeeting') ?? '',
      /^[A-Za-z ()]+ \([A-Za-z -]+\)$/,
    );
    assert.equal(titleOf('organisation-life/meetingCount', 'zh-CN', 'nothing'), '会议（活动）次数');
  });

  it('rolls up periods by adding both sides and dividing once', () => {
    const facts = index([
      held('a', '2025-01-10', 'lecture', { attendeesExpected: 10, attendeesActual: 10 }),
      held('b', '2025-02-10', 'lecture', { attendeesExpected: 90, attendeesActual: 45 }),
    ]);
    const read = (periodCode: string) =>
      facts.read({ id: 'organisation-life/attendanceRate', subjectId: 'village1', periodCode });
    assert.equal(read('2025-01').value, 100);
    assert.equal(read('2025-02').value, 50);
    assert.deepEqual(
      { ...read('2025-Q1') },
      { id: 'organisation-life/attendanceRate', num: 55, den: 100, value: 55, sources: ['a', 'b'] },
    );
  });

  it('does not take nothing for zero', () => {
    const facts = index([held('a', '2025-01-10')]);
    assert.equal(facts.read({ id: 'organisation-life/meetingCount', subjectId: 'village2' }).missing, 'no-records');
    assert.equal(
      facts.read({ id: 'organisation-life/meetingCount', subjectId: 'village1', periodCode: '2025-03' }).value,
      null,
    );
    assert.equal(facts.read({ id: 'organisation-life/recentCount', subjectId: 'village2' }).value, 0);
    assert.equal(facts.read({ id: 'organisation-life/attendanceRate', subjectId: 'village1' }).missing, 'no-records');
    assert.equal(facts.read({ id: 'no-such/fact', subjectId: 'village1' }).missing, 'no-definition');
    assert.equal(facts.read({ id: 'elsewhere/stolen', subjectId: 'village1' }).missing, 'no-definition');
  });

  it('compares what was done with what is required in buckets that have ended', () => {
    // First half of 2025: 6 committee meetings, 2 members' meetings, 2 lectures are required.
    const facts = index([
      held('1', '2025-01-05'),
      held('2', '2025-01-20'),
      held('3', '2025-03-03'),
      held('4', '2025-02-01', 'memberMeeting'),
      held('5', '2025-05-01', 'lecture'),
      held('6', '2025-06-01', 'otherMeeting'),
      held('7', '2025-04-01', 'memberMeeting'),
    ]);
    const read = (periodCode: string, by?: string, subjectId = 'village1') =>
      facts.read({ id: 'organisation-life/heldRate', subjectId, periodCode, by });
    assert.deepEqual([read('2025-H1').num, read('2025-H1').den], [5, 10]);
    assert.equal(read('2025-H1').value, 50);
    assert.deepEqual([read('2025-H1', 'committeeMeeting').num, read('2025-H1', 'committeeMeeting').den], [2, 6]);
    assert.deepEqual(
      read('2025-H1').sources,
      ['1', '2', '4', '3', '7', '5'],
      'other kinds of meeting are not behind it',
    );
    const months = ['2025-01', '2025-02', '2025-03'].map((month) => read(month));
    assert.deepEqual(
      [months.reduce((sum, { num }) => sum + (num ?? 0), 0), months.reduce((sum, { den }) => sum + (den ?? 0), 0)],
      [read('2025-Q1').num, read('2025-Q1').den],
    );
    assert.equal(read('2025').den, 12, 'by September: 8 months and 2 quarters twice');
    assert.equal(read('2025-H1', undefined, 'village2').missing, 'no-records');
  });

  it('tells bucket by bucket what counts, and what runs and does not count yet', () => {
    const facts = index([held('1', '2025-08-05'), held('2', '2025-09-10'), held('3', '2025-09-11', 'lecture')]);
    const state = facts.required({ id: 'organisation-life/heldRate', subjectId: 'village1', periodCode: '2025-Q3' });
    const shown = (buckets: readonly RequiredBucket[] = []) =>
      buckets.map(({ key, periodCode, required, done }) => `${periodCode} ${key} ${done}/${required}`);
    assert.deepEqual(shown(state?.ended), ['2025-07 committeeMeeting 0/1', '2025-08 committeeMeeting 1/1']);
    assert.deepEqual(shown(state?.running), [
      '2025-Q3 memberMeeting 0/1',
      '2025-09 committeeMeeting 1/1',
      '2025-Q3 lecture 1/1',
    ]);
    assert.equal(facts.read({ id: 'organisation-life/heldRate', subjectId: 'village1', periodCode: '2025-Q3' }).den, 2);
    assert.equal(
      facts.required({ id: 'organisation-life/meetingCount', subjectId: 'village1', periodCode: '2025-Q3' }),
      undefined,
    );
    assert.equal(facts.required({ id: 'no-such/fact', subjectId: 'village1' }), undefined);
  });

  it('knows no buckets of imported sums', () => {
    const facts = index(
      [],
      [{ id: 'organisation-life/heldRate', subjectId: 'village1', periodCode: '2025-Q1', num: 4, den: 5 }],
    );
    assert.equal(
      facts.required({ id: 'organisation-life/heldRate', subjectId: 'village1', periodCode: '2025-Q1' }),
      undefined,
    );
  });

  it('asks nothing of organisations to which a requirement does not apply', () => {
    const facts = index([held('1', '2025-01-05', 'lecture', {}, 'village2')]);
    assert.equal(facts.read({ id: 'organisation-life/heldRate', subjectId: 'village2', periodCode: '2025-Q1' }).den, 2);
  });

  it('unites different values, and takes the latest one', () => {
    const facts = index([
      held('a', '2025-03-01', 'lecture', { speakers: ['甲', '乙'], meetingTopic: '三月' }),
      held('b', '2025-01-01', 'lecture', { speakers: ['乙', '丙'], meetingTopic: '一月' }),
      held('c', '2025-01-01', 'lecture', { speakers: ['丙', '丁'] }, 'village2'),
    ]);
    assert.equal(
      facts.read({ id: 'organisation-life/speakerCount', subjectId: 'village1', periodCode: '2025-Q1' }).value,
      3,
    );
    assert.equal(
      facts.readUnder({ id: 'organisation-life/speakerCount', subjectId: 'townA', periodCode: '2025' }).value,
      4,
    );
    assert.equal(facts.read({ id: 'organisation-life/lastTopic', subjectId: 'village1' }).value, '三月');
  });

  it('computes facts from facts, and answers circles and endless chains with an error', () => {
    const facts = index([
      held('a', '2025-01-10', 'lecture', { attendeesExpected: 10, attendeesActual: 8 }),
      held('b', '2025-01-11', 'lecture', { attendeesExpected: 10, attendeesActual: 4 }),
    ]);
    const read = (name: string) =>
      facts.read({ id: `organisation-life/${name}`, subjectId: 'village1', periodCode: '2025-01' });
    assert.equal(read('perMeeting').value, 6);
    assert.equal(read('circleA').missing, 'error');
    assert.equal(read('circleB').missing, 'error');
    assert.equal(read('endless').missing, 'error');
  });

  it('rolls up a subtree without dividing twice, leaving out those of whom nothing is known', () => {
    const facts = index([
      held('a', '2025-01-10', 'lecture', { attendeesExpected: 10, attendeesActual: 10 }),
      held('b', '2025-01-10', 'lecture', { attendeesExpected: 90, attendeesActual: 45 }, 'village2'),
      held('c', '2025-01-10', 'lecture', { attendeesExpected: 100, attendeesActual: 100 }, 'village3'),
    ]);
    const under = (subjectId: string) =>
      facts.readUnder({ id: 'organisation-life/attendanceRate', subjectId, periodCode: '2025' });
    assert.equal(under('townA').value, 55);
    assert.equal(under('county').value, 77.5);
    assert.deepEqual(under('county').sources, ['a', 'b', 'c']);
    assert.equal(under('nowhere').missing, 'no-records');
  });

  it('holds organisations of which only facts are known', () => {
    const cell = (subjectId: string, num: number, den: number): FactCell => ({
      id: 'organisation-life/heldRate',
      subjectId,
      periodCode: '2025-01',
      num,
      den,
    });
    const facts = index([held('a', '2025-01-10')], [cell('village2', 3, 4), cell('village3', 1, 4)]);
    assert.equal(
      facts.read({ id: 'organisation-life/heldRate', subjectId: 'village2', periodCode: '2025-Q1' }).value,
      75,
    );
    assert.deepEqual(
      facts.readUnder({ id: 'organisation-life/heldRate', subjectId: 'county', periodCode: '2025-01' }).num,
      5,
    );
  });

  it('shows an error in a fact, and does not count around it', () => {
    const facts = index([
      held('a', '2025-01-10', 'lecture', { attendeesExpected: 'many', attendeesActual: 5 }),
      held('b', '2025-01-11', 'lecture', { attendeesExpected: 10, attendeesActual: 5 }),
    ]);
    assert.equal(
      facts.read({ id: 'organisation-life/attendanceRate', subjectId: 'village1', periodCode: '2025-01' }).missing,
      'error',
    );
  });

  it('counts again what depends on the day', () => {
    const facts = index([held('a', '2025-09-01')]);
    assert.equal(facts.read({ id: 'organisation-life/recentCount', subjectId: 'village1' }).value, 1);
    facts.setNow('2025-12-01T09:00:00+08:00');
    assert.equal(facts.read({ id: 'organisation-life/recentCount', subjectId: 'village1' }).value, 0);
  });

  it('gives the same incrementally as from scratch', () => {
    const anyRecord = fc.record({
      id: fc.integer({ min: 0, max: 8 }),
      orgId: fc.constantFrom('village1', 'village2', 'village3'),
      state: fc.constantFrom('recorded', 'recorded', 'withdrawn'),
      meetingType: fc.constantFrom('memberMeeting', 'committeeMeeting', 'lecture'),
      month: fc.integer({ min: 1, max: 12 }),
      expected: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
      actual: fc.integer({ min: 0, max: 50 }),
      speakers: fc.array(fc.constantFrom('甲', '乙', '丙')),
      gone: fc.boolean(),
    });
    const queries = [...(meeting.definition.facts ?? [])].flatMap(({ id }) =>
      ['village1', 'village2', 'townA', 'county'].flatMap((subjectId) =>
        [undefined, '2025-03', '2025-Q1', '2025'].flatMap((periodCode) =>
          [undefined, 'lecture'].map((by) => ({ id, subjectId, periodCode, by })),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 25 }), fc.nat(), (steps, seed) => {
        const current = new Map<string, StoredRecord>();
        const incremental = index([]);
        steps.forEach((step, at) => {
          const id = `r${step.id}`;
          const before = current.get(id);
          const after = step.gone
            ? undefined
            : record(
                id,
                step.orgId,
                {
                  meetingType: step.meetingType,
                  heldOn: `2025-${String(step.month).padStart(2, '0')}-10`,
                  attendeesExpected: step.expected,
                  attendeesActual: step.actual,
                  speakers: step.speakers,
                },
                step.state,
              );
          incremental.update(before, after);
          if (after) current.set(id, after);
          else current.delete(id);
          const query = queries[(seed + at * 7) % queries.length]; // reading in between must not matter
          if (query) {
            incremental.read(query);
            incremental.readUnder(query);
          }
        });
        const scratch = index([...current.values()]);
        for (const query of queries) {
          assert.deepEqual(incremental.read(query), scratch.read(query));
          assert.deepEqual(incremental.readUnder(query), scratch.readUnder(query));
        }
      }),
      { numRuns: 40 },
    );
  });
});
