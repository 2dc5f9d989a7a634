import type { Result } from '@jiceng/core/text/problem.js';
import { Refusal, refusal } from '../book/refusal.ts';

/** What long work tells and obeys. */
export interface Watch {
  /** Called with how much is done, from 0 to 1, at most once a slice. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Longest time in ms that work holds the page. */
const SLICE = 24;

/** Cuts long work into slices, so that the page stays usable, tells its progress and ends when it is cancelled. */
export class Pace {
  readonly #watch: Watch;
  #since = now();

  constructor(watch: Watch = {}) {
    this.#watch = watch;
  }

  /** Whether it is time to pause: then `await pause(done)`. */
  get due(): boolean {
    return now() - this.#since > SLICE;
  }

  async pause(done: number): Promise<void> {
    this.check();
    this.#watch.onProgress?.(Math.min(1, Math.max(0, done)));
    await nextTask();
    this.check();
    this.#since = now();
  }

  /** Throws once the work is cancelled. */
  check(): void {
    if (this.#watch.signal?.aborted) throw refusal('cancelled');
  }
}

/** Work cut into steps; after each it says how much is done, from 0 to 1. */
export type Steps<T> = Generator<number, T, void>;

/** Does all steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the steps in slices; answers with the reason when it is cancelled. */
export async function inSlices<T>(steps: Steps<T>, watch: Watch): Promise<Result<T>> {
  const pace = new Pace(watch);
  try {
    pace.check();
    for (;;) {
      const step = steps.next();
      if (step.done) return { ok: true, value: step.value };
      if (pace.due) await pace.pause(step.value);
    }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

const now = (): number => performance.now();

/** Lets the page handle what waits; timers would wait four milliseconds more. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
