// Weighs what pages load, as it travels (gzip), against packages/tools/size-budgets.json.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { options } from './bundle/make.mjs';
import { isMain } from './main.mjs';
import { at } from './root.mjs';

/** @typedef {{ what: string, gzip: number, file?: string, entry?: string }} Budget `file`: weigh it as it is; `entry`: bundle it first, as a portal's build would */

/** @param {Budget} budget @returns {Promise<Buffer | undefined>} nothing while it does not exist */
async function contentOf({ file, entry }) {
  if (file) return existsSync(at(file)) ? readFileSync(at(file)) : undefined;
  if (!entry || !existsSync(at(entry))) return;
  const result = await build({ ...options, entryPoints: [entry], format: 'esm', target: 'es2019', tsconfig: at('tsconfig.base.json') });
  const output = result.outputFiles[0];
  return output && Buffer.from(output.contents);
}

/** @param {Record<string, Budget>} budgets */
export async function weigh(budgets) {
  return Promise.all(Object.entries(budgets).map(async ([name, budget]) => {
    const content = await contentOf(budget);
    const size = content && gzipSync(content, { level: 9 }).length;
    return { name, what: budget.what, plain: content?.length, size, limit: budget.gzip, over: size !== undefined && size > budget.gzip };
  }));
}

if (isMain(import.meta.url)) {
  const rows = await weigh(JSON.parse(readFileSync(at('packages/tools/size-budgets.json'), 'utf8')));
  const kb = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? '–' : (bytes / 1000).toFixed(1)).padStart(8);
  console.log(`${'what'.padEnd(16)}${'kB'.padStart(8)}${'gzip'.padStart(8)}${'limit'.padStart(8)}`);
  for (const { name, what, plain, size, limit, over } of rows) console.log(`${name.padEnd(16)}${kb(plain)}${kb(size)}${kb(limit)}  ${over ? 'TOO LARGE' : size === undefined ? 'not there yet' : what}`);
  process.exit(rows.some(({ over }) => over) ? 1 : 0);
}
