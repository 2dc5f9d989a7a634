// Classic scripts out of a package's sources, for pages that know only <script src>: one main file and its siblings.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { at, root } from '../root.mjs';
import { notice } from './notice.mjs';
import { orderOf } from './order.mjs';
import { leaveOut, modulesOf, numbered, readRegister, registerCode, usesIn } from './share.mjs';
import { shrink, shrinkAtOnce } from './shrink.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} entry from the root
 * @property {string} out from the root
 * @property {string[]} [brings] modules that sources of other bundles import when needed: they get them by loading this sibling, whose entry exports the same
 * @property {RegExp} [carries] modules of the main file, without state, of which this sibling has its own copy of what it uses, so that the main file need not hand that over
 * @property {boolean} [main] the one that makes the global out of its default export; siblings add their exports to it
 */

/** What the builders use more of than the main file hands over anyway. */
const BUILDERS = /\/lit-html\/directive\.js$|packages\/elements\/src\/form\/drafts\.ts$|packages\/core\/src\/(formula\/(tokens|summary|failure)|time\/period|form\/rows-part|record\/value-of|schema\/(date-formats|text-part))\.ts$/;

/** Siblings (`jiceng-sheet.js` and others) join this list. @type {Bundle[]} */
export const bundles = [
  { entry: 'packages/elements/src/bundle/jiceng.ts', out: 'packages/elements/dist/jiceng.js', main: true },
  { entry: 'packages/elements/src/bundle/jiceng-fields.ts', out: 'packages/elements/dist/jiceng-fields.js', brings: ['packages/elements/src/widgets/picked.ts', 'packages/elements/src/widgets/rows.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-ledger.ts', out: 'packages/elements/dist/jiceng-ledger.js', brings: ['packages/elements/src/ledger/define.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-report.ts', out: 'packages/elements/dist/jiceng-report.js' },
  { entry: 'packages/elements/src/bundle/jiceng-charts.ts', out: 'packages/elements/dist/jiceng-charts.js', brings: ['packages/elements/src/charts/figure.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-report-behind.ts', out: 'packages/elements/dist/jiceng-report-behind.js', brings: ['packages/elements/src/report/behind.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-paper.ts', out: 'packages/elements/dist/jiceng-paper.js', brings: ['packages/sheet/src/report/report-files.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-store.ts', out: 'packages/elements/dist/jiceng-store.js' },
  { entry: 'packages/elements/src/bundle/jiceng-sheet.ts', out: 'packages/elements/dist/jiceng-sheet.js', brings: ['packages/elements/src/import/tools.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-paste.ts', out: 'packages/elements/dist/jiceng-paste.js', brings: ['packages/sheet/src/paste/part.ts'] },
  { entry: 'packages/elements/src/bundle/jiceng-import.ts', out: 'packages/elements/dist/jiceng-import.js', brings: ['packages/elements/src/import/define.ts'] },
  { entry: 'packages/builder/src/bundle/jiceng-builder.ts', out: 'packages/elements/dist/jiceng-builder.js', carries: BUILDERS },
  { entry: 'packages/builder/src/bundle/jiceng-report-builder.ts', out: 'packages/elements/dist/jiceng-report-builder.js', carries: BUILDERS },
];

/** How every browser bundle is made; the size check uses the same. */
export const options = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true, minify: true, legalComments: /** @type {const} */ ('none'), charset: /** @type {const} */ ('utf8'), write: /** @type {const} */ (false), logLevel: /** @type {const} */ ('silent'), absWorkingDir: root,
  conditions: ['@jiceng/source', 'browser'], define: { 'process.env.NODE_ENV': '"production"' }, metafile: /** @type {const} */ (true), plugins: [shrink], tsconfig: at('tsconfig.base.json'),
});

/** Stands for the build's name until the code is known. */
const BUILD = '@jiceng-build@';

const packageJson = (/** @type {string} */ path) => JSON.parse(readFileSync(at(path), 'utf8'));
const fileOf = (/** @type {string} */ out) => out.replace(/^.*\//, '');
const wordOf = (/** @type {string} */ out) => fileOf(out).replace(/^jiceng-|\.js$/g, '');

/** Leaves other people's packages out. @type {import('esbuild').Plugin} */
const othersOutside = { name: 'others-outside', setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' || path.startsWith('@jiceng/') ? undefined : { path, external: true })) };

/** Texts of the licences that others ask us to keep. @param {import('esbuild').Metafile} metafile */
function notices({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path));
  const names = [...new Set(inputs.map((file) => /node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\/(?!.*node_modules\/)/.exec(file)).filter((match) => match !== null))];
  return [...new Set(names.map((match) => {
    const folder = match.input.slice(0, match.index + match[0].length);
    const { name, version, license, author } = packageJson(`${folder}package.json`);
    return `${name} ${version} (${license}${author ? `, ${String(author.name ?? author).replace(/\s*[<(].*$/, '')}` : ''})`;
  }))].sort();
}

/** A line that warns, and ends the script. @param {string} text an expression in ES5 */
const stop = (text) => `{if(window.console)console.warn(${text});return;}`;

/**
 * What runs before everything: a second copy only says so; without custom elements a notice stands in each place.
 * It is ES5 and needs nothing.
 * @param {string} version
 */
const guard = (version) => `if(typeof customElements==="undefined"||typeof Proxy==="undefined"){${notice(version)}return;}`
  + `if(window.Jiceng&&window.Jiceng.version)${stop(`"Jiceng "+window.Jiceng.version+" is already on this page; the copy "+${JSON.stringify(version)}+" stays away."`)}`;

/** Siblings need the main file of the same build, once. @param {string} version @param {string} out @param {string} build */
function siblingGuard(version, out, build) {
  const file = fileOf(out);
  const needs = `${file} ${version} (${build}) needs jiceng.js of the same build before it; `;
  return 'if(typeof customElements==="undefined"||typeof Proxy==="undefined"){return;}'
    + `if(!window.Jiceng)${stop(JSON.stringify(`${needs}it is missing.`))}`
    + `if(window.Jiceng.build!==${JSON.stringify(build)})${stop(`${JSON.stringify(needs)}+"this page has "+window.Jiceng.version+" ("+window.Jiceng.build+")."`)}`
    + `if(window.Jiceng.loaded.indexOf(${JSON.stringify(wordOf(out))})>=0)${stop(JSON.stringify(`${file} is already on this page.`))}`;
}

/** @param {string} version @param {readonly Bundle[]} family */
const browserOptions = (version, family) => /** @satisfies {import('esbuild').BuildOptions} */ ({
  ...options, target: ['es2019', 'chrome80'], plugins: [shrinkAtOnce(new Map(family.flatMap(({ brings = [], out }) => brings.map((path) => [at(path), wordOf(out)]))))], define: { ...options.define, JICENG_VERSION: JSON.stringify(version), JICENG_BUILD: JSON.stringify(BUILD) },
});

/** @param {ReadonlySet<string>} modules @param {RegExp | undefined} carried */
const without = (modules, carried) => (carried ? new Set([...modules].filter((path) => !carried.test(path))) : modules);

/** @param {import('esbuild').BuildResult<{ write: false, metafile: true }>} result */
const textOf = (result) => result.outputFiles[0]?.text ?? '';

/** Our own sources alone, names kept, for the gate's word search. @param {Bundle} bundle @param {import('esbuild').BuildOptions} how */
const ownCode = async ({ entry }, how) => textOf(await build({ ...how, write: false, metafile: true, entryPoints: [entry], minify: false, format: 'esm', plugins: [othersOutside] }));

/** The main file with its register. @param {Bundle} main @param {ReadonlyMap<string, number>} numbers @param {ReturnType<typeof browserOptions>} how @param {readonly string[]} order modules that come first */
const buildMain = ({ entry }, numbers, how, order) => build({
  ...how, format: 'iife', globalName: 'Main',
  stdin: { contents: `${order.map((path) => `import ${JSON.stringify(at(path))};\n`).join('')}import kit from ${JSON.stringify(at(entry))};\n${registerCode(numbers, 'kit')}export default kit;`, resolveDir: root },
});

/** A last pass that gives the same names again and again, which gzip likes. @param {string} code a script in ES2019 */
async function polish(code) {
  return (await minify(code, { compress: { ecma: 2019, passes: 3 }, format: { ecma: 2019, comments: false } })).code ?? '';
}

/** The same for the lines that run before everything, in any browser. @param {string} code in ES5, with returns */
const polishGuard = async (code) => (await minify(code, { parse: { bare_returns: true }, format: { comments: false } })).code ?? '';

/**
 * Makes and writes a main file and its siblings.
 * @param {Bundle[]} family
 * @returns {Promise<{ out: string, code: string, own: string }[]>} `own`: the same from our sources alone, not minified
 */
export async function makeBundles(family) {
  const { version, license } = packageJson('packages/elements/package.json');
  const main = family.find((bundle) => bundle.main);
  if (!main) throw new Error('a family of bundles has a main file');
  const siblings = family.filter((bundle) => bundle !== main);
  const shared = browserOptions(version, family);

  // What siblings ask for may bring further modules into the main file, which siblings then share, too: again until nothing changes.
  let numbers = numbered([]);
  let result = await buildMain(main, numbers, shared, []);
  /** @type {import('esbuild').BuildResult<{ write: false, metafile: true }>[]} */
  let parts = [];
  for (let modules = modulesOf(result.metafile), before = -1; modules.size !== before; modules = modulesOf(result.metafile)) {
    before = modules.size;
    parts = await Promise.all(siblings.map(({ entry, carries }) => build({ ...shared, entryPoints: [entry], format: 'esm', minify: false, plugins: [leaveOut(without(modules, carries)), ...shared.plugins] })));
    numbers = numbered(parts.map((part) => usesIn(textOf(part))));
    result = await buildMain(main, numbers, shared, orderOf(result.metafile));
  }

  const name = createHash('sha256').update(textOf(result)).digest('hex').slice(0, 8);
  const about = (/** @type {import('esbuild').Metafile} */ metafile) => [`Jiceng ${version} (${name}) | ${license}`, ...notices(metafile)].join('\n * ');
  const wrap = async (/** @type {Bundle} */ bundle, /** @type {import('esbuild').Metafile} */ metafile, /** @type {string} */ body) => {
    const code = `/*!\n * ${about(metafile)}\n */\n(function(){"use strict";\n${body.replaceAll(BUILD, name)}\n})();\n`;
    mkdirSync(dirname(at(bundle.out)), { recursive: true });
    writeFileSync(at(bundle.out), code);
    return { out: bundle.out, code, own: await ownCode(bundle, shared) };
  };
  const made = [await wrap(main, result.metafile, `${await polishGuard(guard(version))}${await polish(textOf(result))}window.Jiceng=Main.default;`)];
  for (const [at, part] of parts.entries()) {
    const bundle = /** @type {Bundle} */ (siblings[at]);
    const { code } = await transform(readRegister(textOf(part), numbers), { format: 'iife', globalName: 'Part', minify: true, charset: 'utf8', legalComments: 'none', target: shared.target });
    const body = `${siblingGuard(version, bundle.out, name)}var __shared=window.Jiceng.shared;${await polish(code)}`;
    made.push(await wrap(bundle, part.metafile, `${body}Object.assign(window.Jiceng,typeof Part==="undefined"?{}:Part);window.Jiceng.loaded.push(${JSON.stringify(wordOf(bundle.out))});`));
  }
  return made;
}
