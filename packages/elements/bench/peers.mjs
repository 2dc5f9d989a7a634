// Other people's form libraries, fetched when a benchmark first asks for them; the project itself never depends on them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cache } from '@jiceng/tools/root.mjs';

/** @typedef {{ title: string, packages: Record<string, string>, policy: boolean, css: string[] }} Peer `policy`: it lives under the project's content policy */

/** @type {Record<string, Peer>} */
export const peers = JSON.parse(readFileSync(new URL('peers.json', import.meta.url), 'utf8'));
const folder = cache('peers');
/** Where bundlers look for them. */
export const modules = cache('peers', 'node_modules');

const installed = (name) => { try { return JSON.parse(readFileSync(cache('peers', 'node_modules', name, 'package.json'), 'utf8')).version; } catch { return undefined; } };

/** Installs the exact versions that these peers need; their install scripts do not run. @param {string[]} names */
export function ensurePeers(names) {
  const wanted = Object.assign({}, ...names.map((name) => peers[name].packages));
  if (Object.entries(wanted).every(([name, version]) => installed(name) === version)) return;
  mkdirSync(folder, { recursive: true });
  // All of them at once: npm would remove those that one call does not name.
  const all = Object.assign({}, ...Object.values(peers).map(({ packages }) => packages));
  if (!existsSync(cache('peers', 'package.json'))) writeFileSync(cache('peers', 'package.json'), '{ "private": true }\n');
  const names_ = Object.entries(all).map(([name, version]) => `${name}@${version}`);
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', ...names_], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}
