import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { countsIn, runNode } from './run.mjs';
import { isBrowserTest, isEndToEnd, isNodeTest } from './tests-of.mjs';

const folder = mkdtempSync(join(tmpdir(), 'run-'));
const reporter = new URL('node-reporter.mjs', import.meta.url).pathname;
/** @param {string} text */
async function runTest(text) {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.test.mjs`);
  writeFileSync(file, text);
  const { code, output } = await runNode(
    ['--test', '--test-reporter', reporter, '--test-reporter-destination=stdout', file],
    { quiet: true, env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  return { code, output, counts: countsIn(output) };
}

test('reads the last count', () => {
  assert.deepEqual(countsIn('1 passed, 2 failed\nx\n30 passed, 4 failed\n'), { passed: 30, failed: 4 });
  assert.equal(countsIn('Chrome: 1 passed, 2 failed'), undefined);
});

test('counts tests, not suites, and names what failed', async () => {
  const { code, output, counts } = await runTest(
    "import { describe, it } from 'node:test'; describe('s', () => { it('a', () => {}); it('b', () => { throw new Error('because'); }); });",
  );
  assert.deepEqual([code, counts], [1, { passed: 1, failed: 1 }]);
  assert.match(output, /test\.mjs:1 b\s+Error: because/);
});

test('a file that does not load, or holds no test, counts as failed', async () => {
  assert.deepEqual((await runTest("import './none.mjs';")).counts, { passed: 0, failed: 1 });
  assert.deepEqual((await runTest('export {};')).counts, { passed: 0, failed: 1 });
});

test('ends a program that takes too long', async () => {
  const { code, output } = await runNode(['-e', 'setTimeout(() => {}, 60000)'], { quiet: true, minutes: 0.005 });
  assert.equal(code, 1);
  assert.match(output, /Ended after/);
});

test('knows which runner a test belongs to', () => {
  const kinds = (/** @type {string} */ path) =>
    [isNodeTest(path), isBrowserTest(path), isEndToEnd(path)].map(Number).join('');
  assert.equal(kinds('packages/core/src/json/json.test.ts'), '100');
  assert.equal(kinds('packages/client/src/memory.node.test.ts'), '100');
  assert.equal(kinds('packages/elements/src/form/form.test.ts'), '010');
  assert.equal(kinds('packages/portal/src/fill-in.e2e.ts'), '001');
  assert.equal(kinds('packages/elements/src/form/form.ts'), '000');
});
