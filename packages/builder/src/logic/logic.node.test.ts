import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Json } from '@jiceng/core/json/json.js';
import { placesOf } from '@jiceng/core/definition/places.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { sentenceOf } from '@jiceng/core/logic/read-sentence.js';
import type { Sentence } from '@jiceng/core/logic/sentence.js';
import { formulaOf } from '@jiceng/core/logic/write-sentence.js';
import { JsonDocument } from '../document/json-document.ts';
import { published, templateFiles } from '../fixtures/templates.ts';
import { contextOf } from '../formula/formula-context.ts';
import { callAt, completed, completionAt, functionsFor, piecesOf } from '../formula/formula-text.ts';
import { added, groupOf, replaced, sentenceOfGroup } from '../condition/groups.ts';
import { addRule, duplicateRule, removeLine, shiftRule, type RuleChange } from './rule-edits.ts';
import { linesAbout, ruleLines, type RuleLine } from './rule-list.ts';
import { comparedOf, termOfCompared, typedValue } from '../condition/objects.ts';
import { tryFormula } from '../formula/try-formula.ts';
import { newRow, relationsFor, rowOf, sentenceOfRow, withRelation } from '../condition/rows.ts';

const definition = {
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
      dueOn: { title: '整改期限', type: 'string', format: 'date' },
      ready: { title: '齐全', type: 'boolean' },
      rows: {
        title: '清单',
        type: 'array',
        items: { type: 'object', properties: { why: { title: '原因', type: 'string' } } },
      },
    },
  },
  view: [{ section: '整改', when: 'result="unmet"', fields: ['/dueOn'] }],
  rules: [
    { field: '/dueOn', visible: 'ready', required: 'result="unmet"' },
    { check: 'NOT(ISBLANK(dueOn))', level: 'error', message: '请填写期限' },
    { field: '/rows/*/why', required: 'TRUE' },
  ],
  texts: { en: { '/rules/1/message': 'Give a day', '/record/properties/ready/title': 'Ready' } },
};
const value = definition as unknown as Json;
const context = contextOf(value, { language: 'zh-CN' })!;
const linesOf = (json: Json): RuleLine[] => ruleLines(json, contextOf(json, { language: 'zh-CN' })!);
const after = (
  change: RuleChange | undefined,
): { readonly rules: Json[]; readonly texts: { readonly en: Record<string, string> } } => {
  const document = new JsonDocument(JSON.stringify(value, null, 2));
  document.edit({ title: { 'zh-CN': '', en: '' } }, change!.edits);
  return document.value.peek() as never;
};

describe('list of rules', () => {
  it('has a sentence for each thing that a rule does, and for sections', () => {
    assert.deepEqual(
      linesOf(value).map(({ pointer, sentence }) => `${pointer} ${sentence}`),
      [
        '/rules/0/visible “整改期限”只在“齐全”为“是”时显示',
        '/rules/0/required 当“是否达标”为“未达标”时，“整改期限”必填',
        '/rules/1/check 必须满足：“整改期限”已填（提示：请填写期限）',
        '/rules/2/required “清单”每一行的“原因”必填',
        '/view/0/when 分组“整改”只在“是否达标”为“未达标”时显示',
      ],
    );
    assert.deepEqual(
      linesAbout(linesOf(value), '/ready').map(({ pointer }) => pointer),
      ['/rules/0/visible'],
    );
    assert.deepEqual(
      linesAbout(linesOf(value), '/rows').map(({ pointer }) => pointer),
      ['/rules/2/required'],
    );
  });

  it('is there for half-made definitions too', () => {
    assert.equal(contextOf(null, { language: 'en' }), undefined);
    assert.equal(contextOf({ rules: [] } as Json, { language: 'en' }), undefined);
    const odd = {
      record: { type: 'object', properties: {} },
      rules: [null, 5, { field: 7 }, { field: '/gone', visible: '1+' }],
      view: [{ when: 3 }],
    } as unknown as Json;
    assert.deepEqual(
      linesOf(odd).map(({ sentence }) => sentence),
      ['“gone”只在1+时显示'],
    );
  });

  it('is there for all templates, in both languages', () => {
    for (const file of templateFiles()) {
      const document = published(JSON.parse(readFileSync(file, 'utf8'))) as Json;
      for (const language of ['zh-CN', 'en'] as const) {
        const found = contextOf(document, { language })!;
        const formulas = placesOf(document as unknown as Definition).formulas.filter(({ pointer }) =>
          /^\/(rules\/\d+\/(check|visible|required|readonly|value)|view\/\d+\/when)$/.test(pointer),
        );
        assert.deepEqual(
          new Set(ruleLines(document, found).map(({ pointer }) => pointer)),
          new Set(formulas.map(({ pointer }) => pointer)),
          file,
        );
      }
    }
  });
});

