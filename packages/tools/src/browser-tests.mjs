// Runs the tests that need a browser: `node packages/tools/src/browser-tests.mjs [part of a path …] [--watch]`.
import { at } from './root.mjs';
import { commandOf, packageFolder, runNode } from './run.mjs';
import { browserTests } from './tests-of.mjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = browserTests().filter((file) => !wanted.length || wanted.some((word) => file.includes(word)));
if (!files.length) {
  console.log(
    `No browser tests${wanted.length ? ` match ${wanted.join(' ')}` : ''}\n0 passed, ${wanted.length ? 1 : 0} failed`,
  );
  process.exit(wanted.length ? 1 : 0);
}
const { code } = await runNode([
  commandOf('@web/test-runner', 'wtr', packageFolder('tools')),
  '--config',
  at('packages/tools/web-test-runner.config.mjs'),
  ...options,
  '--files',
  ...files,
]);
process.exit(code);
