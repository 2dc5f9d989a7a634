import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admit } from '../admit/admit.ts';
import type { Definition } from '../generated/definition.ts';
import { basisText } from '../text/basis.ts';
import { compile } from './compile.ts';
import { templates } from './fixtures/templates.ts';
import { originalOf, translated } from './translated.ts';
import { withBasis } from './with-basis.ts';

const trial = {
  id: 'trial',
  version: '1.0.0',
  title: '试表',
  subject: 'item',
  parameters: { most: { title: '上限', value: 5, source: 'S000,O' }, idle: { title: '闲置', value: 1, source: 'P' } },
  record: {
    type: 'object',
    properties: {
      count: { type: 'integer', title: '数量', description: '填实数。' },
      note: { type: 'string', title: '说明' },
      free: { type: 'string', title: '备注' },
      seen: { type: 'boolean', title: '已看', 'x-source': 'R-BRANCH' },
      rows: {
        type: 'array',
        title: '行',
        items: { type: 'object', properties: { day: { type: 'string', title: '日期' } } },
      },
    },
  },
  view: [{ section: '全部', fields: ['/count', { field: '/note', help: '一句话。' }, '/free', '/seen', '/rows'] }],
  rules: [
    { check: 'count<=most', level: 'error', message: '超出。', fields: ['/count'], source: 'S000' },
    { field: '/note', required: 'count>3', source: 'R-TERM' },
    { field: '/rows/*/day', required: 'TRUE', source: 'O' },
    { field: '/free', visible: 'count>0' },
  ],
  texts: {
    en: {
      '/title': 'Trial',
      '/record/properties/count/description': 'As counted.',
      '/view/0/fields/1/help': 'One sentence.',
    },
  },
} as unknown as Definition;

const helpIn = (definition: Definition, field: string): string | undefined =>
  compile(definition).field(field)?.description;
const viewHelp = ({ view }: Definition): unknown => (view![0]!.fields[1] as { help?: string }).help;

describe('the basis in the help of fields', () => {
  it('follows what the help says already, in both languages, from rules, checks, numbers and the field itself', () => {
    const shown = withBasis(trial);
    const english = translated(shown, 'en');
    assert.equal(helpIn(shown, '/count'), '填实数。依据：上级文件、本级自定。');
    assert.equal(helpIn(english, '/count'), 'As counted. Basis: a document from above, set here.');
    assert.equal(viewHelp(shown), '一句话。依据：党内法规或公开规定。');
    assert.equal(viewHelp(english), 'One sentence. Basis: Party or public regulations.');
    assert.equal(helpIn(shown, '/note'), undefined, 'said once, where the help stands');
    assert.equal(helpIn(shown, '/seen'), '依据：党内法规或公开规定。');
    assert.equal(helpIn(english, '/seen'), 'Basis: Party or public regulations.');
    assert.equal(helpIn(shown, '/rows/*/day'), '依据：本级自定。');
    assert.equal(helpIn(shown, '/free'), undefined, 'a rule without a basis has none to tell');
  });

  it('leaves the definition alone and is one object for it and its translations', () => {
    const before = JSON.stringify(trial);
    const shown = withBasis(trial);
    assert.equal(JSON.stringify(trial), before);
    assert.equal(withBasis(translated(trial, 'en')), shown);
    assert.equal(originalOf(shown), shown);
    const plain = {
      id: 'plain',
      version: '1.0.0',
      title: '表',
      subject: 'item',
      record: { type: 'object', properties: { a: { type: 'string' } } },
    } as unknown as Definition;
    assert.deepEqual(withBasis(plain), plain);
  });

  it('gives back what cannot be read as it is', () => {
    for (const broken of [
      {},
      { record: null },
      { ...trial, rules: [null] },
      { ...trial, rules: 7 },
      { ...trial, parameters: null },
      { ...trial, view: [{}] },
      { ...trial, texts: { en: null } },
    ]) {
      assert.doesNotThrow(() => withBasis(broken as unknown as Definition), JSON.stringify(broken).slice(0, 60));
    }
    const broken = { ...trial, rules: [null] } as unknown as Definition;
    assert.equal(withBasis(broken), broken);
  });

  for (const { path, definition } of templates()) {
    it(`${path} stays a definition and names the basis of every rule that has one`, () => {
      const shown = withBasis(definition);
      const result = admit(shown);
      assert.deepEqual(result.ok ? [] : result.problems, []);
      const helps = new Map(
        (shown.view ?? [])
          .flatMap(({ fields }) => fields)
          .flatMap((ref) =>
            typeof ref === 'string' || ref.help === undefined ? [] : [[ref.field, ref.help] as const],
          ),
      );
      for (const rule of definition.rules ?? []) {
        if (
          !('field' in rule) ||
          rule.source === undefined ||
          compile(definition).field(rule.field)?.schemaPointer.includes('/$defs/')
        )
          continue;
        const help = helps.get(rule.field) ?? helpIn(shown, rule.field) ?? '';
        for (const word of basisText(rule.source, 'zh-CN').split('、'))
          assert.ok(help.includes(word), `${rule.field}: ${help}`);
        assert.match(helpIn(translated(shown, 'en'), rule.field) ?? 'Basis', /Basis/);
      }
    });
  }
});
