// Runs the tests that need no browser: `node packages/tools/src/node-tests.mjs [part of a path …] [--test-name-pattern=…]`.
import { spawnSync } from 'node:child_process';
import { at, root } from './root.mjs';
import { nodeTests } from './tests-of.mjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = nodeTests().filter((file) => !wanted.length || wanted.some((word) => file.includes(word)));
if (!files.length) {
  console.log(`No Node tests${wanted.length ? ` match ${wanted.join(' ')}` : ''}\n0 passed, ${wanted.length ? 1 : 0} failed`);
  process.exit(wanted.length ? 1 : 0);
}
const run = spawnSync(process.execPath, ['--conditions=@jiceng/source', '--import', 'tsx', '--test', '--test-concurrency=2', '--test-reporter', at('packages/tools/src/node-reporter.mjs'), '--test-reporter-destination=stdout', ...options, ...files],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TSX_TSCONFIG_PATH: at('tsconfig.base.json') } });
process.exit(run.status ?? 1);
