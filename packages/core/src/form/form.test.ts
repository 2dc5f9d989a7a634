import { effect } from '@preact/signals-core';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { translated } from '../definition/translated.ts';
import type { Definition } from '../generated/definition.ts';
import type { JsonObject } from '../json/json.ts';
import { createForm } from './create-form.ts';
import { RowsModel } from './rows.ts';

const NOW = '2026-03-10T09:00:00+08:00';

function definition(record: JsonObject, more: Partial<Definition> = {}): Definition {
  return {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'trial',
    version: '1.0.0',
    title: '试填',
    subject: 'item',
    purpose: { readBy: 'county', decision: '测试' },
    record: { type: 'object', ...record } as Definition['record'],
    ...more,
  };
}

const meeting = definition(
  {
    required: ['title'],
    properties: {
      title: { type: 'string', title: '会议名称', maxLength: 10 },
      heldOn: { type: 'string', format: 'date', title: '召开日期' },
      due: { type: 'string', format: 'date', title: '应报日期' },
      present: { type: 'integer', minimum: 0, title: '到会人数' },
      absent: { type: 'integer', minimum: 0, title: '缺席人数' },
      total: { type: 'integer', title: '应到人数' },
      rate: { type: 'number', title: '到会率' },
      reason: { type: 'string', maxLength: 200, title: '缺席原因' },
      topics: {
        type: 'array',
        title: '议题',
        minItems: 1,
        maxItems: 4,
        items: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', title: '议题名称' },
            minutes: { type: 'number', title: '时长' },
            share: { type: 'number', title: '占比' },
          },
        },
      },
      minutesTotal: { type: 'number', title: '合计时长' },
    },
  },
  {
    parameters: { quorum: { title: '到会要求', value: 80, source: 'O' } },
    rules: [
      { field: '/total', value: 'present+absent' },
      { field: '/rate', value: 'IF(total>0,ROUND(present/total*100,2),NA())' },
      { field: '/due', value: 'heldOn+7' },
      { field: '/reason', visible: 'absent>0', required: 'absent>2' },
      { field: '/minutesTotal', value: 'SUM(topics.minutes)' },
      { field: '/topics/*/share', value: 'ROUND([@minutes]/minutesTotal*100,1)' },
      { check: 'rate>=quorum', level: 'warning', message: '到会率低于要求' },
      { check: 'present<=50', level: 'error', message: '到会人数不应超过 50 人', fields: ['/present'] },
    ],
  },
);

const open = (data: JsonObject = {}, of: Definition = meeting) => createForm({ compiled: compile(of), data, now: NOW });

