import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import fc from '../fixtures/fast-check.ts';
import type { StoredRecord } from '../generated/record.ts';
import { applyAll } from './batch.ts';
import type { BatchOutcome, Command } from './contract.ts';
import { fixture, template } from './fixtures/definitions.ts';
import { Store } from './fixtures/store.ts';

const NOW = '2025-04-03T09:00:00+08:00';
const FILLER = { personId: 'filler1' };
const store = (): Store => new Store([fixture('meeting'), template('problem-list')], NOW);

const open = (recordId: string, heldOn: string, more: object = {}): Command => ({
  kind: 'create',
  recordId,
  definitionId: 'organisation-life',
  orgId: 'village1',
  data: { meetingType: 'lecture', heldOn, attendeesExpected: 10, ...more },
});
const save = (recordId: string, values: Record<string, string | number>, revision = 0): Command => ({
  kind: 'save',
  recordId,
  revision,
  changes: Object.keys(values).map((name) => ({ pointer: `/${name}`, value: values[name] })),
});

/** Runs a list and keeps what comes of it. */
function run(to: Store, commands: readonly Command[], by: { personId: string } | null = FILLER): BatchOutcome {
  const outcome = applyAll(commands, to.snapshot(), by, to.now);
  if (outcome.ok) to.keep(outcome.records, outcome.removed);
  return outcome;
}
function done(outcome: BatchOutcome): Extract<BatchOutcome, { ok: true }> {
  if (!outcome.ok) assert.fail(`${outcome.at}: ${JSON.stringify(outcome.refusal.problems)}`);
  return outcome;
}
function refused(outcome: BatchOutcome): Extract<BatchOutcome, { ok: false }> {
  if (outcome.ok) assert.fail('it was carried out');
  assert.ok(outcome.refusal.problems.every(({ reason }) => reason['zh-CN'] !== '' && reason.en !== ''));
  return outcome;
}
const dataOf = (to: Store): unknown => [...to.records.values()].map(({ id, data }) => [id, data]).sort();

