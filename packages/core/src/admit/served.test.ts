import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBurden } from '../burden/check.ts';
import { effectOf } from '../burden/effect.ts';
import { compile } from '../definition/compile.ts';
import type { Compiled } from '../definition/compiled.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { PEOPLE } from '../engine/fixtures/directory.ts';
import { Store } from '../engine/fixtures/store.ts';
import { movesOf } from '../engine/offers.ts';
import fc from '../fixtures/fast-check.ts';
import { createForm } from '../form/create-form.ts';
import { exampleData } from '../form/example.ts';
import { problemsIn } from '../form/reading-order.ts';
import { mutated } from '../gate/fixtures/random-changes.ts';
import type { Definition } from '../generated/definition.ts';
import type { JsonObject } from '../json/json.ts';
import { analyse } from '../logic/analyse.ts';
import { ledgerParts } from '../table/ledger-columns.ts';
import { differences } from '../version/differences.ts';
import { proposedMigration } from '../version/propose.ts';
import { admit } from './admit.ts';

const NOW = '2025-06-30T09:30:00+08:00';
const PERIODS: Readonly<Record<string, string>> = {
  month: '2025-06',
  quarter: '2025-Q2',
  halfYear: '2025-H1',
  year: '2025',
};

/** Changes that often stay within what is admitted. */
const change = fc.tuple(
  fc.nat(20_000),
  fc.nat(5),
  fc.constantFrom('__proto__', 'constructor', '0', '', 'a/b', '名称', 'length'),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    0.1,
    100,
    1e308,
    [],
    {},
    '',
    'x',
    '1',
    '1/0',
    'NA()',
    'TODAY()',
    'IF(1,"a","b")',
    '字段',
    '2025-02-30',
    '\u202e',
    'string',
    'date',
    'year',
    'filler',
    ['string', 'null'],
    { type: 'array' },
  ),
);

/** Everything that reads a definition, once: whatever it says, nothing throws. */
function serve(definition: Definition, before: Definition, example: JsonObject): void {
  const compiled = compile(definition);
  checkBurden(definition, [before], '2025-06-30');
  effectOf(definition, [before]);
  analyse(definition);
  proposedMigration(before, definition, differences(before, definition));
  ledgerParts(compiled);
  for (const data of [example, exampleData(compiled, { now: NOW }), {}])
    problemsIn(createForm({ compiled, data, now: NOW }));
  live(compiled, example);
}

/** A record from its beginning, by every move that anybody is offered first, to half a year later. */
function live(compiled: Compiled, data: JsonObject): void {
  const { id: definitionId, filing, subject } = compiled.definition;
  const store = new Store([compiled], NOW);
  const periodCode = filing && PERIODS[filing.period];
  store.run(
    {
      kind: 'create',
      recordId: 'r',
      definitionId,
      orgId: 'village1',
      data,
      ...(periodCode === undefined ? {} : { periodCode }),
      ...(subject === 'person' ? { subject: { id: 'p', title: '王某' } } : {}),
    },
    'filler1',
  );
  for (const person of PEOPLE) {
    const record = store.records.get('r');
    const offer = record && movesOf(compiled, record, person, store.snapshot(), store.now)[0];
    if (!offer) continue;
    const { move, track, ask } = offer;
    const changes = ask.map(({ field }) => ({ pointer: field.field, value: '2025-06-30' }));
    store.run(
      { kind: 'move', recordId: 'r', revision: record.revision, track, move: move.id, changes, reason: '按要求办理' },
      person.personId,
    );
  }
  store.at('2025-12-31T09:30:00+08:00').tick();
}

describe('what is admitted', () => {
  it('can be served: judged, compared, shown, filled in and carried on, whatever it says', () => {
    const all = templates();
    let served = 0;
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.array(change, { minLength: 1, maxLength: 2 }), (which, changes) => {
        const { definition, example } = all[which]!;
        const admitted = admit(mutated(definition, changes));
        if (!admitted.ok) return;
        serve(admitted.value, definition, example as JsonObject);
        served++;
      }),
      { numRuns: 300 },
    );
    assert.ok(served > 50, `${served} changed templates were admitted`);
  });
});
