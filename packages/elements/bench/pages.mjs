// One page per contender: its bundle and style sheet from a plain server, with the project's content policy where it
// survives that.
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browserArgs, findBrowser } from '@jiceng/tools/browser.mjs';
import { options } from '@jiceng/tools/bundle/make.mjs';
import { at, cache } from '@jiceng/tools/root.mjs';
import { startServer } from '@jiceng/tools/server.mjs';
import { forms, modulesOf } from './peers.mjs';

const tools = createRequire(at('packages/tools/package.json'));
/** @type {typeof import('esbuild')} */
const { build } = tools('esbuild');
/** @type {typeof import('puppeteer-core').default} */
const puppeteer = tools('puppeteer-core').default ?? tools('puppeteer-core');

/** @typedef {import('./peers.mjs').Suite} Suite */
/** @param {Suite} suite */
const folderOf = ({ store }) => (store === 'peers' ? cache('bench') : cache('bench', store));
const empty = {
  '.woff': 'empty',
  '.woff2': 'empty',
  '.ttf': 'empty',
  '.eot': 'empty',
  '.svg': 'empty',
  '.png': 'empty',
};

/** @param {import('esbuild').BuildOptions} entry @param {Suite} suite */
async function bundle(entry, suite) {
  const { outputFiles } = await build({
    ...options,
    define: { ...options.define, global: 'window' },
    format: 'iife',
    target: 'es2020',
    tsconfig: at('tsconfig.base.json'),
    nodePaths: [modulesOf(suite)],
    loader: /** @type {any} */ (empty),
    minify: !process.argv.includes('--names'),
    ...entry,
  });
  return outputFiles?.[0]?.contents ?? new Uint8Array();
}
const stdin = (/** @type {string} */ contents, /** @type {Suite} */ suite) => ({
  stdin: { contents, resolveDir: suite.here, loader: /** @type {const} */ ('js') },
});

/** @param {string} name @param {Suite} suite @returns {Promise<Uint8Array>} */
async function cssOf(name, suite) {
  const { css } = suite.peers[name];
  if (css.length === 0) return new Uint8Array();
  return bundle(
    {
      stdin: {
        contents: css.map((file) => `@import "${file.startsWith('adapters/') ? `./${file}` : file}";`).join('\n'),
        resolveDir: suite.here,
        loader: 'css',
      },
    },
    suite,
  );
}

/** Writes the page of a contender. @param {string} name */
export async function makePage(name, suite = forms) {
  const place = join(folderOf(suite), name);
  mkdirSync(place, { recursive: true });
  const code = await bundle(
    stdin(
      `import * as adapter from './adapters/${name}.js'; import { start } from './page.js'; start(adapter);`,
      suite,
    ),
    suite,
  );
  writeFileSync(join(place, 'page.js'), code);
  writeFileSync(join(place, 'page.css'), await cssOf(name, suite));
  writeFileSync(
    join(place, 'index.html'),
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><div id="root"></div><script src="page.js"></script></html>',
  );
}

const zipped = (/** @type {Uint8Array} */ part) => (part.length ? gzipSync(part, { level: 9 }).length : 0);

/**
 * Gzip bytes that a page loads at its start for a module: its file and those it imports, without what it imports later.
 * @param {string} contents
 */
