// packages/elements/custom-elements.json, the machine's description of every element, docs/elements.md, the same for
// people, and types for frameworks.
// `--check` changes nothing and fails on a difference.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findFiles } from './files.mjs';
import { elementsReference } from './manifest/reference.mjs';
import { tidy } from './manifest/tidy.mjs';
import { typings } from './manifest/typings.mjs';
import { at, cache } from './root.mjs';
import { commandOf, packageFolder, runNode } from './run.mjs';

const folder = packageFolder('elements');
const packageJson = at('packages/elements/package.json');
const asItWas = readFileSync(packageJson, 'utf8');
if (!findFiles(['packages/elements/src'], /\/define\.ts$/).length) {
  console.log('No elements yet: no manifest');
  process.exit(0);
}
const out = cache('manifest');
mkdirSync(out, { recursive: true });
const { code, output } = await runNode(
  [
    commandOf('@custom-elements-manifest/analyzer', 'cem', folder),
    'analyze',
    '--litelement',
    '--quiet',
    '--globs',
    'src/**/*.ts',
    '--exclude',
    'src/**/*.test.ts',
    'src/**/*.fixture.ts',
    'src/**/*.bench.ts',
    'src/**/test-*.ts',
    'src/**/fixtures/**',
    'src/**/*.messages.ts',
    'src/**/*.styles.ts',
    'src/bundle/**',
    '--outdir',
    relative(folder, out),
  ],
  { cwd: folder, quiet: true },
);
// the analyzer writes its own path into it
if (readFileSync(packageJson, 'utf8') !== asItWas) writeFileSync(packageJson, asItWas);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const manifest = tidy(JSON.parse(readFileSync(`${out}/custom-elements.json`, 'utf8')));
const files = new Map([
  ['packages/elements/custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
  [
    'docs/elements.md',
    elementsReference(manifest, readFileSync(at('packages/elements/src/internal/tokens.ts'), 'utf8'), at),
  ],
  ...typings(manifest, at),
]);
const changed = [...files].filter(([path, text]) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [path] of changed) console.error(`${path} differs from the elements (run \`pnpm manifest\`)`);
  process.exit(changed.length ? 1 : 0);
}
mkdirSync(at('packages/elements/types'), { recursive: true });
for (const [path, text] of changed) writeFileSync(at(path), text);
console.log(changed.length ? `Written: ${changed.map(([path]) => path).join(', ')}` : 'Manifest unchanged');
