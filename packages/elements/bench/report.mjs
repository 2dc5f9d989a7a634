// The results as a table on the screen and as docs/benchmarks.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { at, cache } from '@jiceng/tools/root.mjs';
import { metrics, verdict } from './metrics.mjs';
import { peers } from './peers.mjs';

const store = cache('bench', 'results.json');
/**
 * @typedef {{ date: string, commit: string, rounds: number, browser: string, figures: Record<string, Record<string,
 *   number[]>> }} Run figures of each round by contender and key
 */
/** @returns {Record<string, Run>} the last run of each workload */
export const stored = () => (existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {});

/**
 * Puts a workload's run in place of the last one, or with `add` its rounds beside the last one's.
 * @param {string} workload
 * @param {Omit<Run, 'date' | 'commit'>} run
 */
export function keep(workload, run, add = false) {
  const before = add ? (stored()[workload]?.figures ?? {}) : {};
  const figures = Object.fromEntries(
    Object.keys({ ...before, ...run.figures }).map((name) => [name, joined(before[name], run.figures[name])]),
  );
  mkdirSync(dirname(store), { recursive: true });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: at(), encoding: 'utf8' }).trim();
  writeFileSync(
    store,
    JSON.stringify(
      { ...stored(), [workload]: { date: new Date().toISOString().slice(0, 10), commit, ...run, figures } },
      null,
      1,
    ),
  );
}

const joined = (a = {}, b = {}) =>
  Object.fromEntries(Object.keys({ ...a, ...b }).map((key) => [key, [...(a[key] ?? []), ...(b[key] ?? [])]]));
const median = (/** @type {number[]} */ values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const shown = (/** @type {number | undefined} */ value) =>
  value === undefined
    ? '–'
    : Math.abs(value) >= 100 || Number.isInteger(value)
      ? Math.round(value).toLocaleString('en')
      : value.toFixed(Math.abs(value) < 1 ? 2 : 1);

/** Every metric with its figures (medians over rounds), ratio and verdict. @param {string[]} [only] workloads */
export function rowsOf(only) {
  const runs = stored();
  return metrics
    .filter(({ workload }) => runs[workload] && (!only || only.includes(workload)))
    .map((metric) => {
      const { figures } = runs[metric.workload];
      const row = Object.fromEntries(
        Object.keys(peers)
          .filter((name) => figures[name]?.[metric.key]?.length)
          .map((name) => [name, median(figures[name][metric.key])]),
      );
      // Within a round both met the same machine; a ratio of medians would compare quiet rounds with busy ones.
      const own = figures.ours?.[metric.key] ?? [];
      const native = figures.native?.[metric.key] ?? [];
      const ratio =
        metric.unit !== '%' && own.length && own.length === native.length && native.every((each) => each !== 0)
          ? median(own.map((each, round) => each / native[round]))
          : undefined;
      return { metric, row, ratio, ...verdict(metric, row, ratio) };
    })
    .filter(({ row }) => Object.keys(row).length > 0);
}

const mark = (/** @type {boolean | undefined} */ met) => (met === undefined ? '' : met ? 'met' : 'MISSED');
const titleOf = ({ title, unit }) => (unit ? `${title}, ${unit}` : title);

/** @param {string[]} [only] */
export function printTable(only) {
  const names = Object.keys(peers);
  console.log(
    [
      'figure'.padEnd(52),
      ...names.map((name) => peers[name].title.padStart(10)),
      '× native'.padStart(9),
      '  target',
    ].join(' '),
  );
  for (const { metric, row, ratio, text, met } of rowsOf(only)) {
    console.log(
      [
        titleOf(metric).padEnd(52),
        ...names.map((name) => shown(row[name]).padStart(10)),
        (ratio === undefined ? '' : ratio.toFixed(2)).padStart(9),
        `  ${text} ${mark(met)}`,
      ].join(' '),
    );
  }
}

/** Writes the guide's page from everything measured so far. */
export function writePage() {
  const runs = stored();
  const names = Object.keys(peers);
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['figure', ...names.map((name) => peers[name].title), '× native', 'target', '']),
    line(['---', ...names.map(() => '--:'), '--:', '---', '---']),
    ...rowsOf().map(({ metric, row, ratio, text, met }) =>
      line([
        titleOf(metric),
        ...names.map((name) => shown(row[name])),
        ratio === undefined ? '' : ratio.toFixed(2),
        text,
        met === false ? '**missed**' : mark(met),
      ]),
    ),
  ].join('\n');
  const versions = Object.entries(peers)
    .filter(([, { packages }]) => Object.keys(packages).length)
    .map(([, { title, packages, policy }]) =>
      line([
        title,
        Object.entries(packages)
          .map(([name, version]) => `${name} ${version}`)
          .join(', '),
        policy ? 'yes' : 'no',
      ]),
    )
    .join('\n');
  const roundsOf = (/** @type {Run['figures']} */ figures, /** @type {string} */ name) =>
    Math.max(0, ...Object.values(figures[name] ?? {}).map(({ length }) => length));
  const measured = Object.entries(runs)
    .map(([workload, { date, commit, browser, figures }]) =>
      line([
        workload,
        date,
        commit,
        names
          .filter((name) => roundsOf(figures, name))
          .map((name) => `${peers[name].title} ${roundsOf(figures, name)}`)
          .join(', '),
        browser,
      ]),
    )
    .join('\n');
  const intro = readFileSync(new URL('intro.md', import.meta.url), 'utf8').trim();
  writeFileSync(
    at('docs/benchmarks.md'),
    `${intro}

## Results

Medians over rounds. ${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}, Node ${process.versions.node}; the machine had other work to do, so read the ratios.

${table}

## Measured

| workload | date | commit | rounds | browser |
| --- | --- | --- | --- | --- |
${measured}

| peer | versions | under the content policy |
| --- | --- | --- |
${versions}
`,
  );
}
