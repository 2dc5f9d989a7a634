import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition, Score, ScoreItem } from '../../generated/definition.ts';
import { checkScore } from './score.ts';

const item = (id: string, more: Partial<ScoreItem> = {}): ScoreItem => ({
  id,
  title: id,
  max: 50,
  method: 'auto',
  value: 'TRUE',
  source: 'S000',
  ...more,
});
const codes = (items: readonly ScoreItem[], more: Partial<Score> = {}, definition: object = {}) => {
  const score: Score = {
    max: 100,
    entries: '/scores',
    dimensions: [{ id: 'd', title: 'd', items: [...items] }],
    ...more,
  };
  return checkScore({ ...definition, score } as unknown as Definition).map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('checkScore', () => {
  it('accepts a sound score', () => assert.deepEqual(codes([item('a'), item('b')]), []));

  it('adds up the items for every type of organisation', () => {
    const agency = { appliesTo: { orgType: ['agency'] } };
    assert.deepEqual(codes([item('a'), item('b'), item('c', { ...agency, replaces: 'b' })]), []);
    assert.deepEqual(codes([item('a'), item('b'), item('c', { ...agency, replaces: 'b', max: 40 })]), [
      'score-sum /score/max',
    ]);
    assert.deepEqual(
      codes([item('a', agency), item('b', agency)], {}, { filing: { by: { orgType: ['agency'] } } }),
      [],
    );
    assert.deepEqual(codes([item('a'), item('b')], { max: 90 }), ['score-sum /score/max']);
  });

  it('finds ids used twice and references to nothing', () => {
    assert.deepEqual(codes([item('a'), item('a')]), ['score-duplicate-id /score/dimensions/0/items/1/id']);
    assert.deepEqual(
      codes([item('a'), item('b'), item('c', { replaces: 'z', max: 0, appliesTo: { orgType: ['agency'] } })]),
      ['score-unknown-item /score/dimensions/0/items/2/replaces'],
    );
    assert.deepEqual(codes([item('a'), item('b')], { veto: [{ id: 'v', title: 'v', when: 'TRUE', band: 'none' }] }), [
      'score-unknown-band /score/veto/0/band',
    ]);
  });

  it('wants the parts that each method needs', () => {
    assert.deepEqual(
      codes([item('a', { method: 'countCap' }), item('b', { method: 'threshold', steps: [{ at: 1, points: 60 }] })]),
      [
        'score-method-needs /score/dimensions/0/items/0',
        'score-step-above-max /score/dimensions/0/items/1/steps/0/points',
      ],
    );
    assert.deepEqual(
      codes([item('a', { method: 'deduct', direction: 'up' }), item('b', { method: 'manual', value: undefined })], {
        entries: undefined,
      }),
      ['score-direction /score/dimensions/0/items/0/direction', 'score-no-entries /score/dimensions/0/items/1'],
    );
  });
});
