// The demo portal as files: what is built, when it is stale, and what stands at which address.
//   /            made of packages/portal/pages: the frame, filled in for each entry of pages.json
//   /assets/     packages/portal/public/assets    styles, pictures
//   /pages/x.js  packages/portal/src/pages/x.ts, one classic script each
//   /kit/        packages/elements/dist    jiceng.js and its siblings
//   /data/       made by packages/portal/src/demo-data/make.ts, which is given the folder to write to
//   /schemas/    the contract and the templates
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { options } from './bundle/make.mjs';
import { findFiles } from './files.mjs';
import { at } from './root.mjs';
import { runNode } from './run.mjs';
import { startServer } from './server.mjs';
import { pagesOf } from './site-pages.mjs';

const out = {
  html: at('packages/portal/dist/html'),
  pages: at('packages/portal/dist/pages'),
  data: at('packages/portal/dist/data'),
  kit: at('packages/elements/dist'),
};
const dataMaker = at('packages/portal/src/demo-data/make.ts');

export const mounts = {
  '/': out.html,
  '/assets/': at('packages/portal/public/assets'),
  '/pages/': out.pages,
  '/kit/': out.kit,
  '/data/': out.data,
  '/schemas/': at('schemas'),
};

/**
 * Whether anything below the places is newer than the file.
 * @param {string} file
 * @param {string[]} places from the root
 */
export function isStale(file, places) {
  if (!existsSync(file)) return true;
  const made = statSync(file).mtimeMs;
  return findFiles(places, (path) => !path.endsWith('.test.ts')).some((path) => statSync(at(path)).mtimeMs > made);
}

/** The pages themselves. */
function writePages() {
  const folder = at('packages/portal/pages');
  const pages = pagesOf(
    readFileSync(join(folder, 'frame.html'), 'utf8'),
    JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')).pages,
  );
  mkdirSync(out.html, { recursive: true });
  for (const file of readdirSync(out.html)) if (!pages.has(file)) rmSync(join(out.html, file));
  for (const [file, text] of pages) writeFileSync(join(out.html, file), text);
}

/**
 * Makes a part of the site and says so: when it begins, when it is there and, where it is not, why.
 * @param {string} what
 * @param {() => Promise<{ code: number, output: string }>} make
 */
async function made(what, make) {
  console.log(`  … ${what}`);
  const start = Date.now();
  const { code, output } = await make();
  console.log(code === 0 ? `  ✓ ${what} (${((Date.now() - start) / 1000).toFixed(0)} s)` : `${output}\n  ✖ ${what}`);
  return code === 0;
}

/** Pages' own scripts. */
async function buildScripts() {
  const folder = at('packages/portal/src/pages');
  const entries = existsSync(folder) ? readdirSync(folder).filter((file) => /^[\w-]+\.ts$/.test(file)) : [];
  const result = await build({
    ...options,
    minify: false,
    write: true,
    entryPoints: entries.map((file) => join(folder, file)),
    outdir: out.pages,
    format: 'iife',
    target: ['es2019', 'chrome80'],
    tsconfig: at('tsconfig.base.json'),
    logLevel: 'warning',
  });
  return result.errors.length === 0;
}

/** The demo's data set, made again when what it follows from has changed. */
async function makeData() {
  const stamp = join(out.data, 'made.txt');
  if (
    !existsSync(dataMaker) ||
    !isStale(stamp, ['packages/portal/src/demo-data', 'packages/core/src', 'packages/client/src', 'schemas'])
  )
    return true;
  rmSync(out.data, { recursive: true, force: true });
  mkdirSync(out.data, { recursive: true });
  const isMade = await made('演示数据 / demo data', () =>
    runNode(['--conditions=@jiceng/source', '--import', 'tsx', dataMaker, out.data], {
      quiet: true,
      env: { ...process.env, TSX_TSCONFIG_PATH: at('tsconfig.base.json') },
    }),
  );
  if (isMade) writeFileSync(stamp, `${basename(dataMaker)}\n`);
  return isMade;
}

/** The library's scripts, made again when one of their sources has changed. */
async function buildKit() {
  const sources = ['core', 'client', 'elements', 'builder', 'sheet'].map((name) => `packages/${name}/src`);
  if (!isStale(join(out.kit, 'jiceng.js'), [...sources, 'packages/tools/src/bundle', 'pnpm-lock.yaml'])) return true;
  return made('部件 / the library', () => runNode([at('packages/tools/src/build.mjs'), '--no-types'], { quiet: true }));
}

/** Builds what is missing or stale, scripts and data side by side; false when something could not be built. */
export async function buildSite() {
  writePages();
  return (await Promise.all([buildKit(), buildScripts(), makeData()])).every(Boolean);
}

/**
 * Serves the built portal.
 * @param {{ port?: number, test?: boolean, mounts?: Record<string, string>, handle?: import('./server.mjs').Handler }}
 *   [more]
 */
export const startSite = ({ mounts: others, ...rest } = {}) =>
  startServer({ mounts: { ...mounts, ...others }, ...rest });
