// What is reported: each figure with its unit and, where there is one, the target it is held to.

/**
 * @typedef {object} Metric
 * @property {string} workload
 * @property {string} key what the workload answers
 * @property {string} title
 * @property {string} unit
 * @property {number} [ofNative] at most so many times the native form of the same run
 * @property {string} [atMostOf] at most what this contender has
 * @property {number} [most] at most
 * @property {number} [least]
 */

/** Milliseconds of one frame. */
const FRAME = 16.7;

/** @type {Metric[]} */
export const metrics = [
  { workload: 'weight', key: 'weight', title: 'six fields: JS + CSS, gzip', unit: 'kB', most: 60 },
  { workload: 'weight', key: 'all', title: 'jiceng.js, gzip', unit: 'kB', most: 120 },
  { workload: 'flat', key: 'mount', title: '500 fields: mount, cold', unit: 'ms', ofNative: 1 },
  { workload: 'flat', key: 'mountCpu', title: '500 fields: mount, cold, main thread', unit: 'CPU ms' },
  { workload: 'flat', key: 'warm', title: '500 fields: mount again', unit: 'ms' },
  { workload: 'flat', key: 'validate', title: '500 fields: validate all, 100 errors', unit: 'ms', ofNative: 2 },
  { workload: 'flat', key: 'validateCpu', title: '500 fields: validate all, main thread', unit: 'CPU ms' },
  { workload: 'flat', key: 'heap', title: '500 fields: JS heap', unit: 'MB', atMostOf: 'rjsf' },
  { workload: 'flat', key: 'nodes', title: '500 fields: DOM nodes', unit: '' },
  { workload: 'typing', key: 'p95', title: '500 fields + 20 totals: key → paint, p95', unit: 'ms', most: FRAME },
  { workload: 'typing', key: 'mean', title: '500 fields + 20 totals: key → paint, mean', unit: 'ms' },
  { workload: 'typing', key: 'cpu', title: '500 fields + 20 totals: a key, main thread', unit: 'CPU ms' },
  { workload: 'typing', key: 'floor', title: 'one native input alone: key → paint, p95', unit: 'ms' },
  { workload: 'thousand', key: 'mount', title: '1,000 fields: mount, cold', unit: 'ms' },
  { workload: 'thousand', key: 'p95', title: '1,000 fields: key → paint, p95', unit: 'ms', most: FRAME },
  { workload: 'rows', key: 'mount', title: '300 × 8 cells: mount', unit: 'ms', ofNative: 0.5 },
  { workload: 'rows', key: 'mountCpu', title: '300 × 8 cells: mount, main thread', unit: 'CPU ms' },
  { workload: 'rows', key: 'add', title: '300 × 8 cells: add a row', unit: 'ms', ofNative: 0.3 },
  { workload: 'rows', key: 'addCpu', title: '300 × 8 cells: add a row, main thread', unit: 'CPU ms' },
  { workload: 'rows', key: 'frame', title: 'nothing at all: to the painted frame', unit: 'ms' },
  { workload: 'rows', key: 'remove', title: '300 × 8 cells: delete a row', unit: 'ms', ofNative: 0.3 },
  { workload: 'rows', key: 'edit', title: '300 × 8 cells: key → paint, p95', unit: 'ms', most: FRAME },
  { workload: 'switch', key: 'mount', title: '200 fields: mount', unit: 'ms' },
  { workload: 'switch', key: 'cpu', title: '100 fields appear or go, main thread', unit: 'CPU ms' },
  { workload: 'switch', key: 'on', title: '100 fields appear, median of 3', unit: 'ms', ofNative: 2 },
  { workload: 'switch', key: 'off', title: '100 fields go, median of 3', unit: 'ms', ofNative: 2 },
  { workload: 'cycles', key: 'growth', title: '50 cycles: heap, cycle 50 against 20', unit: '%', most: 2 },
  { workload: 'cycles', key: 'plain', title: '50 cycles: heap, V8 compiling nothing', unit: '%', most: 2 },
  { workload: 'cycles', key: 'objects', title: '50 cycles: objects in the heap, 50 against 20', unit: '%', most: 0.1 },
  { workload: 'cycles', key: 'nodes', title: '50 cycles: nodes, 50 − 20', unit: '', most: 0 },
  { workload: 'cycles', key: 'listeners', title: '50 cycles: listeners, 50 − 20', unit: '', most: 0 },
  { workload: 'reach', key: 'tabbed', title: 'fields that Tab reaches, of 500', unit: '', least: 500 },
  { workload: 'reach', key: 'found', title: 'groups that find-in-page finds, of 20', unit: '', least: 20 },
  { workload: 'score', key: 'card', title: 'one score card recomputed (Node)', unit: 'ms', most: 1 },
  { workload: 'score', key: 'all', title: '1,640 branches (Node)', unit: 'ms', most: 300 },
];

/**
 * @param {Metric} metric
 * @param {Record<string, number>} row figures by contender
 * @param {number | undefined} ratio to native
 * @returns {{ text: string, met: boolean | undefined }} `undefined`: no target, or nothing to compare with
 */
export function verdict({ ofNative, atMostOf, most, least }, row, ratio) {
  const { ours } = row;
  const against = (text, limit) => ({
    text,
    met: ours === undefined || limit === undefined ? undefined : ours <= limit,
  });
  if (ofNative !== undefined)
    return { text: `≤ ${ofNative} × native`, met: ratio === undefined ? undefined : ratio <= ofNative };
  if (atMostOf !== undefined) return against(`≤ ${atMostOf}`, row[atMostOf]);
  if (most !== undefined) return against(`≤ ${most}`, most);
  if (least !== undefined) return { text: `≥ ${least}`, met: ours === undefined ? undefined : ours >= least };
  return { text: '', met: undefined };
}
