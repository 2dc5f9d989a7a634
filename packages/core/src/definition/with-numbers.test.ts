import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../logic/analyse.ts';
import { admit } from '../admit/admit.ts';
import { compile } from './compile.ts';
import { template, templates } from './fixtures/templates.ts';
import { codesOf, record, trial } from './fixtures/trial.ts';
import { textPlaces } from './text-places.ts';
import { originalOf, translated } from './translated.ts';
import { namesInText, withNumbers } from './with-numbers.ts';
import type { Definition } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';

const parameters = {
  most: { title: '最多人数', value: 50, source: 'O' },
  share: { title: '折算', value: 0.8, source: 'O' },
  下限: { title: '下限', value: -3, source: 'O' },
  word: { title: '称呼', value: '村', source: 'O' },
  table: { title: '表', value: [1, 2], source: 'O' },
};
const drawn = (over: Readonly<Record<string, unknown>>): Definition =>
  trial({ parameters, ...over }) as unknown as Definition;
const said = (description: string): string | undefined => translated(drawn({ description }), 'zh-CN').description;

const messageOf = ({ rules = [] }: Definition): unknown => (rules[0] as { readonly message?: string }).message;

describe('numbers in texts', () => {
  compile(template('organisations')); // the formulas are here

  it('stand where a text names a parameter, as they are written in it', () => {
    assert.equal(said('{word}里不超过{most}人，按{share}计，从{下限}起。'), '村里不超过50人，按0.8计，从-3起。');
    assert.equal(
      said('{ most } {} {most-1} {nothing} {table} {constructor}'),
      '{ most } {} {most-1} {nothing} {table} {constructor}',
    );
    assert.deepEqual(namesInText('{most}至{most}，{下限}，{ no }'), ['most', '下限']);
  });

  it('are filled in in every language, also where a translation names another parameter or none', () => {
    const definition = drawn({
      description: '最多{most}人。',
      rules: [{ check: 'members<=most', level: 'error', message: '超过{most}人。' }],
      texts: { en: { '/description': 'At most {most}, from {下限}.' } },
    });
    assert.equal(translated(definition, 'en').description, 'At most 50, from -3.');
    assert.equal(messageOf(compile(translated(definition, 'en')).definition), '超过50人。');
    assert.equal(messageOf(compile(definition).definition), '超过50人。');
  });

  it('change neither the definition nor its content hash, and a text without any is not copied', () => {
    const definition = drawn({ description: '最多{most}人。' });
    const before = JSON.stringify(definition);
    const shown = translated(definition, 'zh-CN');
    assert.equal(originalOf(shown), definition);
    assert.equal(translated(shown, 'zh'), translated(definition, 'zh'));
    assert.equal(JSON.stringify(definition), before);
    assert.equal(compile(shown).hash, compile(definition).hash);
    const plain = drawn({ description: '最多50人。' });
    assert.equal(translated(plain, 'zh-CN'), plain);
    assert.notEqual(compile(plain).hash, compile(definition).hash);
  });

  it('leave formulas, options, defaults and examples alone', () => {
    const properties = {
      note: { type: 'string', title: '{word}名', default: '{most}', examples: ['{most}'], enum: ['{most}'] },
      members: { type: 'integer', title: '人数' },
    };
    assert.deepEqual(withNumbers(drawn({ record: record(properties) })).record.properties, {
      ...properties,
      note: { ...properties.note, title: '村名' },
    });
  });

  it('tolerate any content', () => {
    for (const broken of [null, 7, [], { most: null }, { most: 5 }, { most: { value: {} } }])
      assert.equal(withNumbers({ title: '{most}人', parameters: broken }).title, '{most}人');
    const hostile = JSON.parse(
      '{"title":"{most}人","__proto__":{"title":"{most}"},"parameters":{"most":{"value":5},"__proto__":{"value":6}}}',
    ) as { title: string };
    assert.equal(withNumbers(hostile).title, '5人');
  });

  it('are refused with their place where no parameter has the name, or it is no single value', () => {
    const result = admit(drawn({ description: '{nothing}', texts: { en: { '/description': '{table} {most}' } } }));
    assert.deepEqual(codesOf(result), ['text-unknown-parameter', 'text-unknown-parameter']);
    assert.deepEqual(result.ok ? [] : result.problems.map(({ pointer }) => pointer), [
      '/description',
      '/texts/en/~1description',
    ]);
    assert.deepEqual(codesOf(admit(drawn({ description: '{most}人，{}，{ 备注 }' }))), []);
  });
});

describe('numbers in the texts of templates', () => {
  for (const { definition } of templates()) {
    it(`${definition.id}: none is written out where a formula beside it takes it from a parameter`, () => {
      assert.deepEqual(
        analyse(definition)
          .filter(({ code }) => code === 'copied-number' || code === 'stale-number')
          .map(({ pointer, reason }) => `${pointer}: ${reason.en}`),
        [],
      );
      assert.deepEqual(
        namesInText(`${definition.title}${definition.description ?? ''}`),
        [],
        'the catalogue shows both as they are',
      );
      for (const locale of ['zh-CN', 'en']) {
        const shown = compile(translated(definition, locale)).definition as unknown as Json;
        assert.deepEqual(
          textPlaces(shown).filter(({ text }) => namesInText(text).length > 0),
          [],
        );
      }
    });
  }

  it('say another number, and mean it, once the parameter is another', () => {
    const definition = template('organisations');
    const { parameters = {} } = definition;
    const changed = {
      ...definition,
      parameters: { ...parameters, branchMemberMax: { ...parameters['branchMemberMax'], value: 60 } },
    } as Definition;
    const rule = (of: Definition, locale: string): string =>
      compile(translated(of, locale)).definition.rules?.flatMap((each) =>
        'check' in each && each.check.includes('branchMemberMax') ? [each.message] : [],
      )[0] ?? '';
    for (const locale of ['zh-CN', 'en']) {
      assert.match(rule(definition, locale), /50/);
      assert.equal(rule(changed, locale), rule(definition, locale).replace('50', '60'));
    }
  });
});