async function startOf(contents) {
  const { outputFiles, metafile } = await build({
    ...options,
    define: { ...options.define, global: 'window' },
    ...stdin(contents, forms),
    format: 'esm',
    splitting: true,
    target: 'es2020',
    outdir: folderOf(forms),
    tsconfig: at('tsconfig.base.json'),
    nodePaths: [modulesOf(forms)],
    loader: /** @type {any} */ (empty),
  });
  const outputs = metafile?.outputs ?? {};
  const wanted = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>'));
  for (const path of wanted)
    for (const { path: other, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') wanted.add(other);
  return (outputFiles ?? [])
    .filter(({ path }) => [...wanted].some((name) => at(name) === path))
    .reduce((all, { contents: code }) => all + zipped(code), 0);
}

/**
 * What a page with one form of this contender loads, as it travels, in bytes: the library as its adapter uses it.
 * @param {string} name
 */
export async function weightOf(name) {
  return (
    (await startOf(
      name === 'ours'
        ? "import '@jiceng/elements/form/define.js';"
        : `import * as adapter from './adapters/${name}.js'; window.adapter = adapter;`,
    )) + zipped(await cssOf(name, forms))
  );
}

/** Starts the browser and two servers, with the policy and without. `engine`: flags for V8. */
export async function openLab(suite = forms, engine = '') {
  const found = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless: found.shell ? 'shell' : true,
    args: [...browserArgs(found), ...(engine ? [`--js-flags=${engine}`] : [])],
    env: { ...process.env, ...found.env },
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 240_000,
  });
  const mounts = { '/': folderOf(suite) };
  const strict = await startServer({ mounts, test: true });
  const free = await startServer({ mounts, csp: false });
  return {
    version: await browser.version(),
    violations: () => strict.violations(),
    /** A page of its own process. @param {string} name */
    async open(name) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`${(suite.peers[name].policy ? strict : free).origin}/${name}/`, { waitUntil: 'load' });
      const cdp = await page.createCDPSession();
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      return {
        page,
        cdp,
        errors,
        /** Calls the page's harness. @param {string} what @param {...any} args */
        async call(what, ...args) {
          try {
            return await page.evaluate((method, values) => window.bench[method](...values), what, args);
          } catch (error) {
            throw new Error(
              `${name} ${what}: ${error.message}${errors.length ? ` | ${errors.slice(0, 3).join(' | ')}` : ''}`,
              { cause: error },
            );
          }
        },
        /**
         * Processor time of the page's main thread so far, in ms: unlike the clock, it hardly knows what else the
         * machine does.
         */
        async cpu() {
          const { metrics } = await cdp.send('Performance.getMetrics');
          return (metrics.find(({ name: metric }) => metric === 'TaskDuration')?.value ?? NaN) * 1000;
        },
        /** What is left after the rubbish is gone: heap in bytes, nodes (detached ones included), listeners. */
        async left() {
          for (let at = 0; at < 3; at++) await cdp.send('HeapProfiler.collectGarbage');
          const { usedSize } = await cdp.send('Runtime.getHeapUsage');
          const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
          return { heap: usedSize, nodes, listeners: jsEventListeners };
        },
        /**
         * Bytes of the objects, texts and functions that live: the heap without machine code, of which V8 goes on
         * making some.
         */
        objects: () => bytesOfObjects(cdp),
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      await strict.close();
      await free.close();
    },
  };
}

const LIVING = new Set([
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'regexp',
  'number',
  'symbol',
  'bigint',
]);

/** @param {any} cdp */
async function bytesOfObjects(cdp) {
  const chunks = [];
  const take = ({ chunk }) => chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take);
  await cdp.send('HeapProfiler.takeHeapSnapshot', {});
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take);
  const {
    nodes,
    snapshot: {
      meta: {
        node_fields: fields,
        node_types: [types],
      },
    },
  } = JSON.parse(chunks.join(''));
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (LIVING.has(types[nodes[at + type]])) bytes += nodes[at + size];
  return bytes;
}

/**
 * A CPU profile of what happens in `act`: milliseconds by function, own time, greatest first.
 * @param {any} cdp
 * @param {() => Promise<unknown>} act
 */
export async function profiled(cdp, act) {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await act();
  const { profile } = await cdp.send('Profiler.stop');
  const own = new Map();
  const total = new Map();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map();
  for (const node of profile.nodes) for (const child of node.children ?? []) parents.set(child, node.id);
  const nameOf = ({ callFrame: { functionName, lineNumber } }) => functionName || `(anonymous:${lineNumber + 1})`;
  profile.samples.forEach((id, index) => {
    const ms = (profile.timeDeltas[index] ?? 0) / 1000;
    own.set(nameOf(nodes.get(id)), (own.get(nameOf(nodes.get(id))) ?? 0) + ms);
    const seen = new Set();
    for (let each = id; each !== undefined; each = parents.get(each)) {
      const name = nameOf(nodes.get(each));
      if (!seen.has(name)) {
        seen.add(name);
        total.set(name, (total.get(name) ?? 0) + ms);
      }
    }
  });
  const top = (map, count) =>
    [...map]
      .sort(([, a], [, b]) => b - a)
      .slice(0, count)
      .map(([name, ms]) => `${ms.toFixed(1).padStart(8)}  ${name}`)
      .join('\n');
  return `own\n${top(own, 30)}\nwith callees\n${top(total, 45)}`;
}
