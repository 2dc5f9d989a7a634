import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { templates } from '../definition/fixtures/templates.ts';
import { newerSchema } from '../schema/newer.ts';
import { admit } from './admit.ts';
import { adoptSchema } from './from-schema.ts';

const adopted = (schema: unknown) => {
  const result = adoptSchema(schema);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const codes = (schema: unknown) => adopted(schema).notes.map(({ code, pointer }) => [code, pointer]);
const definition = (schema: unknown) =>
  admit({
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'taken',
    version: '1.0.0',
    title: '表',
    subject: 'item',
    purpose: { readBy: 'county', decision: '决定帮扶哪些组织' },
    record: adopted(schema).record,
  });

describe('newerSchema', () => {
  it('writes older keywords as 2020-12 does, and leaves what is data alone', () => {
    assert.deepEqual(
      newerSchema({
        definitions: { a: { minimum: 1, exclusiveMinimum: true } },
        properties: {
          b: { $ref: '#/definitions/a' },
          c: { items: [{ type: 'string' }, { $ref: '#/definitions/a' }], additionalItems: false },
          definitions: { type: 'string' },
        },
        dependencies: { b: ['c'], c: { required: ['b'] } },
        default: { definitions: 1, items: [1] },
        'x-own': { dependencies: 1 },
        maximum: 9,
        exclusiveMaximum: false,
      }),
      {
        $defs: { a: { exclusiveMinimum: 1 } },
        properties: {
          b: { $ref: '#/$defs/a' },
          c: { prefixItems: [{ type: 'string' }, { $ref: '#/$defs/a' }], items: false },
          definitions: { type: 'string' },
        },
        dependentRequired: { b: ['c'] },
        dependentSchemas: { c: { required: ['b'] } },
        default: { definitions: 1, items: [1] },
        'x-own': { dependencies: 1 },
        maximum: 9,
      },
    );
  });

  it('changes nothing in the templates, which are of 2020-12', () => {
    for (const {
      definition: { record },
    } of templates())
      assert.deepEqual(newerSchema(record as never), record);
  });
});

describe('adoptSchema', () => {
  it('takes a schema of draft 7 so that it is admitted', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: '困难户',
      type: 'object',
      required: ['name'],
      definitions: { phone: { type: 'string', pattern: '^1\\d{10}$' } },
      properties: {
        name: { type: 'string', title: '姓名' },
        phone: { $ref: '#/definitions/phone', title: '电话' },
        members: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
      },
      dependencies: { phone: ['name'] },
    };
    const { record, title, notes } = adopted(schema);
    assert.equal(title, '困难户');
    assert.equal(record['$schema'], undefined);
    assert.deepEqual(notes, []);
    const result = definition(schema);
    assert.ok(result.ok, JSON.stringify(result));
  });

  it('takes what a root refers to, and one entry of a list', () => {
    assert.deepEqual(
      Object.keys(
        adopted({ $ref: '#/$defs/visit', $defs: { visit: { type: 'object', properties: { on: { type: 'string' } } } } })
          .record['properties'] as object,
      ),
      ['on'],
    );
    const list = {
      type: 'array',
      items: { $ref: '#/definitions/row' },
      definitions: { row: { properties: { a: { type: 'string' } } } },
    };
    assert.deepEqual(codes(list), [['list-schema', '']]);
    assert.ok(definition(list).ok);
  });

  it('keeps and tells what forms cannot ask for or check', () => {
    const schema = {
      properties: {
        far: { $ref: 'https://example.org/a.json' },
        odd: { type: 'null' },
        mail: { type: 'string', format: 'iban' },
        rows: { type: 'array', items: { type: 'object', properties: { odd: false } } },
        fine: { type: 'string', format: 'date' },
      },
    };
    assert.deepEqual(
      codes(schema).map(([code]) => code),
      ['foreign-reference', 'unknown-field', 'unknown-format'],
    );
    assert.deepEqual(adopted(schema).record['properties'], schema.properties);
  });

  it('says what to do with files of other tools, and with files of several structures', () => {
    const why = (document: unknown) => {
      const result = adoptSchema(document);
      assert.ok(!result.ok);
      return [result.problems[0]!.code, result.problems[0]!.reason['zh-CN']] as const;
    };
    for (const [document, tool] of [
      [{ pages: [{ elements: [{ type: 'text', name: 'q1' }] }] }, 'SurveyJS'],
      [{ display: 'form', components: [{ type: 'textfield', key: 'a' }] }, 'Form.io'],
      [{ type: 'form', body: [{ type: 'input-text', name: 'a' }] }, 'amis'],
    ] as const) {
      const [code, reason] = why(document);
      assert.equal(code, 'other-tool');
      assert.ok(reason.startsWith(`这是 ${tool} 的表单`), reason);
    }
    const structures = { 党员: { type: 'object', properties: { 姓名: { type: 'string' } } }, 支部: { type: 'object' } };
    for (const document of [
      { openapi: '3.0.1', paths: {}, components: { schemas: structures } },
      { swagger: '2.0', definitions: structures },
      { $defs: structures, oneOf: [{ $ref: '#/$defs/党员' }, { $ref: '#/$defs/支部' }] },
    ]) {
      const [code, reason] = why(document);
      assert.equal(code, 'several-schemas');
      assert.match(reason, /2 个结构（党员、支部）/);
    }
  });

  it('refuses what is no object, and never throws', () => {
    for (const document of [
      null,
      5,
      'a',
      [],
      true,
      { type: 'string' },
      { type: 'array', items: { type: 'string' } },
      { $ref: '#' },
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } },
      { type: 'array', items: { type: 'array', items: { type: 'number' } } },
    ])
      assert.equal(adoptSchema(document).ok, false, JSON.stringify(document));
    let deep: unknown = {};
    for (let at = 0; at < 5000; at++) deep = { properties: { a: deep } };
    assert.equal(adoptSchema(deep).ok, false);
    assert.ok(
      adoptSchema(
        JSON.parse(
          '{ "properties": { "__proto__": { "type": "string" }, "constructor": 5, "a": { "items": 7, "dependencies": [] } }, "required": 5 }',
        ),
      ).ok,
    );
  });
});
