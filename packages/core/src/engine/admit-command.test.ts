import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { mutated, put } from '../gate/fixtures/random-changes.ts';
import { commandSchema } from '../generated/command-schema.ts';
import { admitStored } from '../record/admit.ts';
import { admitCommand } from './admit-command.ts';
import type {
  CreateCommand,
  MoveCommand,
  SaveCommand,
  StepCommand,
  UpgradeCommand,
  WithdrawCommand,
} from './contract.ts';
import { fixture } from './fixtures/definitions.ts';
import { Store } from './fixtures/store.ts';

const changes = [{ pointer: '/meetingType', value: 'committeeMeeting' }];
/** Each command with everything that its type knows. */
const WHOLE: {
  readonly create: Required<CreateCommand>;
  readonly save: Required<SaveCommand>;
  readonly move: Required<MoveCommand>;
  readonly step: Required<StepCommand>;
  readonly withdraw: Required<WithdrawCommand>;
  readonly upgrade: Required<Omit<UpgradeCommand, 'changes'>>;
} = {
  create: {
    kind: 'create',
    recordId: 'r1',
    definitionId: 'problem-list',
    orgId: 'village1',
    periodCode: '2025-Q3',
    subject: { id: 'p1', title: '王禾' },
    data: { title: '村道路灯损坏' },
  },
  save: { kind: 'save', recordId: 'r1', revision: 0, changes },
  move: { kind: 'move', recordId: 'r1', revision: 0, changes, track: 'item', move: 'start', reason: '已经落实' },
  step: { kind: 'step', recordId: 'r1', revision: 0, changes, step: 'apply', action: 'return', reason: '材料不全' },
  withdraw: { kind: 'withdraw', recordId: 'r1', revision: 0 },
  upgrade: { kind: 'upgrade', recordId: 'r1', revision: 0, version: '2.0.0' },
};

/** A record to send commands about. */
const OPENED: CreateCommand = {
  kind: 'create',
  recordId: 'r1',
  definitionId: 'organisation-life',
  orgId: 'village1',
  data: { meetingType: 'lecture', heldOn: '2025-01-10' },
};

const codes = (document: unknown) => {
  const result = admitCommand(document);
  return result.ok ? [] : result.problems.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('the gate for commands', () => {
  it('lets every command of the contract in, and knows each of its parts', () => {
    const { $defs } = commandSchema as { readonly $defs: Record<string, { readonly properties: object }> };
    for (const [kind, command] of Object.entries(WHOLE)) {
      assert.deepEqual(admitCommand(JSON.parse(JSON.stringify(command))), { ok: true, value: command });
      assert.deepEqual(Object.keys($defs[kind]!.properties).sort(), Object.keys(command).sort(), kind);
    }
  });

  it('says what is wrong, and where', () => {
    assert.deepEqual(codes(null), ['/kind unknown-command']);
    assert.deepEqual(codes({ kind: 'toString' }), ['/kind unknown-command']);
    assert.deepEqual(codes({ ...WHOLE.save, changes: 'x' }), ['/changes schema-type']);
    assert.deepEqual(codes({ ...WHOLE.save, changes: [{ pointer: 5 }] }), ['/changes/0/pointer schema-type']);
    assert.deepEqual(codes({ ...WHOLE.save, changes: [{ pointer: 'title' }] }), ['/changes/0/pointer schema-format']);
    assert.deepEqual(codes({ ...WHOLE.save, personId: 'p1' }), ['/personId schema-additionalProperties']);
    assert.deepEqual(codes({ kind: 'save', recordId: 'r1' }), ['/revision schema-required']);
    assert.deepEqual(codes({ ...WHOLE.save, revision: '0' }), ['/revision schema-type']);
    assert.deepEqual(codes({ ...WHOLE.move, reason: '字'.repeat(1001) }), ['/reason schema-maxLength']);
    assert.deepEqual(codes({ ...WHOLE.create, recordId: 'r'.repeat(81) }), ['/recordId schema-maxLength']);
    assert.equal(codes({ ...WHOLE.create, data: { title: '字'.repeat(400_000) } }).length, 1);
  });

  it('answers to anything, and the engine to all that comes through', () => {
    const compiled = fixture('meeting');
    const whole = Object.values(WHOLE);
    const held = fc.oneof(
      fc.constantFrom<unknown>(null, true, -1, 1e308, [], {}, '__proto__', '\ud800', '/__proto__/x', '/-', '/heldOn/0'),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const change = fc.tuple(fc.nat(40), fc.nat(5), fc.constantFrom('__proto__', 'data', 'kind', 'changes', ''), held);
    let carriedOut = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.array(change, { maxLength: 2 })), { maxLength: 6 }),
        (sent) => {
          const store = new Store([compiled], '2025-09-15T09:30:00+08:00');
          assert.ok(store.run(OPENED, 'filler1').ok);
          for (const [which, changed] of sent) {
            const admitted = admitCommand(mutated(whole[which], changed));
            if (admitted.ok && store.run(admitted.value, 'filler1').ok) carriedOut++;
          }
          for (const record of store.records.values())
            assert.equal(admitStored(record, () => compiled).ok, true, JSON.stringify(record));
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(carriedOut > 50, `${carriedOut} commands were carried out`);
  });

  it('keeps its hands off prototypes', () => {
    const data = {};
    put(data, '__proto__', { polluted: true });
    admitCommand({ ...WHOLE.create, data });
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });
});
