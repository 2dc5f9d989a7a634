// node packages/sheet/bench/run.mjs [--rows 50000] [--rounds 3] [--only ours,floor,hucre]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cache, root } from '@jiceng/tools/root.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
/** @type {Record<string, { title: string, packages: Record<string, string> }>} */
const peers = JSON.parse(readFileSync(new URL('peers.json', import.meta.url), 'utf8'));
const names = values.only?.split(',') ?? Object.keys(peers);

/** Installs the exact versions that were asked for; their install scripts do not run. */
function ensurePeers() {
  const wanted = Object.entries(Object.assign({}, ...Object.values(peers).map(({ packages }) => packages)));
  const installed = (/** @type {string} */ name) => {
    try {
      return JSON.parse(readFileSync(cache('sheet-peers', 'node_modules', name, 'package.json'), 'utf8')).version;
    } catch {
      return undefined;
    }
  };
  if (wanted.every(([name, version]) => installed(name) === version)) return;
  mkdirSync(cache('sheet-peers'), { recursive: true });
  if (!existsSync(cache('sheet-peers', 'package.json')))
    writeFileSync(cache('sheet-peers', 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      cache('sheet-peers'),
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...wanted.map(([name, version]) => `${name}@${version}`),
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error('The peers could not be installed.');
}

/** @param {string} name @param {'read' | 'write'} act @param {string} file */
function measure(name, act, file) {
  const run = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=6000',
      '--conditions=@jiceng/source',
      '--import',
      'tsx',
      fileURLToPath(new URL('contender.mjs', import.meta.url)),
      name,
      act,
      values.rows,
      file,
    ],
    { cwd: root, encoding: 'utf8', timeout: 300_000 },
  );
  if (run.status !== 0) throw new Error(`${name} ${act}: ${run.stderr.slice(-1500)}`);
  return /** @type {Record<string, number>} */ (JSON.parse(run.stdout.trim().split('\n').pop() ?? '{}'));
}

ensurePeers();
mkdirSync(cache('sheet-bench'), { recursive: true });
const own = cache('sheet-bench', `ours-${values.rows}.xlsx`);
measure('ours', 'write', own); // everyone reads the same file
/** @type {Record<string, Record<string, Record<string, number>[]>>} */
const figures = { write: {}, read: {} };
for (let round = 0; round < Number(values.rounds); round++) {
  for (const act of /** @type {const} */ (['write', 'read'])) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      if (act === 'read' && name === 'ledger') continue;
      try {
        const found = measure(name, act, act === 'read' ? own : cache('sheet-bench', `${name}.xlsx`));
        (figures[act][name] ??= []).push(found);
        console.error(
          `${act} ${round + 1} ${name} ${JSON.stringify(found, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}`,
        );
      } catch (error) {
        console.error(String(error));
      }
    }
  }
}
const median = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const of = (/** @type {string} */ act, /** @type {string} */ name, /** @type {string} */ key) =>
  (figures[act][name] ?? []).map((one) => one[key]);
const ratio = (
  /** @type {string} */ act,
  /** @type {string} */ name,
  /** @type {string} */ key,
  /** @type {string} */ to,
) => {
  const own = of(act, name, key),
    other = of(act, to, key);
  return own.length && own.length === other.length ? median(own.map((each, at) => each / other[at])).toFixed(2) : '–';
};
for (const act of ['write', 'read']) {
  console.log(
    `\n${act} ${values.rows} × 20 | ms | CPU ms | peak heap, MB | process, MB | × floor | × hucre | heap × ExcelJS`,
  );
  for (const name of names)
    if (figures[act][name])
      console.log(
        [
          peers[name].title,
          ...['time', 'cpu', 'peak', 'rss'].map((key) => Math.round(median(of(act, name, key)))),
          ratio(act, name, 'time', 'floor'),
          ratio(act, name, 'time', 'hucre'),
          ratio(act, name, 'peak', 'exceljs'),
        ].join(' | '),
      );
}
