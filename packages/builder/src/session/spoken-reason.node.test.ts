import { admit } from '@jiceng/core/admit/admit.js';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { propertyWord } from '../panel/usages.ts';
import { spokenReason } from './spoken-reason.ts';

it('names things by their titles, and properties by their words', () => {
  const document = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'a',
    version: '1.0.0',
    title: '评价',
    subject: 'organisation',
    purpose: { readBy: 'county', decision: '联系' },
    record: { type: 'object', properties: {} },
    score: {
      max: 5,
      dimensions: [
        {
          id: 'd',
          title: '组织',
          items: [{ id: 'i', title: '按期换届', max: 5, method: 'manual', source: 'O', rule: '长'.repeat(301) }],
        },
      ],
    },
  };
  const result = admit(document);
  assert.ok(!result.ok);
  const [first] = result.problems;
  assert.ok(first);
  assert.equal(spokenReason(first, document, 'zh-CN'), '“按期换届”不能超过 300 个字');
  assert.equal(
    spokenReason(first, document, 'zh-CN', (pointer) => propertyWord(document, pointer, 'zh-CN')),
    '“按期换届 · 评分标准”不能超过 300 个字',
  );
  assert.equal(
    spokenReason({ ...first, reason: { 'zh-CN': '“/x”不对，“甲/乙”没有', en: '' } }, {}, 'zh-CN'),
    '“/x”不对，“甲/乙”没有',
  );
});
