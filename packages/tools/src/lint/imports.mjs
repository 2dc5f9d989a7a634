// Which package may import which: the arrows of the house, and nothing against them.
import { posix } from 'node:path';
import { lineAt } from './source.mjs';

const everything = ['schemas', 'core', 'client', 'elements', 'builder', 'sheet', 'server', 'tools'];
/** Package → what it may import. @type {Record<string, string[]>} */
const allowed = {
  schemas: [],
  core: ['schemas'],
  client: ['core', 'schemas'],
  elements: ['core', 'schemas'],
  builder: ['core', 'schemas', 'client', 'elements', 'sheet'],
  sheet: ['core', 'schemas'],
  server: ['core', 'schemas', 'sheet'],
  cli: everything,
  portal: everything,
  stories: everything.filter((name) => name !== 'tools'),
  tools: ['core', 'schemas'],
};
/** Packages that run in browsers, where Node's modules do not exist. */
const browser = /^packages\/(core|client|elements|builder|sheet)\//;
/** Files that Node runs beside the package: tests, benchmarks, scripts. */
export const isTest = (/** @type {string} */ path) =>
  /\.(test|bench|e2e)\.\w+$|\/(test|bench|scripts|fixtures)\//.test(path);

/** @param {string} path */
export const packageOf = (path) => /^(?:packages\/)?([\w-]+)\//.exec(path)?.[1] ?? '';

/**
 * Imports in a module, with their place.
 * @param {import('./rules.mjs').Source} source
 */
export function importsOf({ code, bare }) {
  const found = [];
  const pattern = /\b(import|export)\b(\s*\(?)|\bfrom\s*(?=['"])|\brequire\s*\(/g;
  for (let match; (match = pattern.exec(bare));) {
    const after = code.slice(match.index + match[0].length);
    const name = /^\s*(['"])([^'"\n]+)\1/.exec(after)?.[2];
    if (name) found.push({ name, at: match.index, lazy: match[0].endsWith('(') });
  }
  return found;
}

/** @type {import('./rules.mjs').Rule} */
export function importArrows(source) {
  const { path } = source;
  const own = packageOf(path);
  if (!(own in allowed)) return [];
  const problems = [];
  for (const { name, at, lazy } of importsOf(source)) {
    const line = lineAt(source.text, at);
    if (name.startsWith('.')) {
      const target = posix.join(posix.dirname(path), name);
      const home = path.startsWith('packages/') ? `packages/${own}/` : `${own}/`;
      if (!target.startsWith(home))
        problems.push({ line, message: `imports ${name}: reach other packages by their name, @jiceng/…` });
      continue;
    }
    if (
      name.startsWith('node:') &&
      browser.test(path) &&
      !isTest(path) &&
      !path.endsWith('.node.ts') &&
      path !== 'packages/core/src/schema/ajv.ts'
    )
      problems.push({ line, message: `imports ${name}: this package runs in browsers` });
    if (/^ajv(-|\/|$)/.test(name) && path !== 'packages/core/src/schema/ajv.ts' && own !== 'server')
      problems.push({ line, message: `imports ${name}: only packages/core/src/schema/ajv.ts may (it compiles code)` });
    const other = /^@jiceng\/([\w-]+)/.exec(name)?.[1];
    if (other === undefined || other === own) continue;
    const may =
      allowed[own]?.includes(other) ||
      (own === 'elements' && ['client', 'sheet'].includes(other) && path.startsWith('packages/elements/src/bundle/')) ||
      // the import's own parts come in a sibling
      (own === 'elements' && other === 'sheet' && (lazy || path.startsWith('packages/elements/src/import/'))) ||
      (isTest(path) && ['client', 'tools'].includes(other));
    if (!may) problems.push({ line, message: `imports ${name}: ${own} may not import ${other}` });
  }
  return problems;
}
