import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { templates } from '@jiceng/core/definition/fixtures/templates.js';
import { admit } from '@jiceng/core/admit/admit.js';
import { adoptSchema } from '@jiceng/core/admit/from-schema.js';
import { placesOf } from '@jiceng/core/definition/places.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import * as making from '@jiceng/sheet/paste/part.js';
import { SAMPLES } from '@jiceng/sheet/paste/fixtures/samples.js';
import { copyOfTemplate, emptyDefinition, freeId, textOf } from './new-definition.ts';
import { withOwnNames } from './own-names.ts';
import { chosen, countOf } from './paste-choices.ts';
import { pasteEdits, withPasted } from './paste-edits.ts';
import { foundTemplates } from './template-list.ts';
import { JsonDocument } from '../document/json-document.ts';
import { BuilderSession } from '../session/session.ts';

const beginning = { id: 'new-form', title: '新表' };
const admitted = (text: string): Definition => {
  const result = admit(JSON.parse(text));
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

describe('beginning a definition', () => {
  it('empty ones are admitted, whatever their period', () => {
    for (const period of [undefined, 'month', 'quarter', 'halfYear', 'year'] as const)
      admitted(textOf(emptyDefinition({ ...beginning, period })));
    assert.equal(freeId('a', new Set(['a', 'a-2'])), 'a-3');
  });

  it('every pasted sample becomes a definition that is admitted, as fields and as items', () => {
    for (const period of [undefined, 'year'] as const) {
      const text = textOf(emptyDefinition({ ...beginning, period }));
      for (const as of [undefined, 'fields', 'items'] as const) {
        for (const sample of SAMPLES) {
          const pasted = making.readPaste(sample.text, as);
          const count =
            pasted.as === 'fields'
              ? pasted.fields.length
              : pasted.groups.reduce((sum, { items }) => sum + items.length, 0);
          const { record, score } = admitted(withPasted(text, pasted, making));
          assert.equal(
            pasted.as === 'fields'
              ? Object.keys(record.properties).length
              : (score?.dimensions ?? [])
                  .filter(({ id }) => id !== 'baseDimension')
                  .reduce((sum, { items }) => sum + items.length, 0),
            count,
            sample.name,
          );
        }
      }
    }
  });

  it('the twelve indicators from Excel make a score of a hundred', () => {
    const { score } = admitted(
      withPasted(textOf(emptyDefinition({ ...beginning, period: 'year' })), making.readPaste(SAMPLES[0]!.text), making),
    );
    assert.equal(score?.max, 100);
    assert.equal(score.dimensions[0]?.items.length, 12);
  });

  it('pasting into a definition adds behind the selection, and to the score that is there, in one step of undo', () => {
    const document = new JsonDocument(
      withPasted(textOf(emptyDefinition(beginning)), making.readPaste('姓名\n电话'), making),
    );
    const before = document.text.peek();
    const fields = pasteEdits(
      document.value.peek(),
      making.readPaste('*年龄\n姓名'),
      making,
      '/record/properties/personName',
    );
    document.edit({ title: { 'zh-CN': '粘贴', en: 'Paste' } }, fields.edits, fields.select);
    assert.deepEqual(Object.keys(admitted(document.text.peek()).record.properties), [
      'personName',
      'nianLing',
      'personName2',
      'contactPhone',
    ]);
    assert.deepEqual(admitted(document.text.peek()).record['required'], ['nianLing']);
    document.undo();
    assert.equal(document.text.peek(), before);
    for (const text of ['甲（60分）\n乙（40分）', '丙（20分）\n无故缺席，每次扣2分'])
      document.edit(
        { title: { 'zh-CN': '粘贴', en: 'Paste' } },
        pasteEdits(document.value.peek(), making.readPaste(text), making).edits,
      );
    assert.equal(admitted(document.text.peek()).score?.max, 120);
    assert.deepEqual(
      admitted(document.text.peek()).score?.dimensions.map(({ title }) => title),
      ['考核指标', '考核指标', '扣分项'],
    );
  });

  it('pasting in place of the items that are there takes them away with their translations, and keeps the rest of the score', () => {
    const template = templates().find(({ definition }) => definition.id === 'branch-standard')!.definition;
    const session = new BuilderSession(copyOfTemplate(template, { id: 'own-copy', title: '我的表' }));
    const before = session.document.text.peek();
    session.edit(
      { title: { 'zh-CN': '粘贴', en: 'Paste' } },
      pasteEdits(
        session.value.peek(),
        making.readPaste('甲（60分）\n乙（40分）\n无故缺席，每次扣2分'),
        making,
        undefined,
        'replace',
      ).edits,
    );
    const { score, texts } = admitted(session.document.text.peek());
    assert.deepEqual(
      [score?.max, score?.dimensions.map(({ title, items }) => [title, items.length]), score?.bands, score?.veto],
      [
        100,
        [
          ['考核指标', 2],
          ['扣分项', 1],
        ],
        template.score?.bands,
        template.score?.veto,
      ],
    );
    assert.deepEqual(
      Object.keys(texts?.['en'] ?? {}).filter((pointer) => pointer.startsWith('/score/dimensions')),
      [],
    );
    session.undo();
    assert.equal(session.document.text.peek(), before);
  });

  it('a copy for another period keeps no days that were written for its template’s', () => {
    for (const { definition } of templates().filter(({ definition: { filing } }) => filing?.period === 'year')) {
      const { filing, facts = [] } = admitted(
        copyOfTemplate(definition, { id: 'own-copy', title: '我的表', period: 'quarter' }),
      );
      assert.equal(filing?.period, 'quarter');
      assert.doesNotMatch(`${filing.opens ?? ''} ${filing.due}`, /DATE\(YEAR/, definition.id);
      assert.ok(
        facts.every(({ grain }) => grain !== 'year'),
        definition.id,
      );
    }
  });

  it('every template is copied under another id with its own facts, and admitted', () => {
    for (const { definition } of templates()) {
      const copy = admitted(copyOfTemplate(definition, { id: 'own-copy', title: '我的表' }));
      assert.deepEqual([copy.id, copy.title, copy.version], ['own-copy', '我的表', '1.0.0']);
      assert.ok((copy.facts ?? []).every(({ id }) => id.startsWith('own-copy/')));
      for (const { text } of placesOf(copy).formulas) assert.ok(!text.includes(`"${definition.id}/`), text);
      assert.equal(
        copyOfTemplate(definition, { id: definition.id, title: definition.title }),
        textOf({ ...definition, version: '1.0.0' } as never),
      );
    }
  });

  it('an Excel ledger keeps its formulas when its fields take names of their own', () => {
    const text = textOf({
      ...emptyDefinition(beginning),
      record: {
        type: 'object',
        properties: {
          x_renShu: { type: 'integer', title: '人数' },
          x_jinE: { type: 'number', title: '金额', readOnly: true },
          x_orgName: { type: 'string', title: '党组织名称' },
        },
        required: ['x_renShu'],
      },
      rules: [{ field: '/x_jinE', value: 'x_renShu*2' }],
      ledger: { columns: ['/x_renShu', { field: '/x_jinE', total: 'sum' }] },
    });
    const { record, rules, ledger } = admitted(withOwnNames(text));
    assert.deepEqual(
      [Object.keys(record.properties), record['required'], rules, ledger?.columns],
      [
        ['renShu', 'jinE', 'x_orgName'],
        ['renShu'],
        [{ field: '/jinE', value: 'renShu*2' }],
        ['/renShu', { field: '/jinE', total: 'sum' }],
      ],
    );
  });

  it('what is taken follows every choice', () => {
    const fields = making.readPaste('姓名\n电话\n备注');
    const taken = chosen(
      fields,
      new Map([
        [0, { title: '户主姓名', required: true }],
        [1, { skipped: true }],
        [2, { kind: 'choice', options: ['甲', '乙'] }],
      ]),
      making.keyFor,
    );
    assert.ok(taken.as === 'fields');
    assert.deepEqual(
      taken.fields.map(({ key, title, kind, options, required }) => [key, title, kind, options, required]),
      [
        ['huZhuXingMing', '户主姓名', 'text', [], true],
        ['remark', '备注', 'choice', ['甲', '乙'], false],
      ],
    );
    assert.deepEqual(
      chosen(fields, new Map([[0, { kind: 'choice', options: [] }]]), making.keyFor).as === 'fields' &&
        countOf(chosen(fields, new Map([[0, { title: ' ' }]]), making.keyFor)),
      2,
    );
    const items = making.readPaste('一、甲\n（一）子（5分）\n（二）丑（5分）\n二、乙\n（一）寅（5分）');
    const left = chosen(
      items,
      new Map([
        [2, { skipped: true }],
        [1, { max: 8, method: 'deduct', per: 2 }],
      ]),
      making.keyFor,
    );
    assert.ok(left.as === 'items');
    assert.deepEqual(
      left.groups.map(({ title, items: each }) => [title, each.map(({ max, method, per }) => [max, method, per])]),
      [
        [
          '甲',
          [
            [5, 'manual', 0],
            [8, 'deduct', 2],
          ],
        ],
      ],
    );
  });

  it('templates are found by any of their words', () => {
    const all = templates().map(({ definition }) => definition);
    assert.equal(
      foundTemplates(all, {}, '').reduce((sum, { templates: each }) => sum + each.length, 0),
      all.length,
    );
    assert.deepEqual(
      foundTemplates(all, {}, '标准化 评价')
        .flatMap(({ templates: each }) => each.map(({ id }) => id))
        .includes('branch-standard'),
      true,
    );
    assert.deepEqual(
      foundTemplates(all, { surveys: '测评与测试' }, '测评与测试').map(({ group }) => group),
      ['测评与测试'],
    );
    assert.deepEqual(foundTemplates(all, {}, '没有这样的词'), []);
  });

  it('a schema of somebody else becomes one as well', () => {
    const result = adoptSchema({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: '走访',
      type: 'object',
      properties: { on: { type: 'string', format: 'date' } },
    });
    assert.ok(result.ok);
    admitted(textOf({ ...emptyDefinition(beginning), record: result.value.record }));
  });
});
