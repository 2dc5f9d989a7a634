import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admit } from '../admit/admit.ts';
import type { Definition } from '../generated/definition.ts';
import { bundled } from './bundled.ts';
import { compile } from './compile.ts';
import { codesOf, parsed, record, trial } from './fixtures/trial.ts';
import { translated } from './translated.ts';

const PARTS = {
  $defs: {
    colour: { type: 'string', title: '颜色', oneOf: [{ const: 'red', title: '红' }] },
    dot: { type: 'object', properties: { colour: { $ref: '#/$defs/colour' } } },
    loop: { type: 'object', properties: { next: { $ref: '#/$defs/loop' } } },
  },
  texts: {
    en: { '/$defs/colour/title': 'Colour', '/$defs/colour/oneOf/0/title': 'Red' },
    fr: { '/$defs/colour/title': 'Couleur' },
  },
};
const ref = (name: string, more: object = {}) => ({
  $ref: `https://jiceng.dev/schemas/parts/1.json#/$defs/${name}`,
  ...more,
});
const made = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => {
  const result = bundled(trial({ record: record(properties), ...more }), PARTS);
  assert.ok(result.ok);
  return result.value as Definition;
};

describe('shared parts', () => {
  it('are copied with what they need and with their translations', () => {
    const definition = made({ dot: ref('dot', { title: '点' }) }, { texts: { en: { '/title': 'Trial' } } });
    assert.deepEqual(Object.keys(definition.record['$defs'] as object).sort(), ['colour', 'dot']);
    assert.deepEqual(codesOf(admit(definition)), []);
    const field = compile(translated(definition, 'en')).field('/dot/colour');
    assert.equal(field?.title, 'Colour');
    assert.deepEqual(
      field?.options?.map(({ title }) => title),
      ['Red'],
    );
  });
  it('may lead back to themselves', () => {
    assert.deepEqual(codesOf(admit(made({ loop: ref('loop', { title: '环' }) }))), []);
  });
  it('leave a document alone that uses none, and data that only look like references', () => {
    const document = trial();
    assert.deepEqual(bundled(document, PARTS), { ok: true, value: document });
    const definition = made({ a: ref('colour'), b: { type: 'object', title: '乙', default: ref('dot') } });
    assert.deepEqual((definition.record.properties as Record<string, { default?: unknown }>)['b']?.default, ref('dot'));
  });
  it('are told with their place when they are missing or their name is taken', () => {
    const missing = bundled(trial({ record: record({ a: ref('none') }) }), PARTS);
    assert.ok(!missing.ok);
    assert.deepEqual(
      missing.problems.map(({ pointer, code }) => [pointer, code]),
      [['/record/properties/a/$ref', 'unknown-part']],
    );
    const taken = bundled(
      trial({ record: record({ a: ref('colour') }, { $defs: { colour: { type: 'string' } } }) }),
      PARTS,
    );
    assert.deepEqual(codesOf(taken), ['part-clash']);
  });
  it('are not looked up among what objects inherit', () => {
    assert.deepEqual(
      codesOf(bundled(trial({ record: record({ a: ref('__proto__'), b: ref('constructor') }) }), PARTS)),
      ['unknown-part', 'unknown-part'],
    );
    assert.ok(bundled(parsed('{"record":{"properties":{"__proto__":{"type":"string"}}}}'), PARTS).ok);
  });
  it('take any document without throwing', () => {
    for (const document of [null, 1, 'x', [], {}, { record: null }, { record: [] }, { record: { $ref: 7 } }])
      assert.ok(bundled(document, PARTS).ok);
  });
});
