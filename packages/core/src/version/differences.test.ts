import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { template, templates } from '../definition/fixtures/templates.ts';
import { record, trial } from '../definition/fixtures/trial.ts';
import fc from '../fixtures/fast-check.ts';
import type { Definition } from '../generated/definition.ts';
import { isObject, type Json } from '../json/json.ts';
import { childPointer, valueAt, withValueAt } from '../json/pointer.ts';
import { differences, leapOf } from './differences.ts';
import { proposedMigration } from './propose.ts';

const definition = (properties: object, more: object = {}) =>
  trial({ record: record(properties as never), ...more }) as unknown as Definition;
const text = (title: string, more: object = {}) => ({ type: 'string', title, ...more });
const told = (before: Definition, after: Definition) =>
  differences(before, after).map(({ part, happening, pointer }) => `${part} ${happening} ${pointer}`);
const steps = (before: Definition, after: Definition) =>
  proposedMigration(before, after, differences(before, after)).steps;
const changed = (id: string, pointer: string, value: Json | undefined) =>
  [template(id), withValueAt(template(id) as unknown as Json, pointer, value) as unknown as Definition] as const;

describe('differences of fields', () => {
  const before = definition({
    phone: text('联系电话'),
    kind: text('类别', {
      oneOf: [
        { const: 'a', title: '甲类' },
        { const: 'b', title: '乙类' },
        { const: 'c', title: '丙类' },
      ],
    }),
    count: { type: 'integer', title: '次数', maximum: 20 },
    group: { type: 'object', title: '住址', properties: { town: text('乡镇') } },
    rows: {
      type: 'array',
      title: '措施',
      items: { type: 'object', properties: { what: text('内容'), dueOn: text('时限', { format: 'date' }) } },
    },
  });

  it('tell of added, removed and renamed ones, with what records need', () => {
    const { phone: _, ...rest } = before.record.properties as Record<string, never>;
    assert.deepEqual(told(before, definition(rest)), ['field removed /record/properties/phone']);
    assert.deepEqual(steps(before, definition(rest)), [{ do: 'drop', field: '/phone' }]);
    const renamed = definition({ mobile: text('联系手机'), ...rest });
    assert.deepEqual(told(before, renamed), [
      'field renamed /record/properties/mobile',
      'field words /record/properties/mobile',
    ]);
    assert.deepEqual(steps(before, renamed), [{ do: 'rename', from: '/phone', to: '/mobile' }]);
    assert.deepEqual(told(before, definition({ ...rest, phone: text('联系电话'), memo: text('备注') })), [
      'field added /record/properties/memo',
    ]);
    const asked = trial({
      record: {
        ...record({ ...rest, phone: text('联系电话'), memo: text('备注', { default: '无' }) } as never),
        required: ['memo'],
      },
    }) as unknown as Definition;
    assert.deepEqual(steps(before, asked), [{ do: 'default', field: '/memo', value: '无' }]);
  });
  it('tell a rename once, not at each place that names the field', () => {
    const standing = template('problem-list');
    const renamed = JSON.parse(JSON.stringify(standing).split('issueRaisedBy').join('raisedBy')) as Definition;
    assert.deepEqual(
      differences(standing, renamed).map(({ part, happening }) => `${part} ${happening}`),
      ['field renamed'],
    );
  });
  it('believe the migration that people made rather than likeness', () => {
    const { phone: _, ...rest } = before.record.properties as Record<string, never>;
    const after = definition(
      { mobile: text('联系手机'), ...rest },
      { version: '2.0.0', migration: { from: '1.0.0', steps: [{ do: 'drop', field: '/phone' }] } },
    );
    assert.deepEqual(told(before, after), [
      'field removed /record/properties/phone',
      'field added /record/properties/mobile',
    ]);
    const other = definition(
      { mobile: text('传真'), ...rest },
      { version: '2.0.0', migration: { from: '1.0.0', steps: [{ do: 'rename', from: '/phone', to: '/mobile' }] } },
    );
    assert.deepEqual(told(before, other)[0], 'field renamed /record/properties/mobile');
  });
  it('follow groups and rows, and name places as they are when the step runs', () => {
    const { group: _, rows: __, ...rest } = before.record.properties as Record<string, never>;
    const after = definition({
      ...rest,
      home: { type: 'object', title: '家庭住址', properties: { township: text('所在乡镇') } },
      rows: {
        type: 'array',
        title: '措施',
        items: { type: 'object', properties: { what: text('内容'), deadline: text('时限', { format: 'date' }) } },
      },
    });
    assert.deepEqual(steps(before, after), [
      { do: 'rename', from: '/rows/*/dueOn', to: '/rows/*/deadline' },
      { do: 'rename', from: '/group', to: '/home' },
      { do: 'rename', from: '/home/town', to: '/home/township' },
    ]);
    const moved = definition({ ...rest, town: text('乡镇'), rows: before.record.properties['rows'] });
    assert.deepEqual(told(before, moved).slice(0, 1), ['field removed /record/properties/group']);
  });
  it('tell of other kinds, choices and limits', () => {
    const properties = before.record.properties as Record<string, object>;
    assert.deepEqual(steps(before, definition({ ...properties, count: text('次数') })), [
      { do: 'retype', field: '/count', to: 'text', was: 'integer' },
    ]);
    const kind = text('类别', {
      oneOf: [
        { const: 'first', title: '甲类' },
        { const: 'b', title: '乙等' },
        { const: 'd', title: '其他' },
      ],
    });
    const after = definition({ ...properties, kind });
    assert.deepEqual(
      differences(before, after).map(({ happening, touch }) => `${happening} ${touch}`),
      ['recoded migrate', 'removed migrate', 'added none', 'words none'],
    );
    assert.deepEqual(steps(before, after), [
      { do: 'recode', field: '/kind', codes: [{ from: 'a', to: 'first' }, { from: 'c' }] },
    ]);
    const limits = differences(
      before,
      definition({ ...properties, count: { type: 'integer', title: '次数', maximum: 9 } }),
    );
    assert.deepEqual(
      limits.map(({ happening, touch, text: words }) => [happening, touch, words['zh-CN']]),
      [['narrowed', 'check', '字段“次数”：最大值由 20 改为 9 ，要求变严，已有数据可能不符。']],
    );
    assert.equal(
      leapOf(
        differences(before, definition({ ...properties, count: { type: 'integer', title: '次数', maximum: 30 } })),
      ),
      'minor',
    );
    assert.equal(
      leapOf(
        differences(before, definition({ ...properties, count: { type: 'integer', title: '数量', maximum: 20 } })),
      ),
      'patch',
    );
  });
});

