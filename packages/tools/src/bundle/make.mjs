// Classic scripts out of a package's sources, for pages that know only <script src>: one main file and its siblings.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build, transform } from 'esbuild';
import { minify } from 'rolldown/utils';
import { at, root } from '../root.mjs';
import { notice } from './notice.mjs';
import { orderOf } from './order.mjs';
import {
  belowOf,
  leaveOut,
  MAIN,
  modulesOf,
  numbered,
  readRegisters,
  registerCode,
  registerName,
  usesIn,
} from './share.mjs';
import { shrink, shrinkAtOnce } from './shrink.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} entry from the root
 * @property {string} out from the root
 * @property {string[]} [brings] modules that sources of other bundles import when needed: they get them by loading this
 *   sibling, whose entry exports the same
 * @property {RegExp} [carries] modules of the main file, without state, of which this sibling has its own copy of what
 *   it uses, so that the main file need not hand that over
 * @property {boolean} [main] the one that makes the global out of its default export; siblings add their exports to it.
 *   A sibling whose name begins with another's (`jiceng-report-builder.js`) stands on that one, too: it uses
 *   its modules and is loaded after it
 */

/** @typedef {import('esbuild').BuildResult<{ write: false, metafile: true }>} Built */

/** What the builders use more of than the main file hands over anyway. */
const BUILDERS =
  /\/lit-html\/directive\.js$|packages\/elements\/src\/form\/drafts\.ts$|packages\/core\/src\/(formula\/(tokens|summary|failure)|time\/period|form\/rows-part|record\/value-of|schema\/formats\/(date-formats|text-part))\.ts$/;

