// `npm test`: every gate in order, a table, and one closing line. Alone:
// `node packages/tools/src/check.mjs lint types …`.
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { at } from './root.mjs';
import { commandOf, countsIn, runNode } from './run.mjs';
import { endToEndTests } from './tests-of.mjs';

/** @typedef {{ code: number, output: string }} Outcome */
/** @typedef {{ name: string, about: string, when?: () => boolean, run: () => Promise<Outcome> }} Step */

const tool = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
  runNode([at('packages/tools/src', name), ...args]);

/** Runs several programs and goes on after one that fails. @param {(() => Promise<Outcome>)[]} runs */
async function all(...runs) {
  let code = 0;
  let output = '';
  for (const run of runs) {
    const outcome = await run();
    code ||= outcome.code;
    output += outcome.output;
  }
  return { code, output };
}

/** @type {Step[]} */
const steps = [
  {
    name: 'generated',
    about: 'types, machines, reference and manifest follow their sources',
    run: () =>
      all(
        () => tool('generate.mjs', '--check'),
        () => tool('manifest.mjs', '--check'),
      ),
  },
  {
    name: 'types',
    about: 'TypeScript, tests and tools included',
    run: () => runNode([commandOf('typescript', 'tsc'), '-b', 'packages']),
  },
  {
    name: 'lint',
    about: 'format, oxlint and the rules of the house',
    run: () =>
      all(
        () => runNode([commandOf('oxfmt', 'oxfmt'), '--check']),
        () => runNode([commandOf('oxlint', 'oxlint'), '--format=unix']),
        () => tool('lint.mjs'),
      ),
  },
  { name: 'node', about: 'tests without a browser', run: () => tool('node-tests.mjs') },
  { name: 'build', about: 'packages and bundle', run: () => tool('build.mjs') },
  { name: 'sizes', about: 'what pages load', run: () => tool('sizes.mjs') },
  { name: 'browser', about: 'tests in a browser', run: () => tool('browser-tests.mjs') },
  {
    name: 'stories',
    about: 'Storybook builds, axe on every story',
    when: () => existsSync(at('stories/.storybook')),
    run: () => tool('stories.mjs'),
  },
  {
    name: 'old-engines',
    about: 'Chromium 80 and 86',
    when: () => existsSync(at('packages/portal/test/old-engines')),
    run: () => tool('old-engines.mjs'),
  },
  {
    name: 'e2e',
    about: 'end to end through the demo portal',
    when: () => endToEndTests().length > 0,
    run: () => tool('end-to-end.mjs'),
  },
];

/** Steps without tests of their own count as one test. @param {Outcome} outcome */
export function countsOf({ code, output }) {
  const { passed, failed } = countsIn(output) ?? (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`No step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const chosen = steps.filter(({ name, when }) => (wanted.length ? wanted.includes(name) : (when?.() ?? true)));
// fetched once, before several ask for it; a step says what is missing
if (chosen.some(({ name }) => ['browser', 'stories', 'e2e'].includes(name))) await findBrowser().catch(() => {});
/**
 * What a failed step said about its failures, repeated at the end where people and logs cut short still show it.
 * @param {string} output
 */
function failuresIn(output) {
  const told = [...output.matchAll(/^✖ .*\n(?: .*\n)*/gm)].map(([block]) => block);
  return (told.length ? told.join('\n') : output).split('\n').slice(-60).join('\n');
}

/** @type {{ name: string, seconds: number, passed: number, failed: number }[]} */
const rows = [];
let failures = '';
for (const { name, about, run } of chosen) {
  console.log(`\n── ${name}: ${about} ──`);
  const start = Date.now();
  const outcome = await run();
  rows.push({ name, seconds: (Date.now() - start) / 1000, ...countsOf(outcome) });
  if (outcome.code !== 0) failures += `\n── failed: ${name} ──\n${failuresIn(outcome.output)}\n`;
}
if (failures) console.log(failures);
const line = (/** @type {(string | number)[]} */ [name = '', ...cells]) =>
  `${String(name).padEnd(14)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
console.log(`\n${line(['step', 'passed', 'failed', 'seconds'])}`);
for (const { name, passed, failed, seconds } of rows)
  console.log(`${line([name, passed, failed, seconds.toFixed(1)])}${failed ? '  ✖' : ''}`);
for (const { name } of steps)
  if (!wanted.length && !rows.some((row) => row.name === name)) console.log(`${name.padEnd(14)} nothing to run yet`);
const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') ? 1 : 0);
