import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { templateFiles } from '../fixtures/templates.ts';
import { BuilderSession } from './session.ts';

/** Edits of a template: five hundred of some, fewer of the others, so that this stays a matter of seconds. */
const editsOf = (at: number): number => (at % 12 === 0 ? 500 : 40);
const did = { title: { 'zh-CN': '改动', en: 'change' } };

/** Numbers that look random and are the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A place in a document, found by going down at random; `undefined` for the document itself. */
function anyPlace(
  value: Json,
  pick: (below: number) => number,
): { readonly pointer: string; readonly inList: boolean } | undefined {
  const parts: (string | number)[] = [];
  let now = value;
  while ((Array.isArray(now) || isObject(now)) && Object.keys(now).length > 0 && (parts.length < 2 || pick(4) > 0)) {
    const keys = Object.keys(now);
    const key = keys[pick(keys.length)] as string;
    parts.push(Array.isArray(now) ? Number(key) : key);
    now = (now as { readonly [key: string]: Json })[key] as Json;
  }
  return parts.length === 0
    ? undefined
    : { pointer: toPointer(parts), inList: typeof parts[parts.length - 1] === 'number' };
}

function anyEdit(value: Json, pick: (below: number) => number, at: number): Edit | undefined {
  const place = anyPlace(value, pick);
  if (!place) return undefined;
  const { pointer, inList } = place;
  switch (pick(inList ? 5 : 4)) {
    case 0:
      return { remove: pointer };
    case 1:
      return { set: pointer, value: [`改 ${at}`, at, { title: '新', 'x-own': [at, null] }][pick(3)] as Json };
    case 2:
      return inList
        ? { insert: pointer, value: { id: `new${at}`, title: `新增 ${at}` } }
        : { rename: pointer, to: `key ${at}` };
    case 3: {
      const holder = pointer.slice(0, pointer.lastIndexOf('/'));
      if (!inList) return { move: pointer, to: pointer, after: null };
      const list = valueAt(value, holder);
      return { move: pointer, to: `${holder}/${pick(Array.isArray(list) ? list.length : 1)}` };
    }
    default:
      return {
        insert: `${pointer.slice(0, pointer.lastIndexOf('/'))}/-`,
        text: '{ "n": 1.50,  "note" : "as written" }',
      };
  }
}

it('every template is edited at random, some five hundred times, and taken back: the text is the same to the letter', () => {
  for (const [seed, file] of templateFiles().entries()) {
    const text = readFileSync(file, 'utf8');
    const session = new BuilderSession(text);
    const pick = chance(seed + 1);
    const edits = editsOf(seed);
    let steps = 0;
    for (let at = 0; at < edits; at++) {
      const edit = anyEdit(session.value.peek(), pick, at);
      if (edit && session.edit(did, [edit])) steps++;
    }
    assert.ok(steps > edits * 0.9, `${file}: ${steps}`);
    assert.notEqual(session.document.text.peek(), text);
    assert.equal(session.document.broken.peek(), undefined);
    const end = session.document.text.peek();
    while (session.undo());
    assert.equal(session.document.text.peek(), text, file);
    while (session.redo());
    assert.equal(session.document.text.peek(), end, file);
  }
});
