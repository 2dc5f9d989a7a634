import { Batch } from '@jiceng/core/engine/batch.js';
import type { ActorIdentity, BatchOutcome, Command } from '@jiceng/core/engine/contract.js';
import type { BatchWatch } from '@jiceng/core/engine/data-source.js';
import type { Mirror } from './mirror.ts';

/** Longest time in ms that trying commands out holds the page. */
const SLICE = 24;

/** What would come of a list of commands, and of which state of the mirror that is true. Rejects with an `AbortError` when cancelled. */
export async function prepare(commands: readonly Command[], mirror: Mirror, actor: ActorIdentity, { onProgress, signal }: BatchWatch): Promise<{ readonly state: number; readonly outcome: BatchOutcome }> {
  for (;;) {
    const { state } = mirror;
    const batch = new Batch(mirror, actor, mirror.now);
    let since = performance.now();
    let done = 0;
    while (done < commands.length && state === mirror.state && batch.take(commands[done]!)) {
      done++;
      if (performance.now() - since < SLICE) continue;
      onProgress?.(done);
      await new Promise((resolve) => { setTimeout(resolve, 0); });
      if (signal?.aborted) break;
      since = performance.now();
    }
    if (signal?.aborted) throw new DOMException('the work was cancelled', 'AbortError');
    if (state === mirror.state) return { state, outcome: batch.outcome };
  }
}
