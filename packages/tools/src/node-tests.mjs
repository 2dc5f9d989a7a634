// Runs the tests that need no browser of their own: `node packages/tools/src/node-tests.mjs [part of a path …]
// [--test-name-pattern=…]`.
import { at } from './root.mjs';
import { runNode, sideBySide } from './run.mjs';
import { isMain } from './main.mjs';
import { nodeTests } from './tests-of.mjs';

/**
 * Runs test files under node:test and ends the process with their result.
 * @param {string[]} all
 * @param {{ words: string[], what: string, concurrency?: number }} options words: options for Node, and parts of paths
 *   to choose files by
 */
export async function runTests(all, { words, what, concurrency = sideBySide }) {
  const options = words.filter((word) => word.startsWith('--'));
  const wanted = words.filter((word) => !word.startsWith('--'));
  const files = all.filter((file) => !wanted.length || wanted.some((word) => file.includes(word)));
  if (!files.length) {
    console.log(
      `No ${what}${wanted.length ? ` match ${wanted.join(' ')}` : ''}\n0 passed, ${wanted.length ? 1 : 0} failed`,
    );
    process.exit(wanted.length ? 1 : 0);
  }
  const reporter = [
    '--test-reporter',
    at('packages/tools/src/node-reporter.mjs'),
    '--test-reporter-destination=stdout',
  ];
  const { code } = await runNode(
    [
      '--conditions=@jiceng/source',
      '--import',
      'tsx',
      '--test',
      `--test-concurrency=${concurrency}`,
      ...reporter,
      ...options,
      ...files,
    ],
    { env: { ...process.env, TSX_TSCONFIG_PATH: at('tsconfig.base.json') } },
  );
  process.exit(code);
}

if (isMain(import.meta.url)) await runTests(nodeTests(), { words: process.argv.slice(2), what: 'Node tests' });
