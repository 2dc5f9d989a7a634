import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Definition } from '../generated/definition.ts';
import { machineOf } from '../life/states.ts';
import { compile } from './compile.ts';
import { templates } from './fixtures/templates.ts';
import { localeOf, originalOf, translated } from './translated.ts';

const trial = {
  id: 'trial',
  version: '1.0.0',
  title: '试表',
  subject: 'item',
  record: {
    type: 'object',
    properties: { title: { type: 'string', title: '名称' }, kind: { oneOf: [{ const: '甲', title: '甲类' }] } },
  },
  states: [{ id: 'open', title: '在办' }],
  moves: [{ id: 'go', title: '办结', guard: [{ when: 'kind="甲"', message: '须为甲类。' }] }],
  texts: {
    en: {
      '/title': 'Trial',
      '/record/properties/title/title': 'Name',
      '/record/properties/kind/oneOf/0/title': 'A',
      '/record/properties/kind/oneOf/0/const': 'A',
      '/moves/0/guard/0/when': 'TRUE',
      '/moves/0/guard/0/message': 'It must be A.',
      '/states/9/title': 'Nothing',
      '/__proto__/title': 'x',
      nowhere: 'x',
    },
  },
} as unknown as Definition;

test('texts are in the language, and nothing that programs read is', () => {
  const english = translated(trial, 'en') as unknown as {
    title: string;
    record: { properties: { kind: { oneOf: object[] } } };
    moves: { guard: object[] }[];
    states: object[];
  };
  assert.equal(english.title, 'Trial');
  assert.deepEqual(english.record.properties.kind.oneOf, [{ const: '甲', title: 'A' }]);
  assert.deepEqual(english.moves[0]!.guard, [{ when: 'kind="甲"', message: 'It must be A.' }]);
  assert.equal(english.states, trial.states, 'what has no translation is shared');
  assert.equal(trial.title, '试表');
});

test('one document and one language make one object, from any of its translations', () => {
  const english = translated(trial, 'en');
  assert.equal(translated(trial, 'en'), english);
  assert.equal(translated(english, 'en'), english);
  assert.equal(translated(english, 'zh-Hant-TW'), trial);
  assert.equal(translated(trial, 'zh-CN'), trial);
  assert.equal(originalOf(english), trial);
  assert.equal(originalOf(trial), trial);
  assert.deepEqual([localeOf(english), localeOf(trial)], ['en', 'zh-CN']);
});

test('English stands in for languages that are not spoken, and regions for none', () => {
  assert.equal(translated(trial, 'fr').title, 'Trial');
  assert.equal(translated(trial, 'en-GB').title, 'Trial');
  assert.equal(translated({ ...trial, texts: {} }, 'en').title, '试表');
  assert.equal(translated({ ...trial, texts: 'en' } as unknown as Definition, 'en').title, '试表');
});

test('records filled in with a translation belong to the original', () => {
  assert.equal(compile(translated(trial, 'en')).hash, compile(trial).hash);
});

test('the life of submissions speaks the language of its definition', () => {
  const filed = { ...trial, filing: {} } as unknown as Definition;
  const titles = (locale: string) =>
    machineOf(compile(translated(filed, locale)), 'filing')!.states.map(({ title }) => title);
  assert.equal(titles('zh-CN')[1], '暂存');
  assert.equal(titles('en')[1], 'Draft');
});

const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
const READ_BY_PEOPLE = new Set([
  'title',
  'description',
  'section',
  'help',
  'message',
  'rule',
  'does',
  'actorTitle',
  'unit',
  'x-unit',
  'numTitle',
  'denTitle',
]);

/** Places of Chinese texts that people see. */
function chinese(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string'
      ? (READ_BY_PEOPLE.has(key) || at.endsWith('/documents')) && CJK.test(part)
        ? [`${at}/${key}: ${part}`]
        : []
      : key === 'texts' || key === '$comment'
        ? []
        : chinese(part, `${at}/${key}`),
  );
}

const folder = new URL('../../../../schemas/machines/', import.meta.url);
const documents: (readonly [name: string, document: object])[] = [
  ...readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))] as const),
  ...templates().map(({ path, definition }) => [path, definition] as const),
];
for (const [name, document] of documents) {
  test(`${name} has English for every text`, () => assert.deepEqual(chinese(translated(document, 'en'), ''), []));
}
