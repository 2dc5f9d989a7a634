/** Time in ms after which work that is not done yet is shown. */
const SHOWN_AFTER = 300;

/** What long work tells and obeys; the same for reading, guessing and storing. */
export interface WorkWatch {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** One piece of long work at a time: how far it is, and how it is ended. Newer work ends older. */
export class LongWork {
  private readonly redraw: () => void;
  private control: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Undefined while nothing is to be shown. */
  shown: { readonly label: string; readonly done: number } | undefined;

  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  get isBusy(): boolean {
    return this.control !== undefined;
  }

  /** Resolves with what the work gives, or `undefined` when it was ended; what fails is passed on. */
  async run<T>(label: string, work: (watch: WorkWatch) => Promise<T>): Promise<T | undefined> {
    this.cancel();
    const control = new AbortController();
    this.control = control;
    let done = 0;
    this.timer = setTimeout(() => {
      this.shown = { label, done };
      this.redraw();
    }, SHOWN_AFTER);
    const onProgress = (share: number): void => {
      done = share;
      if (this.control === control && this.shown) {
        this.shown = { label, done };
        this.redraw();
      }
    };
    try {
      const result = await work({ onProgress, signal: control.signal });
      return control.signal.aborted ? undefined : result;
    } catch (error) {
      if (control.signal.aborted) return undefined;
      throw error;
    } finally {
      if (this.control === control) this.end();
    }
  }

  /** Ends what is under way. */
  cancel(): void {
    this.control?.abort();
    this.end();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.control = undefined;
    if (this.shown) {
      this.shown = undefined;
      this.redraw();
    }
  }
}
