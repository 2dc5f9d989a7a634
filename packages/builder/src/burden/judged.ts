import { computed, type ReadonlySignal } from '@preact/signals-core';
import { checkBurden, type BurdenFinding } from '@jiceng/core/burden/check.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { wholeOf } from '../locks/local-session.ts';
import type { BuilderSession, Supplies } from '../session/session.ts';

/** What the burden rules say of the last admitted content: of the whole form where a local part is drawn. */
export interface Judged {
  readonly definition: Definition;
  readonly findings: readonly BurdenFinding[];
}

const known = new WeakMap<BuilderSession, ReadonlySignal<Judged | undefined>>();

/** The publish check of a session, made once for each content; `undefined` until a content was admitted. */
export function judgedOf(session: BuilderSession): ReadonlySignal<Judged | undefined> {
  let judged = known.get(session);
  if (!judged) {
    judged = computed(() => {
      const definition = wholeOf(session);
      return (
        definition && {
          definition,
          findings: checkBurden(definition, session.supplies.value.definitions, todayOf(session.supplies.value)),
        }
      );
    });
    known.set(session, judged);
  }
  return judged;
}

/** Today in the data set; `undefined` where nobody said. */
export const todayOf = ({ now }: Supplies): string | undefined => now?.slice(0, 10);
