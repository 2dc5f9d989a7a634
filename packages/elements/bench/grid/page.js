// Runs in the page: mounts one contender over the same rows and times each act to the painted frame that shows its
// result.
import { painted, quiet } from '../page.js';
import { columns as plain, headed, makeRows } from './rows.js';

/**
 * What every adapter offers: `prepare(columns, rows)` says both in the library's words (not timed),
 * `mount(root, columns, rows, prepared)` answers a handle.
 * @typedef {object} Handle
 * @property {boolean} [canvas] cells are painted, so that nothing can be read
 * @property {() => HTMLElement} scroller what scrolls up and down
 * @property {(row: number) => unknown} [jump] where setting `scrollTop` is not how the library is scrolled
 * @property {() => unknown} sort by name, in Chinese order
 * @property {() => unknown} [openFilters] where a field for the text has to be opened first, not timed
 * @property {(text: string) => unknown} filter rows whose name contains a text
 * @property {(row: number, text: string) => unknown} edit the third column of a row
 * @property {() => unknown} unmount
 */

/** The text under a point, inside shadow roots too, of the smallest element that holds a code. */
function codeAt(x, y) {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  for (let node = found, steps = 0; node && steps < 5; node = node.parentElement ?? node.getRootNode().host, steps++) {
    const code = /R\d{7}/.exec(node.textContent ?? '');
    if (code) return { node, row: Number(code[0].slice(1)) };
  }
  return undefined;
}

export function start(adapter) {
  const root = document.querySelector('#root');
  let rows;
  let columns = plain;
  let prepared;
  /** @type {Handle} */
  let handle;

  const box = () => handle.scroller().getBoundingClientRect();
  const middle = () => {
    const { left, top } = box();
    return [left + 30, Math.min(top + 400, innerHeight - 60)];
  };
  /** Row number in the middle of what is seen. */
  const seen = () => codeAt(...middle())?.row;
  const textAround = () => {
    const [x, y] = middle();
    let node = codeAt(x, y)?.node;
    for (let at = 0; at < 3 && node?.parentElement && (node.textContent ?? '').length < 40; at++)
      node = node.parentElement;
    return node?.textContent ?? '';
  };

  async function timed(act, shows, limit = 40_000) {
    await painted();
    await painted();
    const begin = performance.now();
    let failed;
    let done = false;
    Promise.resolve(act()).then(
      () => (done = true),
      (error) => (failed = error),
    );
    for (let frames = 1; ; frames++) {
      const at = await painted();
      if (failed) throw failed;
      if (shows ? shows() : done) return { ms: at - begin, frames };
      if (at - begin > limit) throw new Error('it never showed');
    }
  }
  const ready = () => handle !== undefined && handle.scroller() != null && (handle.canvas || (seen() ?? -1) > 5);

  window.bench = {
    quiet,
    /** Makes the rows, which are not part of any figure. */
    async data(count, runs = false) {
      columns = runs ? headed : plain;
      rows = makeRows(count, runs);
      prepared = await adapter.prepare?.(columns, rows);
      return rows.length;
    },
    async mount() {
      handle = undefined;
      return (
        await timed(async () => {
          handle = await adapter.mount(root, columns, rows, prepared);
        }, ready)
      ).ms;
    },
    async unmount() {
      await handle.unmount();
      handle = undefined;
      await painted();
    },
    /** Scroll steps: times, frames that showed something else than what was scrolled to, steps that never showed it. */
    async scroll(steps) {
      const scroller = handle.scroller();
      const times = [];
      let stale = 0;
      let lost = 0;
      for (let step = 0; step < steps; step++) {
        const range = scroller.scrollHeight - scroller.clientHeight;
        // Every third step goes on by a page, the others jump.
        const top = step % 3 === 2 ? Math.min(range, scroller.scrollTop + 560) : range * (((step * 37) % 97) / 97);
        const was = seen();
        const begin = performance.now();
        scroller.scrollTop = top;
        const share = scroller.scrollTop / range;
        const { top: above } = box();
        const page = scroller.clientHeight / 32;
        const wanted =
          share * (rows.length - page + 1) + (400 - (scroller.getBoundingClientRect().top - above) - 32) / 32;
        for (let frames = 0; ; frames++) {
          const at = await painted();
          const now = seen() ?? -1e9;
          // Some round their scaled ranges; a page is 17 rows.
          if (
            handle.canvas ||
            (Math.abs(now - wanted) < (step % 3 === 2 ? 12 : 60) && (now !== was || share === 1 || share === 0))
          ) {
            times.push(at - begin);
            stale += frames;
            break;
          }
          if (frames > 40) {
            lost++;
            times.push(at - begin);
            window.missed = { wanted, got: seen(), top, range };
            break;
          }
        }
      }
      return { times, stale, lost };
    },
    async sort() {
      scrollBack();
      await painted();
      const before = seen();
      return (
        await timed(
          () => handle.sort(),
          handle.canvas
            ? undefined
            : () => {
                const now = seen();
                return now !== undefined && now !== before;
              },
        )
      ).ms;
    },
    async filter(text) {
      await handle.openFilters?.();
      return (
        await timed(
          () => handle.filter(text),
          handle.canvas
            ? undefined
            : () => {
                const now = seen();
                return now !== undefined && rows[now].c1.includes(text);
              },
        )
      ).ms;
    },
    async edit(text) {
      const row = seen() ?? 12;
      return (await timed(() => handle.edit(row, text), handle.canvas ? undefined : () => textAround().includes(text)))
        .ms;
    },
    nodes: () => {
      let count = 0;
      const walk = (node) => {
        for (const child of node.childNodes) {
          count++;
          walk(child);
        }
        if (node.shadowRoot) walk(node.shadowRoot);
      };
      walk(root);
      return count;
    },
    state: () => ({
      seen: seen(),
      text: textAround().slice(0, 80),
      missed: window.missed,
      scroll: [handle.scroller().scrollTop, handle.scroller().scrollHeight, handle.scroller().clientHeight],
    }),
    back: () => scrollBack(),
  };
  function scrollBack() {
    handle.scroller().scrollTop = 0;
    handle.scroller().scrollLeft = 0;
  }
}
