// Which runner a test file belongs to, by its name and place.
import { findFiles } from './files.mjs';

/** Packages whose tests all run in Node. */
const inNode = /^packages\/(core|sheet|tools|server|cli)\/src\//;

/** @param {string} path */
export const isNodeTest = (path) =>
  /\.node\.test\.(ts|mjs)$/.test(path) || (inNode.test(path) && /\.test\.(ts|mjs)$/.test(path));
/** @param {string} path */
export const isBrowserTest = (path) => /^packages\/\w+\/src\/.*\.test\.ts$/.test(path) && !isNodeTest(path);
/** @param {string} path */
export const isEndToEnd = (path) => /^packages\/\w+\/src\/.*\.e2e\.ts$/.test(path);

export const nodeTests = () => findFiles(['packages'], isNodeTest);
export const browserTests = () => findFiles(['packages'], isBrowserTest);
export const endToEndTests = () => findFiles(['packages'], isEndToEnd);
