import assert from 'node:assert/strict';
import { test } from 'node:test';
import { total } from './summary-reporter.mjs';

test('adds up nested suites and counts a file that did not load as failed', () => {
  const tests = [{ passed: true }, { passed: true }, { passed: false }, { passed: false, skipped: true }];
  assert.deepEqual(
    total([
      { passed: false, testResults: { tests: [], suites: [{ tests }] } },
      { passed: false },
      { passed: true, testResults: { tests: [{ passed: true }] } },
    ]),
    { passed: 3, failed: 2 },
  );
});
