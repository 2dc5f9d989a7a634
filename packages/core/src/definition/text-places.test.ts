import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../json/json.ts';
import { templates } from './fixtures/templates.ts';
import { record, trial } from './fixtures/trial.ts';
import { textPlaces } from './text-places.ts';
import { translated } from './translated.ts';
import { strayTranslations, stretched, translationsOf } from './translations.ts';

const document = trial({
  record: record({
    title: { type: 'string', title: '名称', default: '甲', examples: ['乙'] },
    default: {
      type: 'object',
      title: '默认',
      properties: { unit: { type: 'string', title: '单位' } },
      default: { title: '不是文字' },
    },
  }),
  texts: { en: { '/title': 'Trial', '/record/properties/gone/title': 'Gone' } },
}) as unknown as Json;

describe('texts of a document', () => {
  it('are found where people read them, and nowhere else', () => {
    assert.deepEqual(
      textPlaces(document).map(({ pointer }) => pointer),
      [
        '/title',
        '/purpose/decision',
        '/record/properties/title/title',
        '/record/properties/default/title',
        '/record/properties/default/properties/unit/title',
      ],
    );
    assert.deepEqual(textPlaces('x'), []);
  });
  it('are all those that the templates translate', () => {
    for (const { definition } of templates()) {
      const known = new Set(textPlaces(definition as unknown as Json).map(({ pointer }) => pointer));
      assert.deepEqual(
        Object.keys(translationsOf(definition as unknown as Json, 'en')).filter((pointer) => !known.has(pointer)),
        [],
        definition.id,
      );
    }
  });
  it('have translations, some of which lead nowhere', () => {
    assert.deepEqual(strayTranslations(document, 'en'), ['/record/properties/gone/title']);
    assert.deepEqual(translationsOf(document, '__proto__'), {});
  });
  it('are stretched without touching anything else', () => {
    const long = stretched(document as object) as typeof document & { title: string };
    assert.equal(long.title, '［试用表，试用表］');
    assert.deepEqual(
      textPlaces(long).map(({ pointer }) => pointer),
      textPlaces(document).map(({ pointer }) => pointer),
    );
    assert.equal(stretched(translated(document as object, 'en') as { title: string }).title, '［Trial Trial］');
  });
});