/** Siblings (`jiceng-sheet.js` and others) join this list. @type {Bundle[]} */
export const bundles = [
  { entry: 'packages/elements/src/bundle/jiceng.ts', out: 'packages/elements/dist/jiceng.js', main: true },
  {
    entry: 'packages/elements/src/bundle/jiceng-fields.ts',
    out: 'packages/elements/dist/jiceng-fields.js',
    brings: ['packages/elements/src/widgets/picked.ts', 'packages/elements/src/widgets/rows.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-ledger.ts',
    out: 'packages/elements/dist/jiceng-ledger.js',
    brings: ['packages/elements/src/ledger/define.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-ledger-work.ts',
    out: 'packages/elements/dist/jiceng-ledger-work.js',
    brings: ['packages/elements/src/ledger/editing/parts.ts'],
  },
  { entry: 'packages/elements/src/bundle/jiceng-process.ts', out: 'packages/elements/dist/jiceng-process.js' },
  {
    entry: 'packages/elements/src/bundle/jiceng-gate.ts',
    out: 'packages/elements/dist/jiceng-gate.js',
    brings: ['packages/core/src/admit/admit.ts'],
  },
  { entry: 'packages/elements/src/bundle/jiceng-report.ts', out: 'packages/elements/dist/jiceng-report.js' },
  {
    entry: 'packages/elements/src/bundle/jiceng-report-gate.ts',
    out: 'packages/elements/dist/jiceng-report-gate.js',
    brings: ['packages/core/src/report/admit.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-charts.ts',
    out: 'packages/elements/dist/jiceng-charts.js',
    brings: ['packages/elements/src/charts/figure.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-report-behind.ts',
    out: 'packages/elements/dist/jiceng-report-behind.js',
    brings: ['packages/elements/src/report/behind.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-paper.ts',
    out: 'packages/elements/dist/jiceng-paper.js',
    brings: ['packages/sheet/src/report/report-files.ts'],
  },
  { entry: 'packages/elements/src/bundle/jiceng-store.ts', out: 'packages/elements/dist/jiceng-store.js' },
  {
    entry: 'packages/elements/src/bundle/jiceng-publish.ts',
    out: 'packages/elements/dist/jiceng-publish.js',
    brings: ['packages/core/src/engine/publish.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-sheet.ts',
    out: 'packages/elements/dist/jiceng-sheet.js',
    brings: ['packages/elements/src/import/tools.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-paste.ts',
    out: 'packages/elements/dist/jiceng-paste.js',
    brings: ['packages/sheet/src/paste/part.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-import.ts',
    out: 'packages/elements/dist/jiceng-import.js',
    brings: ['packages/elements/src/import/define.ts'],
  },
  {
    entry: 'packages/builder/src/bundle/jiceng-builder.ts',
    out: 'packages/elements/dist/jiceng-builder.js',
    carries: BUILDERS,
  },
  ...builderParts({
    panel: ['form-builder/parts', 'json-view/define', 'logic/findings', 'publish/blocked', 'texts/missing'],
    'panel-sides': ['ledger/define', 'life/define', 'logic/define', 'logic/carry-out', 'score/define'],
    'panel-publish': ['burden/define', 'preview/define', 'publish/define', 'texts/define', 'versions/define'],
    'panel-json': ['json-view/editing'],
    start: ['start/define'],
  }),
  {
    entry: 'packages/builder/src/bundle/jiceng-report-builder.ts',
    out: 'packages/elements/dist/jiceng-report-builder.js',
    carries: BUILDERS,
  },
];

/**
 * Siblings on `jiceng-builder.js`. @param {Record<string, string[]>} brought modules of the builder, by the rest of the
 * sibling's name @returns {Bundle[]}
 */
function builderParts(brought) {
  return Object.entries(brought).map(([name, modules]) => ({
    entry: `packages/builder/src/bundle/jiceng-builder-${name}.ts`,
    out: `packages/elements/dist/jiceng-builder-${name}.js`,
    carries: BUILDERS,
    brings: modules.map((path) => `packages/builder/src/${path}.ts`),
  }));
}

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

const packageJson = (/** @type {string} */ path) => JSON.parse(readFileSync(at(path), 'utf8'));
const fileOf = (/** @type {string} */ out) => out.replace(/^.*\//, '');
const wordOf = (/** @type {Bundle} */ { main, out }) => (main ? MAIN : fileOf(out).replace(/^jiceng-|\.js$/g, ''));

/** Texts of the licences that others ask us to keep. @param {import('esbuild').Metafile} metafile */
function notices({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const names = [
    ...new Set(
      inputs
        .map((file) => /node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\/(?!.*node_modules\/)/.exec(file))
        .filter((match) => match !== null),
    ),
  ];
  return [
    ...new Set(
      names.map((match) => {
        const folder = match.input.slice(0, match.index + match[0].length);
        const { name, version, license, author } = packageJson(`${folder}package.json`);
        return `${name} ${version} (${license}${author ? `, ${String(author.name ?? author).replace(/\s*[<(].*$/, '')}` : ''})`;
      }),
    ),
  ].sort();
}

/** A line that warns, and ends the script. @param {string} text an expression in ES5 */
const stop = (text) => `{if(window.console)console.warn(${text});return;}`;

/**
 * What runs before everything: a second copy only says so; without custom elements a notice stands in each place.
 * It is ES5 and needs nothing.
 * @param {string} version
 */
const guard = (version) =>
  `if(typeof customElements==="undefined"||typeof Proxy==="undefined"){${notice(version)}return;}` +
  `if(window.Jiceng&&window.Jiceng.version)${stop(`"Jiceng "+window.Jiceng.version+" is already on this page; the copy "+${JSON.stringify(version)}+" stays away."`)}`;

/**
 * Siblings need the main file of the same build, and the sibling on which they stand, once. @param {string} version
 * @param {Bundle} bundle @param {string} build
 */
function siblingGuard(version, bundle, build) {
  const file = fileOf(bundle.out);
  const word = wordOf(bundle);
  const below = belowOf(word);
  const isThere = (/** @type {string} */ name) => `window.Jiceng.loaded.indexOf(${JSON.stringify(name)})>=0`;
  const needs = `${file} ${version} (${build}) needs jiceng.js of the same build before it; `;
  return (
    'if(typeof customElements==="undefined"||typeof Proxy==="undefined"){return;}' +
    `if(!window.Jiceng)${stop(JSON.stringify(`${needs}it is missing.`))}` +
    `if(window.Jiceng.build!==${JSON.stringify(build)})${stop(`${JSON.stringify(needs)}+"this page has "+window.Jiceng.version+" ("+window.Jiceng.build+")."`)}` +
    `if(${isThere(word)})${stop(JSON.stringify(`${file} is already on this page.`))}` +
    (below === MAIN
      ? ''
      : `if(!(${isThere(below)}))${stop(JSON.stringify(`${file} needs jiceng-${below}.js before it; it is missing.`))}`)
  );
}

/** @param {string} version @param {readonly Bundle[]} family */
export const browserOptions = (version, family) =>
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
 * The main file with its register. @param {Bundle} main @param {import('./share.mjs').Register} register @param
 * {import('esbuild').BuildOptions} how @param {readonly string[]} order modules that come first @returns
 * {Promise<Built>}
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
 * @param {Bundle} bundle @param {import('./share.mjs').Register} register @param {import('esbuild').BuildOptions} how
 *   @param {readonly string[]} order @param {ReadonlyMap<string, string>} holders
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
 * @param {readonly Bundle[]} family @param {ReadonlyMap<string, import('./share.mjs').Register>} registers by word
 *   @param {ReadonlyMap<string, Built>} before the round before, for the order of modules
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
 * @param {readonly Bundle[]} family @param {import('esbuild').BuildOptions} how
 */
export async function buildFamily(family, how) {
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
    [`Jiceng ${version} (${name}) | ${license}`, ...notices(metafile)].join('\n * ');
  const made = [];
  for (const bundle of family) {
    const word = wordOf(bundle);
    const body = bundle.main
      ? `${guard(version)}${codeOf(word)}window.Jiceng=Main.default;`
      : `${siblingGuard(version, bundle, name)}${await siblingBody(word, codeOf(word), shared)}`;
    const script = await shortened(`(function(){"use strict";\n${body.replaceAll(BUILD, name)}\n})();`);
    const code = `/*!\n * ${about(/** @type {Built} */ (built.get(word)).metafile)}\n */\n${script}\n`;
    mkdirSync(dirname(at(bundle.out)), { recursive: true });
    writeFileSync(at(bundle.out), code);
    made.push({ out: bundle.out, code });
  }
  return made;
}

/**
 * What a sibling does behind its guard. @param {string} word @param {string} text with registers read @param
 * {ReturnType<typeof browserOptions>} how
 */
async function siblingBody(word, text, { target }) {
  const { code } = await transform(text, {
    format: 'iife',
    globalName: 'Part',
    charset: 'utf8',
    legalComments: 'none',
    target,
  });
  let below = '';
  for (let holder = belowOf(word); holder !== MAIN; holder = belowOf(holder))
    below += `var ${registerName(holder)}=window.Jiceng.parts[${JSON.stringify(holder)}];`;
  return `var ${registerName(MAIN)}=window.Jiceng.shared;${below}${code}Object.assign(window.Jiceng,typeof Part==="undefined"?{}:Part);window.Jiceng.loaded.push(${JSON.stringify(word)});`;
}