describe('form model', () => {
  it('begins with the defaults of the schema where no data are given, and has nothing unsaved then', () => {
    const compiled = compile(
      definition({ properties: { a: { default: 3 }, b: { properties: { c: { default: 'x' } } } } }),
    );
    const fresh = createForm({ compiled, now: NOW });
    assert.deepEqual(fresh.value.value, { a: 3, b: { c: 'x' } });
    assert.equal(fresh.hasUnsaved.value, false);
    assert.deepEqual(createForm({ compiled, now: NOW, data: {} }).value.value, {});
  });

  it('recomputes only what depends on a field', () => {
    const form = open({ present: 8, absent: 2 });
    const runs: Record<string, number> = {};
    for (const name of ['/total', '/rate', '/minutesTotal', '/title', '/reason']) {
      effect(() => {
        void form.field(name)!.value.value;
        runs[name] = (runs[name] ?? 0) + 1;
      });
    }
    form.field('/present')!.set(18);
    assert.deepEqual(runs, { '/total': 2, '/rate': 2, '/minutesTotal': 1, '/title': 1, '/reason': 1 });
    assert.equal(form.field('/rate')!.value.value, 90);
    assert.equal((form.value.value as JsonObject)['total'], 20);
  });

  it('writes calculated dates as dates, and says where a computed value comes from', () => {
    const form = open({ heldOn: '2026-02-25' });
    assert.equal(form.field('/due')!.value.value, '2026-03-04');
    assert.deepEqual(form.field('/due')!.source, {
      kind: 'computed',
      formula: 'heldOn+7',
      facts: [],
      inputs: ['heldOn'],
    });
  });

  it('shows and asks by rules; hidden fields keep their values and are not judged', () => {
    const form = open({ title: 'a', absent: 3, present: 9, topics: [{ name: 'x' }] });
    const reason = form.field('/reason')!;
    assert.equal(reason.visible.value, true);
    assert.deepEqual(
      form.validateAll().map(({ pointer, code }) => [pointer, code]),
      [['/reason', 'required']],
    );
    reason.set('出差');
    form.field('/absent')!.set(0);
    assert.equal(reason.visible.value, false);
    assert.equal((form.value.value as JsonObject)['reason'], '出差');
    assert.deepEqual(form.validateAll(), []);
  });

  it('shows nothing before somebody was there, and a failing rule at once', () => {
    const form = open({});
    assert.deepEqual(form.field('/title')!.showing(), []);
    assert.deepEqual(form.field('/rate')!.showing(), [], 'data are only missing');
    const odd = open(
      {},
      definition({ properties: { odd: { type: 'number' } } }, { rules: [{ field: '/odd', value: 'nosuchname+1' }] }),
    );
    assert.equal(odd.field('/odd')!.showing()[0]?.code, 'value-rule');
    form.field('/title')!.touched.value = true;
    assert.equal(form.field('/title')!.showing()[0]?.reason['zh-CN'], '请填写“会议名称”');
    form.field('/title')!.set('𠮷'.repeat(10));
    assert.deepEqual(form.field('/title')!.showing(), []);
    form.field('/title')!.set('𠮷'.repeat(11));
    assert.equal(form.field('/title')!.showing()[0]?.code, 'maxLength');
  });

  it('lists problems in reading order, checks once, warnings apart', () => {
    const form = open({ present: 60, absent: 40 });
    const problems = form.problems();
    assert.deepEqual(
      problems.filter(({ level }) => level === 'error').map(({ pointer, code }) => [pointer, code]),
      [
        ['/title', 'required'],
        ['/present', 'check'],
        ['/reason', 'required'],
      ],
    );
    assert.equal(problems.filter(({ level }) => level === 'warning').length, 1);
  });

  it('keeps rows by their keys through edits, moves, removal and undo', () => {
    const form = open({
      topics: [
        { name: 'a', minutes: 10 },
        { name: 'b', minutes: 20 },
        { name: 'c', minutes: 30 },
      ],
    });
    const topics = form.field('/topics') as RowsModel;
    const [a, b, c] = topics.rowKeys.value as [string, string, string];
    const second = topics.rowAt(1)!;
    second.child('minutes')!.set(40);
    assert.deepEqual(topics.rowKeys.value, [a, b, c]);
    topics.move(b, 0);
    assert.deepEqual(topics.rowKeys.value, [b, a, c]);
    assert.equal(second.pointer, '/topics/0');
    assert.equal(second.child('share')!.value.value, 50);
    topics.remove(a);
    assert.equal(form.field('/minutesTotal')!.value.value, 70);
    form.undo();
    assert.deepEqual(topics.rowKeys.value, [b, a, c]);
    form.undo();
    assert.deepEqual(topics.rowKeys.value, [a, b, c]);
    assert.equal(topics.rowAt(1), second);
    const copy = topics.duplicate(c)!;
    assert.deepEqual(topics.rowKeys.value, [a, b, c, copy]);
    assert.equal(topics.insert(), undefined, 'maxItems is 4');
    assert.deepEqual(Object.keys((form.value.value as { topics: JsonObject[] }).topics[3]!), [
      'name',
      'minutes',
      'share',
    ]);
  });

  it('asks nobody to fill in what they may not', () => {
    const form = createForm({ compiled: compile(meeting), now: NOW, mayEdit: (field) => field !== '/title' });
    const problem = form.validateAll().find(({ pointer }) => pointer === '/title');
    assert.deepEqual([problem?.code, problem?.reason['zh-CN']], ['required', '“会议名称”不能在这里填写，请联系管理员']);
  });

  it('takes typing in one field back as one step', () => {
    const form = open({ title: '' });
    for (const text of ['三', '三会', '三会一课']) form.field('/title')!.set(text);
    form.endStep();
    form.field('/present')!.set(3);
    form.undo();
    assert.deepEqual(form.value.peek(), { title: '三会一课', ...computedOf(form) });
    form.undo();
    assert.equal(form.field('/title')!.value.value, '');
    assert.equal(form.undo(), false);
    form.redo();
    assert.equal(form.field('/title')!.value.value, '三会一课');
  });

  it('answers changes without computed fields, and puts them on a newer record', () => {
    const record = { data: { title: '旧', present: 1, absent: 0 } } as never;
    const form = createForm({
      compiled: compile(meeting),
      record: {
        ...(record as object),
        orgId: 'o',
        orgPath: 'o',
        audit: { createdAt: NOW, updatedAt: NOW, createdBy: '', updatedBy: '' },
      } as never,
      now: NOW,
    });
    form.field('/present')!.set(5);
    form.field('/title')!.set('我的');
    assert.deepEqual(form.changes(), [
      { pointer: '/title', value: '我的' },
      { pointer: '/present', value: 5 },
    ]);
    assert.equal(form.hasUnsaved.value, true);
    const conflicts = form.rebase({ data: { title: '他的', present: 1, absent: 7 } } as never);
    assert.deepEqual(conflicts, [{ pointer: '/title', mine: '我的', theirs: '他的' }]);
    assert.equal(form.field('/absent')!.value.value, 7);
    assert.equal(form.field('/present')!.value.value, 5);
    form.rebase({ data: { title: '我的', present: 5, absent: 7 } } as never);
    assert.equal(form.hasUnsaved.value, false);
    assert.deepEqual(form.changes(), []);
  });

  it('keeps refused text, and brings it back with a snapshot', () => {
    const form = open({ present: 4 });
    const present = form.field('/present')!;
    present.refuse('八', {
      pointer: '',
      code: 'typed-number',
      reason: { 'zh-CN': '请填写数字', en: 'number' },
      level: 'error',
    });
    assert.equal(present.value.value, undefined);
    assert.equal(present.problems.value[0]?.code, 'typed-number');
    const kept = JSON.parse(JSON.stringify(form.snapshot()));
    const again = open({});
    again.restore(kept);
    assert.equal(again.field('/present')!.typed.value?.text, '八');
    assert.equal(
      again.validateAll().some(({ pointer }) => pointer === '/present'),
      true,
    );
    again.field('/present')!.set(8);
    assert.equal(again.field('/present')!.typed.value, undefined);
  });

  it('keeps values of the wrong type and says so at their place; the rest stays alive', () => {
    const form = open({ title: { no: 'text' }, present: 'many', topics: 'none', absent: 1 } as JsonObject);
    for (const name of ['/title', '/present', '/topics'])
      assert.equal(form.field(name)!.showing()[0]?.code, 'wrong-type');
    form.field('/absent')!.set(2);
    assert.deepEqual((form.value.value as JsonObject)['title'], { no: 'text' });
  });

  it('survives fields named after Object.prototype and refuses only what cannot be stored', () => {
    const names = ['toString', 'hasOwnProperty', 'constructor', 'a/b', 'x~y', ''];
    const form = open(
      {},
      definition({ properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) }),
    );
    for (const field of form.root.fields.value) field.set('v');
    assert.deepEqual(JSON.parse(JSON.stringify(form.value.value)), {
      toString: 'v',
      hasOwnProperty: 'v',
      'a/b': 'v',
      'x~y': 'v',
      '': 'v',
    });
    assert.equal(form.field('/constructor')!.showing()[0]?.code, 'forbidden-name');
    assert.equal(Object.keys(Object.prototype).length, 0);
  });

  it('follows conditions of the schema', () => {
    const form = open(
      { kind: 'a' },
      definition({
        properties: { kind: { enum: ['a', 'b'] } },
        if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
        then: { properties: { more: { type: 'string' } }, required: ['more'] },
      }),
    );
    assert.deepEqual(
      form.root.fields.value.map(({ key }) => key),
      ['kind'],
    );
    form.field('/kind')!.set('b');
    assert.deepEqual(
      form.root.fields.value.map(({ key }) => key),
      ['kind', 'more'],
    );
    assert.deepEqual(
      form.validateAll().map(({ pointer, code }) => [pointer, code]),
      [['/more', 'required']],
    );
  });

  it('warns of numbers that have lost digits, and copies what it is given', () => {
    const data = { title: 'x', present: 12345678901234567890 };
    const form = open(data);
    assert.equal(form.dataProblems[0]?.code, 'unsafe-number');
    data.title = 'changed';
    assert.equal(form.field('/title')!.value.value, 'x');
  });

  it('opens five thousand fields and two hundred levels', () => {
    const flat = open(
      {},
      definition({
        properties: Object.fromEntries(
          Array.from({ length: 5000 }, (_, at) => [`f${at}`, { type: 'string', maxLength: 5 }]),
        ),
      }),
    );
    flat.field('/f4999')!.set('too long');
    assert.deepEqual(
      flat.validateAll().map(({ pointer }) => pointer),
      ['/f4999'],
    );
    let schema: JsonObject = { type: 'string' };
    for (let level = 0; level < 200; level++) schema = { type: 'object', properties: { in: schema } };
    const deep = open({}, definition({ properties: { in: schema } }));
    const pointer = '/in'.repeat(201);
    deep.field(pointer)!.set('x');
    assert.equal(deep.field(pointer)!.value.value, 'x');
  });
});

