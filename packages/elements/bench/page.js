// Runs in the page: acts on the adapter's form and times each act to the painted frame that shows its result.
import * as specs from './specs.js';

/**
 * What every adapter offers: `prepare(spec)` says the spec in the library's words (not timed),
 * `mount(root, spec, prepared)` answers a handle.
 * @typedef {object} Handle
 * @property {(id: string) => HTMLElement | null | undefined} control the native control of a field
 * @property {() => unknown} validate as a press on "submit" does
 * @property {() => number} errors errors that are showing
 * @property {(row: number, column: string) => HTMLElement | null | undefined} [cell] something to click on; a control,
 *   where there is one
 * @property {() => unknown} [add] a row at the end
 * @property {(row: number) => unknown} [pick] before `remove`, not timed
 * @property {(row: number) => unknown} [remove]
 * @property {() => number} [rows] rows that are showing or can be scrolled to
 * @property {(id: string) => string} [total]
 * @property {() => unknown} unmount
 */

/** The moment after the next frame is painted. */
export const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        channel.port1.close();
        resolve(performance.now());
      });
      channel.port1.start();
      channel.port2.postMessage(0);
    }),
  );
/** Nothing for a while. */
export const quiet = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Time from an act to the first painted frame in which `shows()` holds. */
async function timed(act, shows, limit = 60_000) {
  await painted();
  await painted();
  const start = performance.now();
  let failed;
  Promise.resolve(act()).catch((error) => (failed = error));
  for (;;) {
    const at = await painted();
    if (failed) throw failed;
    if (shows()) return at - start;
    if (at - start > limit) throw new Error('it never showed');
  }
}

/** The focused node, inside shadow roots too. */
function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
const seen = (node) => node !== null && node !== undefined && node.isConnected && node.getClientRects().length > 0;

/** @param {any} adapter */
export function start(adapter) {
  const root = document.querySelector('#root');
  let spec;
  let prepared;
  /** @type {any} */
  let handle;
  let keys;

  const bench = {
    async mount(name, args = []) {
      spec = specs[name](...args);
      prepared = adapter.prepare ? await adapter.prepare(spec) : undefined;
      return bench.again();
    },
    /** Mounts the same once more. */
    async again() {
      handle = undefined;
      const fields = specs.fieldsOf(spec);
      const last = fields.filter(({ when, kind }) => when === undefined && kind !== 'total').pop();
      const shows = () =>
        handle !== undefined &&
        (last
          ? seen(handle.control(last.id)) && seen(handle.control(fields[0].id))
          : handle.rows() === spec.data[spec.table.id].length && seen(handle.cell(0, 'owner')));
      return timed(async () => {
        handle = await adapter.mount(root, spec, prepared);
      }, shows);
    },
    async unmount() {
      await handle.unmount();
      handle = undefined;
      keys = undefined;
      await painted();
    },
    quiet,
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
    validate: (count) =>
      timed(
        () => handle.validate(),
        () => handle.errors() >= count,
      ),
    errors: () => handle.errors(),
    /** One tick of the box that makes fields appear or go. */
    toggle(id, on) {
      const dependants = specs.fieldsOf(spec).filter(({ when }) => when === id);
      const ends = [dependants[0], dependants[dependants.length - 1]];
      return timed(
        () => handle.control(id).click(),
        () => ends.every((field) => seen(handle.control(field.id)) === on),
      );
    },
    /** What every time has in it at least: the frame in which the result would show. */
    nothing: () =>
      timed(
        () => {},
        () => true,
      ),
    add: () => {
      const count = handle.rows();
      return timed(
        () => handle.add(),
        () => handle.rows() === count + 1,
      );
    },
    async remove(row) {
      await handle.pick?.(row);
      const count = handle.rows();
      return timed(
        () => handle.remove(row),
        () => handle.rows() === count - 1,
      );
    },
    /** Makes ready for typing into a field: the caret stands in it and each key is timed. Answers whether it does. */
    async aim(id) {
      const control = handle.control(id);
      if (!control) return false;
      control.scrollIntoView({ block: 'center' });
      control.focus();
      control.select?.();
      await painted();
      bench.watch();
      return focused() === control;
    },
    /** Where to click for a cell. */
    async cellAt(row, column) {
      handle.cell(row, column).scrollIntoView({ block: 'center' });
      await painted();
      const { left, top, width, height } = handle.cell(row, column).getBoundingClientRect();
      bench.watch();
      return { x: left + width / 2, y: top + height / 2 };
    },
    watch() {
      if (keys) return;
      keys = [];
      addEventListener(
        'keydown',
        () => {
          const start = performance.now();
          void painted().then((at) => keys?.push(at - start));
        },
        { capture: true },
      );
    },
    /** Times of the keys since the last time, from the key to the painted frame. */
    async keys() {
      await painted();
      await painted();
      return keys?.splice(0) ?? [];
    },
    value: (id) => handle.control(id)?.value,
    /** Waits until a total shows a sum; answers in ms, or -1. */
    async settled(id, text) {
      const start = performance.now();
      while (performance.now() - start < 3000) {
        if (handle.total?.(id) === text) return performance.now() - start;
        await painted();
      }
      return -1;
    },
    focused,
    blur() {
      focused()?.blur?.();
      scrollTo(0, 0);
    },
    /** Fields that had the focus while Tab was pressed. */
    reached: () => specs.fieldsOf(spec).filter(({ id }) => window.met.has(handle.control(id))).length,
    /** Groups whose last field the browser's own search finds by its label. */
    findable: () =>
      spec.groups.filter(({ fields }) => {
        getSelection()?.removeAllRanges();
        return window.find(fields[fields.length - 1].label);
      }).length,
  };
  window.bench = bench;
}
