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

/** What the gate says, without what the findings say better. */
const SAID_BETTER: ReadonlySet<string> = new Set(['formula-cycle', 'unknown-name', 'unknown-field']);

/** Findings and problems at or below a place of the definition. */
export function wrongAt(session: BuilderSession, pointer: string): readonly Problem[] {
  const isHere = (problem: Problem): boolean =>
    problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`);
  return [
    ...findingsOf(session).filter(isHere),
    ...session.problems.value.filter((problem) => !SAID_BETTER.has(problem.code) && isHere(problem)),
  ];
}
