import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { JsonDocument } from '../document/json-document.ts';
import type { Edit } from '../document/edit.ts';
import { textsAlong, textsOfCopy } from './texts-along.ts';

const DOCUMENT: Json = {
  list: [{ title: '一', in: [{ title: '甲' }] }, { title: '二', in: [] }, { title: '三' }],
  texts: {
    en: {
      '/title': 't',
      '/list/0/title': 'one',
      '/list/0/in/0/title': 'a',
      '/list/1/title': 'two',
      '/list/2/title': 'three',
    },
  },
};

/** Titles with their translations after edits. */
function told(...edits: Edit[]): Json | undefined {
  return toldBehind(edits, []);
}

/** The same where something is done once they have gone along. */
function toldBehind(edits: readonly Edit[], behind: readonly Edit[]): Json | undefined {
  const document = new JsonDocument(JSON.stringify(DOCUMENT));
  document.edit({ title: { 'zh-CN': '', en: '' } }, [...edits, ...textsAlong(DOCUMENT, edits), ...behind]);
  return valueAt(document.value.value, '/texts/en');
}

it('translations go along with what they translate', () => {
  assert.deepEqual(told({ move: '/list/0', to: '/list/1' }), {
    '/title': 't',
    '/list/1/title': 'one',
    '/list/1/in/0/title': 'a',
    '/list/0/title': 'two',
    '/list/2/title': 'three',
  });
  assert.deepEqual(told({ remove: '/list/0' }), { '/title': 't', '/list/0/title': 'two', '/list/1/title': 'three' });
  assert.deepEqual(told({ insert: '/list/1', value: {} }), {
    '/title': 't',
    '/list/0/title': 'one',
    '/list/0/in/0/title': 'a',
    '/list/2/title': 'two',
    '/list/3/title': 'three',
  });
  assert.deepEqual(told({ move: '/list/0/in/0', to: '/list/1/in/0' }), {
    '/title': 't',
    '/list/0/title': 'one',
    '/list/1/in/0/title': 'a',
    '/list/1/title': 'two',
    '/list/2/title': 'three',
  });
  assert.deepEqual(told({ remove: '/texts/en/~1list~10~1title' }, { remove: '/list/0' }), {
    '/title': 't',
    '/list/0/title': 'two',
    '/list/1/title': 'three',
  });
  assert.equal(told({ remove: '/list/0' }, { remove: '/texts' }), undefined);
  assert.deepEqual(textsAlong(DOCUMENT, [{ set: '/list/0/title', value: 'x' }]), []);
});

it('a copy has the translations of its model, with all that is in it', () => {
  assert.deepEqual(
    toldBehind(
      [{ insert: '/list/1', value: { title: '一', in: [{ title: '甲' }] } }],
      textsOfCopy(DOCUMENT, '/list/0', '/list/1'),
    ),
    {
      '/title': 't',
      '/list/0/title': 'one',
      '/list/0/in/0/title': 'a',
      '/list/1/title': 'one',
      '/list/1/in/0/title': 'a',
      '/list/2/title': 'two',
      '/list/3/title': 'three',
    },
  );
  assert.deepEqual(textsOfCopy({}, '/list/0', '/list/1'), []);
});
