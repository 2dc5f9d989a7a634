// What is done to each contender. A workload answers numbers by metric; milliseconds are from the act to the painted
// frame that shows it.
import { spawnSync } from 'node:child_process';
import { at } from '@jiceng/tools/root.mjs';
import { openLab, weightOf } from './pages.mjs';

const MB = 1024 * 1024;
/** @param {number[]} values @param {number} share */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/** One real key at a time, each in a frame of its own. */
async function press(tab, keys) {
  for (const key of keys) {
    await tab.page.keyboard.press(key);
    await tab.call('quiet', 20);
  }
}

/** Types digits and takes them back, in a number that a total adds and in a text. Answers all key times. */
async function typeInto(tab, ids, count) {
  await tab.call('quiet', 500);
  const times = [];
  for (const id of ids) {
    if (!(await tab.call('aim', id))) throw new Error(`the caret is not in ${id}`);
    await press(tab, ['1', '2']);
    await tab.call('keys');
    await press(
      tab,
      Array.from({ length: count }, (_, at) => ['5', '7', 'Backspace'][at % 3]),
    );
    times.push(...(await tab.call('keys')));
  }
  return times;
}

/** What a key costs where there is but one native input: no form can be quicker. */
async function floorOf(lab) {
  const tab = await lab.open('native');
  await tab.call('mount', 'flat', [1]);
  const times = await typeInto(tab, ['f0x0'], 40);
  await tab.close();
  return quantile(times, 0.95);
}

/** V8 goes on making machine code for functions in use, for a hundred cycles and more; so it makes none. */
const NO_COMPILERS = '--no-opt --no-maglev --no-sparkplug';

/** Mounts and unmounts fifty times; answers what is left after the 20th and the 50th. */
async function cyclesOf(lab, name) {
  const tab = await lab.open(name);
  const at = {};
  for (let cycle = 1; cycle <= 50; cycle++) {
    await tab.call('mount', 'flat', [100, { totals: true }]);
    await tab.call('validate', 20);
    await tab.call('unmount');
    await tab.call('mount', 'rows', [30]);
    await tab.call('unmount');
    if (cycle === 20 || cycle === 50) {
      await tab.call('quiet', 500);
      at[cycle] = { ...(await tab.left()), objects: await tab.objects() };
    }
  }
  await tab.close();
  return at;
}
const grown = (at, what) => (at[50][what] / at[20][what] - 1) * 100;

/** Processor time of the main thread for an act, beside what the act answers. */
async function cpuOf(tab, act) {
  const before = await tab.cpu();
  const answer = await act();
  return [answer, (await tab.cpu()) - before];
}

/**
 * @type {Record<string, { title: string, once?: boolean, only?: string[], run: (lab: any, name: string) =>
 *   Promise<Record<string, number>> }>}
 */
