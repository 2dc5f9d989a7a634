/** A box on the screen, px. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Milliseconds between two steps beyond the edge. */
const STEP = 50;
/** So many px beyond the edge make each step a line longer. */
const FASTER = 24;

/** Lines and columns by which a place beyond what is seen pulls the picked block along; 0 inside. */
export function pullOf(
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
  seen: Box,
): readonly [number, number] {
  const lines =
    clientY < seen.top
      ? Math.floor((clientY - seen.top) / FASTER)
      : Math.max(0, Math.ceil((clientY - seen.bottom) / FASTER));
  return [lines, clientX < seen.left ? -1 : clientX > seen.right ? 1 : 0];
}

/** A mouse held down over cells: beyond the edge of what is seen, the picked block grows and the table scrolls along. */
export class Picking {
  private timer: ReturnType<typeof setInterval> | undefined;
  private pull: readonly [number, number] = [0, 0];
  private on = false;
  private readonly seen: () => Box;
  private readonly grow: (lines: number, columns: number) => void;

  constructor(seen: () => Box, grow: (lines: number, columns: number) => void) {
    this.seen = seen;
    this.grow = grow;
  }

  /** The mouse went down on a cell and is still held. */
  get isOn(): boolean {
    return this.on;
  }

  start(): void {
    if (this.on) return;
    this.on = true;
    addEventListener('mousemove', this.moved);
    addEventListener('mouseup', this.stop);
  }

  readonly stop = (): void => {
    this.on = false;
    this.rest();
    removeEventListener('mousemove', this.moved);
    removeEventListener('mouseup', this.stop);
  };

  private readonly moved = (event: MouseEvent): void => {
    if (event.buttons !== 1) return this.stop(); // let go outside the window
    this.pull = pullOf(event, this.seen());
    if (this.pull.every((by) => by === 0)) return this.rest();
    this.timer ??= setInterval(() => this.grow(...this.pull), STEP);
  };

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
