// One contender in a process of its own: `write rows file` or `read rows file`; prints time, peak memory above the
// start, size and what it found.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { cache } from '@jiceng/tools/root.mjs';

const [name, act, count, file] = process.argv.slice(2);
const store = pathToFileURL(createRequire(cache('sheet-peers', 'x.js')).resolve.paths('x')[0]).href;
// Other people's packages are found in the cache.
register(
  `data:text/javascript,${encodeURIComponent(`const store = ${JSON.stringify(`${store.replace(/node_modules$/, '')}x.js`)}; export async function resolve(name, context, next) { try { return await next(name, context); } catch (error) { if (/^[./]|^node:|^file:/.test(name)) throw error; return next(name, { ...context, parentURL: store }); } }`)}`,
);
const adapter = await import(`./adapters/${name}.mjs`);
const bytes = act === 'read' ? new Uint8Array(readFileSync(file)) : undefined;
const prepared = act === 'write' && adapter.prepare ? await adapter.prepare(Number(count)) : undefined;
globalThis.gc?.();
const before = process.memoryUsage();
let peak = 0;
const look = () => {
  const { heapUsed, external } = process.memoryUsage();
  peak = Math.max(peak, heapUsed + external);
};
const timer = setInterval(look, 20);
const start = performance.now(),
  cpu = process.cpuUsage();
const result = bytes ? await adapter.read(bytes) : await adapter.write(Number(count), prepared);
const time = performance.now() - start;
look();
clearInterval(timer);
const { user, system } = process.cpuUsage(cpu);
if (!bytes) writeFileSync(file, result);
console.log(
  JSON.stringify({
    time,
    cpu: (user + system) / 1000,
    peak: (peak - before.heapUsed - before.external) / 1e6,
    rss: process.resourceUsage().maxRSS / 1000 - before.rss / 1e6,
    ...(bytes ? { rows: result.rows, last: result.last.length } : { size: result.length / 1e6 }),
  }),
);
process.exit(0);
