import { effect, signal, type Signal } from '@preact/signals-core';
import type { Finding } from '@jiceng/core/logic/analyse.js';
import type { BuilderSession } from '../session/session.ts';

/** Pause after a change before it is looked at for the mark on the tab, in milliseconds: typing must not wait for it. */
const PAUSE = 300;
const later = new WeakMap<BuilderSession, Signal<readonly Finding[]>>();

/** The findings a moment after the last change. What looks for them is loaded then. */
export function laterFindings(session: BuilderSession): readonly Finding[] {
  let found = later.get(session);
  if (!found) {
    const held = signal<readonly Finding[]>([]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const { findingsOf } = await import('./findings.ts');
      held.value = findingsOf(session);
    };
    later.set(session, (found = held));
    effect(() => {
      void session.value.value;
      clearTimeout(timer);
      timer = setTimeout(() => { look().catch(() => undefined); }, PAUSE); // without it the tab has no mark, and the pane says what failed
    });
  }
  return found.value;
}
