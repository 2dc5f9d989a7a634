import { effect, signal, type Signal } from '@preact/signals-core';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject } from '@jiceng/core/json/json.js';
import { analyse, type Finding } from '@jiceng/core/logic/analyse.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import type { BuilderSession } from '../session/session.ts';

const known = new WeakMap<object, readonly Finding[]>();

/** What cannot be meant in the definition as it is now; looked for once for each content. */
export function findingsOf(session: BuilderSession): readonly Finding[] {
  const value = session.value.value;
  if (!isObject(value)) return [];
  let found = known.get(value);
  if (!found) known.set(value, (found = analyse(value as unknown as Definition)));
  return found;
}

/** Pause after a change before it is looked at for the mark on the tab, in milliseconds: typing must not wait for it. */
const PAUSE = 300;
const later = new WeakMap<BuilderSession, Signal<readonly Finding[]>>();

/** The findings a moment after the last change. */
export function laterFindings(session: BuilderSession): readonly Finding[] {
  let found = later.get(session);
  if (!found) {
    const held = signal<readonly Finding[]>([]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    later.set(session, (found = held));
    effect(() => {
      void session.value.value;
      clearTimeout(timer);
      timer = setTimeout(() => { held.value = findingsOf(session); }, PAUSE);
    });
  }
  return found.value;
}

/** What the gate says, without what the findings say better. */
const SAID_BETTER: ReadonlySet<string> = new Set(['formula-cycle', 'unknown-name', 'unknown-field']);

/** Findings and problems at or below a place of the definition. */
export function wrongAt(session: BuilderSession, pointer: string): readonly Problem[] {
  const isHere = (problem: Problem): boolean => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`);
  return [...findingsOf(session).filter(isHere), ...session.problems.value.filter((problem) => !SAID_BETTER.has(problem.code) && isHere(problem))];
}
