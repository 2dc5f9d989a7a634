import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the element is narrower than a limit. Follows the element, not the window, since columns of portals are narrow on wide screens. */
export class WidthController implements ReactiveController {
  narrow = false;
  private readonly host: ReactiveControllerHost & Element;
  private readonly limit: number;
  private readonly observer: ResizeObserver;

  constructor(host: ReactiveControllerHost & Element, limit: number) {
    this.host = host;
    this.limit = limit;
    this.observer = new ResizeObserver(() => requestAnimationFrame(() => this.measure())); // at once, the new layout would notify again: a loop error
    host.addController(this);
  }

  hostConnected(): void {
    this.measure();
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  /** A hidden element has no width and keeps what it was. */
  private measure(): void {
    const { width } = this.host.getBoundingClientRect();
    const narrow = width < this.limit;
    if (width === 0 || narrow === this.narrow) return;
    this.narrow = narrow;
    this.host.requestUpdate();
  }
}
