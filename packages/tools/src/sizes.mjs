// Weighs what pages load, as it travels (gzip), against packages/tools/size-budgets.json.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { options } from './bundle/make.mjs';
import { isMain } from './main.mjs';
import { at } from './root.mjs';

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} [target] what is promised; missing it is said, and fails nothing
 * @property {number} max a little above what is reached: more fails
 * @property {string[]} [files] weigh these as they are
 * @property {string} [entry] bundle it first, as a portal's build for our oldest browser would, and weigh what the page
 *   loads at once
 * @property {string[]} [also] modules that the entry imports when needed, and this page needs
 */

/** @param {Budget} budget @returns {Promise<Buffer[] | undefined>} nothing while it does not exist */
async function contentsOf({ files, entry, also = [] }) {
  if (files)
    return files.every((file) => existsSync(at(file))) ? files.map((file) => readFileSync(at(file))) : undefined;
  if (!entry || !existsSync(at(entry))) return;
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [entry],
    outdir: at('node_modules/.cache'),
    splitting: true,
    format: 'esm',
    target: 'chrome80',
  });
  const outputs = Object.entries(metafile.outputs);
  const loaded = new Set(
    [entry, ...also].map((module) => {
      const found = outputs.find(([, { entryPoint }]) => entryPoint === module);
      if (!found) throw new Error(`${entry} does not load ${module}`);
      return found[0];
    }),
  );
  for (const path of loaded)
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(next);
  return outputFiles
    .filter(({ path }) => [...loaded].some((name) => at(name) === path))
    .map(({ contents }) => Buffer.from(contents));
}

/** @param {Record<string, Budget>} budgets */
export async function weigh(budgets) {
  return Promise.all(
    Object.entries(budgets).map(async ([name, budget]) => {
      const contents = await contentsOf(budget);
      const size = contents?.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
      const plain = contents?.reduce((sum, content) => sum + content.length, 0);
      return {
        name,
        ...budget,
        plain,
        size,
        over: size !== undefined && size > budget.max,
        missed: size !== undefined && size > (budget.target ?? Infinity),
      };
    }),
  );
}

if (isMain(import.meta.url)) {
  const rows = await weigh(JSON.parse(readFileSync(at('packages/tools/size-budgets.json'), 'utf8')));
  const kb = (/** @type {number | undefined} */ bytes) =>
    (bytes === undefined ? '–' : (bytes / 1000).toFixed(1)).padStart(8);
  console.log(
    `${'what'.padEnd(18)}${'kB'.padStart(8)}${'gzip'.padStart(8)}${'target'.padStart(8)}${'max'.padStart(8)}`,
  );
  for (const { name, what, plain, size, target, max, over, missed } of rows) {
    const verdict = over
      ? 'TOO LARGE'
      : size === undefined
        ? 'not there yet'
        : missed && target
          ? `${((size - target) / 1000).toFixed(1)} kB over its target; ${what}`
          : what;
    console.log(`${name.padEnd(18)}${kb(plain)}${kb(size)}${kb(target)}${kb(max)}  ${verdict}`);
  }
  process.exit(rows.some(({ over }) => over) ? 1 : 0);
}
