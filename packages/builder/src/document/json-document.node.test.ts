import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '@jiceng/core/fixtures/fast-check.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from './edit.ts';
import { JsonDocument } from './json-document.ts';

const TEXT =
  '{\n  "b": 1.50,\n  "10": "x",\n  "2": {},\n  "list": [\n    { "id": "one", "x-note": [1, 2] },\n    { "id": "two" }\n  ]\n}\n';
const did = { title: { 'zh-CN': '改动', en: 'change' } };
const edited = (...edits: Edit[]): string => {
  const document = new JsonDocument(TEXT);
  document.edit(did, edits);
  return document.text.value;
};

describe('an edited document', () => {
  it('replaces a value and leaves every other character as it is', () => {
    assert.equal(edited({ set: '/list/1/id', value: 'three' }), TEXT.replace('"two"', '"three"'));
  });

  it('adds members where they belong, and what is missing on the way', () => {
    assert.equal(edited({ set: '/c', value: 2, after: 'b' }), TEXT.replace('1.50,', '1.50,\n  "c": 2,'));
    assert.equal(edited({ set: '/c', value: 2, after: null }), TEXT.replace('  "b"', '  "c": 2,\n  "b"'));
    assert.equal(edited({ set: '/2/a/b', value: [] }), TEXT.replace('"2": {}', '"2": {\n    "a": { "b": [] }\n  }'));
    assert.equal(
      edited({ insert: '/list/0', value: {} }),
      TEXT.replace('    { "id": "one"', '    {},\n    { "id": "one"'),
    );
    assert.equal(edited({ insert: '/new/0', value: 'a' }), TEXT.replace('\n  ]\n', '\n  ],\n  "new": ["a"]\n'));
  });

  it('removes with one comma, first, in the middle, last and alone', () => {
    assert.equal(edited({ remove: '/b' }), TEXT.replace('"b": 1.50,\n  ', ''));
    assert.equal(edited({ remove: '/list/0/x-note' }), TEXT.replace(', "x-note": [1, 2]', ''));
    assert.equal(edited({ remove: '/list/1' }, { remove: '/list/0' }), TEXT.replace(/\[\n {4}[^]*\n {2}\]/, '[]'));
  });

  it('renames in place, and moves as written', () => {
    assert.equal(edited({ rename: '/10', to: '11' }), TEXT.replace('"10"', '"11"'));
    assert.equal(
      edited({ move: '/b', to: '/b', after: 'list' }),
      '{\n  "10": "x",\n  "2": {},\n  "list": [\n    { "id": "one", "x-note": [1, 2] },\n    { "id": "two" }\n  ],\n  "b": 1.50\n}\n',
    );
    assert.equal(edited({ move: '/list/0', to: '/list/1' }), TEXT.replace(/( {4}.*),\n( {4}.*)\n/, '$2,\n$1\n'));
  });

  it('takes back and makes again, with what was selected', () => {
    const document = new JsonDocument(TEXT);
    document.selection.value = ['/b'];
    document.edit(did, [{ remove: '/b' }], ['/10']);
    assert.equal(document.undo()?.title.en, 'change');
    assert.deepEqual([document.text.value, document.selection.value], [TEXT, ['/b']]);
    document.redo();
    assert.deepEqual(document.selection.value, ['/10']);
    assert.equal(document.nextRedo.value, undefined);
  });

  it('makes one step of what is typed into one place', () => {
    const document = new JsonDocument(TEXT);
    for (const value of ['t', 'th', 'thr'])
      document.edit({ ...did, group: '/list/1/id' }, [{ set: '/list/1/id', value }]);
    document.closeGroup();
    document.edit({ ...did, group: '/list/1/id' }, [{ set: '/list/1/id', value: 'three' }]);
    assert.equal(document.kept().undo.length, 2);
    document.undo();
    assert.equal(valueAt(document.value.value, '/list/1/id'), 'thr');
    document.undo();
    assert.equal(document.text.value, TEXT);
  });

  it('keeps the last content while the text is broken, and says where', () => {
    const document = new JsonDocument(TEXT);
    document.setText(did, TEXT.replace('"two"', '"two'));
    assert.equal(valueAt(document.value.value, '/list/1/id'), 'two');
    assert.match(document.broken.value?.reason['zh-CN'] ?? '', /^第 7 行/);
    document.undo();
    assert.equal(document.broken.value, undefined);
  });

  it('changes nothing when one of several edits does not fit', () => {
    const document = new JsonDocument(TEXT);
    assert.throws(() => document.edit(did, [{ remove: '/b' }, { remove: '/none' }]), /nothing at \/none/);
    assert.equal(document.text.value, TEXT);
  });

  it('survives being kept: undo goes on where it was', () => {
    const document = new JsonDocument(TEXT);
    document.edit(did, [{ remove: '/list' }]);
    const again = new JsonDocument(JSON.parse(JSON.stringify(document.kept())));
    again.undo();
    assert.equal(again.text.value, TEXT);
  });
});

/** Every pointer of a document. */
function places(value: Json, at: readonly (string | number)[] = []): { pointer: string; inList: boolean }[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item: Json, index) => places(item, [...at, index]))
    : isObject(value)
      ? Object.keys(value).flatMap((key) => places(value[key] as Json, [...at, key]))
      : [];
  return [...(at.length ? [{ pointer: toPointer(at), inList: typeof at[at.length - 1] === 'number' }] : []), ...inner];
}

describe('random edits', () => {
  const content = fc
    .jsonValue({ maxDepth: 3 })
    .map((value) => value as Json)
    .filter((value) => !JSON.stringify(value).includes('__proto__'));

  it('are what they say, and undone are the very same text', () => {
    fc.assert(
      fc.property(
        fc
          .dictionary(fc.string(), content, { minKeys: 1 })
          .filter((value) => !JSON.stringify(value).includes('__proto__')),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('set', 'remove', 'insert'), content), { maxLength: 12 }),
        fc.constantFrom(undefined, 1, 2, '\t'),
        (start, steps, indent) => {
          const text = JSON.stringify(start, null, indent);
          const document = new JsonDocument(text);
          for (const [which, kind, value] of steps) {
            const all = places(document.value.value);
            const place = all[which % all.length];
            if (!place) break;
            if (kind === 'insert' && place.inList) {
              document.edit(did, [{ insert: place.pointer, value }]);
              assert.deepEqual(valueAt(document.value.value, place.pointer), JSON.parse(JSON.stringify(value)));
            } else if (kind === 'remove') {
              document.edit(did, [{ remove: place.pointer }]);
              assert.equal(places(document.value.value).length < all.length, true);
            } else {
              document.edit(did, [{ set: place.pointer, value }]);
              assert.deepEqual(valueAt(document.value.value, place.pointer), JSON.parse(JSON.stringify(value)));
            }
            assert.equal(document.broken.value, undefined);
          }
          while (document.undo());
          assert.equal(document.text.value, text);
          while (document.redo());
          assert.equal(document.broken.value, undefined);
        },
      ),
    );
  });
});
