// node packages/elements/bench/grid/run.mjs [workload …] [--only ours,floor] [--rounds 3] [--write] [--profile act]
// [--names]
import { parseArgs } from 'node:util';
import { makePage, openLab, profiled } from '../pages.mjs';
import { ensurePeers, suiteIn } from '../peers.mjs';
import { keep, printTable, writePage } from './report.mjs';
import { workloads } from './workloads.mjs';

const suite = suiteIn('grid-peers', new URL('.', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    profile: { type: 'string' },
    names: { type: 'boolean', default: false },
  },
});
const asked = positionals.length ? positionals : Object.keys(workloads);
const wrong =
  asked.find((name) => !(name in workloads)) ?? values.only?.split(',').find((name) => !(name in suite.peers));
if (wrong !== undefined)
  throw new Error(
    `${wrong}: choose among ${Object.keys(workloads).join(' ')} and --only ${Object.keys(suite.peers).join(',')}`,
  );
const names = values.only?.split(',') ?? Object.keys(suite.peers);

ensurePeers(names, suite);
for (const name of [...names])
  await makePage(name, suite).catch((error) => {
    console.error(`${name}: ${error.message.slice(0, 400)}`);
    names.splice(names.indexOf(name), 1);
  });
const lab = await openLab(suite);

/** A tab whose act named by `--profile` prints where its time goes. @param {string} name */
async function profiledTab(name) {
  const tab = await lab.open(name);
  return {
    ...tab,
    async call(what, ...args) {
      if (what !== values.profile) return tab.call(what, ...args);
      let answer;
      const text = await profiled(tab.cdp, async () => {
        answer = await tab.call(what, ...args);
      });
      console.log(`\n== ${name} ${what}\n${text}`);
      return answer;
    },
  };
}

try {
  for (const workload of asked) {
    const { heavy, only, run } = workloads[workload];
    const contenders = names.filter((name) => !only || only.includes(name));
    /** @type {Record<string, Record<string, number[]>>} */
    const figures = {};
    for (let round = 0; round < (values.profile || heavy ? 1 : Number(values.rounds)); round++) {
      for (let turn = 0; turn < contenders.length; turn++) {
        const name = contenders[(turn + round) % contenders.length];
        const tab = await (values.profile ? profiledTab(name) : lab.open(name));
        try {
          const found = await run(tab);
          for (const [key, value] of Object.entries(found)) ((figures[name] ??= {})[key] ??= []).push(value);
          console.error(
            `${workload} ${round + 1} ${name} ${JSON.stringify(found, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}`,
          );
        } catch (error) {
          console.error(
            `${workload} ${round + 1} ${name}: ${error.message.slice(0, 300)} ${JSON.stringify(await tab.call('state').catch(() => undefined))}`,
          );
        }
        await tab.close();
      }
    }
    if (!values.profile) keep(workload, lab.version, figures);
  }
} finally {
  await lab.close();
}
if (lab.violations().length) console.error(`${lab.violations().length} violations of the policy`);
if (!values.profile) printTable(suite, asked);
if (values.write) writePage(suite);
