// All rules of our own, run over one source.
import { cssFloor } from './css-floor.mjs';
import { importArrows } from './imports.mjs';
import { fileLength, testFiles } from './shape.mjs';
import { readSource } from './source.mjs';
import { forbiddenWords } from './words.mjs';

/**
 * @typedef {{ path: string, text: string, code: string, bare: string, templates: import('./source.mjs').Template[] }}
 *   Source
 */
/** @typedef {{ line: number, message: string }} Problem */
/** @typedef {(source: Source) => Problem[]} Rule */

/** @type {Rule[]} */
const rules = [importArrows, forbiddenWords, cssFloor, fileLength, testFiles];

/**
 * @param {string} path from the root
 * @param {string} text
 */
export function lintText(path, text) {
  const source = { path, text, ...(path.endsWith('.css') ? { code: '', bare: '', templates: [] } : readSource(text)) };
  return rules.flatMap((rule) => rule(source).map((problem) => ({ path, ...problem })));
}
