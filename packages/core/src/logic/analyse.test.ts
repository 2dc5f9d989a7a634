import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { templates } from '../definition/fixtures/templates.ts';
import fc from '../fixtures/fast-check.ts';
import { isTrue } from '../record/judge.ts';
import { evaluate } from '../formula/evaluate.ts';
import { readFormula } from '../formula/read.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import { analyse, type Finding } from './analyse.ts';
import type { FindingCode } from './analyse.messages.ts';
import { domainsOf } from './domains.ts';
import { outcomesOf } from './outcomes.ts';

const base = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'check',
  version: '1.0.0',
  title: '检查',
  purpose: { readBy: 'county', decision: '定' },
  subject: 'organisation',
  record: {
    type: 'object',
    properties: {
      result: {
        title: '是否达标',
        oneOf: [
          { const: 'met', title: '达标' },
          { const: 'unmet', title: '未达标' },
        ],
      },
      count: { title: '问题数', type: 'integer', minimum: 0, maximum: 10 },
      rate: { title: '达标率', type: 'number', minimum: 0, maximum: 100 },
      ready: { title: '材料齐全', type: 'boolean' },
      dueOn: { title: '整改期限', type: 'string', format: 'date' },
      note: { title: '说明', type: 'string' },
      total: { title: '总分', type: 'number' },
      kinds: { title: '类别', type: 'array', uniqueItems: true, items: { oneOf: [{ const: 'team', title: '班子' }] } },
      rows: {
        title: '清单',
        type: 'array',
        items: {
          type: 'object',
          properties: { score: { title: '得分', type: 'number', minimum: 0 }, why: { title: '原因', type: 'string' } },
        },
      },
    },
  },
};
const drawn = (more: object): Definition => ({ ...base, ...more }) as unknown as Definition;
const ruled = (...rules: object[]): Definition => drawn({ rules });
const told = (definition: Definition): readonly string[] =>
  analyse(definition).map(({ code, pointer, reason }) => `${code} ${pointer} ${reason['zh-CN']}`);