describe('edits of rules', () => {
  it('take translations along', () => {
    const [visible, , check] = linesOf(value);
    const shifted = after(shiftRule(value, '/rules/1', -1));
    assert.deepEqual(
      [(shifted.rules[0] as { check?: string }).check, shifted.texts.en['/rules/0/message']],
      ['NOT(ISBLANK(dueOn))', 'Give a day'],
    );
    assert.deepEqual(after(duplicateRule(value, '/rules/0')).texts.en, {
      '/rules/2/message': 'Give a day',
      '/record/properties/ready/title': 'Ready',
    });
    const gone = after(removeLine(value, check!));
    assert.deepEqual([gone.rules.length, gone.texts.en], [2, { '/record/properties/ready/title': 'Ready' }]);
    assert.deepEqual(after(removeLine(value, visible!)).rules[0], { field: '/dueOn', required: 'result="unmet"' });
    assert.equal(shiftRule(value, '/rules/2', 1), undefined);
    assert.equal(after(addRule(value, { field: '/dueOn', readonly: 'ready' })).rules.length, 4);
  });

  it('let two translated rules change places', () => {
    const both = {
      ...definition,
      rules: [definition.rules[1], { check: 'ready', level: 'error', message: '二' }],
      texts: { en: { '/rules/0/message': 'one', '/rules/1/message': 'two' } },
    } as unknown as Json;
    const document = new JsonDocument(JSON.stringify(both));
    document.edit({ title: { 'zh-CN': '', en: '' } }, shiftRule(both, '/rules/0', 1)!.edits);
    assert.deepEqual((document.value.peek() as { texts: unknown }).texts, {
      en: { '/rules/1/message': 'one', '/rules/0/message': 'two' },
    });
  });
});

describe('lines of a condition', () => {
  it('say again what they were made from, in all templates', () => {
    const visit = (sentence: Sentence): void => {
      const group = groupOf(sentence);
      if (group) {
        assert.deepEqual(sentenceOfGroup(group), sentence);
        return group.of.forEach(visit);
      }
      const row = rowOf(sentence);
      if (!row) return;
      const kind =
        sentence.type === 'compare' &&
        sentence.left.type === 'sum' &&
        (row.relation === 'blank' || row.relation === 'filled')
          ? 'list'
          : undefined;
      assert.deepEqual(sentenceOfRow(row, kind), sentence);
    };
    let count = 0;
    for (const file of templateFiles())
      for (const { text } of placesOf(published(JSON.parse(readFileSync(file, 'utf8'))) as Definition).formulas) {
        const sentence = sentenceOf(text);
        if (sentence) {
          visit(sentence);
          count += 1;
        }
      }
    assert.ok(count > 1000);
  });

  it('can be made for everything that can be named, with every relation, and are formulas that read the same', () => {
    assert.deepEqual(
      context.subjects.slice(0, 4).map(({ word }) => word.title),
      ['是否达标', '整改期限', '齐全', '清单'],
    );
    for (const { term, word } of context.subjects) {
      for (const relation of relationsFor(word)) {
        const sentence = sentenceOfRow(withRelation(newRow(term, word), relation, word), word.kind);
        assert.deepEqual(sentenceOf(formulaOf(sentence)), sentence);
      }
    }
  });

  it('are added, changed and taken away', () => {
    const [a, b, c] = ['ready', 'ISBLANK(dueOn)', 'result="met"'].map((formula) => sentenceOf(formula)!) as [
      Sentence,
      Sentence,
      Sentence,
    ];
    const two = added(a, [], b);
    assert.equal(formulaOf(two), 'AND(ready,ISBLANK(dueOn))');
    assert.equal(formulaOf(added(two, [], c)), 'AND(ready,ISBLANK(dueOn),result="met")');
    const nested = added(two, [1], c);
    assert.equal(formulaOf(nested), 'AND(ready,AND(ISBLANK(dueOn),result="met"))');
    assert.equal(formulaOf(replaced(nested, [1, 0], undefined)!), 'AND(ready,result="met")');
    assert.equal(formulaOf(replaced(two, [0], undefined)!), 'ISBLANK(dueOn)');
    assert.equal(replaced(a, [], undefined), undefined);
    assert.equal(formulaOf(sentenceOfGroup({ mode: 'none', of: [a, b] })), 'NOT(OR(ready,ISBLANK(dueOn)))');
  });
});

