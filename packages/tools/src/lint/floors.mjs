// Floors: a folder of a package stands on the folders that its files import, types included, and never on itself by way
// of others.
// Whoever reads a folder can so leave out all that stands above it.
import { posix } from 'node:path';
import { importsOf, isTest } from './imports.mjs';
import { readSource } from './source.mjs';

/** A folder of a package; what lies beside the folders (the demo portal's shell) may look into all of them. */
const FOLDER = /^packages\/[\w-]+\/src\/[\w-]+\//;

/** An import of another folder's file. @typedef {{ path: string, from: string, to: string }} Arrow */

/**
 * Arrows between the folders of a package, by the folder from which they lead.
 * @param {readonly { readonly path: string, readonly text: string }[]} files
 */
function arrowsOf(files) {
  /** @type {Map<string, Arrow[]>} */
  const arrows = new Map();
  for (const { path, text } of files) {
    const from = FOLDER.exec(path)?.[0];
    if (from === undefined || /\.(test|fixture|e2e|bench)\.ts$/.test(path) || isTest(path) || !/\.ts$/.test(path))
      continue;
    for (const { name } of importsOf(
      /** @type {import('./rules.mjs').Source} */ ({ path, text, ...readSource(text) }),
    )) {
      const to = name.startsWith('.') ? FOLDER.exec(posix.join(posix.dirname(path), name))?.[0] : undefined;
      if (to !== undefined && to !== from) arrows.set(from, [...(arrows.get(from) ?? []), { path, from, to }]);
    }
  }
  return arrows;
}

/**
 * Folders that stand on themselves, each named by one circle of imports.
 * @param {readonly { readonly path: string, readonly text: string }[]} files paths from the root
 * @returns {{ path: string, line: number, message: string }[]}
 */
export function floors(files) {
  const arrows = arrowsOf(files);
  const done = new Set();
  /** @param {string} folder @param {Arrow[]} way @returns {Arrow[] | undefined} */
  const circleFrom = (folder, way) => {
    const start = way.findIndex(({ from }) => from === folder);
    if (start >= 0) return way.slice(start);
    if (done.has(folder)) return undefined;
    for (const arrow of arrows.get(folder) ?? []) {
      const circle = circleFrom(arrow.to, [...way, arrow]);
      if (circle) return circle;
    }
    done.add(folder);
    return undefined;
  };
  for (const folder of arrows.keys()) {
    const circle = circleFrom(folder, []);
    if (circle)
      return [
        {
          path: circle[0]?.path ?? folder,
          line: 1,
          message: `stands on itself: ${circle.map(({ path, to }) => `${path} imports ${to}`).join(', ')}`,
        },
      ];
  }
  return [];
}