function computedOf(form: ReturnType<typeof open>): JsonObject {
  const { total, minutesTotal, due } = form.value.peek() as Record<string, number>;
  return { total: total!, minutesTotal: minutesTotal!, due: due! };
}

describe('layout', () => {
  it('is derived in reading order: groups under their own heading, score entries left out', () => {
    const of = definition(
      {
        properties: {
          a: { type: 'string' },
          group: { type: 'object', title: '一组', properties: { b: { type: 'string' }, c: { type: 'number' } } },
          d: { type: 'string' },
          entries: { type: 'object', additionalProperties: { type: 'object' } },
        },
      },
      { score: { max: 0, entries: '/entries', dimensions: [] } as unknown as Definition['score'] },
    );
    assert.deepEqual(
      open({}, of).layout.sections.value.map(({ title, fields }) => [title, ...fields.map(({ pointer }) => pointer)]),
      [
        [undefined, '/a'],
        ['一组', '/group/b', '/group/c'],
        [undefined, '/d'],
      ],
    );
  });

  it('takes titles, help and translations from the view', () => {
    const of = definition(
      { properties: { a: { type: 'string', title: '甲', description: '说明' }, b: { type: 'string', title: '乙' } } },
      {
        view: [{ section: '基本', when: 'a="x"', fields: [{ field: '/b', title: '另名', width: 'third' }, '/a'] }],
        texts: { en: { '/record/properties/a/title': 'First', '/view/0/section': 'Basics' } },
      },
    );
    const form = createForm({ compiled: compile(translated(of, 'en')), now: NOW });
    assert.equal(form.field('/a')!.label, 'First');
    assert.equal(form.field('/b')!.label, '另名');
    assert.equal(form.layout.sections.value[0]!.title, 'Basics');
    assert.equal(form.field('/a')!.visible.value, false);
  });
});

describe('prefill', () => {
  it('starts with known values, names the facts behind them, and locks what may not be changed', () => {
    const of = definition(
      { properties: { members: { type: 'integer' }, note: { type: 'string' } } },
      {
        prefill: [
          { field: '/members', from: 'FACT("roster/members")' },
          { field: '/note', from: '"旧"', editable: true },
        ],
      },
    );
    const facts = {
      declaration: () => ({ subject: 'organisation' }),
      read: () => ({ id: 'roster/members', num: 31, den: null, value: 31, sources: ['r1'] }),
    } as never;
    const form = createForm({ compiled: compile(of), now: NOW, facts });
    const members = form.field('/members')!;
    assert.equal(members.value.value, 31);
    assert.equal(members.readonly.value, true);
    assert.deepEqual(
      members.source?.facts.map(({ id, sources }) => [id, sources]),
      [['roster/members', ['r1']]],
    );
    assert.equal(form.hasUnsaved.value, false);
    assert.deepEqual(form.changes(), [
      { pointer: '/members', value: 31 },
      { pointer: '/note', value: '旧' },
    ]);
    form.field('/note')!.set('新');
    assert.equal(form.field('/note')!.source, undefined);
  });
});
