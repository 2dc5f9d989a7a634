import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkStructure, STRUCTURE_LIMITS } from './limits.ts';

const codes = (document: unknown, schemasAt?: readonly string[]) =>
  checkStructure(document, schemasAt).map(({ code, pointer }) => [code, pointer]);
const filled = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

function nested(levels: number): unknown {
  let schema: unknown = true;
  for (let level = 1; level < levels; level++) schema = { properties: { a: schema } };
  return schema;
}

describe('checkStructure', () => {
  it('takes a document at each limit and refuses one beyond it', () => {
    const text = (bytes: number) => ({ a: 'x'.repeat(bytes - 8) }); // {"a":""} has 8 bytes
    assert.deepEqual(codes(text(STRUCTURE_LIMITS.bytes)), []);
    assert.deepEqual(codes(text(STRUCTURE_LIMITS.bytes + 1)), [['too-large', '/a']]);
    assert.deepEqual(codes(nested(STRUCTURE_LIMITS.depth + 1)), []);
    assert.deepEqual(
      codes(nested(STRUCTURE_LIMITS.depth + 2)).map(([code]) => code),
      ['too-deep'],
    );
    assert.deepEqual(codes({ allOf: filled(STRUCTURE_LIMITS.subSchemas - 1, true) }), []);
    assert.deepEqual(
      codes({ allOf: filled(STRUCTURE_LIMITS.subSchemas, true) }).map(([code]) => code),
      ['too-many-schemas'],
    );
    assert.deepEqual(codes({ enum: filled(STRUCTURE_LIMITS.options, 1) }), []);
    assert.deepEqual(
      codes({ enum: filled(STRUCTURE_LIMITS.options + 1, 1) }).map(([code]) => code),
      ['too-many-options'],
    );
  });

  it('counts titled constants as options', () => {
    assert.deepEqual(codes({ oneOf: filled(150_000, { const: 1 }) }), []);
  });

  it('knows where the schemas of a larger document start', () => {
    const document = { title: 'x', record: { allOf: filled(STRUCTURE_LIMITS.subSchemas, true) } };
    assert.deepEqual(codes(document, []), []);
    assert.deepEqual(
      codes(document, ['/record']).map(([code]) => code),
      ['too-many-schemas'],
    );
  });

  it('counts bytes as UTF-8', () => {
    assert.deepEqual(checkStructure('中𠮷é', [], { ...STRUCTURE_LIMITS, bytes: 2 + 3 + 4 + 2 }), []);
    assert.equal(checkStructure('中𠮷é', [], { ...STRUCTURE_LIMITS, bytes: 10 }).length, 1);
  });

  it('names what JSON cannot say, and ends on circles', () => {
    assert.deepEqual(codes({ a: [1, Number.NaN] }), [['not-json', '/a/1']]);
    const circle: Record<string, unknown> = {};
    circle.a = circle;
    circle.b = circle;
    assert.ok(codes(circle).length > 0);
  });
});
