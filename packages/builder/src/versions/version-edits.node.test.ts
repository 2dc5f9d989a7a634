import type { PublishedVersion } from '@jiceng/core/engine/release.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JsonDocument } from '../document/json-document.ts';
import { namedFields } from './addresses.ts';
import { fromStepForm, KINDS, stepForm, toStepForm } from './step-form.ts';
import {
  addStep,
  compared,
  drawnSteps,
  edgeOfNext,
  firstBase,
  moveStep,
  removeStep,
  setStep,
} from './version-edits.ts';
import { messages } from './versions.messages.ts';

const definition = (version: string, properties: object, more: object = {}) =>
  ({ version, id: 'visits', title: '走访', record: { type: 'object', properties }, ...more }) as unknown as Definition;
const versions = ['3.0.0', '2.0.0', '1.0.0'].map((version): PublishedVersion => ({
  status: 'published',
  definition: definition(version, {}),
}));
const text = { 'zh-CN': '改', en: 'Change' };

describe('the edits of versions', () => {
  it('compare with the version that the drawing goes on from', () => {
    assert.deepEqual(
      ['2.0.0', '2.1.0', '0.1.0', '9.0.0'].map((drawn) => firstBase(versions, drawn)?.definition.version),
      ['2.0.0', '2.0.0', '3.0.0', '3.0.0'],
    );
    assert.equal(firstBase([], '1.0.0'), undefined);
  });
  it('take the number that the changes ask for, and only where the own is too low', () => {
    const before = definition('1.2.0', { phone: { type: 'string', title: '电话' } });
    const drawn = (version: string) =>
      compared(before, definition(version, { mobile: { type: 'string', title: '电话' } }));
    assert.deepEqual(
      [drawn('1.2.0').next, drawn('1.2.0').isNumbered, drawn('2.0.0').isNumbered],
      ['2.0.0', false, true],
    );
    const migration = {
      set: '/migration',
      value: { from: '1.2.0', steps: [{ do: 'rename', from: '/phone', to: '/mobile' }] },
    };
    assert.deepEqual(edgeOfNext(drawn('1.2.0')), [{ set: '/version', value: '2.0.0' }, migration]);
    assert.deepEqual(edgeOfNext(drawn('2.5.0')), [migration]);
    assert.equal(compared(before, before).next, '1.2.0');
  });
  it('change the plan in the document, and read it whatever it holds', () => {
    const document = new JsonDocument('{"migration":{"from":"1.0.0","steps":[]}}');
    const drop = (field: string) => ({ do: 'drop', field }) as const;
    document.edit({ title: text }, [...addStep(drop('/a')), ...addStep(drop('/b')), ...addStep(drop('/c'))]);
    document.edit({ title: text }, [...moveStep(2, -1), ...removeStep(0), ...setStep(1, drop('/d'))]);
    assert.deepEqual(drawnSteps(document.value.value, '1.0.0'), [drop('/c'), drop('/d')]);
    assert.equal(drawnSteps(document.value.value, '2.0.0'), undefined);
    for (const content of [null, {}, { migration: 7 }] as Json[]) assert.equal(drawnSteps(content, '1.0.0'), undefined);
    assert.deepEqual(drawnSteps({ migration: { from: '1.0.0', steps: 'x' } }, '1.0.0'), []);
  });
  it('make every kind of step of every other', () => {
    const fields = namedFields(
      definition('1.0.0', {
        a: { type: 'string', title: '甲' },
        rows: {
          type: 'array',
          title: '表',
          items: { type: 'object', properties: { b: { type: 'string', title: '乙' } } },
        },
      }),
      'zh-CN',
    );
    assert.deepEqual(
      fields.map(({ address, title }) => [address, title]),
      [
        ['/a', '甲'],
        ['/rows', '表'],
        ['/rows/*/b', '表 / 乙'],
      ],
    );
    for (const from of KINDS)
      for (const to of KINDS) {
        const step = fromStepForm({ do: from, from: '/a', field: '/a' }, { do: 'drop', field: '/a' });
        const other = fromStepForm({ ...toStepForm(step), do: to }, step);
        assert.equal(other.do, to);
        assert.deepEqual(
          Object.keys(
            stepForm(
              other,
              { before: fields, after: fields, beside: { state: [[], []], steps: [[], []] } },
              messages('zh-CN'),
            ).record.properties,
          )[0],
          'do',
        );
      }
    assert.deepEqual(
      fromStepForm(toStepForm({ do: 'split', from: '/a', to: ['/b', '/c'], by: ' ' }), { do: 'drop', field: '/a' }),
      { do: 'split', from: '/a', to: ['/b', '/c'], by: ' ' },
    );
  });
});
