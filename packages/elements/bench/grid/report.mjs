// The results as a table on the screen and as docs/benchmarks-grid.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { at, cache } from '@jiceng/tools/root.mjs';

/**
 * What is reported, and what it is held to. `times`: at most so many times that contender's figure, or the best other
 * one's.
 */
const METRICS = [
  { workload: 't1', key: 'cold', title: '10,000 × 20: mount, cold, ms', times: [2, 'floor'] },
  { workload: 't1', key: 'warm', title: '10,000 × 20: mount again, ms', times: [1, 'regular-table'] },
  { workload: 't1', key: 'nodes', title: '10,000 × 20: DOM nodes' },
  { workload: 't2', key: 'mount', title: '100,000 × 20: mount, ms', times: [1, 'regular-table'] },
  { workload: 't2', key: 'heap', title: '100,000 × 20: heap, MB', most: 5 },
  { workload: 't2', key: 'scroll', title: 'a scroll step, p50, ms', times: [1, 'best'] },
  { workload: 't2', key: 'scroll95', title: 'a scroll step, p95, ms' },
  { workload: 't2', key: 'cpu', title: 'a scroll step, main thread, CPU ms' },
  { workload: 't2', key: 'stale', title: 'frames that showed old or no rows, of 60 steps', most: 0 },
  { workload: 't2', key: 'lost', title: 'steps that never showed what was scrolled to', most: 0 },
  { workload: 't2', key: 'sort', title: 'sort of 100,000 Chinese names, ms', times: [1 / 3, 'best'] },
  { workload: 't2', key: 'filter', title: 'filter by a part of the name, ms', times: [1, 'best'] },
  { workload: 't2', key: 'edit', title: 'edit of a cell, ms', times: [1, 'best'] },
  { workload: 't4', key: 'mount', title: '100,000 × 20, merged cells, 3-level header: mount, ms' },
  { workload: 't4', key: 'scroll', title: 'the same: a scroll step, p50, ms' },
  { workload: 't4', key: 'cpu', title: 'the same: a scroll step, main thread, CPU ms' },
  { workload: 't4', key: 'stale', title: 'the same: frames that showed old or no rows', most: 0 },
  { workload: 't4', key: 'lost', title: 'the same: steps that never showed what was scrolled to', most: 0 },
  { workload: 'p46', key: 'mount', title: '5,000 × 20, processor 6 × slower: mount, ms', most: 3000 },
  { workload: 'p46', key: 'edit', title: 'the same: edit of a cell, ms', most: 100 },
  { workload: 't3', key: 'mount', title: '1,000,000 × 20: mount, ms', most: 500 },
  { workload: 't3', key: 'heap', title: '1,000,000 × 20: heap, MB' },
  { workload: 't3', key: 'scroll', title: '1,000,000: a scroll step, p50, ms' },
  { workload: 't3', key: 'lost', title: '1,000,000: steps that never showed what was scrolled to', most: 0 },
  { workload: 't3', key: 'sort', title: '1,000,000: sort of Chinese names, ms', most: 1500 },
];

const store = cache('bench', 'grid-results.json');
/**
 * @returns {Record<string, { date: string, commit: string, browser: string, figures: Record<string, Record<string,
 *   number[]>> }>} the last run of each workload
 */
const stored = () => (existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {});

/**
 * Puts the figures of those that ran in place of their last ones.
 * @param {string} workload
 * @param {string} browser
 * @param {Record<string, Record<string, number[]>>} figures
 */
export function keep(workload, browser, figures) {
  mkdirSync(dirname(store), { recursive: true });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: at(), encoding: 'utf8' }).trim();
  const before = stored();
  writeFileSync(
    store,
    JSON.stringify(
      {
        ...before,
        [workload]: {
          date: new Date().toISOString().slice(0, 10),
          commit,
          browser,
          figures: { ...before[workload]?.figures, ...figures },
        },
      },
      null,
      1,
    ),
  );
}

const median = (/** @type {number[]} */ values) => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? NaN;
};
const shown = (/** @type {number | undefined} */ value) =>
  value === undefined || value === null || Number.isNaN(value)
    ? '–'
    : Math.abs(value) >= 100 || Number.isInteger(value)
      ? Math.round(value).toLocaleString('en')
      : value.toFixed(1);

function rowsOf(names, only) {
  const runs = stored();
  return METRICS.filter(({ workload }) => runs[workload] && (!only || only.includes(workload))).map((metric) => {
    const { figures } = runs[metric.workload];
    const row = Object.fromEntries(
      names
        .filter((name) => figures[name]?.[metric.key]?.length)
        .map((name) => [name, median(figures[name][metric.key])]),
    );
    const others = Object.entries(row)
      .filter(([name]) => !['ours', 'grid', 'floor', 'cheetah'].includes(name))
      .map(([, value]) => value)
      .filter(Number.isFinite);
    const [factor, against] = metric.times ?? [];
    const limit = metric.most ?? (against === 'best' ? Math.min(...others) * factor : row[against] * factor);
    const target =
      metric.most !== undefined
        ? `≤ ${metric.most}`
        : against === undefined
          ? ''
          : `≤ ${factor === 1 ? '' : `${shown(factor)} × `}${against}`;
    return {
      metric,
      row,
      target,
      met: target === '' || row.ours === undefined || !Number.isFinite(limit) ? undefined : row.ours <= limit,
    };
  });
}
const mark = (/** @type {boolean | undefined} */ met) => (met === undefined ? '' : met ? 'met' : '**missed**');

/** @param {import('../peers.mjs').Suite} suite @param {string[]} [only] */
export function printTable({ peers }, only) {
  const names = Object.keys(peers);
  console.log(['figure'.padEnd(52), ...names.map((name) => name.slice(0, 9).padStart(9))].join(' '));
  for (const { metric, row, target, met } of rowsOf(names, only))
    console.log(
      [metric.title.padEnd(52), ...names.map((name) => shown(row[name]).padStart(9)), `  ${target} ${mark(met)}`].join(
        ' ',
      ),
    );
}

/** @param {import('../peers.mjs').Suite} suite */
export function writePage({ peers }) {
  const names = Object.keys(peers);
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  const runs = stored();
  writeFileSync(
    at('docs/benchmarks-grid.md'),
    `${readFileSync(new URL('intro.md', import.meta.url), 'utf8').trim()}

## Results

Medians over rounds. ${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}, Node ${process.versions.node}; the machine had other work to do, so read the ratios.

${line(['figure', ...names.map((name) => peers[name].title), 'target', ''])}
${line(['---', ...names.map(() => '--:'), '---', '---'])}
${rowsOf(names)
  .map(({ metric, row, target, met }) =>
    line([metric.title, ...names.map((name) => shown(row[name])), target, mark(met)]),
  )
  .join('\n')}

## Measured

${line(['workload', 'date', 'commit', 'rounds', 'browser'])}
${line(['---', '---', '---', '---', '---'])}
${Object.entries(runs)
  .map(([workload, { date, commit, browser, figures }]) =>
    line([
      workload,
      date,
      commit,
      names
        .filter((name) => figures[name])
        .map((name) => `${peers[name].title} ${Math.max(...Object.values(figures[name]).map(({ length }) => length))}`)
        .join(', '),
      browser,
    ]),
  )
  .join('\n')}

${line(['peer', 'versions'])}
${line(['---', '---'])}
${names
  .filter((name) => Object.keys(peers[name].packages).length)
  .map((name) =>
    line([
      peers[name].title,
      Object.entries(peers[name].packages)
        .map(([id, version]) => `${id} ${version}`)
        .join(', '),
    ]),
  )
  .join('\n')}
`,
  );
}
