import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admit } from '../admit/admit.ts';
import { compile } from '../definition/compile.ts';
import { assertWellFormed, codesOf, guardPrototypes, parsed, record, trial } from '../definition/fixtures/trial.ts';
import fc from '../fixtures/fast-check.ts';
import { STRUCTURE_LIMITS } from '../schema/limits.ts';
import { admitRecord, admitStored, type Completeness } from './admit.ts';

const inherited = parsed('{ "toString": { "type": "string" }, "valueOf": { "type": "integer" } }');
const result = admit(
  trial({
    record: record(
      {
        note: { type: 'string', title: '说明', maxLength: 5 },
        measures: { type: 'array', items: record({ dueOn: { type: 'string', format: 'date' } }) },
        ...inherited,
      },
      { required: ['note'] },
    ),
    states: [
      { id: 'open', title: '办理中' },
      { id: 'closed', title: '已办结', final: true },
    ],
    moves: [{ id: 'close', title: '办结', from: ['open'], to: 'closed' }],
  }),
);
assert.ok(result.ok);
const compiled = compile(result.value);

const stored = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  id: '1234567890123456789',
  definition: { id: 'trial', version: '1.0.0', hash: compiled.hash },
  orgId: 'village1',
  orgPath: 'county/village1',
  state: 'open',
  revision: 0,
  links: [],
  facts: [],
  history: [],
  audit: {
    createdAt: '2025-09-15T09:00:00+08:00',
    createdBy: 'p1',
    updatedAt: '2025-09-15T09:00:00+08:00',
    updatedBy: 'p1',
  },
  data: { note: '已改' },
  ...over,
});
const codes = (document: unknown, completeness?: Completeness) =>
  codesOf(admitRecord(document, compiled, completeness));
const withData = (data: unknown, completeness?: Completeness) => codes(stored({ data }), completeness);

describe('admitRecord', () => {
  guardPrototypes();

  it('lets a record through as it is', () => {
    const document = stored({ data: { note: '已改', measures: [{ dueOn: '2025-02-28' }], toString: 'x' } });
    const before = JSON.stringify(document);
    const admitted = admitRecord(document, compiled);
    assert.ok(admitted.ok);
    assert.equal(admitted.value, document);
    assert.equal(admitted.value.id, '1234567890123456789');
    assert.equal(JSON.stringify(document), before);
  });

  it('asks data of a whole record, not of a draft', () => {
    assert.deepEqual(withData({}), ['schema-required']);
    assert.deepEqual(withData({ note: '六个字太长了', measures: [{ dueOn: '2025-02-30' }] }).sort(), [
      'schema-format',
      'schema-maxLength',
    ]);
    assert.deepEqual(withData({ note: 7, measures: 'x' }, 'draft'), []);
    assert.deepEqual(withData([], 'draft'), ['schema-type']);
  });

  it('names the field by its label, and its place in the record', () => {
    const refused = admitRecord(stored({ data: { note: '六个字太长了' } }), compiled);
    assert.ok(!refused.ok);
    assert.equal(refused.problems[0]?.pointer, '/data/note');
    assert.match(refused.problems[0]?.reason['zh-CN'] ?? '', /说明/);
  });

  it('refuses an envelope that does not fit', () => {
    assert.deepEqual(codes(stored({ definition: { id: 'other', version: '1.0.0', hash: 'x' } })), ['other-definition']);
    assert.deepEqual(codes(stored({ definition: { id: 'trial', version: '2.0.0', hash: 'x' } })), ['other-version']);
    for (const state of ['none', '__proto__', 'constructor', 'toString'])
      assert.deepEqual(codes(stored({ state })), ['unknown-state']);
    assert.deepEqual(codes(stored({ filing: { status: 'draft', returnCount: 0, revisionNo: 0 } })), ['no-filing']);
    for (const orgPath of ['', 'county', 'village1/x', 'countyvillage1'])
      assert.deepEqual(codes(stored({ orgPath })), ['wrong-path']);
    assert.deepEqual(codes(stored({ id: 1234567890123456789 })), ['schema-type']);
    assert.deepEqual(codes(stored({ revision: -1 })), ['schema-minimum']);
    assert.deepEqual(codes(stored({ isAdministrator: true })), ['schema-additionalProperties']);
    assert.notDeepEqual(codes({ ...stored(), links: [{ rel: 'both' }] }), []);
  });

  it('knows inherited names only as data', () => {
    assert.deepEqual(withData({ note: 'x', valueOf: 'x' }), ['schema-type']);
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty'])
      assert.deepEqual(withData({ note: 'x', ...parsed(`{ "${name}": 1 }`) }), []);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      assert.deepEqual(
        codes({ ...stored(), ...parsed(`{ "${name}": 1 }`) }).includes('schema-additionalProperties'),
        true,
        name,
      );
      assert.ok(
        codes(parsed(JSON.stringify(stored()).replace('"orgId"', `"${name}"`))).includes('schema-required'),
        name,
      );
    }
  });

  it('answers to what is too heavy, circular or breaks while it is read', () => {
    assert.deepEqual(withData({ note: 'x'.repeat(STRUCTURE_LIMITS.bytes) }), ['too-large']);
    const circle: Record<string, unknown> = { note: 'x' };
    circle['self'] = circle;
    assert.deepEqual(withData(circle), ['too-deep']);
    assert.deepEqual(
      codes(
        Object.defineProperty(stored(), 'data', {
          enumerable: true,
          get() {
            throw Object.create(null);
          },
        }),
      ),
      ['unreadable'],
    );
    assert.deepEqual(withData({ note: Number.NaN }), ['not-json']);
    assert.deepEqual(withData({ note: undefined }), ['not-json']);
    for (const document of [undefined, null, [], '', 0, Symbol('x'), () => 1]) assert.notDeepEqual(codes(document), []);
  });

  it('answers to any JSON, whole or in any part', () => {
    const part = fc.constantFrom(...Object.keys(stored()), 'filing', 'steps', 'subject', '__proto__');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), part, (value, key) => {
        assertWellFormed(admitRecord(value, compiled));
        const document = stored();
        Object.defineProperty(document, key, { value, enumerable: true });
        assertWellFormed(admitRecord(document, compiled));
        assertWellFormed(admitRecord(document, compiled, 'draft'));
      }),
      { numRuns: 400 },
    );
  });
});

describe('admitStored', () => {
  guardPrototypes();
  const known = (document: unknown) => codesOf(admitStored(document, (id) => (id === 'trial' ? compiled : undefined)));

  it('lets whole records through, whatever their version and however unfinished', () => {
    assert.deepEqual(known(stored()), []);
    assert.deepEqual(known(stored({ data: {} })), []);
    assert.deepEqual(known(stored({ definition: { id: 'trial', version: '0.9.0', hash: 'other' } })), []);
    assert.deepEqual(
      known(stored({ definition: { id: '__proto__', version: '1.0.0', hash: 'x' }, state: 'anything' })),
      [],
    );
  });

  it('refuses what is damaged', () => {
    const circle: Record<string, unknown> = stored();
    circle['data'] = { circle };
    for (const document of [
      undefined,
      null,
      'text',
      [],
      {},
      circle,
      stored({ audit: undefined }),
      stored({ data: 'x' }),
      stored({ revision: 'x' }),
      stored({ history: {} }),
    ])
      assert.ok(known(document).length > 0, String(document));
    assert.deepEqual(known(stored({ state: 'constructor' })), ['unknown-state']);
    assert.deepEqual(known(stored({ orgPath: 'county/village2' })), ['wrong-path']);
  });
});