describe('a list of commands', () => {
  it('is carried out as one, each seeing the records of those before', () => {
    const to = store();
    const { records } = done(
      run(to, [
        open('m1', '2025-03-01'),
        open('m2', '2025-03-02'),
        save('m1', { meetingTopic: '改过' }),
        save('m1', { meetingTopic: '再改' }),
      ]),
    );
    assert.deepEqual(records.map(({ id }) => id).sort(), ['m1', 'm2']);
    assert.equal(to.get('m1').data['meetingTopic'], '再改');
  });

  it('stores nothing when one is refused, and says which and why', () => {
    const to = store();
    done(run(to, [open('m1', '2025-03-01')]));
    const { at, refusal } = refused(
      run(to, [save('m1', { meetingTopic: '改过' }), open('m2', 'soon'), open('m3', '2025-03-03')]),
    );
    assert.deepEqual([at, refusal.code], [1, 'invalid']);
    assert.equal(to.get('m1').revision, 0);
    assert.equal(to.records.size, 1);
  });

  it('checks the revision of every record against the store as it was before', () => {
    const to = store();
    done(run(to, [open('m1', '2025-03-01'), open('m2', '2025-03-02')]));
    done(run(to, [save('m2', { meetingTopic: '别人改的' })]));
    const { at, refusal } = refused(
      run(to, [save('m1', { meetingTopic: '甲' }, 0), save('m2', { meetingTopic: '乙' }, 0)]),
    );
    assert.deepEqual([at, refusal.code, refusal.current?.revision], [1, 'conflict', 1]);
    done(
      run(to, [
        save('m1', { meetingTopic: '甲' }, 0),
        save('m2', { meetingTopic: '乙' }, 1),
        save('m2', { meetingTopic: '丙' }, 1),
      ]),
    );
    assert.equal(to.get('m2').data['meetingTopic'], '丙');
  });

  it('is taken back as one: created records go, changed fields are as before', () => {
    const to = store();
    done(run(to, [open('m1', '2025-03-01', { meetingTopic: '原来', attendeesActual: 3 })]));
    const before = dataOf(to);
    const { undo } = done(
      run(to, [
        save('m1', { meetingTopic: '甲' }),
        open('m2', '2025-03-02'),
        save('m1', { meetingTopic: '乙', attendeesActual: 5 }),
        save('m2', { meetingTopic: '新' }),
      ]),
    );
    const back = done(run(to, undo!));
    assert.deepEqual(back.removed, ['m2']);
    assert.deepEqual(dataOf(to), before);
    done(run(to, back.undo!));
    assert.deepEqual([to.get('m1').data['meetingTopic'], to.get('m2').data['meetingTopic']], ['乙', '新']);
  });

  it('cannot be taken back once somebody else was there', () => {
    const to = store();
    const { undo } = done(run(to, [open('m1', '2025-03-01'), open('m2', '2025-03-02')]));
    done(run(to, [save('m2', { meetingTopic: '别人改的' })], null));
    assert.equal(refused(run(to, undo!)).refusal.code, 'conflict');
    const stale = undo!.map((command) =>
      command.kind === 'withdraw' ? { ...command, revision: to.get(command.recordId).revision } : command,
    );
    assert.equal(refused(run(to, stale)).refusal.code, 'guard');
    assert.equal(to.records.size, 2);
  });

  it('offers no way back from moves', () => {
    const to = store();
    done(
      run(
        to,
        [
          {
            kind: 'create',
            recordId: 'p1',
            definitionId: 'problem-list',
            orgId: 'village1',
            data: {
              problemText: '屋面渗漏',
              problemSource: 'inspection',
              problemCategory: 'other',
              foundOn: '2025-03-01',
            },
          },
        ],
        null,
      ),
    );
    const outcome = run(
      to,
      [
        {
          kind: 'move',
          recordId: 'p1',
          revision: 0,
          track: 'item',
          move: 'cancel',
          reason: '登记有误，不再办理',
          changes: [],
        },
      ],
      null,
    );
    assert.equal(done(outcome).undo, null);
  });

  it('refuses values that may occur once when they come twice in the list', () => {
    const to = new Store([compile({ ...fixture('meeting').definition, unique: [['heldOn', 'meetingTopic']] })], NOW);
    assert.equal(
      refused(
        run(to, [
          open('m1', '2025-03-01', { meetingTopic: '党课' }),
          open('m2', '2025-03-02', { meetingTopic: '党课' }),
          open('m3', '2025-03-01', { meetingTopic: '党课' }),
        ]),
      ).at,
      2,
    );
    done(
      run(to, [
        open('m1', '2025-03-01', { meetingTopic: '党课' }),
        save('m1', { meetingTopic: '例会' }),
        open('m3', '2025-03-01', { meetingTopic: '党课' }),
      ]),
    );
  });

  it('leaves the store as it was after any list and its way back', () => {
    const ids = fc.constantFrom('m1', 'm2', 'm3', 'm4');
    const command = fc.oneof(
      fc
        .record({ id: ids, day: fc.integer({ min: 1, max: 28 }) })
        .map(({ id, day }) => open(id, `2025-03-${String(day).padStart(2, '0')}`)),
      fc
        .record({ id: ids, meetingTopic: fc.constantFrom('甲', '乙', '丙'), count: fc.integer({ min: 0, max: 9 }) })
        .map(({ id, meetingTopic, count }) => save(id, { meetingTopic, attendeesActual: count })),
      ids.map((recordId): Command => ({ kind: 'withdraw', recordId, revision: 0 })),
    );
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 3 }),
        fc.array(command, { minLength: 1, maxLength: 8 }),
        (first, then) => {
          const to = store();
          run(to, first);
          const before = dataOf(to);
          const current = (list: readonly Command[]): Command[] =>
            list.map((each) =>
              each.kind === 'create' ? each : { ...each, revision: to.records.get(each.recordId)?.revision ?? 0 },
            );
          const outcome = run(to, current(then));
          if (!outcome.ok) return assert.deepEqual(dataOf(to), before);
          done(run(to, outcome.undo!));
          assert.deepEqual(dataOf(to), before);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('taking a record back', () => {
  const withdraw = (record: StoredRecord): Command => ({
    kind: 'withdraw',
    recordId: record.id,
    revision: record.revision,
  });

  it('is for who opened it, while nothing else has happened', () => {
    const to = store();
    done(run(to, [open('m1', '2025-03-01')]));
    const other = refused(run(to, [withdraw(to.get('m1'))], { personId: 'filler2' }));
    assert.equal(other.refusal.code, 'forbidden');
    const outcome = to.run(withdraw(to.get('m1')), 'filler1');
    assert.deepEqual(outcome.ok && [outcome.records, outcome.removed], [[], ['m1']]);
    assert.equal(to.records.size, 0);
  });
});
