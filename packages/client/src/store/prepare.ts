import { apply } from '@jiceng/core/engine/apply.js';
import { Batch } from '@jiceng/core/engine/batch.js';
import type { ActorIdentity, BatchOutcome, Command, Refusal } from '@jiceng/core/engine/contract.js';
import type { BatchWatch } from '@jiceng/core/engine/data-source.js';
import type { Mirror } from './mirror.ts';

/** Longest time in ms that trying commands out holds the page. */
const SLICE = 24;

/**
 * What would come of a list of commands, and of which state of the mirror that is true. Rejects with an `AbortError`
 * when cancelled.
 */
export async function prepare(
  commands: readonly Command[],
  mirror: Mirror,
  actor: ActorIdentity,
  watch: BatchWatch,
): Promise<{ readonly state: number; readonly outcome: BatchOutcome }> {
  for (;;) {
    const { state } = mirror;
    const batch = new Batch(mirror, actor, mirror.now);
    await inSlices(commands, (command) => state === mirror.state && batch.take(command), watch);
    if (state === mirror.state) return { state, outcome: batch.outcome };
  }
}

/** Why each command would be refused by itself. */
export async function tryEach(
  commands: readonly Command[],
  mirror: Mirror,
  actor: ActorIdentity,
  watch: BatchWatch,
): Promise<readonly (Refusal | undefined)[]> {
  const refusals: (Refusal | undefined)[] = [];
  await inSlices(
    commands,
    (command) => {
      const outcome = apply(command, mirror, actor, mirror.now);
      refusals.push(outcome.ok ? undefined : outcome.refusal);
      return true;
    },
    watch,
  );
  return refusals;
}

/** Takes one command after the other until `take` answers false, and lets the page breathe in between. */
async function inSlices(
  commands: readonly Command[],
  take: (command: Command) => boolean,
  { onProgress, signal }: BatchWatch,
): Promise<void> {
  let since = performance.now();
  for (let done = 0; done < commands.length && take(commands[done]!); done++) {
    if (performance.now() - since < SLICE) continue;
    onProgress?.(done + 1);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    if (signal?.aborted) break;
    since = performance.now();
  }
  if (signal?.aborted) throw new DOMException('the work was cancelled', 'AbortError');
}
