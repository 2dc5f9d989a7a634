import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../generated/definition.ts';
import type { RequiredBucket } from '../record/fact-reader.ts';
import { explainRequired } from './explain-required.ts';

const REQUIREMENTS: readonly Requirement[] = [
  { key: 'themeDay', title: '主题党日', every: 'month', count: 1, source: 'O' },
];

const bucket = (key: string, periodCode: string, required: number, done: number): RequiredBucket => ({
  key,
  periodCode,
  required,
  done,
});

test('names what was counted, what is missing where, and what still runs', () => {
  const state = {
    ended: [
      bucket('themeDay', '2025-09', 1, 0),
      bucket('themeDay', '2025-10', 1, 3),
      bucket('themeDay', '2025-11', 1, 0),
      bucket('党课', '2025-Q3', 2, 1),
    ],
    running: [bucket('民主评议', '2025', 1, 0), bucket('党课', '2025-Q4', 1, 4), bucket('themeDay', '2025-12', 1, 0)],
  };
  assert.deepEqual(explainRequired(state, REQUIREMENTS, 'zh-CN'), [
    '应完成 5 次，按要求完成 2 次。',
    '主题党日缺 2 次（2025年9月、2025年11月）；党课缺 1 次（2025年第三季度）。',
    '2025年12月、2025年第四季度、2025年尚未结束，暂不计入，其中已完成 1 次，期满后计入。',
  ]);
  assert.deepEqual(
    explainRequired(state, REQUIREMENTS, 'en')[2],
    'Not over and not counted yet: 2025-12, 2025-Q4, 2025; 1 done there so far will count in the end.',
  );
});

test('says nothing of what is not there', () => {
  assert.deepEqual(explainRequired({ ended: [], running: [] }, [], 'zh-CN'), []);
  assert.deepEqual(
    explainRequired(
      { ended: [bucket('党课', '2025-Q1', 1, 1)], running: [bucket('党课', '2025-Q2', 1, 0)] },
      [],
      'zh-CN',
    ),
    ['应完成 1 次，按要求完成 1 次。', '2025年第二季度尚未结束，暂不计入。'],
  );
});
