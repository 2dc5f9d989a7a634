import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { splicesOf } from '../../document/apply.ts';
import type { Edit } from '../../document/edit.ts';
import { spliced } from '../../document/splice.ts';
import { addStep, limitEdits, limitsOf, removeStep, threeSteps } from './limits.ts';

const REPORT: JsonObject = {
  parameters: { green: { title: '绿线', value: 96, source: 'O' } },
  measures: [
    {
      id: 'rate',
      title: '办结率',
      target: 'green',
      thresholds: [
        { at: 'green', tone: 'positive', title: '达标' },
        { tone: 'negative', title: '滞后' },
      ],
    },
    { id: 'days', title: '天数', direction: 'down', target: 30 },
    { id: 'half', title: '一半', target: 'green/2' },
  ],
};
const RATE = '/measures/0';
const DAYS = '/measures/1';

interface Measure {
  readonly target?: Json;
  readonly thresholds?: readonly { readonly at?: Json; readonly tone: string; readonly title: string }[];
}
function after(edits: readonly Edit[] | undefined): {
  readonly parameters: { readonly green: { readonly value: number } };
  readonly measures: readonly Measure[];
} {
  const text = JSON.stringify(REPORT);
  return JSON.parse(spliced(text, splicesOf(text, edits ?? []))) as never;
}

test('a limit that stands in a parameter is shown with its number, and is changed there', () => {
  assert.deepEqual(limitsOf(REPORT, RATE), {
    target: { text: '96', parameter: '绿线' },
    isDown: false,
    steps: [
      { at: { text: '96', parameter: '绿线' }, tone: 'positive', title: '达标' },
      { at: { text: '', parameter: undefined }, tone: 'negative', title: '滞后' },
    ],
  });
  const changed = after(limitEdits(REPORT, `${RATE}/target`, ' 97.5 '));
  assert.equal(changed.parameters.green.value, 97.5);
  assert.equal(changed.measures[0]!.target, 'green');
  assert.deepEqual(limitEdits(REPORT, `${RATE}/target`, '96'), []);
  assert.deepEqual(limitsOf(REPORT, '/measures/2')!.target, { text: 'green/2', parameter: undefined });
  assert.equal(limitsOf(REPORT, '/parameters/green'), undefined);
});

test('a limit of its own becomes a number, a formula, or nothing', () => {
  assert.equal(after(limitEdits(REPORT, `${DAYS}/target`, '20')).measures[1]!.target, 20);
  assert.equal(after(limitEdits(REPORT, `${DAYS}/target`, 'green/3')).measures[1]!.target, 'green/3');
  assert.equal(after(limitEdits(REPORT, `${DAYS}/target`, '')).measures[1]!.target, undefined);
});

test('steps are added before the rest, and the list goes with its last', () => {
  assert.deepEqual(
    after(addStep(REPORT, RATE, '接近')).measures[0]!.thresholds!.map(({ at, title }) => [at, title]),
    [
      ['green', '达标'],
      [0, '接近'],
      [undefined, '滞后'],
    ],
  );
  assert.deepEqual(after(addStep(REPORT, DAYS, '接近')).measures[1]!.thresholds, [{ tone: 'notice', title: '接近' }]);
  assert.deepEqual(
    after(removeStep(REPORT, RATE, 0)).measures[0]!.thresholds!.map(({ title }) => title),
    ['滞后'],
  );
  const one = { ...REPORT, measures: [{ thresholds: [{ tone: 'notice', title: 'x' }] }] };
  assert.deepEqual(removeStep(one, RATE, 0), [{ remove: '/measures/0/thresholds' }]);
});

test('three steps follow from the target, in the better direction', () => {
  const titles: readonly [string, string, string] = ['达到', '接近', '差距较大'];
  assert.deepEqual(
    after(threeSteps(REPORT, RATE, titles)).measures[0]!.thresholds!.map(({ at, tone }) => [at, tone]),
    [
      ['green', 'positive'],
      [86.4, 'notice'],
      [undefined, 'negative'],
    ],
  );
  assert.deepEqual(
    after(threeSteps(REPORT, DAYS, titles)).measures[1]!.thresholds!.map(({ at }) => at),
    [30, 33, undefined],
  );
  assert.deepEqual(
    after(threeSteps(REPORT, '/measures/2', titles)).measures[2]!.thresholds!.map(({ at }) => at),
    ['green/2', '(green/2)*0.9', undefined],
  );
  assert.equal(threeSteps({ measures: [{ id: 'x' }] }, RATE, titles), undefined);
});
