import { admit } from '@jiceng/core/admit/admit.js';
import { usesOf } from '@jiceng/core/definition/uses.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { splicesOf } from '../document/apply.ts';
import { spliced } from '../document/splice.ts';
import { published, templateFiles } from '../fixtures/templates.ts';
import { addressesOf, fieldsBelow, itemOf } from './field-places.ts';
import { cannotRename, renameEdits } from './rename.ts';

test('every field of every template takes another key, and nothing names the old one any more', () => {
  for (const file of templateFiles()) {
    const text = readFileSync(file, 'utf8');
    const value = JSON.parse(text) as Json;
    const top = fieldsBelow(value, '/record');
    const places = [
      ...top,
      ...top.flatMap(({ pointer }) => [
        ...fieldsBelow(value, pointer),
        ...fieldsBelow(value, itemOf(value, pointer) ?? '/none'),
      ]),
    ];
    const step = Math.ceil(places.length / 4);
    // All at once: what one renaming spoils, the gate or the next one finds.
    let now = text;
    for (const [at, { key, pointer }] of places
      .filter((_, index) => index % step === 0)
      .reverse()
      .entries()) {
      const current = JSON.parse(now) as Json;
      const addresses = addressesOf(current, pointer);
      if (addresses.length === 0) continue;
      now = spliced(now, splicesOf(now, renameEdits(current, pointer, `新名${at}`)));
      const after = JSON.parse(now) as Definition;
      for (const address of addresses) assert.deepEqual(usesOf(after, address), [], `${file} ${key}`);
    }
    const admitted = admit(published(JSON.parse(now)));
    assert.deepEqual(admitted.ok ? [] : admitted.problems.slice(0, 3), [], file);
  }
});

test('a new key must be one that formulas can read, and free', () => {
  const value = { record: { properties: { a: {}, b: {} }, allOf: [{ then: { properties: { c: {} } } }] } };
  assert.equal(cannotRename(value, '/record/properties/a', '电话'), undefined);
  assert.deepEqual(
    ['1a', 'a b', '', 'TRUE', '__proto__', 'b', 'c'].map(
      (key) => cannotRename(value, '/record/properties/a', key)?.code,
    ),
    ['bad-key', 'bad-key', 'bad-key', 'bad-key', 'bad-key', 'taken-key', 'taken-key'],
  );
});
