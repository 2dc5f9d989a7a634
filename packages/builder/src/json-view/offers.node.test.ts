import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '@jiceng/core/json/json.js';
import { readTree } from '../document/json-tree.ts';
import { offersAt } from './offers.ts';

/** Offers at `|` in a text. */
function at(marked: string, language: 'zh-CN' | 'en' = 'zh-CN') {
  const place = marked.indexOf('|');
  const text = marked.slice(0, place) + marked.slice(place + 1);
  const document = (readTree(DOCUMENT) ? JSON.parse(DOCUMENT) : null) as Json;
  const found = offersAt(text, place, { document, language, definitions: [] });
  const offer = (name: string) => found?.list.find((each) => each.text === JSON.stringify(name));
  return {
    found,
    names: found?.list.map((each) => each.text.replace(/"/g, '')) ?? [],
    offer,
    written: (name: string) => {
      const chosen = offer(name)!;
      return (
        text.slice(0, found!.from) +
        chosen.text +
        (chosen.rest
          ? `${chosen.rest.text.slice(0, chosen.rest.caret)}|${chosen.rest.text.slice(chosen.rest.caret)}`
          : '|') +
        text.slice(found!.to)
      );
    },
  };
}

const DOCUMENT =
  '{ "record": { "properties": { "phone": { "type": "string", "title": "联系电话" } } }, "states": [{ "id": "open", "title": "待办" }] }';

describe('what may be written at a place of the JSON', () => {
  it('are keys with their titles in either language, without those that are there', () => {
    const { names, offer } = at('{ "id": "x", | }');
    assert.ok(names.includes('title') && names.includes('record') && !names.includes('id'));
    assert.equal(offer('version')?.title, '版本');
    assert.ok(offer('version')?.help?.includes('1.0.0'));
    assert.equal(at('{ | }', 'en').offer('version')?.title, 'Version');
    assert.ok(at('{ "purpose": { "|" } }').names.includes('readBy'));
    assert.ok(at('{ "moves": [{ "id": "a", "|" }] }').names.includes('guard'));
  });

  it('brings the value that belongs to a key, and the comma', () => {
    assert.equal(at('{ "ti| }').written('title').replace(/ }.*/, ''), '{ "title": "|"');
    assert.equal(at('{ | "id": "x" }').written('view'), '{ "view": [|], "id": "x" }');
    assert.equal(at('{ "|": 3 }').written('title'), '{ "title"|: 3 }');
  });

  it('are values that the metaschema lists, with their words', () => {
    const subject = at('{ "subject": "|" }');
    assert.deepEqual(subject.names, ['organisation', 'person', 'unit', 'item']);
    assert.equal(subject.offer('person')?.title, '人员');
    assert.equal(subject.written('unit'), '{ "subject": "unit"| }');
    assert.deepEqual(at('{ "view": [{ "collapsed": | }] }').names, ['true', 'false']);
  });

  it('are the fields and states of this definition where one is named', () => {
    assert.equal(at('{ "view": [{ "fields": [ "|" ] }] }').offer('/phone')?.title, '联系电话');
    assert.equal(at('{ "rules": [{ "field": | }] }').offer('/phone')?.title, '联系电话');
    assert.equal(at('{ "moves": [{ "from": ["|"] }] }').offer('open')?.title, '待办');
    assert.equal(at('{ "record": { "required": [ "|" ], "properties": {} } }').offer('phone')?.title, '联系电话');
  });

  it('are keywords of JSON Schema below the record', () => {
    const keys = at('{ "record": { "type": "object", "properties": { "a": { "|" } } } }');
    assert.ok(keys.names.includes('maxLength') && !keys.names.some((name) => name.startsWith('@')));
    assert.equal(at('{ "record": { "properties": { "a": { "type": "|" } } } }').offer('integer')?.title, '整数');
    assert.equal(
      at('{ "record": { "properties": { "a": { "items": { "format": "|" } } } } }').offer('person')?.title,
      '人员',
    );
  });

  it('are nothing where nothing is known, whatever stands there', () => {
    for (const text of [
      '|',
      '[|]',
      '{ "record": { "properties": { "|" } } }',
      '{ "x-own": { "|" } }',
      '{ "__proto__": { "|" } }',
      '{ "title": "|" }',
      '{ "record": [[[{ "type": "|" }]]] }',
    ])
      assert.equal(at(text).found, undefined, text);
  });
});
