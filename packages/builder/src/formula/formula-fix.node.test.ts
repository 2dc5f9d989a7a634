import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '@jiceng/core/json/json.js';
import { contextOf } from './formula-context.ts';
import { fixOf } from './formula-fix.ts';

const DOCUMENT: Json = {
  id: 'a',
  version: '1.0.0',
  title: '表',
  subject: 'item',
  purpose: { readBy: 'county', decision: '用' },
  record: {
    type: 'object',
    properties: {
      score: { type: 'number', title: '得分' },
      level: {
        type: 'string',
        title: '等次',
        oneOf: [
          { const: 'good', title: '好' },
          { const: '差', title: '差' },
        ],
      },
    },
  },
};

test('what was probably meant is written so that it can be read', () => {
  const context = contextOf(DOCUMENT, { language: 'zh-CN' })!;
  const cases: readonly (readonly [typed: string, meant: string | undefined])[] = [
    ['得分>60', 'score>60'],
    ['IF(等次="好",1,0)', 'IF(level="good",1,0)'],
    ['level="好"', 'level="good"'],
    ['“好”=level', '"good"=level'],
    ['level=好', 'level="good"'],
    ["level!='好'", 'level<>"good"'],
    ['score==60', 'score=60'],
    ['==score', '=score'],
    ['IF(score>60,"是","（否"', 'IF(score>60,"是","（否")'],
    ['score>60)', 'score>60'],
    ['score>60 and 等次="好"', 'AND(score>60,level="good")'],
    ['score<1||score>5', 'OR(score<1,score>5)'],
    ['score>60且score<90', 'AND(score>60,score<90)'],
    // right as they are
    ['level="good"', undefined],
    ['level="差"', undefined],
    ['得分', 'score'],
    // nothing is known
    ['A1+B2', undefined],
    ['SUM(A1:A10)', undefined],
    ['score+', undefined],
    ['level="没有"', undefined],
    ['', undefined],
    ['"得分"', undefined],
  ];
  for (const [typed, meant] of cases) assert.equal(fixOf(typed, context), meant, typed);
});
