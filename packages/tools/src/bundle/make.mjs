// Classic scripts out of a package's sources, for pages that know only <script src>: one main file and its siblings.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'rolldown/utils';
import { at, root } from '../root.mjs';
import { licences, packageJson } from './licences.mjs';
import { orderOf } from './order.mjs';
import { belowOf, leaveOut, MAIN, modulesOf, numbered, readRegisters, registerCode, usesIn, wordOf } from './share.mjs';
import { shrink, shrinkAtOnce } from './shrink.mjs';
import { mainScript, siblingScript } from './wrapper.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */
/** @typedef {import('./share.mjs').Register} Register */

/** @typedef {import('esbuild').BuildResult<{ write: false, metafile: true }>} Built */

/** How every browser bundle is made; the size check uses the same. */
export const options = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true,
  minify: true,
  legalComments: /** @type {const} */ ('none'),
  charset: /** @type {const} */ ('utf8'),
  write: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('silent'),
  absWorkingDir: root,
  conditions: ['@jiceng/source', 'browser'],
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: /** @type {const} */ (true),
  plugins: [shrink],
  tsconfig: at('tsconfig.base.json'),
});

/** Stands for the build's name until the code is known. */
const BUILD = '@jiceng-build@';

/** @param {string} version @param {readonly Bundle[]} family */
const browserOptions = (version, family) =>
  /** @satisfies {import('esbuild').BuildOptions} */ ({
    ...options,
    target: ['es2019', 'chrome80'],
    plugins: [
      shrinkAtOnce(
        new Map(family.flatMap((bundle) => (bundle.brings ?? []).map((path) => [at(path), wordOf(bundle)]))),
      ),
    ],
    define: { ...options.define, JICENG_VERSION: JSON.stringify(version), JICENG_BUILD: JSON.stringify(BUILD) },
  });

/** @param {Built} result */
const textOf = (result) => result.outputFiles[0]?.text ?? '';

const importLine = (/** @type {string} */ path) => `import ${JSON.stringify(at(path))};\n`;

/**
 * The main file with its register.
 * @param {Bundle} main
 * @param {Register} register
 * @param {import('esbuild').BuildOptions} how
 * @param {readonly string[]} order modules that come first
 * @returns {Promise<Built>}
 */
const buildMain = ({ entry }, register, how, order) =>
  build({
    ...how,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'Main',
    stdin: {
      contents: `${order.map(importLine).join('')}import kit from ${JSON.stringify(at(entry))};\n${registerCode(register, 'kit.shared')}export default kit;`,
      resolveDir: root,
    },
  });

/**
 * A sibling with what others use of it. Which modules it leaves out its import statements say, so it is not minified
 * yet.
 * @param {Bundle} bundle
 * @param {Register} register
 * @param {import('esbuild').BuildOptions} how
 * @param {readonly string[]} order
 * @param {ReadonlyMap<string, string>} holders
 * @returns {Promise<Built>}
 */
const buildSibling = (bundle, register, how, order, holders) =>
  build({
    ...how,
    write: false,
    metafile: true,
    format: 'esm',
    minify: false,
    plugins: [leaveOut(holders), ...(how.plugins ?? [])],
    stdin: {
      contents: `${order.map(importLine).join('')}export * from ${JSON.stringify(at(bundle.entry))};\n${register.size === 0 ? '' : registerCode(register, `(window.Jiceng.parts=window.Jiceng.parts||{})[${JSON.stringify(wordOf(bundle))}]`)}`,
      resolveDir: root,
    },
  });

/**
 * What a bundle was made from besides its sources, so that a round leaves alone what would come out the same but for
 * the order of modules. @type {WeakMap<Built, string>}
 */
const madeFrom = new WeakMap();

/**
 * Builds a family, each bundle after those below it.
 * @param {readonly Bundle[]} family
 * @param {ReadonlyMap<string, import('./share.mjs').Register>} registers by word
 * @param {ReadonlyMap<string, Built>} before the round before, for the order of modules
 * @param {import('esbuild').BuildOptions} how
 */
