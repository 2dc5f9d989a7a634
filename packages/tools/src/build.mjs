// Builds what ships: every package by tsc, and the classic bundles by esbuild.
// `node packages/tools/src/build.mjs [--no-types]`
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bundleProblems } from './bundle/gate.mjs';
import { bundles } from './bundle/bundles.mjs';
import { makeBundles } from './bundle/make.mjs';
import { at, root } from './root.mjs';

let failed = false;
if (!process.argv.includes('--no-types')) {
  const run = spawnSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-b', 'packages'], {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= run.status !== 0;
}
const there = bundles.filter(({ entry }) => existsSync(at(entry)));
for (const { entry, out } of bundles) if (!existsSync(at(entry))) console.log(`${entry} does not exist yet: no ${out}`);
try {
  for (const { out, code } of await makeBundles(there)) {
    console.log(`${out}: ${Math.round(code.length / 1024)} KB`);
    for (const problem of bundleProblems(code)) {
      failed = true;
      console.error(`${out}: ${problem}`);
    }
  }
} catch (error) {
  failed = true;
  console.error(`bundles: ${/** @type {Error} */ (error).message}`);
}
process.exit(failed ? 1 : 0);