describe('analysis of a definition', () => {
  it('finds nothing to say about the templates', () => {
    for (const { path, definition } of templates()) assert.deepEqual(analyse(definition), [], path);
  });

  const cases: readonly (readonly [
    what: string,
    definition: Definition,
    code: FindingCode,
    pointer: string,
    said: RegExp,
  ])[] = [
    [
      'a field that is never shown',
      ruled({ field: '/note', visible: 'AND(result="met",result="unmet")' }),
      'never-visible',
      '/rules/0/visible',
      /“说明”永远不会显示/,
    ],
    [
      'a number beyond its limits',
      ruled({ field: '/note', visible: 'rate>100' }),
      'never-visible',
      '/rules/0/visible',
      /“达标率”大于100/,
    ],
    [
      'between two whole numbers there is none',
      ruled({ field: '/note', visible: 'AND(count>2,count<3)' }),
      'never-visible',
      '/rules/0/visible',
      /“问题数”大于2/,
    ],
    [
      'a condition that always holds',
      ruled({ field: '/note', required: 'OR(ISBLANK(count),count>=0)' }),
      'always-required',
      '/rules/0/required',
      /“说明”始终必填/,
    ],
    [
      'a field and its opposite',
      ruled({ field: '/note', visible: 'AND(dueOn>TODAY(),dueOn<=TODAY())' }),
      'never-visible',
      '/rules/0/visible',
      /“整改期限”晚于今天/,
    ],
    [
      'a cell beyond its limits',
      ruled({ field: '/rows/*/why', required: '[@score]<0' }),
      'never-required',
      '/rules/0/required',
      /“清单”每一行的“原因”/,
    ],
    [
      'a group that is never shown',
      drawn({ view: [{ section: '整改', when: 'NOT(OR(ISBLANK(ready),ready,ready=FALSE))', fields: ['/note'] }] }),
      'section-never',
      '/view/0/when',
      /分组“整改”/,
    ],
    [
      'a check that nothing passes',
      ruled({ check: 'AND(rate<50,rate>60)', level: 'error', message: '' }),
      'check-impossible',
      '/rules/0/check',
      /永远通不过/,
    ],
    [
      'a check that stops nothing',
      ruled(
        { check: 'N(rate)<=100', level: 'error', message: '' },
        { check: 'rate<=100', level: 'error', message: '' },
      ),
      'check-idle',
      '/rules/1/check',
      /不起作用/,
    ],
    [
      'two checks against each other',
      ruled({ check: 'rate>60', level: 'error', message: '' }, { check: 'rate<50', level: 'error', message: '' }),
      'checks-contradict',
      '/rules/1/check',
      /（一）“达标率”大于60；（二）“达标率”小于50/,
    ],
    [
      'a demand on what is hidden',
      ruled({ field: '/dueOn', visible: 'result="unmet"', required: 'result="met"' }),
      'required-hidden',
      '/rules/0/required',
      /“整改期限”必填时总是隐藏/,
    ],
    [
      'rules and group against each other',
      drawn({
        view: [{ section: '一', when: 'ready', fields: ['/note'] }],
        rules: [{ field: '/note', visible: 'NOT(ready)' }],
      }),
      'never-visible',
      '/rules/0',
      /“材料齐全”不为“是”，并且“材料齐全”为“是”/,
    ],
    [
      'two values for one field',
      ruled({ field: '/total', value: 'count' }, { field: '/total', value: 'rate' }),
      'two-values',
      '/rules/1/value',
      /“总分”有两处/,
    ],
    [
      'fields that wait for each other',
      ruled({ field: '/note', visible: 'NOT(ISBLANK(dueOn))' }, { field: '/dueOn', visible: 'NOT(ISBLANK(note))' }),
      'visible-circle',
      '/rules/0/visible',
      /“说明” → “整改期限” → “说明”/,
    ],
    [
      'a circle of values',
      ruled({ field: '/total', value: 'rate+1' }, { field: '/rate', value: 'total*2' }),
      'cycle',
      '/rules/0/value',
      /“总分” → “达标率” → “总分”/,
    ],
    ['a field that is gone', ruled({ field: '/note', visible: 'gone>1' }), 'gone', '/rules/0/visible', /“gone”/],
    ['a rule on a field that is gone', ruled({ field: '/gone', visible: 'ready' }), 'gone', '/rules/0/field', /“gone”/],
    [
      'an option that is gone',
      ruled({ field: '/note', visible: 'OR(result="partly",ready)' }),
      'unknown-option',
      '/rules/0/visible',
      /“是否达标”没有“partly”/,
    ],
    [
      'an option of a list that is gone',
      ruled({ field: '/note', visible: 'COUNTIF(kinds,"money")>0' }),
      'unknown-option',
      '/rules/0/visible',
      /“类别”没有“money”/,
    ],
    [
      'a branch that is never taken',
      ruled({ field: '/total', value: 'IF(rate>=60,1,IF(rate>=80,2,0))' }),
      'dead-branch',
      '/rules/0/value',
      /“达标率”不小于80/,
    ],
    [
      'a move whose guards exclude each other',
      drawn({
        states: [
          { id: 'a', title: '登记' },
          { id: 'b', title: '办结', final: true },
        ],
        moves: [{ id: 'go', title: '办结', from: ['a'], to: 'b', guard: [{ when: 'itemStatus="b"', message: '' }] }],
      }),
      'move-never',
      '/moves/0',
      /“办结”永远办不了/,
    ],
    [
      'a state to which only such a move leads',
      drawn({
        states: [
          { id: 'a', title: '登记' },
          { id: 'b', title: '办结', final: true },
        ],
        moves: [{ id: 'go', title: '办结', from: ['a'], to: 'b', guard: [{ when: 'rate>100', message: '' }] }],
      }),
      'state-never',
      '/states/1',
      /状态“办结”永远到不了/,
    ],
    [
      'an item out of reach',
      drawn({
        score: {
          max: 5,
          dimensions: [
            {
              id: 'd',
              title: '一',
              items: [{ id: 'x', title: '会议', max: 5, method: 'boolean', value: 'count>10', source: 'O' }],
            },
          ],
        },
      }),
      'item-no-points',
      '/score/dimensions/0/items/0/value',
      /指标“会议”永远得不到分/,
    ],
    [
      'a lamp that never burns',
      drawn({ ledger: { columns: ['/note'], lamp: [{ lamp: 'red', title: '逾期', when: 'count<0' }] } }),
      'condition-never',
      '/ledger/lamp/0/when',
      /“逾期”永远不会出现/,
    ],
    [
      'a message with a number that has been changed',
      drawn({
        parameters: { most: { title: '最多天数', value: 20, source: 'O' } },
        rules: [{ check: 'count<=most', level: 'warning', message: '不能超过15天。' }],
      }),
      'stale-number',
      '/rules/0/message',
      /写的是15，而“最多天数”现在是20/,
    ],
    [
      'a guard of a move with one',
      drawn({
        parameters: { least: { title: '最低分', value: 75, source: 'O' } },
        states: [
          { id: 'a', title: '登记' },
          { id: 'b', title: '办结', final: true },
        ],
        moves: [
          {
            id: 'go',
            title: '办结',
            from: ['a'],
            to: 'b',
            guard: [{ when: 'rate>=least', message: '达到70分方可办结。' }],
          },
        ],
      }),
      'stale-number',
      '/moves/0/guard/0/message',
      /写的是70，而“最低分”现在是75/,
    ],
    [
      'a message with a number that a change would leave behind',
      drawn({
        parameters: { most: { title: '最多天数', value: 20, source: 'O' } },
        rules: [{ check: 'count<=most', level: 'warning', message: '不能超过20天。' }],
      }),
      'copied-number',
      '/rules/0/message',
      /20就是“最多天数”的取值.*写成\{most\}/,
    ],
    [
      'the same in a translation',
      drawn({
        parameters: { most: { title: '最多天数', value: 20, source: 'O' } },
        rules: [{ check: 'count<=most', level: 'warning', message: '不能超过{most}天。' }],
        texts: { en: { '/rules/0/message': 'At most 20 days.' } },
      }),
      'copied-number',
      '/texts/en/~1rules~10~1message',
      /最多天数/,
    ],
  ];
  for (const [what, definition, code, pointer, said] of cases) {
    it(what, () => {
      const found = analyse(definition).find((each: Finding) => each.code === code && each.pointer === pointer);
      assert.ok(found, told(definition).join('\n') || 'nothing found');
      assert.match(found.reason['zh-CN'], said);
      assert.ok(!found.reason.en.includes('undefined'));
    });
  }

  it('claims nothing about numbers that an administrator may change', () => {
    const definition = drawn({
      parameters: {
        limit: { title: '界限', value: 200, source: 'O' },
        on: { title: '启用', value: false, source: 'O' },
      },
      rules: [{ field: '/note', visible: 'AND(on,rate>limit)' }],
    });
    assert.deepEqual(told(definition), []);
  });

  it('lets texts tell numbers that stand in the formula, or in none of its parameters', () => {
    const parameters = {
      most: { title: '最多', value: 5, source: 'O' },
      least: { title: '最少', value: 2, source: 'O' },
    };
    const rule = (check: string, message: string): Definition =>
      drawn({ parameters, rules: [{ check, level: 'warning', message }] });
    assert.deepEqual(told(rule('AND(N(count)<=most,N(count)>=least)', '应为{least}至{most}项。')), []);
    assert.deepEqual(told(rule('N(count)<=most', '最多{most}项，3项以上的分两次。')), []);
    assert.deepEqual(told(rule('N(count)<=most', '项数过多。')), []);
    assert.deepEqual(told(rule('N(count)<=most+3', '请分成3次。')), []);
  });

  it('says nothing of a field that shows itself once something else has filled it', () => {
    assert.deepEqual(told(ruled({ field: '/note', visible: 'NOT(ISBLANK(note))' })), []);
  });

  it('reads drafts of any shape', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(
          'rules',
          'view',
          'moves',
          'states',
          'score',
          'record',
          'facts',
          'parameters',
          'ledger',
          'texts',
        ),
        (value, key) => {
          assert.ok(Array.isArray(analyse(drawn({ rules: [{ field: '/note', visible: 'rate>100' }], [key]: value }))));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('outcomes', () => {
  const compiled = compile(
    drawn({
      states: [
        { id: 'a', title: '一' },
        { id: 'b', title: '二' },
      ],
    }),
  );
  const test = fc.oneof(
    fc
      .record({
        left: fc.constantFrom('count', 'rate'),
        relation: fc.constantFrom('=', '<>', '<', '>', '<=', '>='),
        right: fc.constantFrom('0', '5', '5.5', '10', '60', '-1'),
      })
      .map(({ left, relation, right }) => `${left}${relation}${right}`),
    fc
      .record({
        left: fc.constantFrom('result', 'note', 'itemStatus'),
        relation: fc.constantFrom('=', '<>', '<'),
        right: fc.constantFrom('"met"', '"a"', '""'),
      })
      .map(({ left, relation, right }) => `${left}${relation}${right}`),
    fc.constantFrom(
      'ready',
      'ready=TRUE',
      'ready<>FALSE',
      'ISBLANK(rate)',
      'ISBLANK(note)',
      'rate>count',
      'TRUE',
      'LEN(note)>0',
      'COUNTA(kinds)>1',
    ),
  );
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      test,
      tie('condition').map((each) => `NOT(${each})`),
      fc
        .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
        .map(([name, parts]) => `${name}(${parts.join(',')})`),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map((parts) => `IF(${parts.join(',')})`),
    ),
  }));
  const data = fc.record({
    result: fc.constantFrom(null, 'met', 'unmet'),
    count: fc.option(fc.integer({ min: 0, max: 10 })),
    rate: fc.option(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }))),
    ready: fc.option(fc.boolean()),
    note: fc.option(fc.constantFrom('a', 'met', 'x', '说明')),
    kinds: fc.constantFrom(null, 'team'),
    itemStatus: fc.constantFrom('a', 'b'),
  });

  it('are never narrower than what happens', () => {
    fc.assert(
      fc.property(condition, data, (text, values) => {
        const formula = readFormula(text);
        const outcome = outcomesOf([formula.tree], domainsOf(compiled));
        const value = evaluate(formula, {
          today: '2026-03-15',
          name: (name) => (values as Record<string, Value>)[name],
        });
        if (!outcome || value instanceof FormulaError) return;
        assert.ok(
          isTrue(value) ? outcome.holds : outcome.fails,
          `${text} is ${String(value)} for ${JSON.stringify(values)}`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
