import { effect, signal, type Signal } from '@preact/signals-core';
import type { BuilderSession } from './session.ts';

/** Pause after a change before it is looked at for a mark, in milliseconds: typing must not wait for it. */
const PAUSE = 300;

const numeral = (count: number): string | undefined => (count > 0 ? String(count) : undefined);

/** A mark that counts what the gate says below these places. */
export const problemMark =
  (...prefixes: string[]) =>
  (session: BuilderSession): string | undefined =>
    numeral(
      session.problems.value.filter(({ pointer }) => prefixes.some((prefix) => pointer.startsWith(prefix))).length,
    );

/**
 * A mark that is counted a moment after the last change. What counts is loaded then; without it there is no mark, and
 * the pane says what failed.
 */
export function laterMark(
  count: (session: BuilderSession) => Promise<number>,
): (session: BuilderSession) => string | undefined {
  const counts = new WeakMap<BuilderSession, Signal<number>>();
  return (session) => {
    let held = counts.get(session);
    if (!held) {
      const last = signal(0);
      counts.set(session, (held = last));
      let timer: ReturnType<typeof setTimeout> | undefined;
      effect(() => {
        void session.value.value;
        void session.supplies.value;
        clearTimeout(timer);
        timer = setTimeout(() => {
          count(session).then(
            (found) => {
              last.value = found;
            },
            () => undefined,
          );
        }, PAUSE);
      });
    }
    return numeral(held.value);
  };
}
