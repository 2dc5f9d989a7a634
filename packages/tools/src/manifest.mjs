// packages/elements/custom-elements.json, the machine's description of every element. `--check` changes nothing and fails on a difference.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findFiles } from './files.mjs';
import { tidy } from './manifest/tidy.mjs';
import { at, cache } from './root.mjs';
import { commandOf, packageFolder, runNode } from './run.mjs';

const folder = packageFolder('elements');
const packageJson = at('packages/elements/package.json');
const asItWas = readFileSync(packageJson, 'utf8');
const file = at('packages/elements/custom-elements.json');
if (!findFiles(['packages/elements/src'], /\/define\.ts$/).length) {
  console.log('No elements yet: no manifest');
  process.exit(0);
}
const out = cache('manifest');
mkdirSync(out, { recursive: true });
const { code, output } = await runNode([commandOf('@custom-elements-manifest/analyzer', 'cem', folder), 'analyze', '--litelement', '--quiet', '--globs', 'src/**/*.ts', '--exclude', 'src/**/*.test.ts', 'src/**/*.fixture.ts', 'src/**/*.bench.ts', 'src/**/test-*.ts', 'src/**/fixtures/**', 'src/**/*.messages.ts', 'src/**/*.styles.ts', 'src/bundle/**', '--outdir', relative(folder, out)], { cwd: folder, quiet: true });
if (readFileSync(packageJson, 'utf8') !== asItWas) writeFileSync(packageJson, asItWas); // the analyzer writes its own path into it
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const fresh = `${JSON.stringify(tidy(JSON.parse(readFileSync(`${out}/custom-elements.json`, 'utf8'))), null, 2)}\n`;
const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (fresh !== old) console.error('packages/elements/custom-elements.json differs from the elements (run `pnpm manifest`)');
  process.exit(fresh === old ? 0 : 1);
}
if (fresh !== old) writeFileSync(file, fresh);
console.log(fresh === old ? 'Manifest unchanged' : 'Manifest written');
