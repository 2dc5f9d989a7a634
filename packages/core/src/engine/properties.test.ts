import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { FactIndex } from '../facts/fact-index.ts';
import type { StoredRecord } from '../generated/record.ts';
import { admitStored } from '../record/admit.ts';
import { workdayTest } from '../time/calendar.ts';
import { addDays } from '../time/date.ts';
import type { Command } from './contract.ts';
import { DIRECTORY, PEOPLE } from './fixtures/directory.ts';
import { fixture, template } from './fixtures/definitions.ts';
import { Store } from './fixtures/store.ts';

const DEFINITIONS = [fixture('meeting'), fixture('score-card'), template('problem-list')];
const definitionOf = (id: string) => DEFINITIONS.find(({ definition }) => definition.id === id);
const IDS = ['r1', 'r2', 'r3', 'r4'];

/** One thing somebody tries, sensible or not; `back` names an older revision, `days` pass before it. */
type Try = { readonly command: Command; readonly by: string | null; readonly days: number; readonly back: number };

const value = fc.oneof(
  fc.constantFrom(
    'lecture',
    'committeeMeeting',
    '2025-03-05',
    'village1',
    'filler1',
    'fair',
    '',
    'immediate',
    'onSite',
    'pass',
  ),
  fc.integer({ min: -1, max: 101 }),
  fc.constant(null),
  fc.array(fc.constantFrom('甲', '乙'), { maxLength: 3 }),
);
const pointer = fc.constantFrom(
  '/meetingType',
  '/heldOn',
  '/speakers',
  '/members',
  '/fullMembers',
  '/reason',
  '/grade',
  '/totalScore',
  '/entries/teamWork/selfScore',
  '/entries/teamWork/reviewScore',
  '/problemText',
  '/leadOrgId',
  '/responsiblePerson',
  '/progressPct',
  '/evidenceNote',
  '/x/y',
  '/measures/0/measureText',
  '/constructor/a',
);
const changes = fc.array(fc.record({ pointer, value }), { maxLength: 4 });
const recordId = fc.constantFrom(...IDS);
const orgId = fc.constantFrom('village1', 'village2', 'village3', 'townA');

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('create' as const),
      recordId,
      definitionId: fc.constant('organisation-life'),
      orgId,
      data: fc.record({
        meetingType: fc.constantFrom('lecture', 'committeeMeeting'),
        heldOn: fc.constantFrom('2025-01-10', '2025-02-10', '2025-03-10'),
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('create' as const),
      recordId,
      definitionId: fc.constant('small-standard'),
      orgId,
      periodCode: fc.constant('2025-Q1'),
      data: fc.constant({ members: 9, reason: '测试', entries: { teamWork: { selfScore: 10 } } }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('save' as const), recordId, revision: fc.constant(0), changes }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      recordId,
      revision: fc.constant(0),
      track: fc.constant('filing' as const),
      move: fc.constantFrom('submit', 'open', 'accept', 'escalate', 'return', 'correct', 'withdraw', 'void'),
      reason: fc.constant('按要求办理'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      recordId,
      revision: fc.constant(0),
      track: fc.constant('item' as const),
      move: fc.constantFrom('assign', 'withdraw', 'cancel'),
      reason: fc.constant('按要求办理'),
      changes,
    }),
  },
);
const tries: fc.Arbitrary<readonly Try[]> = fc.array(
  fc.record({
    command,
    by: fc.constantFrom(...PEOPLE.map(({ personId }) => personId), 'filler1', 'reviewerA', 'reviewerC', null),
    days: fc.integer({ min: 0, max: 40 }),
    back: fc.constantFrom(0, 0, 0, 0, 1),
  }),
  { maxLength: 40 },
);

