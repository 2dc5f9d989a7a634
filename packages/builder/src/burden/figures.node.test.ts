import type { BurdenMeasure } from '@jiceng/core/burden/measure.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { titleAt } from '../document/title-at.ts';
import { paneOf } from '../session/show-pane.ts';
import { figuresOf } from './figures.ts';

const measure: BurdenMeasure = {
  typedFields: 16,
  fields: 20,
  minutes: 3,
  prefillShare: 20,
  fileFields: 1,
  countingShare: 0,
  computedShare: 50,
};
const verdicts = (definition: object, duplicates = 0) =>
  Object.fromEntries(figuresOf(definition as Definition, measure, duplicates).map(({ id, verdict }) => [id, verdict]));

describe('figuresOf', () => {
  it('judges what is advised, and shares only where they mean something', () => {
    assert.deepEqual(verdicts({}), {
      minutes: 'fine',
      typed: 'high',
      fields: 'fine',
      prefilled: 'fine',
      files: 'fine',
      duplicates: 'fine',
    });
    assert.deepEqual(verdicts({ filing: {}, score: { dimensions: [] } }, 1), {
      minutes: 'fine',
      typed: 'high',
      fields: 'fine',
      prefilled: 'low',
      files: 'fine',
      duplicates: 'high',
      counting: 'fine',
      computed: 'low',
    });
  });
});

describe('titleAt', () => {
  it('is the nearest name that people gave', () => {
    const definition = { title: '表', moves: [{ title: '销号', by: [] }], view: [{ section: '基本情况' }] };
    assert.equal(titleAt(definition, '/moves/0/by'), '销号');
    assert.equal(titleAt(definition, '/view/0'), '基本情况');
    assert.equal(titleAt(definition, '/nothing/here'), '');
    assert.equal(titleAt(null, '/a'), '');
  });
});

describe('paneOf', () => {
  it('is where the place is edited, or the canvas', () => {
    assert.equal(paneOf('/score/dimensions/0', ['score']), 'score');
    assert.equal(paneOf('/score/dimensions/0', []), 'design');
    assert.equal(paneOf('/record/properties/a', ['score']), 'design');
    assert.equal(paneOf('/constructor', ['score']), 'design');
  });
});