async function buildRound(family, registers, before, how) {
  /** @type {Map<string, Built>} */
  const built = new Map();
  const registerOf = (/** @type {string} */ word) => registers.get(word) ?? numbered([], word);
  for (
    let level = family.filter(({ main }) => main);
    level.length > 0;
    level = family.filter((bundle) => !built.has(wordOf(bundle)) && built.has(belowOf(wordOf(bundle))))
  ) {
    const results = await Promise.all(
      level.map(async (bundle) => {
        const word = wordOf(bundle);
        const earlier = before.get(word);
        const register = registerOf(word);
        const order = earlier ? orderOf(earlier.metafile, bundle.main ? 'main' : 'sibling') : [];
        /** @type {Map<string, string>} */
        const holders = new Map();
        for (let below = word; below !== MAIN;) {
          below = belowOf(below);
          for (const path of modulesOf(/** @type {Built} */ (built.get(below)).metafile, below))
            if (!holders.has(path) && !(below === MAIN && bundle.carries?.test(path))) holders.set(path, below);
        }
        const from = JSON.stringify([[...register.keys()], order.length > 0, [...holders]]);
        if (earlier && madeFrom.get(earlier) === from) return earlier;
        const made = await (bundle.main
          ? buildMain(bundle, register, how, order)
          : buildSibling(bundle, register, how, order, holders));
        madeFrom.set(made, from);
        return made;
      }),
    );
    for (const [number, bundle] of level.entries()) built.set(wordOf(bundle), /** @type {Built} */ (results[number]));
  }
  const lonely = family.find((bundle) => !built.has(wordOf(bundle)));
  if (lonely)
    throw new Error(`${lonely.out}: there is no jiceng-${belowOf(wordOf(lonely))}.js on which it could stand`);
  return built;
}

/** The same in fewer letters. @param {string} code a script in ES2019 */
async function shortened(code) {
  const result = await minify('bundle.js', code, {
    module: false,
    compress: { target: 'es2019' },
    codegen: { legalComments: 'none' },
  });
  if (result.errors.length > 0) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.code;
}

/**
 * Builds a family until each file registers exactly what those above it use.
 * @param {readonly Bundle[]} family
 * @param {import('esbuild').BuildOptions} how
 */
async function buildFamily(family, how) {
  // What siblings ask for may bring further modules into the file below, which all above it then share, too: again
  // until nothing changes.
  /** @type {Map<string, import('./share.mjs').Register>} */
  let registers = new Map();
  let built = await buildRound(family, registers, new Map(), how);
  for (let known = '', now = ''; ; known = now) {
    const uses = family
      .filter(({ main }) => !main)
      .map((bundle) => usesIn(textOf(/** @type {Built} */ (built.get(wordOf(bundle))))));
    registers = new Map(family.map((bundle) => [wordOf(bundle), numbered(uses, wordOf(bundle))]));
    now = JSON.stringify([...registers].map(([word, register]) => [word, ...register.keys()]));
    if (now === known) break;
    built = await buildRound(family, registers, built, how);
  }
  return { built, registers };
}

/**
 * Makes and writes a main file and its siblings.
 * @param {Bundle[]} family
 * @returns {Promise<{ out: string, code: string }[]>}
 */
export async function makeBundles(family) {
  const { version, license } = packageJson('packages/elements/package.json');
  if (!family.some(({ main }) => main)) throw new Error('a family of bundles has a main file');
  const shared = browserOptions(version, family);
  const { built, registers } = await buildFamily(family, shared);

  // Named after all that others read a register of: an older sibling beside it would take the wrong thing out.
  const codeOf = (/** @type {string} */ word) =>
    readRegisters(textOf(/** @type {Built} */ (built.get(word))), registers);
  const holders = family.map(wordOf).filter((word) => word === MAIN || registers.get(word)?.size);
  const name = holders
    .reduce((hash, word) => hash.update(codeOf(word)), createHash('sha256'))
    .digest('hex')
    .slice(0, 8);
  const about = (/** @type {import('esbuild').Metafile} */ metafile) =>
    [`Jiceng ${version} (${name}) | ${license}`, ...licences(metafile)].join('\n * ');
  const made = [];
  for (const bundle of family) {
    const word = wordOf(bundle);
    const body = bundle.main
      ? mainScript(version, codeOf(word))
      : await siblingScript(bundle, codeOf(word), { version, build: name, target: shared.target });
    const script = await shortened(`(function(){"use strict";\n${body.replaceAll(BUILD, name)}\n})();`);
    const code = `/*!\n * ${about(/** @type {Built} */ (built.get(word)).metafile)}\n */\n${script}\n`;
    mkdirSync(dirname(at(bundle.out)), { recursive: true });
    writeFileSync(at(bundle.out), code);
    made.push({ out: bundle.out, code });
  }
  return made;
}
