import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '@jiceng/core/definition/compile.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { BuilderSession } from '../session/session.ts';
import { editsOfMethod, methodForm } from './method-form.ts';
import type { MethodContext } from './method-sources.ts';

const PLACE = '/score/dimensions/0/items/0';
const meetings = {
  id: 'meetings',
  version: '1.0.0',
  title: '组织生活',
  facts: [
    { id: 'meetings/heldRate', title: '执行率', type: 'percent', subject: 'organisation' },
    { id: 'meetings/heldCount', title: '次数', type: 'count', subject: 'organisation' },
    { id: 'meetings/ownRate', title: '个人参加率', type: 'percent', subject: 'person' },
  ],
} as unknown as Definition;

function open(item: JsonObject) {
  const session = new BuilderSession(
    JSON.stringify({
      subject: 'organisation',
      parameters: { need: { title: '每年次数', value: 4, min: 1, max: 12 } },
      score: { dimensions: [{ items: [{ id: 'a', title: '甲', max: 5, source: 'O', ...item }] }] },
    }),
  );
  const context = (isFormulaWanted = false): MethodContext => ({
    document: session.value.peek(),
    language: 'zh-CN',
    definitions: [meetings],
    isFormulaWanted,
  });
  const now = (): JsonObject => valueAt(session.value.peek(), PLACE) as JsonObject;
  return {
    now,
    form: (wanted = false) => methodForm(now(), context(wanted)),
    document: () => session.value.peek(),
    answer: (key: string, value: Json | undefined): void =>
      void session.edit({ title: { 'zh-CN': '改', en: 'change' } }, editsOfMethod(PLACE, now(), key, value, context())),
  };
}
const asked = ({ definition }: { readonly definition: Definition }): string[] =>
  Object.keys(definition.record.properties);
const property = ({ definition }: { readonly definition: Definition }, key: string): JsonObject =>
  own(definition.record.properties as unknown as JsonObject, key) as JsonObject;

describe('the form of a method', () => {
  it('asks of each method what it needs, in its own words, as a form of ours', () => {
    const cases: Readonly<Record<string, readonly [keys: string, max: string]>> = {
      manual: ['method max', '最多给几分'],
      auto: ['method max from', '最多得几分'],
      boolean: ['method max from direction', '得分的给几分'],
      countCap: ['method max from required unit', '做满得几分'],
      ratio: ['method max from direction full unit', '最多得几分'],
      threshold: ['method max from direction steps unit', '最多得几分'],
      deduct: ['method max from per unit', '先给几分'],
    };
    for (const [method, [keys, max]] of Object.entries(cases)) {
      const form = open({ method }).form();
      assert.equal(asked(form).join(' '), keys);
      assert.equal(property(form, 'max')['title'], max);
      for (const key of asked(form)) assert.ok(compile(form.definition).field(`/${key}`), key);
    }
    assert.deepEqual(asked(open({ method: 'other' }).form()), ['method', 'max']);
    assert.equal(property(open({ method: 'ratio', direction: 'down' }).form(), 'full')['title'], '不高于多少得满分');
  });

  it('takes the value from people, from a fact that suits, or from a formula', () => {
    const item = open({ method: 'ratio' });
    assert.equal(item.form().data['from'], 'people');
    assert.deepEqual(
      (property(item.form(), 'from')['oneOf'] as readonly JsonObject[]).map((choice) => choice['title']),
      ['填报人填写', '组织生活：执行率', '自己写公式'],
    );
    item.answer('from', 'meetings/heldRate');
    assert.equal(item.now()['value'], 'FACT("meetings/heldRate")');
    assert.equal(item.form().data['from'], 'meetings/heldRate');
    assert.deepEqual(
      [item.form(true).data['from'], item.form(true).data['value']],
      ['formula', 'FACT("meetings/heldRate")'],
    );
    item.answer('value', 'held/planned*100');
    assert.equal(item.form().data['from'], 'formula');
    item.answer('from', 'people');
    assert.equal('value' in item.now(), false);
    assert.ok(
      (
        property(open({ method: 'ratio', value: 'FACT("gone/rate")' }).form(), 'from')['oneOf'] as readonly JsonObject[]
      ).some((choice) => choice['const'] === 'gone/rate'),
    );
  });

  it('shows and changes a parameter by the number that it holds, and leaves other formulas as text', () => {
    const item = open({ method: 'countCap', required: 'need' });
    assert.equal(item.form().data['required'], 4);
    assert.deepEqual(
      [property(item.form(), 'required')['type'], property(item.form(), 'required')['maximum']],
      ['number', 12],
    );
    assert.match(String(property(item.form(), 'required')['description']), /每年次数/);
    item.answer('required', 6);
    assert.equal(item.now()['required'], 'need');
    assert.equal(valueAt(item.document(), '/parameters/need/value'), 6);
    const other = open({ method: 'countCap', required: 'IF(a,1,2)' });
    assert.deepEqual(
      [property(other.form(), 'required')['type'], other.form().data['required']],
      ['string', 'IF(a,1,2)'],
    );
    other.answer('required', '3');
    assert.equal(other.now()['required'], 3);
  });

  it('keeps steps as a small table, parameters in it as well', () => {
    const item = open({
      method: 'threshold',
      steps: [
        { at: 'need', points: 5, 'x-own': 1 },
        { at: 2, points: 1 },
      ],
    });
    assert.deepEqual(item.form().data['steps'], [
      { at: 4, points: 5, 'x-own': 1 },
      { at: 2, points: 1 },
    ]);
    item.answer('steps', [
      { at: 8, points: 5, 'x-own': 1 },
      { at: 3, points: 1 },
      { at: 1, points: 0.5 },
    ]);
    assert.deepEqual(item.now()['steps'], [
      { at: 'need', points: 5, 'x-own': 1 },
      { at: 3, points: 1 },
      { at: 1, points: 0.5 },
    ]);
    assert.equal(valueAt(item.document(), '/parameters/need/value'), 8);
  });

  it('takes away what another method would not be admitted with, and nothing else', () => {
    const item = open({ method: 'ratio', value: 'FACT("meetings/heldRate")', full: 90 });
    item.answer('method', 'manual');
    assert.deepEqual([item.now()['method'], 'value' in item.now(), item.now()['full']], ['manual', false, 90]);
  });

  it('writes nothing for what is the default', () => {
    const item = open({ method: 'boolean' });
    assert.equal(item.form().data['direction'], 'up');
    item.answer('direction', 'up');
    assert.equal('direction' in item.now(), false);
    item.answer('direction', 'down');
    assert.equal(item.now()['direction'], 'down');
    item.answer('direction', 'up');
    assert.equal('direction' in item.now(), false);
  });
});
