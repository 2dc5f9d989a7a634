import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { template, templates } from '../definition/fixtures/templates.ts';
import { placesOf } from '../definition/places.ts';
import { translated } from '../definition/translated.ts';
import type { Definition } from '../generated/definition.ts';
import type { Language } from '../text/problem.ts';
import { conditionText, effectText, ruleTexts } from './rule-text.ts';
import { spokenFormula } from './speak.ts';
import { wordsOf, type Words } from './words.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'check',
  version: '1.0.0',
  title: '检查',
  purpose: { readBy: 'county', decision: '定' },
  subject: 'organisation',
  parameters: { remindDays: { title: '提醒天数', value: 30, unit: '天', source: 'O' } },
  record: {
    type: 'object',
    properties: {
      result: {
        title: '是否达标',
        oneOf: [
          { const: 'met', title: '达标' },
          { const: 'unmet', title: '未达标' },
          { const: 'waived', title: '免检' },
        ],
      },
      dueOn: { title: '整改期限', type: 'string', format: 'date' },
      foundOn: { title: '发现日期', type: 'string', format: 'date' },
      count: { title: '问题数', type: 'integer', 'x-unit': '个' },
      ready: { title: '材料齐全', type: 'boolean' },
      kinds: {
        title: '问题类别',
        type: 'array',
        uniqueItems: true,
        items: { oneOf: [{ const: 'team', title: '班子' }] },
      },
      rows: {
        title: '清单',
        type: 'array',
        items: {
          type: 'object',
          properties: { score: { title: '得分', type: 'number' }, note: { title: '说明', type: 'string' } },
        },
      },
    },
  },
  rules: [
    { field: '/dueOn', required: 'result="unmet"', visible: 'OR(result="unmet",result="waived")' },
    { check: 'OR(ISBLANK(dueOn),dueOn<=foundOn+remindDays)', level: 'error', message: '过长' },
  ],
  texts: {
    en: {
      '/record/properties/result/title': 'Result',
      '/record/properties/result/oneOf/1/title': 'Not met',
      '/record/properties/dueOn/title': 'Due on',
    },
  },
} as unknown as Definition;
const inWords = (language: Language, rows?: string): Words =>
  wordsOf(compile(translated(definition, language)), { language, rows });
const zh = inWords('zh-CN');

describe('spoken formulas', () => {
  it('say a rule with the titles of fields and options', () => {
    assert.equal(effectText('/dueOn', 'required', 'result="unmet"', zh), '当“是否达标”为“未达标”时，“整改期限”必填');
    assert.equal(
      effectText('/dueOn', 'required', 'result="unmet"', inWords('en')),
      'When “Result” is “Not met”, “Due on” is required',
    );
    assert.deepEqual(ruleTexts((definition.rules ?? [])[0]!, zh), [
      '“整改期限”只在“是否达标”为“未达标”或“免检”时显示',
      '当“是否达标”为“未达标”时，“整改期限”必填',
    ]);
    assert.deepEqual(ruleTexts((definition.rules ?? [])[1]!, zh), [
      '必须满足：“整改期限”未填，或者“整改期限”不晚于“发现日期”之后“提醒天数”天',
    ]);
  });

  const cases: readonly (readonly [string, string])[] = [
    ['AND(count>=1,count<=5)', '“问题数”在1个到5个之间'],
    ['count>=remindDays', '“问题数”不小于“提醒天数”'],
    ['ready', '“材料齐全”为“是”'],
    ['NOT(ready)', '“材料齐全”不为“是”'],
    ['NOT(ISBLANK(dueOn))', '“整改期限”已填'],
    ['NOT(AND(ready,count=0))', '不出现这样的情形：“材料齐全”为“是”，并且“问题数”为0个'],
    ['COUNTIF(kinds,"team")>0', '“问题类别”包含“班子”'],
    ['COUNTIF(kinds,"team")=0', '“问题类别”不包含“班子”'],
    ['TODAY()-foundOn>30', '从“发现日期”到今天的天数大于30'],
    ['dueOn<=EDATE(foundOn,-2)', '“整改期限”不晚于“发现日期”之前2个月'],
    ['AND(result<>"met",OR(ready,count>3))', '“是否达标”不为“达标”，并且（“材料齐全”为“是”，或者“问题数”大于3个）'],
    ['SUM(rows.score)>60', '“清单”各行的“得分”的合计大于60'],
    ['TRUE', '始终'],
    ['gone="x"', '“gone”为“x”'],
    ['1+', '1+'],
  ];
  for (const [formula, said] of cases) it(formula, () => assert.equal(conditionText(formula, zh), said));

  it('say the value that a choice gets by its title', () => {
    assert.equal(
      spokenFormula('IF(count>0,"unmet","met")', { ...zh, into: zh.at('/result') }),
      '当“问题数”大于0个时为“未达标”，否则为“达标”',
    );
  });

  it('name the rows in which a rule runs', () => {
    assert.equal(
      effectText('/rows/*/note', 'required', '[@score]<60', inWords('zh-CN', '/rows')),
      '当“得分”小于60时，“清单”每一行的“说明”必填',
    );
  });

  it('name a fact of another definition, for whom and when', () => {
    const all = templates().map((each) => each.definition);
    const words = wordsOf(compile(template('problem-list')), { language: 'zh-CN', definitions: all });
    assert.equal(
      spokenFormula('FACT("problem-list/openCount",,-1,"quarter","under")', words),
      '统计数“未销账条数”（上一期、按季度、含下级）',
    );
  });

  it('never fall silent, in either language', () => {
    const all = templates().map((each) => each.definition);
    for (const each of all) {
      for (const language of ['zh-CN', 'en'] as const) {
        const compiled = compile(translated(each, language));
        for (const { text, pointer, rows } of placesOf(each).formulas) {
          const said = spokenFormula(text, wordsOf(compiled, { language, rows, definitions: all }));
          assert.ok(said.trim() !== '' && !said.includes('undefined'), `${each.id}${pointer}: ${said}`);
        }
      }
    }
  });
});