describe('differences of everything else', () => {
  it('name the part, in both languages, and propose where a state went', () => {
    const [before, after] = changed('problem-list', '/states/1/title', '已受理');
    assert.deepEqual(told(before, after), ['state words /states/1/title']);
    assert.match(differences(before, after)[0]?.text['zh-CN'] ?? '', /^状态“已受理”：名称由“.+”改来。$/);
    const id = before.states?.[1]?.id as string;
    const gone = JSON.parse(JSON.stringify(before).split(`"${id}"`).join('"nowElsewhere"')) as Definition;
    assert.deepEqual(steps(before, gone), [
      { do: 'recode', field: 'state', codes: [{ from: id, to: 'nowElsewhere' }] },
    ]);
  });
  it('propose where the steps of a process went, and what becomes of those that are gone', () => {
    const [before] = changed('member-admission', '/title', '');
    const [one, two] = before.process?.stages[0]?.steps ?? [];
    const renamed = JSON.parse(JSON.stringify(before).split(`"${one?.id}"`).join('"begun"')) as Definition;
    assert.deepEqual(steps(before, renamed), [
      { do: 'recode', field: 'steps', codes: [{ from: one?.id, to: 'begun' }] },
    ]);
    const removed = JSON.parse(JSON.stringify(renamed)) as { process: { stages: { steps: unknown[] }[] } };
    removed.process.stages[0]?.steps.splice(1, 1);
    assert.deepEqual(steps(before, removed as unknown as Definition), [
      { do: 'recode', field: 'steps', codes: [{ from: one?.id, to: 'begun' }, { from: two?.id }] },
    ]);
    assert.ok(
      differences(before, renamed).some(
        ({ part, touch, data }) => part === 'step' && touch === 'migrate' && data?.codes?.[0]?.from === one?.id,
      ),
    );
  });
  it('tell of points, order, translations and whole sections', () => {
    assert.deepEqual(told(...changed('branch-standard', '/score/dimensions/0/items/0/max', 7)), [
      'item changed /score/dimensions/0/items/0/max',
    ]);
    assert.match(
      differences(...changed('branch-standard', '/score/dimensions/0/items/0/max', 7))[0]?.text['zh-CN'] ?? '',
      /^评分指标“.+”：.+由 \d+ 改为 7 。$/,
    );
    assert.deepEqual(told(...changed('branch-standard', '/texts/en/~1title', 'Other')), ['text words /texts/en']);
    assert.deepEqual(told(...changed('branch-standard', '/filing', undefined)), ['filing removed /filing']);
    assert.deepEqual(told(...changed('branch-standard', '/parameters/metMin/value', 88)), [
      'parameter changed /parameters/metMin/value',
    ]);
    const standard = template('branch-standard');
    assert.deepEqual(
      told(standard, {
        ...standard,
        score: { ...standard.score, dimensions: [...(standard.score?.dimensions ?? [])].reverse() },
      } as Definition).slice(0, 1),
      ['dimension order /score/dimensions'],
    );
  });
  it('are none for a template and itself', () => {
    for (const { definition: each } of templates())
      assert.deepEqual(differences(each, JSON.parse(JSON.stringify(each)) as Definition), [], each.id);
  });
  it('leave nothing unsaid: whatever one thing changes, wherever, is told', () => {
    const all = templates().map(({ definition: each }) => each);
    const leaves = (value: Json, pointer: string): string[] =>
      Array.isArray(value) || isObject(value)
        ? Object.keys(value).flatMap((key) => leaves((value as never)[key] as Json, childPointer(pointer, key)))
        : [pointer];
    const places = all.map((each) =>
      leaves(each as unknown as Json, '').filter((pointer) => !/^\/(version|migration|\$schema)\b/.test(pointer)),
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, leaf) => {
        const before = all[which % all.length] as Definition;
        const list = places[which % all.length] as string[];
        const pointer = list[leaf % list.length] as string;
        const value = valueAt(before as unknown as Json, pointer);
        const after = withValueAt(
          before as unknown as Json,
          pointer,
          typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`,
        ) as unknown as Definition;
        const found = differences(before, after);
        assert.ok(found.length > 0, `${before.id} ${pointer}`);
        for (const each of found)
          for (const words of [each.text['zh-CN'], each.text.en])
            assert.ok(!/undefined|\[object|NaN/.test(words), words);
        if (!pointer.startsWith('/record'))
          assert.notEqual(found[0]?.part, 'other', `${before.id} ${pointer}: ${found[0]?.text.en}`);
      }),
      { numRuns: 300 },
    );
  });
});