/** Carries out what can be carried out, from an empty store; returns the store and what was refused. */
function replay(steps: readonly Try[]): { readonly store: Store; readonly refusals: readonly string[] } {
  const store = new Store(DEFINITIONS, '2025-04-01T08:00:00+08:00');
  const refusals: string[] = [];
  for (const { command: asked, by, days, back } of steps) {
    store.at(`${addDays(store.now.slice(0, 10), days)}T08:00:00+08:00`);
    const stored = store.records.get(asked.recordId);
    const outcome = store.run(
      asked.kind === 'create' || !stored ? asked : { ...asked, revision: stored.revision - back },
      by,
    );
    refusals.push(outcome.ok ? '' : outcome.refusal.code);
    if (!outcome.ok)
      assert.ok(outcome.refusal.problems.every(({ reason }) => reason['zh-CN'] !== '' && reason.en !== ''));
    store.tick();
  }
  return { store, refusals };
}

const sorted = (records: Iterable<StoredRecord>): StoredRecord[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('the engine, whatever people try', () => {
  it('gives the same records when the same commands are replayed', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const first = replay(steps);
        const second = replay(steps);
        assert.deepEqual(second.refusals, first.refusals);
        assert.deepEqual(sorted(second.store.records.values()), sorted(first.store.records.values()));
      }),
      { numRuns: 40 },
    );
  });

  it('hands over once: one record for each source, hand-over and key, linked at both ends', () => {
    let handed = 0;
    fc.assert(
      fc.property(tries, (steps) => {
        const { store } = replay(usual(steps));
        const seen = new Set<string>();
        for (const record of store.records.values()) {
          for (const { rel, handover, key, recordId: other } of record.links) {
            const way = JSON.stringify([rel === 'to' ? record.id : other, handover, key]);
            assert.ok(
              store
                .get(other)
                .links.some((link) => link.recordId === record.id && link.key === key && link.rel !== rel),
              'the other end knows',
            );
            if (rel !== 'to') continue;
            assert.ok(!seen.has(way), way);
            seen.add(way);
            handed++;
          }
        }
      }),
      { numRuns: 40 },
    );
    assert.ok(handed > 20, `only ${handed} hand-overs were tried`);
  });

  it('keeps facts as counted from scratch, raises revisions by every change, and stores what the gate lets in again', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { store } = replay(usual(steps));
        const scratch = new FactIndex({
          definitions: DEFINITIONS,
          organisations: DIRECTORY,
          records: store.records.values(),
          now: store.now,
          isWorkday: workdayTest(),
        });
        for (const id of scratch.ids()) {
          for (const subjectId of ['village1', 'village2', 'townA']) {
            for (const periodCode of [undefined, '2025-03', '2025']) {
              const query = { id, subjectId, ...(periodCode === undefined ? {} : { periodCode }) };
              assert.deepEqual(store.facts.read(query), scratch.read(query));
            }
          }
        }
        for (const record of store.records.values()) {
          assert.ok(record.revision >= record.history.length - 1);
          assert.deepEqual(admitStored(JSON.parse(JSON.stringify(record)), definitionOf), {
            ok: true,
            value: JSON.parse(JSON.stringify(record)),
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing when it refuses, and nothing more when it ticks again', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { store } = replay(usual(steps));
        assert.deepEqual(store.tick(), []);
        const before = sorted(store.records.values());
        for (const { command: asked, by } of steps) {
          const outcome = store.run(asked.kind === 'create' ? asked : { ...asked, revision: -1 }, by);
          if (!outcome.ok) assert.deepEqual(sorted(store.records.values()), before);
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** The tries, after a filing that is accepted, so that there is something to hand over. */
function usual(steps: readonly Try[]): readonly Try[] {
  const move = (name: string, by: string): Try => ({
    command: { kind: 'move', track: 'filing', move: name, recordId: 'r1', revision: 0, reason: '按要求办理' },
    by,
    days: 0,
    back: 0,
  });
  return [
    {
      command: {
        kind: 'create',
        recordId: 'r1',
        definitionId: 'small-standard',
        orgId: 'village1',
        periodCode: '2025-Q1',
        data: { members: 9, reason: '测试', entries: { teamWork: { selfScore: 10 } } },
      },
      by: 'filler1',
      days: 0,
      back: 0,
    },
    move('submit', 'filler1'),
    move('open', 'reviewerA'),
    move('escalate', 'reviewerA'),
    move('accept', 'reviewerC'),
    ...steps,
    move('correct', 'reviewerC'),
    move('accept', 'reviewerC'),
  ];
}
