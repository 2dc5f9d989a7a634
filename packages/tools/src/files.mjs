// Finds files by a walk; folders that hold nothing of ours are not entered.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './root.mjs';

const skipped = new Set(['node_modules', 'dist', '.git', '.cache', 'storybook-static', 'coverage']);

/**
 * Files below some folders or single files, as paths from the root with `/`, sorted.
 * @param {string[]} places from the root
 * @param {RegExp | ((path: string) => boolean)} [fits]
 */
export function findFiles(places, fits = () => true, base = root) {
  const accept = fits instanceof RegExp ? (/** @type {string} */ path) => fits.test(path) : fits;
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {string} */ path) => {
    if (!statSync(path).isDirectory()) return void found.push(relative(base, path).split(sep).join('/'));
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (!skipped.has(entry.name) && !entry.isSymbolicLink()) walk(join(path, entry.name));
    }
  };
  for (const place of places) if (existsSync(join(base, place))) walk(join(base, place));
  return found.filter(accept).sort();
}