describe('formula text', () => {
  const said = (formula: string, rows?: string) =>
    piecesOf(formula, contextOf(value, { language: 'zh-CN', rows })!.words)
      .map(({ text, title, isUnknown }) => title ?? (isUnknown ? `?${text}` : text))
      .join('|');

  it('is shown with titles, and stays as it is written', () => {
    assert.equal(
      said('IF(result="met",COUNTA(rows.why),gone+1)'),
      'IF(|是否达标|="met",COUNTA(|清单|.|原因|),|?gone|+1)',
    );
    assert.equal(said('LEN([@why])>0', '/rows'), 'LEN(|原因|)>0');
    assert.equal(said('result="'), 'result="');
    for (const formula of ['IF(result="met",1,2)', ' result + 1 ', '', '1+'])
      assert.equal(
        piecesOf(formula, context.words)
          .map(({ text }) => text)
          .join(''),
        formula,
      );
  });

  it('is completed by title, by name, by pinyin and by function', () => {
    const offers = (typed: string, caret = typed.length) =>
      completionAt(typed, caret, context)?.offers.map(({ insert }) => insert) ?? [];
    assert.equal(offers('AND(zgqx')[0], 'dueOn');
    assert.equal(offers('整改')[0], 'dueOn');
    assert.equal(offers('due')[0], 'dueOn');
    assert.ok(offers('原因').includes('rows.why'));
    assert.equal(offers('sumif')[0], 'SUMIF(');
    assert.ok(offers('求和').includes('SUM('));
    assert.deepEqual([offers('result="du'), offers(''), offers('1+')], [[], [], []]);
    const completion = completionAt('AND(zgqx,1)', 8, context)!;
    assert.deepEqual(completed('AND(zgqx,1)', completion, completion.offers[0]!), { text: 'AND(dueOn,1)', caret: 9 });
    const inRow = contextOf(value, { language: 'zh-CN', rows: '/rows' })!;
    const cell = completionAt('LEN([@wh', 8, inRow)!;
    assert.equal(completed('LEN([@wh', cell, cell.offers[0]!).text, 'LEN([@why]');
  });

  it('knows the function around the caret', () => {
    const at = (formula: string) => {
      const call = callAt(formula, formula.length);
      return call && `${call.name} ${call.argument}`;
    };
    assert.deepEqual(
      [at('IF(AND(a,b),'), at('IF(AND(a,'), at('IF("x'), at('1+2'), at('IF(a)'), at('(1+')],
      ['IF 1', 'AND 1', 'IF 0', undefined, undefined, undefined],
    );
    assert.ok(functionsFor('').length > 80);
    assert.ok(functionsFor('工作日').some(([name]) => name === 'NETWORKDAYS'));
  });

  it('is tried on an example, and its problems have their place', () => {
    const example = { data: { result: 'met', ready: true, rows: [{ why: '甲' }] }, now: '2026-03-15T09:00:00+08:00' };
    assert.deepEqual(tryFormula('result="met"', context, example), { kind: 'result', value: '“是”', holds: true });
    assert.deepEqual(
      tryFormula('IF(ready,"unmet","met")', contextOf(value, { language: 'zh-CN', into: '/result' })!, example),
      { kind: 'result', value: '“未达标”', holds: false },
    );
    assert.deepEqual(tryFormula('TODAY()+1', contextOf(value, { language: 'zh-CN', into: '/dueOn' })!, example), {
      kind: 'result',
      value: '“2026-03-16”',
      holds: true,
    });
    assert.deepEqual(tryFormula('[@why]', contextOf(value, { language: 'zh-CN', rows: '/rows' })!, example, '/rows'), {
      kind: 'result',
      value: '“甲”',
      holds: false,
    });
    const broken = tryFormula('1+', context, example);
    assert.deepEqual([broken.kind, broken.kind === 'problem' && broken.at], ['problem', { start: 2, end: 2 }]);
    const gone = tryFormula('ready+gone', context, example);
    assert.deepEqual(gone.kind === 'problem' && [gone.reason, gone.at], [
      '没有名为“gone”的字段或参数。',
      { start: 6, end: 10 },
    ]);
    assert.equal(tryFormula('1/0', context, example).kind, 'error');
  });

  it('compares dates with days before and after, and keeps what lines cannot say', () => {
    for (const formula of ['dueOn<=TODAY()+30', 'dueOn>TODAY()-limit', 'dueOn<=TODAY()', 'dueOn=other']) {
      const sentence = sentenceOf(formula)!;
      assert.ok(sentence.type === 'compare');
      assert.deepEqual(termOfCompared(comparedOf(sentence.right)), sentence.right);
    }
    assert.deepEqual(typedValue('-3', context.words.name('result')), { type: 'value', value: '-3' });
    assert.deepEqual(typedValue('met', context.words.name('result')), { type: 'value', value: 'met' });
  });
});
