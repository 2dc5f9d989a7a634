import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FORMATS } from './formats/formats.ts';
import { violationReason } from './messages.ts';
import type { JsonSchema } from './schema.ts';
import { compileSchema } from './validate.ts';

/** The first violation of `value`, told for the field 联系电话. */
function told(schema: JsonSchema, value: unknown): readonly [string, string] {
  const compiled = compileSchema(schema, { formats: FORMATS });
  assert.ok(compiled.ok);
  const [violation] = compiled.value.validate(value);
  assert.ok(violation);
  const reason = violationReason(violation, '联系电话');
  return [reason['zh-CN'], reason.en];
}

describe('violationReason', () => {
  const table: readonly (readonly [JsonSchema, unknown, zh: string, en: string])[] = [
    [{ required: ['a'] }, {}, '请填写“联系电话”', 'Fill in “联系电话”'],
    [{ pattern: '^\\d{11}$' }, '1', '“联系电话”应为 11 位数字', '“联系电话” must be 11 digits'],
    [{ pattern: '^a' }, 'b', '“联系电话”的格式不正确', '“联系电话” does not have the right form'],
    [{ maxLength: 1 }, 'ab', '“联系电话”不能超过 1 个字', '“联系电话” must have at most 1 character'],
    [{ minLength: 1 }, '', '“联系电话”不能为空', '“联系电话” must not be empty'],
    [{ minimum: 0 }, -1, '“联系电话”不能小于 0', '“联系电话” must not be less than 0'],
    [{ multipleOf: 0.01 }, 0.001, '“联系电话”最多保留 2 位小数', '“联系电话” must have at most 2 decimal places'],
    [{ enum: ['a'] }, 'b', '请从选项中选择“联系电话”', 'Choose “联系电话” from the options'],
    [{ oneOf: [{ const: 'a' }] }, 'b', '请从选项中选择“联系电话”', 'Choose “联系电话” from the options'],
    [{ type: ['integer', 'null'] }, 'b', '“联系电话”应为整数或空', '“联系电话” must be a whole number or empty'],
    [{ format: 'date' }, 'b', '“联系电话”应为日期，例如 2024-07-01', '“联系电话” must be a date such as 2024-07-01'],
    [{ minItems: 2 }, [], '“联系电话”至少需要 2 项', '“联系电话” needs at least 2 entries'],
    [{ uniqueItems: true }, [1, 1], '“联系电话”第 2 项与第 1 项重复', '“联系电话” has the same entry 2 as entry 1'],
    [false, 1, '“联系电话”不需要填写，请清空', '“联系电话” must be left empty'],
  ];
  for (const [schema, value, zh, en] of table)
    it(JSON.stringify(schema), () => assert.deepEqual(told(schema, value), [zh, en]));

  it('has a sentence for every keyword that a validator can name, and for those of the future', () => {
    const keywords = [
      'required',
      'type',
      'enum',
      'const',
      'anyOf',
      'oneOf',
      'not',
      'false',
      'budget',
      'contains',
      'propertyNames',
      'toString',
      'later',
    ];
    for (const keyword of keywords) {
      const reason = violationReason({ pointer: '', keyword, schemaPointer: '', params: {} }, 'x');
      assert.ok(reason['zh-CN'].includes('x') && reason.en.includes('x'), keyword);
    }
  });
});
