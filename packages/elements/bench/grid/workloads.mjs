// What is done to each grid; every answer is a figure. Milliseconds run from the act to the painted frame that shows
// it.
const MB = 1024 * 1024;
const quantile = (/** @type {number[]} */ values, /** @type {number} */ share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/**
 * Mounts rows and answers how long it took, and how much more is held than before.
 * @param {any} tab
 * @param {number} count
 */
async function mounted(tab, count, runs = false) {
  await tab.call('data', count, runs);
  const before = await tab.left();
  const mount = await tab.call('mount');
  await tab.call('quiet', 600);
  return { mount, heap: ((await tab.left()).heap - before.heap) / MB };
}

/** An act that some contenders do not show; then there is no figure. @param {any} tab @param {...any} act */
async function tried(tab, ...act) {
  try {
    return await tab.call(...act);
  } catch {
    return NaN;
  } finally {
    await tab.call('quiet', 200);
  }
}

/**
 * @type {Record<string, { title: string, heavy?: boolean, only?: string[], run: (tab: any) => Promise<Record<string,
 *   number>> }>}
 */
export const workloads = {
  t1: {
    title: '10,000 × 20',
    async run(tab) {
      const { mount } = await mounted(tab, 10_000);
      const nodes = await tab.call('nodes');
      await tab.call('unmount');
      return { cold: mount, warm: await tab.call('mount'), nodes };
    },
  },
  t2: {
    title: '100,000 × 20',
    async run(tab) {
      const { mount, heap } = await mounted(tab, 100_000);
      await tab.call('scroll', 6);
      const before = await tab.cpu();
      const { times, stale, lost } = await tab.call('scroll', 60);
      const cpu = ((await tab.cpu()) - before) / 60;
      const sort = await tried(tab, 'sort');
      const filter = await tried(tab, 'filter', '伟');
      const edit = await tried(tab, 'edit', '改过的字');
      return {
        mount,
        heap,
        scroll: quantile(times, 0.5),
        scroll95: quantile(times, 0.95),
        cpu,
        stale,
        lost,
        sort,
        filter,
        edit,
      };
    },
  },
  t4: {
    title: '100,000 × 20 with merged cells in two columns under three levels of headings',
    only: ['ours', 'grid'],
    async run(tab) {
      const { mount } = await mounted(tab, 100_000, true);
      await tab.call('scroll', 6);
      const before = await tab.cpu();
      const { times, stale, lost } = await tab.call('scroll', 60);
      return { mount, scroll: quantile(times, 0.5), cpu: ((await tab.cpu()) - before) / 60, stale, lost };
    },
  },
  p46: {
    title: '5,000 × 20 on a processor six times slower',
    only: ['ours', 'grid', 'floor'],
    async run(tab) {
      await tab.cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      const { mount } = await mounted(tab, 5000);
      return { mount, edit: await tab.call('edit', '改过的字') };
    },
  },
  t3: {
    title: '1,000,000 × 20',
    heavy: true,
    async run(tab) {
      const { mount, heap } = await mounted(tab, 1_000_000);
      const { times, lost } = await tab.call('scroll', 15);
      return { mount, heap, scroll: quantile(times, 0.5), lost, sort: await tab.call('sort') };
    },
  },
};
