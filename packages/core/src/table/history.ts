/** Steps that can be taken back and done again; the oldest are forgotten. */
export class History<T> {
  private readonly done: T[] = [];
  private undone: T[] = [];
  private readonly most: number;

  constructor(most = 100) {
    this.most = most;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }
  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** A new step; what was taken back before cannot be done again. */
  add(step: T): void {
    this.done.push(step);
    if (this.done.length > this.most) this.done.shift();
    this.undone = [];
  }

  /** The step to take back, if there is one. */
  undo(): T | undefined {
    const step = this.done.pop();
    if (step !== undefined) this.undone.push(step);
    return step;
  }

  /** The step to do again, if there is one. */
  redo(): T | undefined {
    const step = this.undone.pop();
    if (step !== undefined) this.done.push(step);
    return step;
  }

  clear(): void {
    this.done.length = 0;
    this.undone = [];
  }
}
