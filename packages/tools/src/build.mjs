// Builds what ships: every package by tsc, and the classic bundle by esbuild. `node packages/tools/src/build.mjs [--no-types]`
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bundleProblems } from './bundle/gate.mjs';
import { bundles, makeBundle } from './bundle/make.mjs';
import { at, root } from './root.mjs';

let failed = false;
if (!process.argv.includes('--no-types')) {
  const run = spawnSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-b', 'packages'], { cwd: root, stdio: 'inherit' });
  failed ||= run.status !== 0;
}
for (const bundle of bundles) {
  if (!existsSync(at(bundle.entry))) {
    console.log(`${bundle.entry} does not exist yet: no ${bundle.out}`);
    continue;
  }
  try {
    const { code, own } = await makeBundle(bundle);
    console.log(`${bundle.out}: ${Math.round(code.length / 1024)} KB`);
    for (const problem of bundleProblems(code, own)) {
      failed = true;
      console.error(`${bundle.out}: ${problem}`);
    }
  } catch (error) {
    failed = true;
    console.error(`${bundle.out}: ${/** @type {Error} */ (error).message}`);
  }
}
process.exit(failed ? 1 : 0);
