/** Lines drawn in one slice. */
export const SLICE = 60;
/** Ms after the last start before anything is drawn: what people do goes first. */
const PAUSE = 200;

/** Does a long piece of drawing in slices, while nobody waits for anything else. Started anew, it begins anew. */
export class Filling {
  private done = 0;
  private waiting = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private readonly total: () => number;
  private readonly draw: (from: number, to: number) => boolean;

  /** `draw` returns false when it cannot draw now; then it is tried again at the next start. */
  constructor(total: () => number, draw: (from: number, to: number) => boolean) {
    this.total = total;
    this.draw = draw;
  }

  /** `patient`: not before nobody has acted for a while. */
  restart(patient = false): void {
    this.done = 0;
    clearTimeout(this.pause);
    if (patient) this.pause = setTimeout(() => this.go(), PAUSE);
    else this.go();
  }

  stop(): void {
    clearTimeout(this.pause);
    this.done = Infinity;
  }

  private go(): void {
    if (this.waiting || this.done >= this.total()) return;
    this.waiting = true;
    whenIdle(() => {
      this.waiting = false;
      const to = Math.min(this.total(), this.done + SLICE);
      if (!this.draw(this.done, to)) return;
      this.done = to;
      this.go();
    });
  }
}

/** After the frame that people wait for; Safari has no idle callback. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 300 });
  else setTimeout(act, 60);
}
