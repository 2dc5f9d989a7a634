import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { createForm } from '../form/create-form.ts';
import type { FormModel } from '../form/form.ts';
import type { Definition } from '../generated/definition.ts';
import type { JsonObject } from '../json/json.ts';
import { explainField, type Answer } from './explain-field.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'check',
  version: '1.0.0',
  title: '检查',
  purpose: { readBy: 'county', decision: '定' },
  subject: 'organisation',
  record: {
    type: 'object',
    required: ['result'],
    properties: {
      result: {
        title: '是否达标',
        oneOf: [
          { const: 'met', title: '达标' },
          { const: 'unmet', title: '未达标' },
        ],
      },
      dueOn: { title: '整改期限', type: 'string', format: 'date' },
      count: { title: '问题数', type: 'integer', 'x-unit': '个' },
      closed: { title: '已整改', type: 'integer' },
      rate: { title: '整改率', type: 'number', 'x-unit': '%' },
      note: { title: '说明', type: 'string' },
      rows: {
        title: '清单',
        type: 'array',
        items: {
          type: 'object',
          properties: { score: { title: '得分', type: 'number' }, why: { title: '原因', type: 'string' } },
        },
      },
    },
  },
  view: [
    { section: '检查', fields: ['/result', '/count', '/closed', '/rate', '/rows'] },
    { section: '整改', when: 'result="unmet"', fields: ['/dueOn', '/note'] },
  ],
  rules: [
    { field: '/dueOn', required: 'count>2', readonly: 'closed>0' },
    { field: '/rate', value: 'closed/count*100' },
    { field: '/rows/*/why', visible: '[@score]<60', required: '[@score]<60' },
    { field: '/note', visible: 'rate>50' },
  ],
  prefill: [{ field: '/closed', from: 'IFNA(FACT("x/closed"),3)' }],
} as unknown as Definition;

const filled = (data: JsonObject, more: object = {}): FormModel =>
  createForm({ compiled: compile(definition), data, now: '2026-03-15T09:00:00+08:00', ...more });
const why = (form: FormModel, pointer: string): NonNullable<ReturnType<typeof explainField>> => {
  const found = explainField(form, pointer, { language: 'zh-CN' });
  assert.ok(found);
  return found;
};
const texts = ({ reasons }: Answer): readonly string[] => reasons.map(({ text }) => text);

describe('why a field is as it is', () => {
  it('is hidden with its group, and the value that decides', () => {
    const { shown } = why(filled({ result: 'met' }), '/dueOn');
    assert.deepEqual(
      { ...shown },
      {
        is: false,
        said: '隐藏',
        reasons: [
          {
            text: '分组“整改”只在“是否达标”为“未达标”时显示——现在不成立。',
            pointer: '/view/1/when',
            holds: false,
            inputs: [{ title: '是否达标', value: '“达标”', field: '/result' }],
          },
        ],
      },
    );
  });

  it('is shown while its conditions hold, and without any', () => {
    assert.deepEqual(texts(why(filled({ result: 'unmet' }), '/dueOn').shown), [
      '分组“整改”只在“是否达标”为“未达标”时显示——现在成立。',
    ]);
    assert.deepEqual(texts(why(filled({}), '/count').shown), ['没有设置显示条件，始终显示。']);
  });

  it('is required by a rule, by the schema, or not while hidden', () => {
    const asked = why(filled({ result: 'unmet', count: 3 }), '/dueOn').required;
    assert.deepEqual([asked.is, ...texts(asked)], [true, '当“问题数”大于2个时，“整改期限”必填——现在成立。']);
    assert.deepEqual(asked.reasons[0]?.inputs, [{ title: '问题数', value: '3个', field: '/count' }]);
    assert.deepEqual(texts(why(filled({}), '/result').required), ['字段设为始终必填。']);
    assert.match(texts(why(filled({ count: 3 }), '/dueOn').required).join(), /隐藏时不要求填写/);
    assert.deepEqual(texts(why(filled({}), '/count').required), ['没有哪条规则要求必填。']);
  });

  it('cannot be changed by a rule, as a computed value, or by this person', () => {
    const form = filled({ result: 'unmet', closed: 1 }, { mayEdit: (pattern: string) => pattern !== '/count' });
    assert.deepEqual(texts(why(form, '/dueOn').readonly), ['当“已整改”大于0时，“整改期限”不能修改——现在成立。']);
    assert.deepEqual(why(form, '/rate').readonly.reasons, [
      { text: '由公式得出的内容不能修改。', pointer: '/rules/1/value', inputs: [] },
    ]);
    assert.deepEqual(texts(why(form, '/count').readonly), ['当前人员在当前状态下不能修改。']);
  });

  it('has a value by formula, with its inputs, its result or what prevents it', () => {
    const { value } = why(filled({ count: 4, closed: 1 }), '/rate');
    assert.deepEqual(texts(value), ['“整改率”自动得出：“已整改”÷“问题数”×100', '现在的结果：25%。']);
    assert.deepEqual(
      value.reasons[0]?.inputs.map(({ title, value: now }) => `${title}=${now}`),
      ['已整改=1', '问题数=4个'],
    );
    assert.match(texts(why(filled({ closed: 1 }), '/rate').value)[1] ?? '', /除数为零/);
    assert.match(texts(why(filled({ closed: 1 }), '/note').shown)[0] ?? '', /没有设置|分组“整改”/);
    const prefilled = why(filled({}), '/closed').value;
    assert.deepEqual([prefilled.said, texts(prefilled)[1]], ['自动带入', '现在的结果：3。']);
  });

  it('answers for one row', () => {
    const form = filled({ rows: [{ score: 80 }, { score: 50 }] });
    assert.deepEqual([why(form, '/rows/0/why').shown.is, why(form, '/rows/1/why').shown.is], [false, true]);
    assert.deepEqual(why(form, '/rows/1/why').required.reasons[0]?.inputs, [
      { title: '得分', value: '50', field: '/rows/*/score' },
    ]);
  });

  it('answers for every field of the templates, with places that are there', () => {
    for (const { definition: each, example } of templates()) {
      const form = createForm({
        compiled: compile(each),
        data: example as JsonObject,
        now: '2026-03-15T09:00:00+08:00',
      });
      for (const key of Object.keys(each.record.properties)) {
        for (const language of ['zh-CN', 'en'] as const) {
          const found = explainField(form, `/${key}`, { language });
          assert.ok(found);
          for (const { text } of [found.shown, found.required, found.readonly, found.value].flatMap(
            ({ reasons }) => reasons,
          ))
            assert.ok(text !== '' && !text.includes('undefined'), `${each.id} ${key}: ${text}`);
        }
      }
    }
  });

  it('knows nothing of a field that is not there', () =>
    assert.equal(explainField(filled({}), '/gone', { language: 'en' }), undefined));
});
