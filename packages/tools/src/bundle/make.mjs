// One classic script out of a package's sources, for pages that know only <script src>.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { at, root } from '../root.mjs';
import { shrink } from './shrink.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} entry from the root
 * @property {string} out from the root
 * @property {boolean} [main] the one that makes the global; siblings add to it
 */

/** Siblings (`jiceng-sheet.js` and others) join this list. @type {Bundle[]} */
export const bundles = [{ entry: 'packages/elements/src/bundle/jiceng.ts', out: 'packages/elements/dist/jiceng.js', main: true }];

/** How every browser bundle is made; the size check uses the same. */
export const options = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true, minify: true, legalComments: /** @type {const} */ ('none'), charset: /** @type {const} */ ('utf8'), write: /** @type {const} */ (false), logLevel: /** @type {const} */ ('silent'), absWorkingDir: root,
  conditions: ['@jiceng/source', 'browser'], define: { 'process.env.NODE_ENV': '"production"' }, metafile: /** @type {const} */ (true), plugins: [shrink],
});

const packageJson = (/** @type {string} */ path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** Leaves other people's packages out. @type {import('esbuild').Plugin} */
const othersOutside = { name: 'others-outside', setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' || path.startsWith('@jiceng/') ? undefined : { path, external: true })) };

/** Texts of the licences that others ask us to keep. @param {string[]} inputs files in the bundle */
function notices(inputs) {
  const names = [...new Set(inputs.map((file) => /node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\/(?!.*node_modules\/)/.exec(file)).filter((match) => match !== null))];
  return [...new Set(names.map((match) => {
    const folder = match.input.slice(0, match.index + match[0].length);
    const { name, version, license, author } = packageJson(`${folder}package.json`);
    return `${name} ${version} (${license}${author ? `, ${String(author.name ?? author).replace(/\s*[<(].*$/, '')}` : ''})`;
  }))].sort();
}

/**
 * What runs before everything: a second copy only says so; without custom elements nothing runs, and the text inside the tags stays.
 * It is ES5 and needs nothing.
 * @param {string} version
 */
const guard = (version) => `if(typeof customElements==="undefined"||typeof Proxy==="undefined"){return;}`
  + `if(window.Jiceng&&window.Jiceng.version){if(window.console)console.warn("Jiceng "+window.Jiceng.version+" is already on this page; the copy "+${JSON.stringify(version)}+" stays away.");return;}`;
/** Siblings need the main file, of the same version. @param {string} version @param {string} file */
const siblingGuard = (version, file) => `if(!window.Jiceng||window.Jiceng.version!==${JSON.stringify(version)}){if(window.console)console.warn(${JSON.stringify(`${file} ${version} needs jiceng.js ${version} before it.`)});return;}`;

/**
 * Makes and writes one bundle. The main entry's exports become the global `Jiceng`, or its default export, where it has one.
 * @param {Bundle} bundle
 * @returns {Promise<{ code: string, own: string }>} `own`: the same from our sources alone, names kept, for the gate's word search
 */
export async function makeBundle({ entry, out, main = false }) {
  const { version, license } = packageJson('packages/elements/package.json');
  const shared = /** @satisfies {import('esbuild').BuildOptions} */ ({
    ...options, entryPoints: [entry], format: /** @type {const} */ ('iife'), target: ['es2019', 'chrome80'], tsconfig: at('tsconfig.base.json'),
    define: { ...options.define, JICENG_VERSION: JSON.stringify(version) },
    globalName: main ? 'Jiceng' : undefined,
  });
  const [result, plain] = await Promise.all([build(shared), build({ ...shared, minify: false, format: 'esm', globalName: undefined, plugins: [othersOutside] })]);
  const script = result.outputFiles[0]?.text ?? '';
  const about = [`Jiceng ${version} | ${license}`, ...notices(Object.keys(result.metafile.inputs))].join('\n * ');
  const file = out.replace(/^.*\//, '');
  const body = main ? `${guard(version)}${script}window.Jiceng=Jiceng.default||Jiceng;` : `${siblingGuard(version, file)}${script}`;
  const code = `/*!\n * ${about}\n */\n(function(){"use strict";\n${body.trim()}\n})();\n`;
  mkdirSync(dirname(at(out)), { recursive: true });
  writeFileSync(at(out), code);
  return { code, own: plain.outputFiles[0]?.text ?? '' };
}
