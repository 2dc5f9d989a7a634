// Packages that only a few machines need (browsers, mostly) are fetched when first asked for, outside the normal
// install.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './root.mjs';

/**
 * The folder of an npm package at an exact version, installed under node_modules/.cache on first use.
 * No script of the package runs.
 * @param {string} name
 * @param {string} version
 */
export function npmPackage(name, version) {
  const prefix = cache('packages', `${name.replace(/\W+/g, '-').replace(/^-/, '')}-${version}`);
  const folder = join(prefix, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(prefix, { recursive: true });
  console.log(`Fetching ${name}@${version} …`);
  const args = [
    'install',
    '--prefix',
    prefix,
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${name}@${version}`,
  ];
  const run = spawnSync('npm', args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (run.status !== 0 || !existsSync(join(folder, 'package.json')))
    throw new Error(`${name}@${version} could not be installed`);
  return folder;
}
