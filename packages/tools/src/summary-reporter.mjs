// The runner's own closing line is not one that can be added up, and it says "0 failed" when a file does not even load.

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {any} suite @param {Counts} counts @returns {Counts} */
export function count(suite, counts) {
  for (const test of suite?.tests ?? []) if (!test.skipped) counts[test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, counts);
  return counts;
}

/** @param {readonly { passed?: boolean, testResults?: any }[]} sessions @returns {Counts} */
export function total(sessions) {
  const all = { passed: 0, failed: 0 };
  for (const session of sessions) {
    const own = count(session.testResults, { passed: 0, failed: 0 });
    if (!session.passed && !own.failed) own.failed = 1; // it did not load, or failed outside a test
    all.passed += own.passed;
    all.failed += own.failed;
  }
  return all;
}

/** @returns {import('@web/test-runner').Reporter} */
export const summaryReporter = () => ({
  stop({ sessions }) {
    const { passed, failed } = total(sessions);
    console.log(`\nBrowser tests in ${sessions.length} files\n${passed} passed, ${failed} failed`);
  },
});
