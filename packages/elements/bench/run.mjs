// node packages/elements/bench/run.mjs [workload …] [--only ours,native] [--rounds 3] [--add] [--write] [--profile]
// [--names]
import { parseArgs } from 'node:util';
import { weigh } from '@jiceng/tools/sizes.mjs';
import { makePage, openLab, profiled } from './pages.mjs';
import { ensurePeers, peers } from './peers.mjs';
import { keep, printTable, writePage } from './report.mjs';
import { workloads } from './workloads.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    add: { type: 'boolean', default: false },
  },
});
const asked = positionals.length ? positionals : Object.keys(workloads);
const wrong = asked.find((name) => !(name in workloads)) ?? values.only?.split(',').find((name) => !(name in peers));
if (wrong !== undefined)
  throw new Error(
    `${wrong}: choose among ${Object.keys(workloads).join(' ')} and --only ${Object.keys(peers).join(',')}`,
  );
const names = values.only?.split(',') ?? Object.keys(peers);

ensurePeers(names);
for (const name of names) await makePage(name);
const lab = await openLab();

/** Prints where the time of one contender goes, act by act. @param {string} name */
async function profile(name) {
  const open = async (which) => {
    const tab = await lab.open(which);
    const call = async (what, ...args) => {
      if (!['mount', 'validate', 'add', 'remove', 'toggle'].includes(what)) return tab.call(what, ...args);
      let answer;
      const text = await profiled(tab.cdp, async () => {
        answer = await tab.call(what, ...args);
      });
      console.log(`\n== ${what} ${JSON.stringify(args)}: ${Math.round(answer)} ms under the profiler\n${text}`);
      return answer;
    };
    return { ...tab, call };
  };
  for (const workload of asked) await workloads[workload].run({ ...lab, open }, name);
}

try {
  if (values.profile) await profile(names[0]);
  else
    for (const workload of asked) {
      const { once, only, run } = workloads[workload];
      const rounds = once ? 1 : Number(values.rounds);
      const contenders = names.filter((name) => !only || only.includes(name));
      /** @type {Record<string, Record<string, number[]>>} */
      const figures = {};
      for (let round = 0; round < rounds; round++) {
        for (let turn = 0; turn < contenders.length; turn++) {
          const name = contenders[(turn + round) % contenders.length];
          try {
            const found = await run(lab, name);
            for (const [key, value] of Object.entries(found)) ((figures[name] ??= {})[key] ??= []).push(value);
            console.error(
              `${workload} ${round + 1} ${name} ${JSON.stringify(found, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}`,
            );
          } catch (error) {
            console.error(`${workload} ${round + 1} ${name}: ${error.message}`);
          }
        }
      }
      if (workload === 'weight' && names.includes('ours')) {
        const [{ size } = { size: undefined }] = await weigh({
          all: { what: '', files: ['packages/elements/dist/jiceng.js'], max: Infinity },
        });
        if (size !== undefined) figures.ours = { ...figures.ours, all: [size / 1000] };
      }
      keep(workload, { rounds, browser: lab.version, figures }, values.add);
    }
} finally {
  await lab.close();
}
if (!values.profile) {
  if (lab.violations().length) console.error(`${lab.violations().length} violations of the policy`);
  printTable(asked);
}
if (values.write) writePage();
