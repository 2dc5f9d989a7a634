// node packages/sheet/bench/tab.mjs [rows]: writes and reads a large ledger in a browser tab with the built files, and
// tells the tab's peak memory.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { launch } from '@jiceng/tools/launch.mjs';
import { at } from '@jiceng/tools/root.mjs';

const count = Number(process.argv[2] ?? 200_000);
const server = createServer(({ url = '/' }, response) => {
  if (url === '/')
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><meta charset="utf-8"><script src="/jiceng.js"></script>');
  else
    response
      .setHeader('content-type', 'text/javascript')
      .end(readFileSync(at('packages/elements/dist', url.replace(/\?.*$/, '').slice(1))));
}).listen(0);
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const peak = (/** @type {string} */ key) =>
    Math.max(
      ...renderers.map((id) => {
        try {
          return Number(new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1000;
        } catch {
          return 0;
        }
      }),
    );
  const before = peak('VmHWM');
  const run = (/** @type {string} */ body) => page.evaluate(`(async () => { ${body} })()`);
  const made = await run(`
    const kit = await Jiceng.load('sheet'), columns = [...Array(20).keys()];
    const isDay = (at) => at % 4 === 2, isText = (at) => at % 4 === 1;
    const properties = Object.fromEntries(columns.map((at) => ['f' + at, isDay(at) ? { type: 'string', format: 'date', title: '列' + at } : isText(at) ? { type: 'string', maxLength: 60, title: '列' + at } : { type: 'number', title: '列' + at }]));
    window.definition = { $schema: 'https://jiceng.dev/schemas/definition/1.json', id: 'bench', version: '1.0.0', title: '数据', subject: 'item', purpose: { readBy: 'county', decision: 'x' }, record: { type: 'object', properties }, ledger: { columns: [0, 4, 8, 12, 16].map((from) => ({ title: '组' + from, columns: [0, 1, 2, 3].map((at) => '/f' + (from + at)) })) } };
    const audit = { createdAt: '2026-01-01T08:00:00+08:00', createdBy: 'p', updatedAt: '2026-01-01T08:00:00+08:00', updatedBy: 'p' }, own = { id: 'bench', version: '1.0.0', hash: '' };
    const pad = (n) => String(n).padStart(2, '0');
    window.records = Array.from({ length: ${count} }, (_, row) => ({ id: 'r' + row, definition: own, orgId: 'o', orgPath: 'o', revision: 1, links: [], facts: [], audit, data: Object.fromEntries(columns.map((at) => ['f' + at, isDay(at) ? '20' + pad(10 + row % 15) + '-' + pad(1 + at % 12) + '-' + pad(1 + row % 28) : isText(at) ? '第' + (row * 7 + at) % 5000 + '党支部' : row * 1.37 + at])) }));
    return performance.memory.usedJSHeapSize / 1e6;`);
  const written = await run(`
    let longest = 0, last = performance.now(), slices = 0;
    const start = last, result = await Jiceng.exportLedger({ definition, records, now: '2026-01-01T08:00:00+08:00' }, { onProgress: () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; slices += 1; } });
    if (!result.ok) throw new Error(result.problems[0].reason.en);
    window.file = new Blob(result.value);
    return { ms: performance.now() - start, longestSliceMs: longest, slices, MB: file.size / 1e6 };`);
  const afterWrite = peak('VmHWM');
  const read = await run(`
    window.records = undefined;
    let longest = 0, last = performance.now();
    const start = last, result = await Jiceng.readSheets(file, { limits: { rows: 1e6, file: 1e9, unpacked: 2 ** 31 }, onProgress: () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; } });
    if (!result.ok) throw new Error(result.problems[0].reason.en);
    return { ms: performance.now() - start, longestSliceMs: longest, rows: result.value.sheets[0].rows.length };`);
  console.log(
    JSON.stringify(
      {
        rows: count,
        recordsMB: made,
        written,
        read,
        tabAtStartMB: before,
        tabPeakAfterWriteMB: afterWrite,
        tabPeakMB: peak('VmHWM'),
      },
      (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value),
      1,
    ),
  );
} finally {
  await browser.close();
  server.close();
}
