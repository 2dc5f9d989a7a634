import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Own width, in px, below which columns stand below each other. */
const NARROW = 900;

/** Whether an element is too narrow for columns beside each other; a hidden one is not. */
export class NarrowController implements ReactiveController {
  narrow = false;
  private readonly host: ReactiveControllerHost & Element;
  // at once, the new layout would notify again: a loop error
  private readonly observer = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));

  constructor(host: ReactiveControllerHost & Element) {
    (this.host = host).addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private measure(): void {
    const { clientWidth } = this.host;
    const narrow = clientWidth > 0 && clientWidth < NARROW;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.host.requestUpdate();
  }
}