export const workloads = {
  weight: {
    title: 'a page with one six-field form',
    once: true,
    run: async (_lab, name) => ({ weight: (await weightOf(name)) / 1000 }),
  },

  flat: {
    title: '500 fields in 20 groups',
    async run(lab, name) {
      const tab = await lab.open(name);
      const before = await tab.left();
      const [mount, mountCpu] = await cpuOf(tab, () => tab.call('mount', 'flat', [500]));
      await tab.call('quiet', 500);
      const { heap } = await tab.left();
      const nodes = await tab.call('nodes');
      const [validate, validateCpu] = await cpuOf(tab, () => tab.call('validate', 100));
      await tab.call('unmount');
      const warm = await tab.call('again');
      await tab.close();
      return { mount, mountCpu, heap: (heap - before.heap) / MB, nodes, validate, validateCpu, warm };
    },
  },

  typing: {
    title: '500 fields and 20 computed totals',
    async run(lab, name) {
      const tab = await lab.open(name);
      await tab.call('mount', 'flat', [500, { totals: true }]);
      const [times, cpu] = await cpuOf(tab, () => typeInto(tab, ['f9x12', 'f12x7'], 20));
      const mean = times.reduce((all, each) => all + each, 0) / times.length;
      await tab.call('aim', 'f9x12');
      await tab.page.keyboard.press('4');
      const sum = await tab.call('settled', 't9', String(4 + 11 + 13 + 14 + 15 + 16));
      await tab.close();
      return {
        p95: quantile(times, 0.95),
        p50: quantile(times, 0.5),
        mean,
        cpu: cpu / 44,
        ...(name === 'native' ? { floor: await floorOf(lab) } : {}),
        ...(sum < 0 ? { wrongTotal: 1 } : {}),
      };
    },
  },

  thousand: {
    title: '1,000 fields',
    async run(lab, name) {
      const tab = await lab.open(name);
      const mount = await tab.call('mount', 'flat', [1000, { totals: true }]);
      const times = await typeInto(tab, ['f9x12', 'f32x7'], 10);
      await tab.close();
      return { mount, p95: quantile(times, 0.95) };
    },
  },

  rows: {
    title: '300 rows × 8 editable cells',
    async run(lab, name) {
      const tab = await lab.open(name);
      const [mount, mountCpu] = await cpuOf(tab, () => tab.call('mount', 'rows', [300]));
      await tab.call('quiet', 800);
      const add = [];
      const addCpu = [];
      const remove = [];
      const nothing = [];
      for (let turn = 0; turn < 3; turn++) {
        const [time, cpu] = await cpuOf(tab, () => tab.call('add'));
        add.push(time);
        addCpu.push(cpu);
        await tab.call('quiet', 500);
        remove.push(await tab.call('remove', 3));
        await tab.call('quiet', 500);
        nothing.push(await tab.call('nothing'));
      }
      const keys = [];
      for (const row of [1, 6]) {
        const { x, y } = await tab.call('cellAt', row, 'owner');
        await tab.page.mouse.click(x, y);
        await tab.call('keys');
        await press(tab, [...'abcdef12', 'Tab', ...'abcdef12', 'Tab']);
        keys.push(...(await tab.call('keys')));
      }
      await tab.close();
      return {
        mount,
        mountCpu,
        add: quantile(add, 0.5),
        addCpu: quantile(addCpu, 0.5),
        remove: quantile(remove, 0.5),
        edit: quantile(keys, 0.95),
        frame: quantile(nothing, 0.5),
      };
    },
  },

  switch: {
    title: '200 fields of which 100 appear by conditions',
    async run(lab, name) {
      const tab = await lab.open(name);
      const mount = await tab.call('mount', 'conditions');
      await tab.call('quiet', 400);
      const [, cpu] = await cpuOf(tab, async () => {
        for (const on of [true, false, true, false]) await tab.call('toggle', 'switch', on);
      });
      const on = [];
      const off = [];
      for (let turn = 0; turn < 3; turn++) {
        on.push(await tab.call('toggle', 'switch', true));
        await tab.call('quiet', 200);
        off.push(await tab.call('toggle', 'switch', false));
        await tab.call('quiet', 200);
      }
      await tab.close();
      return { mount, cpu: cpu / 4, on: quantile(on, 0.5), off: quantile(off, 0.5) };
    },
  },

  cycles: {
    title: '50 mounts and unmounts of 100 fields with totals and of 30 rows',
    once: true,
    only: ['ours', 'native', 'rjsf', 'surveyjs'],
    async run(lab, name) {
      const at = await cyclesOf(lab, name);
      const plain = await openLab(undefined, NO_COMPILERS);
      try {
        const quiet = await cyclesOf(plain, name);
        return {
          growth: grown(at, 'heap'),
          plain: grown(quiet, 'heap'),
          objects: grown(at, 'objects'),
          nodes: at[50].nodes - at[20].nodes,
          listeners: at[50].listeners - at[20].listeners,
        };
      } finally {
        await plain.close();
      }
    },
  },

  reach: {
    title: 'Tab and find-in-page among 500 fields',
    once: true,
    only: ['ours', 'native'],
    async run(lab, name) {
      const tab = await lab.open(name);
      await tab.call('mount', 'flat', [500]);
      await tab.call('quiet', 500);
      await tab.page.evaluate(() => {
        window.met = new Set();
        addEventListener('keyup', () => window.met.add(window.bench.focused()), true);
        window.bench.blur();
      });
      for (let at = 0; at < 560; at++) await tab.page.keyboard.press('Tab');
      const tabbed = await tab.call('reached');
      const found = await tab.call('findable');
      await tab.close();
      return { tabbed, found };
    },
  },

  score: {
    title: 'score cards of 25 items',
    once: true,
    only: ['ours'],
    async run() {
      const { stdout } = spawnSync(
        process.execPath,
        ['--conditions=@jiceng/source', '--import', 'tsx', at('packages/core/src/score/score.bench.ts')],
        { cwd: at(), encoding: 'utf8' },
      );
      const { card, branches1640 } = JSON.parse(stdout);
      return { card, all: branches1640 };
    },
  },
};
