import type { Json } from '../json/json.ts';

interface Step {
  readonly before: Json;
  after: Json;
  /** What the step belongs to; further changes of the same join it. `undefined`: it stays alone. */
  readonly group: unknown;
}

/** At most so many steps can be undone. */
const LIMIT = 200;

/** Undo and redo over whole documents, which share all that did not change. */
export class History {
  private readonly done: Step[] = [];
  private undone: Step[] = [];
  private open = false;

  /** Notes a change. Changes of the same group in a row are one step until `close`. */
  push(before: Json, after: Json, group: unknown): void {
    const last = this.done[this.done.length - 1];
    this.undone = [];
    if (this.open && last && group !== undefined && last.group === group) {
      last.after = after;
      return;
    }
    this.done.push({ before, after, group });
    if (this.done.length > LIMIT) this.done.shift();
    this.open = true;
  }

  /** Ends the present step: what follows is a step of its own. */
  close(): void {
    this.open = false;
  }

  undo(): Json | undefined {
    const step = this.done.pop();
    if (!step) return undefined;
    this.undone.push(step);
    this.open = false;
    return step.before;
  }

  redo(): Json | undefined {
    const step = this.undone.pop();
    if (!step) return undefined;
    this.done.push(step);
    this.open = false;
    return step.after;
  }

  clear(): void {
    this.done.length = 0;
    this.undone = [];
    this.open = false;
  }
}
