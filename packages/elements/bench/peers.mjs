// Other people's libraries, fetched when a benchmark first asks for them; the project itself never depends on them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cache } from '@jiceng/tools/root.mjs';

/**
 * @typedef {{ title: string, packages: Record<string, string>, policy: boolean, css: string[] }} Peer `policy`: it
 *   lives under the project's content policy
 */
/**
 * @typedef {{ here: string, store: string, peers: Record<string, Peer> }} Suite a folder with `peers.json`, `adapters/`
 *   and `page.js`; `store` names its place in the cache
 */

/** @param {string} name @param {URL} place @returns {Suite} */
export const suiteIn = (name, place) => ({
  here: fileURLToPath(place),
  store: name,
  peers: JSON.parse(readFileSync(new URL('peers.json', place), 'utf8')),
});

/** Forms. */
export const forms = suiteIn('peers', new URL('.', import.meta.url));
export const { peers } = forms;
/** Where bundlers look for them. @param {Suite} suite */
export const modulesOf = ({ store }) => cache(store, 'node_modules');

/**
 * Installs the exact versions that these peers need; their install scripts do not run.
 * @param {string[]} names
 * @param {Suite} suite
 */
export function ensurePeers(names, { store, peers: all } = forms) {
  const installed = (/** @type {string} */ name) => {
    try {
      return JSON.parse(readFileSync(cache(store, 'node_modules', name, 'package.json'), 'utf8')).version;
    } catch {
      return undefined;
    }
  };
  const wanted = Object.assign({}, ...names.map((name) => all[name].packages));
  if (Object.entries(wanted).every(([name, version]) => installed(name) === version)) return;
  mkdirSync(cache(store), { recursive: true });
  if (!existsSync(cache(store, 'package.json'))) writeFileSync(cache(store, 'package.json'), '{ "private": true }\n');
  // All of them at once: npm would remove those that one call does not name.
  const packages = Object.entries(Object.assign({}, ...Object.values(all).map((peer) => peer.packages))).map(
    ([name, version]) => `${name}@${version}`,
  );
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      cache(store),
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
      ...packages,
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error('The peers could not be installed.');
}
